import { annexA, type Decisions } from '../../reference/lesspay/decisions.js';
import { experiment } from './experiment.js';

type Members = Readonly<Record<string, unknown>>;
type Groups = Readonly<Record<string, Members>>;

/** These are gone through as lists: only a check that is made was asked. One that were missing here would count too often. */
const CHECKS: ReadonlySet<string> = new Set<keyof Decisions>([
  'createPayin',
  'createPayinRules',
  'fetchPayin',
  'createPayout',
  'createPayoutRules',
  'createBatch',
  'batchDetail',
  'createBatchRules',
  'fetchPayout',
  'triggerNotify',
  'listBanks',
  'listBanksRules',
  'fetchBalance',
  'fetchBalanceRules',
]);

/** The decisions of Annex A, telling `asked` the name of each one that is used: `lookup` and `lookup.maySee`. */
export function telling(asked: (name: string) => void): Decisions {
  const decisions: Record<string, unknown> = {};
  for (const [name, group] of Object.entries(annexA as unknown as Groups)) {
    const members = Array.isArray(group)
      ? group
      : CHECKS.has(name)
        ? tellingCalls(name, group, asked)
        : tellingReads(name, group, asked);
    Object.defineProperty(decisions, name, {
      enumerable: true,
      get() {
        asked(name);
        return members;
      },
    });
  }
  return decisions as unknown as Decisions;
}

function tellingCalls(group: string, checks: Members, asked: (name: string) => void): Members {
  return Object.fromEntries(
    Object.entries(checks).map(([name, check]) => [
      name,
      (...args: unknown[]): unknown => {
        asked(group);
        asked(`${group}.${name}`);
        return typeof check === 'function' ? Reflect.apply(check, checks, args) : check;
      },
    ]),
  );
}

function tellingReads(group: string, members: Members, asked: (name: string) => void): Members {
  const watched: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(members)) {
    Object.defineProperty(watched, name, {
      enumerable: true,
      get() {
        asked(group);
        asked(`${group}.${name}`);
        return value;
      },
    });
  }
  return watched;
}

/**
 * The names of the decisions that differ from Annex A, as `telling` tells them. Where members were added or left out, the whole
 * group differs.
 */
export function changedNames(changed: Decisions): string[] {
  const plain = annexA as unknown as Groups;
  return Object.entries(changed as unknown as Groups).flatMap(([name, group]) => {
    const before = plain[name];
    if (group === before) return [];
    const members = Object.keys(group);
    const isSameForm = !Array.isArray(group) && before !== undefined && members.join() === Object.keys(before).join();
    if (!isSameForm) return [name];
    return members.filter((member) => group[member] !== before[member]).map((member) => `${name}.${member}`);
  });
}

/** For each decision, and each group of them, the ids of the scenarios that lead to its being asked on the platform of Annex A. */
export type Coverage = ReadonlyMap<string, ReadonlySet<string>>;

const covered = new Map<number, Promise<Coverage>>();

/** Runs every scenario by itself, one after another, and notes what is asked. Done once for each seed. */
export function coverageOf(seed: number): Promise<Coverage> {
  const known = covered.get(seed);
  if (known !== undefined) return known;
  const measured = measure(seed);
  covered.set(seed, measured);
  return measured;
}

async function measure(seed: number): Promise<Coverage> {
  const coverage = new Map<string, Set<string>>();
  let current: string | null = null;
  const asked = (name: string): void => {
    if (current === null) return;
    const scenarios = coverage.get(name);
    if (scenarios === undefined) coverage.set(name, new Set([current]));
    else scenarios.add(current);
  };
  await experiment(telling(asked), seed, {
    oneByOne: (scenario) => {
      current = scenario;
    },
  });
  return coverage;
}

/**
 * The ids of the scenarios that a change can make a difference to. What never asks a changed decision gets the same answers
 * and webhooks as on the platform of Annex A, takes the same course, and cannot fail.
 */
export async function scenariosReaching(changed: Decisions, seed: number): Promise<ReadonlySet<string>> {
  const coverage = await coverageOf(seed);
  return new Set(changedNames(changed).flatMap((name) => [...(coverage.get(name) ?? [])]));
}
