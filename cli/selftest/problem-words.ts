import type { FaultOutcome, FaultProblem } from './outcome.js';

function inWords({ survivors, must, overKills, hits, message }: FaultOutcome, problem: FaultProblem): string {
  switch (problem) {
    case 'survivor':
      return must.length === 0
        ? 'SURVIVOR: no requirement is listed that must fail'
        : `SURVIVOR: ${survivors.join(', ')} must fail and did not`;
    case 'overKill':
      return `OVER-KILL: ${overKills.join(', ')} failed and ${overKills.length === 1 ? 'is' : 'are'} not listed`;
    case 'neverExecuted': {
      const names = Object.keys(hits);
      return names.length === 0
        ? 'NEVER EXECUTED: the change changes no decision'
        : `NEVER EXECUTED: ${names.join(', ')} ${names.length === 1 ? 'was' : 'were'} never asked`;
    }
    case 'broken':
      return `BROKEN: ${message ?? 'no reason is known'}`;
  }
}

/** A sentence for everything that is wrong about the outcome of a fault. */
export function explained(outcome: FaultOutcome): string[] {
  return outcome.problems.map((problem) => inWords(outcome, problem));
}
