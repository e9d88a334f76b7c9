import { annexA, type Decisions } from '../../reference/lesspay/decisions.js';

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

/** The platform knows by this function itself, not by what it answers, where it must look for orders. */
const KNOWN_BY_IDENTITY = 'lookup.isAskedFor';

/** Told about a call of a decision: its name, what it was given, and what came of it. */
export type CallWitness = (name: string, args: readonly unknown[], call: Call) => void;

/** What came of a call: it returned a value, or threw an error. */
export type Call = { readonly returned: unknown } | { readonly thrown: unknown };

/** Calls the function; whatever it throws is kept. */
export function called(decision: (...args: never[]) => unknown, args: readonly unknown[]): Call {
  try {
    return { returned: Reflect.apply(decision, undefined, args) };
  } catch (error) {
    return { thrown: error };
  }
}

/** True for a decision whose calls `telling` can show to a witness: a function that is known by what it answers alone. */
export function isWitnessed(name: string, decision: unknown): decision is (...args: never[]) => unknown {
  return typeof decision === 'function' && name !== KNOWN_BY_IDENTITY;
}

/**
 * The decisions of Annex A, telling `asked` the name of each one that is used, `lookup` and `lookup.maySee`, and `witness` about
 * each call.
 */
export function telling(asked: (name: string) => void, witness: CallWitness = () => {}): Decisions {
  const decisions: Record<string, unknown> = {};
  for (const [name, group] of Object.entries(annexA as unknown as Groups)) {
    const members = Array.isArray(group)
      ? group
      : CHECKS.has(name)
        ? tellingCalls(name, group, asked, witness)
        : tellingReads(name, group, asked, witness);
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

function tellingCalls(group: string, checks: Members, asked: (name: string) => void, witness: CallWitness): Members {
  return Object.fromEntries(
    Object.entries(checks).map(([name, check]) => {
      const shown = shownTo(witness, `${group}.${name}`, check);
      return [
        name,
        (...args: unknown[]): unknown => {
          asked(group);
          asked(`${group}.${name}`);
          return typeof shown === 'function' ? Reflect.apply(shown, undefined, args) : shown;
        },
      ];
    }),
  );
}

function tellingReads(group: string, members: Members, asked: (name: string) => void, witness: CallWitness): Members {
  const watched: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(members)) {
    const shown = shownTo(witness, `${group}.${name}`, value);
    Object.defineProperty(watched, name, {
      enumerable: true,
      get() {
        asked(group);
        asked(`${group}.${name}`);
        return shown;
      },
    });
  }
  return watched;
}

function shownTo(witness: CallWitness, name: string, decision: unknown): unknown {
  if (!isWitnessed(name, decision)) return decision;
  return (...args: unknown[]): unknown => {
    const call = called(decision, args);
    witness(name, args, call);
    if ('thrown' in call) throw call.thrown;
    return call.returned;
  };
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
