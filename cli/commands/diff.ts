import { UsageError } from '../../harness/usage-error.js';
import { EXIT } from '../../harness/verdict.js';
import { compareResults } from '../../reports/diff.js';
import { renderDiffMarkdown, renderDiffText } from '../../reports/diff-text.js';
import { readInput } from '../diff/read-input.js';
import type { Io } from '../io.js';

/** The options of `diff` as they stand on the command line. */
export interface DiffOptions {
  readonly json?: boolean;
  readonly markdown?: boolean;
}

/** Compares the results of two runs. Resolves with the exit code: 1 when the later one is worse, else 0. @throws UsageError */
export async function diff(before: string, after: string, options: DiffOptions, io: Io): Promise<number> {
  if (options.json === true && options.markdown === true) {
    throw new UsageError(
      'ONE_FORMAT',
      'diff: --json and --markdown are two forms of one output: leave one of them out.',
    );
  }
  const [old, now] = [await readInput(before, io), await readInput(after, io)];
  if (old.protocol !== now.protocol || old.role !== now.role) {
    throw new UsageError(
      'NOT_COMPARABLE',
      `diff: ${before} is about a ${old.protocol} ${old.role}, ${after} about a ${now.protocol} ${now.role}. Compare results of one protocol and role.`,
    );
  }
  const compared = compareResults(old, now);
  if (options.json === true) io.out(JSON.stringify(compared, null, 2));
  else io.out((options.markdown === true ? renderDiffMarkdown(compared) : renderDiffText(compared)).trimEnd());
  return compared.worse ? EXIT.notConformant : EXIT.conformant;
}
