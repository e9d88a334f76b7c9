import path from 'node:path';
import { ONLY_CASE } from '../../harness/scenario.js';
import { UsageError } from '../../harness/usage-error.js';
import type { Finding, RunResult } from '../../schemas/report/results.generated.js';
import type { Io } from '../io.js';
import { readResults, resultsFileOf } from '../results-file.js';

/** What to send again: one case of one scenario under the seed that found it. */
export interface Replay {
  readonly finding: Finding;
  readonly seed: number;
  readonly situation: string;
  readonly path: string;
  /** The statement under which it was found: what is claimed decides what is generated. */
  readonly ics: RunResult['ics'];
}

/**
 * Looks a finding up in a results file.
 *
 * @param results the file, or a folder that holds it as results.json
 * @throws UsageError naming the findings that there are
 */
export function readReplay(findingId: string, results: string, io: Pick<Io, 'cwd'>): Replay {
  const file = resultsFileOf(results, io.cwd);
  const { requirements, seed, ics } = readResults(path.resolve(io.cwd, file), file, '--replay');
  const findings = requirements.flatMap((requirement) => requirement.findings);
  const finding = findings.find(({ id }) => id === findingId);
  if (finding === undefined) {
    const known = findings.map(({ id }) => id);
    throw new UsageError(
      'FINDING_UNKNOWN',
      `--replay: ${file} has no finding ${JSON.stringify(findingId)}. ${known.length === 0 ? 'It has none at all.' : `It has: ${known.slice(0, 20).join(', ')}.`}`,
    );
  }
  if (finding.path === null) {
    throw new UsageError(
      'FINDING_NOT_REPLAYABLE',
      `--replay: ${findingId} was judged on all traffic of its run and has no case of its own. Run again with --only ${finding.requirement} --seed ${seed}.`,
    );
  }
  return { finding, seed, situation: finding.case ?? ONLY_CASE, path: finding.path, ics };
}
