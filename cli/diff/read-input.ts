import path from 'node:path';
import { UsageError } from '../../harness/usage-error.js';
import type { RunResult } from '../../schemas/report/results.generated.js';
import { BundleError, looksLikeZip, openBundleFile } from '../bundle/zip-reader.js';
import type { Io } from '../io.js';
import { RESULTS_FILE, readResults, resultsFileOf, resultsFrom } from '../results-file.js';

/** Results of more bytes than this are not read into memory. */
const LARGEST_RESULTS = 256 * 1024 * 1024;

/**
 * The results that a user means by a report folder, a results file or an acceptance bundle. Whether a bundle is intact beyond its
 * structure is what `verify` tells.
 *
 * @throws UsageError `RESULTS_UNREADABLE`, `RESULTS_INVALID`
 */
export async function readInput(input: string, io: Pick<Io, 'cwd'>): Promise<RunResult> {
  const shown = resultsFileOf(input, io.cwd);
  const file = path.resolve(io.cwd, shown);
  // What cannot be opened at all is told by the reader of results files.
  const zipped = await looksLikeZip(file).catch(() => false);
  return zipped ? bundledResults(file, shown) : readResults(file, shown, 'diff');
}

async function bundledResults(file: string, shown: string): Promise<RunResult> {
  try {
    const { files, open } = await openBundleFile(file);
    const size = files.get(RESULTS_FILE);
    if (size === undefined || size > LARGEST_RESULTS) {
      throw new UsageError(
        'RESULTS_UNREADABLE',
        `diff: the bundle ${shown} has ${size === undefined ? `no ${RESULTS_FILE}` : `a ${RESULTS_FILE} of ${size} bytes, expected at most ${LARGEST_RESULTS}`}.`,
      );
    }
    const chunks: Buffer[] = [];
    for await (const chunk of open(RESULTS_FILE) as AsyncIterable<Buffer>) chunks.push(chunk);
    return resultsFrom(Buffer.concat(chunks).toString('utf8'), `${RESULTS_FILE} in ${shown}`, 'diff');
  } catch (error) {
    if (!(error instanceof BundleError)) throw error;
    throw new UsageError(
      'RESULTS_UNREADABLE',
      `diff: cannot read the bundle ${shown}: ${error.where}: ${error.message}`,
    );
  }
}
