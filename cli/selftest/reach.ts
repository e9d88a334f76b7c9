import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import { isDeepStrictEqual } from 'node:util';
import type { Fault } from '../../reference/lesspay/bite.js';
import { annexA, type Decisions } from '../../reference/lesspay/decisions.js';
import { lesspayScenarios } from '../../suites/lesspay/index.js';
import { type Call, called, changedNames, isWitnessed, telling } from './changed-decisions.js';
import { experiment } from './experiment.js';

/** A fault or a variant, as far as it decides otherwise. */
export type Change = Pick<Fault, 'change' | 'remembers'>;

type Ids = ReadonlySet<string>;

/** One changed decision, to be asked beside that of Annex A. */
interface Rival {
  readonly decision: (...args: never[]) => unknown;
  /** The scenarios in which it answered otherwise. */
  readonly differsIn: Set<string>;
}

/**
 * All that scenarios share is the platform and its clock, which only exclusive ones can move. They run after everything else, and
 * then orders of others expire and webhooks of others are repeated: whatever runs, runs with them.
 */
const clockMovers: readonly string[] = lesspayScenarios.filter(({ exclusive }) => exclusive).map(({ id }) => id);

/** For each seed and change the scenarios that it reaches. */
const reached = new Map<number, Map<Fault['change'], Promise<Ids>>>();

/**
 * Measures for many changes at once which scenarios they reach: one pass over the platform of Annex A for all of them. What was
 * measured before is not measured again.
 */
export async function measureReach(changes: readonly Change[], seed: number): Promise<void> {
  const known = reached.get(seed) ?? new Map<Fault['change'], Promise<Ids>>();
  reached.set(seed, known);
  const unknown = changes.filter(({ change }) => !known.has(change));
  if (unknown.length === 0) return;
  const measured = measure(unknown, seed);
  for (const [index, { change }] of unknown.entries()) {
    known.set(
      change,
      measured.then((all) => all[index] ?? new Set()),
    );
  }
  await measured;
}

/**
 * The ids of the scenarios that a change can make a difference to. Every other one asks the changed decisions nothing, or
 * nothing that they answer otherwise: it gets the same answers and webhooks as on the platform of Annex A, takes the same
 * course, and cannot fail. A change that answers nothing otherwise reaches all that ask it. With whatever a change reaches run
 * the scenarios that move the clock.
 */
export async function scenariosReaching(change: Change, seed: number): Promise<Ids> {
  await measureReach([change], seed);
  return (await reached.get(seed)?.get(change.change)) ?? new Set();
}

/**
 * Runs every scenario on the platform of Annex A; each changed decision is asked whatever that of Annex A is asked. It counts for
 * the scenario that led there: also when an order of it expires, or a webhook is repeated, while another one moves the clock.
 */
async function measure(changes: readonly Change[], seed: number): Promise<Ids[]> {
  const askedIn = new Map<string, Set<string>>();
  const rivals = new Map<string, Rival[]>();
  const reaches = changes.map((change) => reachOf(change, askedIn, rivals));
  const whose = new AsyncLocalStorage<string>();
  const asked = (name: string): void => {
    const scenario = whose.getStore();
    if (scenario === undefined) return;
    const scenarios = askedIn.get(name);
    if (scenarios === undefined) askedIn.set(name, new Set([scenario]));
    else scenarios.add(scenario);
  };
  const witness = (name: string, args: readonly unknown[], plain: Call): void => {
    const scenario = whose.getStore();
    if (scenario === undefined) return;
    for (const { decision, differsIn } of rivals.get(name) ?? []) {
      if (!differsIn.has(scenario) && !isSame(plain, called(decision, args))) differsIn.add(scenario);
    }
  };
  await experiment(telling(asked, witness), seed, {
    within: (scenario, work) => whose.run(scenario, work),
    planned: (task) => AsyncResource.bind(task),
  });
  return reaches.map((reach) => reach());
}

/** Enters the rivals of the change; the result tells, once all scenarios have run, which of them it reaches. */
function reachOf(
  { change, remembers }: Change,
  askedIn: ReadonlyMap<string, Ids>,
  rivals: Map<string, Rival[]>,
): () => Ids {
  const changed = changedBy(change);
  const names = changedNames(changed);
  const differences = names.map((name) => {
    const decision = decisionNamed(changed, name);
    // What remembers must be asked exactly what it is asked when it decides.
    if (remembers === true || !isWitnessed(name, decision) || !isWitnessed(name, decisionNamed(annexA, name)))
      return null;
    const rival: Rival = { decision, differsIn: new Set() };
    const known = rivals.get(name);
    if (known === undefined) rivals.set(name, [rival]);
    else known.push(rival);
    return rival.differsIn;
  });
  return () => {
    const asks = names.map((name) => askedIn.get(name) ?? []);
    const reach = new Set(names.flatMap((_name, index) => [...(differences[index] ?? asks[index] ?? [])]));
    const run = reach.size > 0 ? [...reach] : asks.flatMap((scenarios) => [...scenarios]);
    return new Set(run.length > 0 ? [...run, ...clockMovers] : []);
  };
}

/** A change that cannot be made reaches nothing; whoever plants it learns why. */
function changedBy(change: Change['change']): Decisions {
  try {
    return change(annexA);
  } catch {
    return annexA;
  }
}

function decisionNamed(decisions: Decisions, name: string): unknown {
  const [group = '', member] = name.split('.');
  const found = (decisions as unknown as Readonly<Record<string, Readonly<Record<string, unknown>>>>)[group];
  return member === undefined ? found : found?.[member];
}

function isSame(one: Call, other: Call): boolean {
  if ('thrown' in one || 'thrown' in other) return 'thrown' in one && 'thrown' in other && sameError(one, other);
  const [a, b] = [one.returned, other.returned];
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  // The order of members shows on the wire; what JSON leaves out may count inside.
  return a === b || (JSON.stringify(a) === JSON.stringify(b) && isDeepStrictEqual(a, b));
}

function sameError({ thrown: a }: { readonly thrown: unknown }, { thrown: b }: { readonly thrown: unknown }): boolean {
  return a instanceof Error && b instanceof Error ? a.name === b.name && a.message === b.message : a === b;
}
