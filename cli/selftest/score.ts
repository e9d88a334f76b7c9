import { lesspayRequirements } from '../../protocols/lesspay/requirements/index.js';
import { lesspayObservers } from '../../suites/lesspay/index.js';
import { scenariosByRequirement } from '../../suites/lesspay/scenarios-by-requirement.js';
import type { FaultOutcome, Outcome, VariantOutcome } from './outcome.js';

/** What a self-test amounts to. */
export interface Score {
  readonly faults: {
    readonly total: number;
    readonly caught: number;
    readonly survivors: number;
    readonly overKills: number;
    readonly neverExecuted: number;
    readonly broken: number;
  };
  readonly variants: { readonly total: number; readonly clean: number };
  /** Ids of covered requirements that no fault has shown to be able to fail. */
  readonly unproven: readonly string[];
  /** The faults that were not caught as listed, with the requirements that they prove all the same. */
  readonly uncaught: readonly { readonly id: string; readonly proves: readonly string[] }[];
}

/** Requirements that a run against a platform can fail: in force, not only informative, with a scenario or an observer. */
export function coveredRequirements(): string[] {
  const byScenario = scenariosByRequirement();
  const observed = new Set(lesspayObservers.map(({ requirement }) => requirement));
  return lesspayRequirements
    .filter(({ role, level }) => role === 'platform' && level !== 'withdrawn' && level !== 'info')
    .map(({ id }) => id)
    .filter((id) => byScenario.has(id) || observed.has(id));
}

/** Requirements that failed where a fault says they must. */
export function provenRequirements(matrix: readonly Outcome[]): ReadonlySet<string> {
  return new Set(matrix.filter(isFault).flatMap(provenBy));
}

/** What one fault has proven: the requirements that failed because they must. */
export function provenBy({ problems, must, survivors }: FaultOutcome): string[] {
  if (problems.includes('broken') || problems.includes('neverExecuted')) return [];
  return must.filter((requirement) => !survivors.includes(requirement));
}

/** Counts a matrix. */
export function scoreOf(matrix: readonly Outcome[]): Score {
  const faults = matrix.filter(isFault);
  const variants = matrix.filter(isVariant);
  const proven = provenRequirements(matrix);
  const count = (problem: FaultOutcome['problems'][number]): number =>
    faults.filter(({ problems }) => problems.includes(problem)).length;
  return {
    faults: {
      total: faults.length,
      caught: faults.filter(({ problems }) => problems.length === 0).length,
      survivors: count('survivor'),
      overKills: count('overKill'),
      neverExecuted: count('neverExecuted'),
      broken: count('broken'),
    },
    variants: { total: variants.length, clean: variants.filter(({ clean }) => clean).length },
    unproven: coveredRequirements().filter((id) => !proven.has(id)),
    uncaught: faults
      .filter(({ problems }) => problems.length > 0)
      .map((outcome) => ({ id: outcome.id, proves: provenBy(outcome) })),
  };
}

export function isFault(outcome: Outcome): outcome is FaultOutcome {
  return outcome.kind === 'fault';
}

export function isVariant(outcome: Outcome): outcome is VariantOutcome {
  return outcome.kind === 'variant';
}
