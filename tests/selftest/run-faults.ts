import { judgeFault } from '../../cli/selftest/judge-bite.js';
import type { FaultOutcome, FaultProblem } from '../../cli/selftest/outcome.js';
import { measureReach } from '../../cli/selftest/reach.js';
import type { Fault } from '../../reference/lesspay/bite.js';

/** Plants each fault in a platform of its own and runs against it the scenarios that it reaches, one fault after another. */
export async function runFaults(faults: readonly Fault[], seed = 1): Promise<FaultOutcome[]> {
  await measureReach(faults, seed);
  const outcomes: FaultOutcome[] = [];
  for (const fault of faults) outcomes.push(await judgeFault(fault, seed));
  return outcomes;
}

/** What is wrong with the outcomes, one readable line each: for `expect(problemsOf(outcomes)).toEqual([])`. */
export function problemsOf(outcomes: readonly FaultOutcome[]): string[] {
  return outcomes.flatMap((outcome) =>
    outcome.problems.map((problem) => `${outcome.id}: ${inWords(outcome, problem)}`),
  );
}

function inWords({ survivors, overKills, failures, hits, message }: FaultOutcome, problem: FaultProblem): string {
  switch (problem) {
    case 'survivor':
      return `survived ${survivors.join(', ')}; failed ${failures.map(({ requirement }) => requirement).join(', ')}`;
    case 'overKill':
      return failures
        .filter(({ requirement }) => overKills.includes(requirement))
        .map(
          ({ requirement, scenario, case: situation, expected, received }) =>
            `also failed ${requirement} in ${scenario} [${situation ?? ''}]: expected ${expected}; received ${received}`,
        )
        .join('\n');
    case 'neverExecuted':
      return `never executed (${Object.keys(hits).join(', ') || 'nothing is changed'})`;
    case 'broken':
      return `broken: ${message}`;
  }
}
