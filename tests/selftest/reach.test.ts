import { describe, expect, test } from 'vitest';
import { type Call, called, changedNames, telling } from '../../cli/selftest/changed-decisions.js';
import { experiment } from '../../cli/selftest/experiment.js';
import { countHits, type Hits } from '../../cli/selftest/hit-counters.js';
import { judgeFault } from '../../cli/selftest/judge-bite.js';
import { type Change, measureReach, scenariosReaching } from '../../cli/selftest/reach.js';
import type { Fault, Variant } from '../../reference/lesspay/bite.js';
import { unchecked } from '../../reference/lesspay/decisions/check.js';
import { amend, annexA } from '../../reference/lesspay/decisions.js';
import { lesspayFaults } from '../../reference/lesspay/faults/index.js';
import { lesspayVariants } from '../../reference/lesspay/variants/index.js';
import { lesspayScenarios } from '../../suites/lesspay/index.js';

const SEED = 1;
const LONG = 240_000;

const reachOf = (change: Change['change'], remembers?: true): Promise<ReadonlySet<string>> =>
  scenariosReaching({ change, ...(remembers === undefined ? {} : { remembers }) }, SEED);

describe('which scenarios a change can make a difference to', () => {
  test('every one for how answers are written', async () => {
    const reaching = await reachOf((decisions) => amend(decisions, 'envelope', { successStatus: 201 }));
    expect(reaching.size).toBeGreaterThan(lesspayScenarios.length * 0.9);
  });

  test('only those in which the changed decision answers otherwise', async () => {
    const reaching = await reachOf((decisions) =>
      amend(decisions, 'createBatchRules', { totalIsTheSum: unchecked, detailIdsUnique: unchecked }),
    );
    expect(reaching).toContain('PAYOUT-BATCH-010');
    expect(reaching).toContain('PAYOUT-BATCH-013');
    // Its batches are asked for their sum too; it is right.
    expect(reaching).not.toContain('PAYOUT-BATCH-001');
    expect(reaching.size).toBeLessThan(20);
  });

  test('those that ask it, where it remembers or answers nothing otherwise', async () => {
    const copied: Change['change'] = (decisions) =>
      amend(decisions, 'createBatchRules', {
        totalIsTheSum: (...args) => annexA.createBatchRules.totalIsTheSum(...args),
      });
    const asking = await reachOf(copied);
    expect(asking).toContain('PAYOUT-BATCH-001');
    expect(await reachOf((decisions) => copied(decisions), true)).toEqual(asking);
  });

  test('with them those that move the clock', async () => {
    expect(await reachOf((decisions) => amend(decisions, 'createBatchRules', { totalIsTheSum: unchecked }))).toContain(
      'STATE-016',
    );
  });

  test('those whose orders are asked about when another one moves the clock', async () => {
    const reaching = await reachOf((decisions) => amend(decisions, 'lifecycle', { expired: () => null }));
    // Its pay-in is left open, and expires when STATE-016 moves the clock.
    expect(reaching).toContain('PAYIN-CREATE-030');
  });

  test('none where nothing is changed', async () => {
    expect(await reachOf((decisions) => ({ ...decisions }))).toEqual(new Set());
  });

  test('a function that the platform knows by itself counts wherever it is asked', async () => {
    const reaching = await reachOf((decisions) =>
      amend(decisions, 'lookup', { isAskedFor: (...args) => annexA.lookup.isAskedFor(...args) }),
    );
    expect(reaching.size).toBeGreaterThan(100);
  });
});

/** So many of the registry, chosen by chance that is the same every time. */
function sample<Item>(items: readonly Item[], size: number): Item[] {
  const step = items.length / size;
  return Array.from({ length: size }, (_, index) => items[Math.floor((index + 0.37) * step)]).filter(
    (item) => item !== undefined,
  );
}

describe('what is left out makes no difference', () => {
  const shapes = lesspayFaults.filter(({ layer }) => layer === 'shape');
  const others = lesspayFaults.filter(({ layer }) => layer !== 'shape');

  test.each([...sample(shapes, 4), ...sample(others, 4)].map((fault) => [fault.id, fault] as const))(
    'for the fault %s',
    async (_id, fault) => {
      await measureReach([...lesspayFaults, ...lesspayVariants], SEED);
      const [selected, exhaustive] = [await judgeFault(fault, SEED), await judgeFault(fault, SEED, true)];
      const failed = ({ failures }: typeof selected): string[] => failures.map(({ requirement }) => requirement).sort();
      expect(failed(selected)).toEqual(failed(exhaustive));
      expect(selected.problems).toEqual(exhaustive.problems);
    },
    LONG,
  );
});

describe('the registry', () => {
  test(
    'says of every change that remembers that it does',
    async () => {
      const forgetful: readonly (Fault | Variant)[] = [...lesspayFaults, ...lesspayVariants].filter(
        ({ remembers }) => remembers !== true,
      );
      const rivals = forgetful.flatMap(({ id, change }) => {
        const changed = change(annexA) as unknown as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
        return changedNames(change(annexA)).flatMap((name) => {
          const [group = '', member = ''] = name.split('.');
          const decision = changed[group]?.[member];
          return typeof decision === 'function' ? [{ id, name, decision: decision as () => unknown }] : [];
        });
      });
      const moody = new Set<string>();
      const shown = (call: Call): string =>
        JSON.stringify('thrown' in call ? String(call.thrown) : call.returned) ?? '';
      const witness = (name: string, args: readonly unknown[]): void => {
        for (const { id, decision } of rivals.filter((rival) => rival.name === name)) {
          const [first, second, third] = [called(decision, args), called(decision, args), called(decision, args)].map(
            shown,
          );
          if (first !== second || second !== third) moody.add(id);
        }
      };
      const only = new Set(lesspayScenarios.filter((_scenario, index) => index % 4 === 0).map(({ id }) => id));
      await experiment(
        telling(() => {}, witness),
        SEED,
        { only },
      );
      expect([...moody]).toEqual([]);
    },
    LONG,
  );
});

describe('what a change changes', () => {
  test('single decisions', () => {
    const changed = amend(amend(annexA, 'envelope', { successStatus: 201 }), 'notifications', { method: 'PUT' });
    expect(changedNames(changed)).toEqual(['envelope.successStatus', 'notifications.method']);
  });

  test('a whole group that lost a member', () => {
    const { totalIsTheSum: _left, ...others } = annexA.createBatchRules;
    const changed = { ...annexA, createBatchRules: others as typeof annexA.createBatchRules };
    expect(changedNames(changed)).toEqual(['createBatchRules']);
  });

  test('the order of the steps', () => {
    expect(changedNames({ ...annexA, steps: [...annexA.steps].reverse() })).toEqual(['steps']);
  });
});

describe('hit counters', () => {
  test('count calls of changed functions and reads of changed values', () => {
    const hits: Hits = new Map();
    const counted = countHits(
      amend(amend(annexA, 'transport', { isJson: () => true }), 'envelope', { successStatus: 201 }),
      hits,
    );
    expect(hits).toEqual(
      new Map([
        ['transport.isJson', 0],
        ['envelope.successStatus', 0],
      ]),
    );
    expect(counted.transport.isJson('text/plain')).toBe(true);
    expect(counted.transport.isAllowedMethod('POST')).toBe(true);
    expect(counted.envelope.successStatus).toBe(201);
    expect(Object.fromEntries(hits)).toEqual({ 'transport.isJson': 1, 'envelope.successStatus': 1 });
  });
});
