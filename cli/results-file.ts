import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../harness/usage-error.js';
import type { RunResult } from '../schemas/report/results.generated.js';
import { validator } from '../schemas/validator.js';

/**
 * Reads a file of an output folder and checks it against its schema.
 *
 * @param file absolute
 * @param shown the same as the user wrote it
 * @param option what the user asked for, the beginning of the message
 * @throws UsageError `RESULTS_UNREADABLE`, `RESULTS_INVALID`
 */
export function readOutputFile(file: string, shown: string, option: string, kind: string, schema: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw unreadable(shown, option, kind, error);
  }
  return checked(text, shown, option, kind, schema);
}

function checked(text: string, shown: string, option: string, kind: string, schema: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw unreadable(shown, option, kind, error);
  }
  const [problem] = validator(schema)(value);
  if (problem !== undefined) {
    throw new UsageError(
      'RESULTS_INVALID',
      `${option}: ${shown} is not a ${kind} file of this suite: at ${problem.path || '/'}, expected ${problem.expected}.`,
    );
  }
  return value;
}

function unreadable(shown: string, option: string, kind: string, error: unknown): UsageError {
  return new UsageError(
    'RESULTS_UNREADABLE',
    `${option}: cannot read the ${kind} file ${shown}: ${error instanceof Error ? error.message : String(error)}`,
  );
}

/** The name of a results file inside an output folder. */
export const RESULTS_FILE = 'results.json';

/** The results file that a user means by a file, or by a folder that holds it. */
export function resultsFileOf(input: string, cwd: string): string {
  const isFolder = statSync(path.resolve(cwd, input), { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder ? path.join(input, RESULTS_FILE) : input;
}

/** Reads a results file. @throws UsageError as `readOutputFile` does */
export function readResults(file: string, shown: string, option: string): RunResult {
  return readOutputFile(file, shown, option, 'results', 'report/results') as RunResult;
}

/** Results that were read from elsewhere, checked in the same way. @throws UsageError as `readOutputFile` does */
export function resultsFrom(text: string, shown: string, option: string): RunResult {
  return checked(text, shown, option, 'results', 'report/results') as RunResult;
}
