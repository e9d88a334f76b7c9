import type { Fault } from '../../reference/lesspay/bite.js';
import { annexA } from '../../reference/lesspay/decisions.js';
import { experiment } from './experiment.js';
import { countHits, type Hits } from './hit-counters.js';
import type { Failure, FaultOutcome, FaultProblem, VariantOutcome } from './outcome.js';
import { type Change, scenariosReaching } from './reach.js';
import type { Findings } from './run-all.js';

/** Several conforming behaviours at once; of none: the platform of Annex A. */
export interface VariantCombination {
  readonly id: string;
  readonly behaviour: string;
  readonly changes: readonly Change[];
}

/**
 * Plants the defect in a new platform and compares what failed with what the fault lists. Never throws.
 *
 * @param exhaustive true: runs also the scenarios that the change does not reach
 */
export async function judgeFault(fault: Fault, seed: number, exhaustive = false): Promise<FaultOutcome> {
  const { id, defect, area, layer, where, must, may } = fault;
  const known = { kind: 'fault' as const, id, defect, area, layer, where, must, may };
  const hits: Hits = new Map();
  try {
    const changed = fault.change(annexA);
    const only = exhaustive ? {} : { only: await scenariosReaching(fault, seed) };
    const found = await experiment(countHits(changed, hits), seed, only);
    const message = messageOf(found);
    const failures = failuresOf(found);
    const failed = new Set(failures.map(({ requirement }) => requirement));
    const listed = new Set([...must, ...may]);
    const survivors = must.filter((requirement) => !failed.has(requirement));
    const overKills = [...failed].filter((requirement) => !listed.has(requirement));
    const problems: FaultProblem[] = [];
    if (message !== null) problems.push('broken');
    // A requirement whose scenarios broke cannot fail; that it survived says nothing then.
    else if (survivors.length > 0 || must.length === 0) problems.push('survivor');
    if (overKills.length > 0) problems.push('overKill');
    if ([...hits.values()].every((times) => times === 0)) problems.push('neverExecuted');
    return { ...known, problems, survivors, overKills, failures, hits: Object.fromEntries(hits), message };
  } catch (error) {
    return { ...brokenFault(fault, errorText(error)), hits: Object.fromEntries(hits) };
  }
}

/** The outcome of a fault whose platform crashed or never answered. */
export function brokenFault(fault: Fault, message: string): FaultOutcome {
  const { id, defect, area, layer, where, must, may } = fault;
  return {
    kind: 'fault',
    ...{ id, defect, area, layer, where, must, may },
    problems: ['broken'],
    survivors: [],
    overKills: [],
    failures: [],
    hits: {},
    message,
  };
}

/**
 * Runs against the conforming platform what a change can make a difference to, and everything where several come together or
 * none; whatever fails is a false alarm. Never throws.
 */
export async function judgeVariants(combination: VariantCombination, seed: number): Promise<VariantOutcome> {
  const { id, behaviour, changes } = combination;
  try {
    const decided = changes.reduce((decisions, { change }) => change(decisions), annexA);
    const [first] = changes;
    const only = changes.length === 1 && first !== undefined ? { only: await scenariosReaching(first, seed) } : {};
    const found = await experiment(decided, seed, only);
    const message = messageOf(found);
    const failures = failuresOf(found);
    return { kind: 'variant', id, behaviour, clean: message === null && failures.length === 0, failures, message };
  } catch (error) {
    return brokenVariant(combination, errorText(error));
  }
}

/** The outcome of a variant whose platform crashed or never answered. */
export function brokenVariant({ id, behaviour }: VariantCombination, message: string): VariantOutcome {
  return { kind: 'variant', id, behaviour, clean: false, failures: [], message };
}

function errorText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function messageOf({ errors }: Findings): string | null {
  return errors.length === 0 ? null : errors.map(({ where, message }) => `${where}: ${message}`).join('\n');
}

function failuresOf({ requirements }: Findings): Failure[] {
  return requirements
    .filter(({ verdict }) => verdict === 'fail')
    .map(({ id, findings }) => {
      const [finding] = findings;
      const violation = finding?.violations[0];
      return {
        requirement: id,
        scenario: finding?.scenario ?? '',
        case: finding?.case ?? null,
        expected: violation?.expected ?? '',
        received: violation?.received ?? '',
      };
    });
}
