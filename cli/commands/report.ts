import { realpathSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../../harness/usage-error.js';
import { EXIT } from '../../harness/verdict.js';
import { DEFAULT_REPORT_KINDS, parseReportKinds, type ReportKind } from '../../reports/report-kinds.js';
import { renderTerminal } from '../../reports/terminal.js';
import { writeReports } from '../../reports/write.js';
import { bundleInWords, exitCodeWith } from '../bundle/announce.js';
import { type BundleOptions, type BundleSettings, readBundleSettings } from '../bundle/settings.js';
import { type BundleParts, writeBundle } from '../bundle/write-bundle.js';
import type { Io } from '../io.js';
import { mergeShards } from '../report/merge.js';
import { readShards } from '../report/shards.js';
import { untouchedFiles } from '../report/untouched.js';
import { RESULTS_FILE, readResults, resultsFileOf } from '../results-file.js';
import { clearOutputFolder, EVIDENCE_FILE, LEDGER_FILE, makeOutputFolder } from '../run/output-folder.js';

/** The options of `report` as they stand on the command line. */
export interface ReportOptions extends BundleOptions {
  readonly merge?: boolean;
  readonly out?: string;
  readonly report?: string;
}

/** Where reports go when `--merge` is not told. */
const DEFAULT_OUT = 'conformance-report';

/** Renders the reports of results files again, or joins shards. Resolves with the exit code. */
export async function report(inputs: readonly string[], options: ReportOptions, io: Io): Promise<number> {
  const kinds = options.report === undefined ? DEFAULT_REPORT_KINDS : parseReportKinds(options.report);
  if (options.merge === true) return merge(inputs, options, kinds, io);
  if (inputs.length > 1 && options.out !== undefined) {
    throw new UsageError(
      'ONE_OUT_FOR_SEVERAL',
      `--out: ${inputs.length} results cannot go into one folder. Add --merge if they are shards of one run, or leave --out out.`,
    );
  }
  if (inputs.length > 1 && options.bundle !== undefined) {
    throw new UsageError(
      'ONE_BUNDLE_FOR_SEVERAL',
      `--bundle: a bundle is of one run, and ${inputs.length} were given.`,
    );
  }
  let code: number = EXIT.conformant;
  for (const input of inputs) code = await render(input, options, kinds, io);
  return code;
}

async function render(input: string, options: ReportOptions, kinds: readonly ReportKind[], io: Io): Promise<number> {
  const { out } = options;
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
  const bundle = readBundleSettings(options, io, outDir);
  if (bundle !== null && !inPlace) {
    throw new UsageError(
      'BUNDLE_ELSEWHERE',
      '--bundle: a bundle holds the evidence, which is not written to --out. Leave --out out.',
    );
  }
  const extraFiles = inPlace ? await untouchedFiles(outDir, outName) : [];
  const written = await writeReports(result, { outDir, kinds, extraFiles });
  const names = written.map(({ name }) => name);
  io.out(`${outName} holds: ${names.join(', ')}`);
  return bundle === null ? EXIT.conformant : writeAndAnnounce({ result, outDir, names }, bundle, EXIT.conformant, io);
}

/** Writes the bundle and says what it says. Resolves with the exit code. */
async function writeAndAnnounce(
  parts: Omit<BundleParts, 'now'>,
  bundle: BundleSettings,
  own: number,
  io: Io,
): Promise<number> {
  const bundled = await writeBundle({ ...parts, now: io.now() }, bundle);
  io.out(bundleInWords(bundled, bundle));
  return exitCodeWith(bundled, own);
}

async function merge(
  inputs: readonly string[],
  options: ReportOptions,
  kinds: readonly ReportKind[],
  io: Io,
): Promise<number> {
  const outName = options.out ?? DEFAULT_OUT;
  const [first, ...others] = readShards(inputs, io.cwd);
  if (first === undefined) throw new UsageError('SHARD_MISSING', '--merge: give the output folders of the shards.');
  const outDir = path.resolve(io.cwd, outName);
  const bundle = readBundleSettings(options, io, outDir);
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
  return bundle === null ? result.exitCode : writeAndAnnounce({ result, outDir, names }, bundle, result.exitCode, io);
}
