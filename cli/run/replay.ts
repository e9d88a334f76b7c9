import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ONLY_CASE } from '../../harness/scenario.js';
import { UsageError } from '../../harness/usage-error.js';
import type { Finding, RunResult } from '../../schemas/report/results.generated.js';
import { validator } from '../../schemas/validator.js';
import type { Io } from '../io.js';

/** What to send again: one case of one scenario under the seed that found it. */
export interface Replay {
  readonly finding: Finding;
  readonly seed: number;
  readonly situation: string;
  readonly path: string;
  /** The statement under which it was found: what is claimed decides what is generated. */
  readonly ics: RunResult['ics'];
}

/** Looks a finding up in a results file. @throws UsageError naming the findings that there are */
export function readReplay(findingId: string, file: string, io: Pick<Io, 'cwd'>): Replay {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path.resolve(io.cwd, file), 'utf8'));
  } catch (error) {
    throw new UsageError(
      'RESULTS_UNREADABLE',
      `--replay: cannot read the results file ${file}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const [problem] = validator('report/results')(value);
  if (problem !== undefined) {
    throw new UsageError(
      'RESULTS_INVALID',
      `--replay: ${file} is not a results file of this suite: at ${problem.path || '/'}, expected ${problem.expected}.`,
    );
  }
  const { requirements, seed, ics } = value as RunResult;
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
