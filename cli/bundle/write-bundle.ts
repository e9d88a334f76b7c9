import { createHash } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../../harness/usage-error.js';
import { evaluate } from '../../reports/acceptance/evaluate.js';
import { IN_TOTO, keyIdOf, signEnvelope } from '../../reports/bundle/dsse.js';
import { envelopeText, fileText, statementOf } from '../../reports/bundle/statement.js';
import { manifestOf } from '../../reports/manifest.js';
import type { Acceptance, ManifestFile, RunResult } from '../../schemas/report/results.generated.js';
import { EVIDENCE_FILE } from '../run/output-folder.js';
import { MANIFEST } from '../verify/files.js';
import { ACCEPTANCE, configurationFiles, ENVELOPE } from './contents.js';
import type { BundleSettings } from './settings.js';
import { zipOf } from './zip-writer.js';

/** What a bundle is made of. */
export interface BundleParts {
  readonly result: RunResult;
  /** The report folder, absolute. */
  readonly outDir: string;
  /** Its files, without its manifest: results, evidence, reports. */
  readonly names: readonly string[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** A bundle that was written. */
export interface WrittenBundle {
  readonly acceptance: Acceptance;
  /** Of the key that signed it; null: not signed. */
  readonly keyId: string | null;
}

const sumOf = (name: string, content: Uint8Array): ManifestFile => ({
  name,
  sha256: createHash('sha256').update(content).digest('hex'),
  bytes: content.length,
});

/**
 * Evaluates a run by the profile and writes the bundle, whole or not at all. A run that is rejected gets its bundle too: it says why.
 *
 * @throws UsageError `BUNDLE_WITHOUT_EVIDENCE`, `BUNDLE_NOT_WRITABLE`
 */
export async function writeBundle(
  { result, outDir, names, now }: BundleParts,
  { file, shown, profile, key }: BundleSettings,
): Promise<WrittenBundle> {
  if (!names.includes(EVIDENCE_FILE)) {
    throw new UsageError(
      'BUNDLE_WITHOUT_EVIDENCE',
      `--bundle: the report folder has no ${EVIDENCE_FILE} that its manifest names, and a bundle without evidence shows nothing. Give the folder that the run wrote.`,
    );
  }
  const acceptance = evaluate(result, profile, now);
  const contents = new Map<string, Uint8Array>();
  for (const name of names) if (name !== MANIFEST) contents.set(name, await readFile(path.join(outDir, name)));
  for (const [name, text] of configurationFiles(result)) contents.set(name, Buffer.from(text));
  contents.set(ACCEPTANCE, Buffer.from(fileText(acceptance)));
  const sums = [...contents].map(([name, content]) => sumOf(name, content));
  const manifest = Buffer.from(fileText(manifestOf(sums, result)));
  contents.set(MANIFEST, manifest);
  if (key !== null) {
    const statement = statementOf([...sums, sumOf(MANIFEST, manifest)], result, acceptance);
    const payload = Buffer.from(JSON.stringify(statement));
    contents.set(ENVELOPE, Buffer.from(envelopeText(signEnvelope(IN_TOTO, payload, key))));
  }
  await writeWhole(file, shown, zipOf(contents));
  return { acceptance, keyId: key === null ? null : keyIdOf(key) };
}

async function writeWhole(file: string, shown: string, content: Uint8Array): Promise<void> {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
  try {
    await writeFile(temporary, content);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError(
      'BUNDLE_NOT_WRITABLE',
      `--bundle: cannot write ${shown} (${why}). Give a path that you may write to.`,
    );
  }
}
