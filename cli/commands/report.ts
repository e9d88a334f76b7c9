import { realpathSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../../harness/usage-error.js';
import { EXIT } from '../../harness/verdict.js';
import { DEFAULT_REPORT_KINDS, parseReportKinds, type ReportKind } from '../../reports/report-kinds.js';
import { renderTerminal } from '../../reports/terminal.js';
import { writeReports } from '../../reports/write.js';
import type { Io } from '../io.js';
import { mergeShards } from '../report/merge.js';
import { readShards } from '../report/shards.js';
import { untouchedFiles } from '../report/untouched.js';
import { RESULTS_FILE, readResults, resultsFileOf } from '../results-file.js';
import { clearOutputFolder, EVIDENCE_FILE, LEDGER_FILE, makeOutputFolder } from '../run/output-folder.js';

/** The options of `report` as they stand on the command line. */
export interface ReportOptions {
  readonly merge?: boolean;
  readonly out?: string;
  readonly report?: string;
}

/** Where reports go when `--merge` is not told. */
const DEFAULT_OUT = 'conformance-report';

/** Renders the reports of results files again, or joins shards. Resolves with the exit code. */
export async function report(inputs: readonly string[], options: ReportOptions, io: Io): Promise<number> {
  const kinds = options.report === undefined ? DEFAULT_REPORT_KINDS : parseReportKinds(options.report);
  if (options.merge === true) return merge(inputs, options.out ?? DEFAULT_OUT, kinds, io);
  if (inputs.length > 1 && options.out !== undefined) {
    throw new UsageError(
      'ONE_OUT_FOR_SEVERAL',
      `--out: ${inputs.length} results cannot go into one folder. Add --merge if they are shards of one run, or leave --out out.`,
    );
  }
  for (const input of inputs) await render(input, options.out, kinds, io);
  return EXIT.conformant;
}

async function render(input: string, out: string | undefined, kinds: readonly ReportKind[], io: Io): Promise<void> {
  const shown = resultsFileOf(input, io.cwd);
  const file = path.resolve(io.cwd, shown);
  const result = readResults(file, shown, 'report');
  const outName = out ?? path.dirname(shown);
  const outDir = path.resolve(io.cwd, outName);
  const inPlace = outDir === path.dirname(file);
  if (inPlace && path.basename(file) !== RESULTS_FILE) {
    throw new UsageError(
      'OUT_MISSING',
      `report: a report folder holds its result as ${RESULTS_FILE}, and ${shown} has another name. Give a folder with --out.`,
    );
  }
  const extraFiles = inPlace ? await untouchedFiles(outDir, outName) : [];
  const written = await writeReports(result, { outDir, kinds, extraFiles });
  io.out(`${outName} holds: ${written.map(({ name }) => name).join(', ')}`);
}

async function merge(
  inputs: readonly string[],
  outName: string,
  kinds: readonly ReportKind[],
  io: Io,
): Promise<number> {
  const [first, ...others] = readShards(inputs, io.cwd);
  if (first === undefined) throw new UsageError('SHARD_MISSING', '--merge: give the output folders of the shards.');
  const outDir = path.resolve(io.cwd, outName);
  await makeOutputFolder(outDir);
  const shard = [first, ...others].find(({ dir }) => realpathSync(dir) === realpathSync(outDir));
  if (shard !== undefined) {
    throw new UsageError('OUT_IS_SHARD', `--out: ${outName} is a shard itself. Give a folder of its own.`);
  }
  await clearOutputFolder(outDir);
  const result = await mergeShards([first, ...others], { outDir, resultsName: path.join(outName, RESULTS_FILE) });
  const written = await writeReports(result, { outDir, kinds, extraFiles: [EVIDENCE_FILE, LEDGER_FILE] });
  const names = written.map(({ name }) => name);
  io.out(renderTerminal(result, { color: io.color, written: { outDir: outName, names } }).trimEnd());
  return result.exitCode;
}
