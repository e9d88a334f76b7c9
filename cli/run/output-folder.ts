import { constants } from 'node:fs';
import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../../harness/usage-error.js';
import { SHARD_FILE } from './shard.js';

/** The evidence file inside the output folder. */
export const EVIDENCE_FILE = 'evidence.ndjson.gz';

/** The list of created orders inside the output folder. */
export const LEDGER_FILE = 'ledger.ndjson';

/** The folder of Allure results inside the output folder. */
export const ALLURE_FOLDER = 'allure-results';

/** Removes what a run adds to rather than replaces, or does not always write: evidence, ledger, shard file, Allure results. */
export async function clearOutputFolder(outDir: string): Promise<void> {
  await rm(path.join(outDir, EVIDENCE_FILE), { force: true });
  await writeFile(path.join(outDir, LEDGER_FILE), '');
  await rm(path.join(outDir, SHARD_FILE), { force: true });
  await rm(path.join(outDir, ALLURE_FOLDER), { recursive: true, force: true });
}

/** Makes the output folder, before anything is sent. @throws UsageError when it cannot be written to */
export async function makeOutputFolder(outDir: string): Promise<void> {
  try {
    await mkdir(outDir, { recursive: true });
    await access(outDir, constants.W_OK);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError(
      'OUT_NOT_WRITABLE',
      `--out: cannot write to the folder ${outDir} (${why}). Give a folder that you may write to.`,
    );
  }
}
