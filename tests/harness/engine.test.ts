import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holds, PreconditionFailed, unmet, violated } from '../../harness/check.js';
import { runScenario, type ScenarioResult } from '../../harness/engine.js';
import type { EngineOptions } from '../../harness/engine-options.js';
import type { ExerciseRecord } from '../../harness/evidence-file.js';
import { defineScenario, type Evidence, type ScenarioDefinition } from '../../harness/scenario.js';
import { scenarioSeed } from '../../harness/seeds.js';
import type { Tally } from '../../harness/tally.js';
import { timingInWords } from '../../harness/timing.js';
import type { World } from '../../harness/world.js';

/** The actor of these tests: a target that doubles numbers. */
interface Doubler {
  double(value: number): number;
}

interface Claims {
  readonly doubling: boolean;
}

interface Doubled extends Record<string, Evidence[string]> {
  readonly given: number;
  readonly answer: number;
}

type Definition = ScenarioDefinition<Doubler, Claims, number, Doubled>;

function world(
  double: (value: number) => number,
  missing: World<Doubler, Claims>['missing'] = () => null,
): World<Doubler, Claims> & { readonly kept: ExerciseRecord[]; readonly exclusive: boolean[] } {
  const kept: ExerciseRecord[] = [];
  const exclusive: boolean[] = [];
  return {
    profile: { doubling: true },
    missing,
    exercise: async (alone, work) => {
      exclusive.push(alone);
      return work({ double });
    },
    keep: (record) => {
      if (record.type === 'exercise') kept.push(record);
    },
    kept,
    exclusive,
  };
}

const rightDouble = (value: number): number => value * 2;

function scenario(changes: Partial<Definition> = {}) {
  return defineScenario<Doubler, Claims, number, Doubled>({
    id: 'DOUBLE-001',
    title: 'A number is doubled',
    given: () => fc.nat({ max: 1000 }),
    drive: async ({ double }, given) => ({ given, answer: double(given) }),
    judge: {
      'DOUBLE-001': ({ given, answer }) => holds(answer === given * 2, `${given * 2}`, () => String(answer)),
    },
    ...changes,
  });
}

function options(changes: Partial<EngineOptions> = {}): EngineOptions {
  return { seed: 7, runs: 20, maxShrinkExercises: 100, shrinkBudget: { left: 1000 }, ...changes };
}

function only(result: ScenarioResult): Tally {
  const [tally, ...more] = result.tallies;
  if (tally === undefined || more.length > 0) throw new Error(`expected one tally, got ${result.tallies.length}`);
  return tally;
}

const givens = (kept: readonly ExerciseRecord[], purpose: 'run' | 'shrink' = 'run'): unknown[] =>
  kept.filter((record) => record.purpose === purpose).map(({ steps }) => (steps.given as { value: unknown }).value);

describe('counting', () => {
  test('every exercise is judged and kept', async () => {
    const own = world(rightDouble);
    const result = await runScenario(scenario(), own, options());
    expect(result).toMatchObject({ scenario: 'DOUBLE-001', area: 'DOUBLE', exercises: 20 });
    expect(result.error).toBeUndefined();
    expect(only(result)).toMatchObject({ passed: 20, failed: 0, inconclusive: 0, classes: { default: 20 } });
    expect(own.kept.map(({ index }) => index)).toEqual([...Array(20).keys()]);
    expect(own.kept[0]).toMatchObject({ type: 'exercise', scenario: 'DOUBLE-001', case: null, purpose: 'run' });
  });

  test('the cases share the exercises by weight, and each has at least one', async () => {
    const cases = ['a', 'b', 'c'];
    expect(only(await runScenario(scenario({ cases }), world(rightDouble), options({ runs: 30 }))).classes).toEqual({
      a: 10,
      b: 10,
      c: 10,
    });
    expect(
      only(await runScenario(scenario({ cases, weight: 0.2 }), world(rightDouble), options({ runs: 30 }))).classes,
    ).toEqual({ a: 2, b: 2, c: 2 });
    expect(only(await runScenario(scenario({ cases }), world(rightDouble), options({ runs: 1 }))).classes).toEqual({
      a: 1,
      b: 1,
      c: 1,
    });
  });

  test('several requirements are judged on one exercise, each for itself', async () => {
    const judge: Definition['judge'] = {
      'DOUBLE-001': ({ given, answer }) => holds(answer === given * 2, 'twice', () => String(answer)),
      'DOUBLE-002': () => violated('never', 'always'),
      'DOUBLE-003': () => unmet('notMoved', 'nothing moved'),
      'DOUBLE-004': () => [],
    };
    const { tallies } = await runScenario(scenario({ judge }), world(rightDouble), options({ runs: 4 }));
    expect(
      tallies.map(({ requirement, passed, failed, inconclusive }) => [requirement, passed, failed, inconclusive]),
    ).toEqual([
      ['DOUBLE-001', 4, 0, 0],
      ['DOUBLE-002', 0, 4, 0],
      ['DOUBLE-003', 0, 0, 4],
      ['DOUBLE-004', 0, 0, 4],
    ]);
    expect(tallies[2]?.reasons).toEqual([{ code: 'notMoved', message: 'nothing moved', count: 4 }]);
    expect(tallies[3]?.reasons[0]?.code).toBe('nothingToJudge');
  });

  test('a failed precondition makes all requirements inconclusive, and is kept', async () => {
    const own = world(() => {
      throw new PreconditionFailed('noOrder', 'no order id');
    });
    const result = await runScenario(scenario(), own, options({ runs: 3 }));
    expect(result.error).toBeUndefined();
    expect(only(result)).toMatchObject({ passed: 0, inconclusive: 3, reasons: [{ code: 'noOrder', count: 3 }] });
    expect(own.kept[0]?.steps).toEqual({ unmet: { value: { code: 'noOrder', message: 'no order id' } } });
  });

  test('exclusive scenarios ask for it', async () => {
    const own = world(rightDouble);
    await runScenario(scenario({ exclusive: true }), own, options({ runs: 2 }));
    expect(own.exclusive).toEqual([true, true]);
  });
});

describe('not run', () => {
  test('what is not claimed', async () => {
    const own = world(rightDouble);
    const result = await runScenario(scenario({ claimed: () => false }), own, options());
    expect(own.kept).toEqual([]);
    expect(only(result)).toMatchObject({ passed: 0, scenarios: [], reasons: [{ code: 'notClaimed', count: 0 }] });
  });

  test('what is missing, by the first need that is', async () => {
    const own = world(rightDouble, (need) => (need === 'inbox' ? null : `no ${need}`));
    const result = await runScenario(scenario({ needs: ['inbox', 'controlClock', 'control'] }), own, options());
    expect(only(result).reasons).toEqual([{ code: 'needsControlClock', message: 'no controlClock', count: 0 }]);
  });
});

describe('our own errors', () => {
  test.each<[string, Partial<Definition>]>([
    ['drive', { drive: async () => Promise.reject(new Error('our bug')) }],
    [
      'judge',
      {
        judge: {
          'DOUBLE-001': () => {
            throw new Error('our bug');
          },
        },
      },
    ],
    [
      'given',
      {
        given: () => {
          throw new Error('our bug');
        },
      },
    ],
    [
      'generator',
      {
        given: () =>
          fc.nat().map(() => {
            throw new Error('our bug');
          }),
      },
    ],
  ])('a scenario whose %s throws is an error, never a verdict', async (_where, changes) => {
    const result = await runScenario(scenario(changes), world(rightDouble), options());
    expect(result.error).toContain('our bug');
    expect(only(result)).toMatchObject({ passed: 0, failed: 0, findings: [] });
  });

  test('also where it throws in the search for a smaller value only', async () => {
    let failed = false;
    const result = await runScenario(
      scenario(),
      world((value) => {
        if (failed) throw new Error('our bug');
        failed = true;
        return value;
      }),
      options({ runs: 1 }),
    );
    expect(result.error).toContain('our bug');
  });
});

describe('findings', () => {
  const wrongFrom =
    (bound: number) =>
    (value: number): number =>
      value >= bound ? value : value * 2;

  test('the smallest failing value is found, sent and described', async () => {
    const own = world(wrongFrom(37));
    const tally = only(await runScenario(scenario(), own, options()));
    const [finding, ...more] = tally.findings;
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      requirement: 'DOUBLE-001',
      scenario: 'DOUBLE-001',
      case: null,
      seed: 7,
      failures: tally.failed,
      exercises: 20,
      reproduced: true,
      violations: [{ expected: '74', received: '37' }],
      mutation: null,
    });
    expect(finding?.shrinks).toBeGreaterThan(0);
    expect(tally.passed + tally.failed).toBe(20);
    expect(givens(own.kept, 'shrink')).toContain(37);
  });

  test('the path of a finding sends exactly that value again', async () => {
    const first = only(await runScenario(scenario(), world(wrongFrom(37)), options()));
    const path = first.findings[0]?.path ?? '';
    expect(path).toMatch(/:/);
    const own = world(wrongFrom(37));
    const result = await runScenario(scenario(), own, options({ replay: { situation: 'default', path } }));
    expect(givens(own.kept)).toEqual([37]);
    expect(own.kept).toHaveLength(1);
    expect(only(result)).toMatchObject({ failed: 1, passed: 0 });
    expect(only(result).findings[0]).toMatchObject({ path, reproduced: null, violations: [{ expected: '74' }] });
  });

  test('a replay exercises its case only, and passes when the target was mended', async () => {
    const own = world(rightDouble);
    const result = await runScenario(
      scenario({ cases: ['a', 'b'] }),
      own,
      options({ replay: { situation: 'b', path: '3' } }),
    );
    expect(own.kept).toHaveLength(1);
    expect(only(result)).toMatchObject({ passed: 1, failed: 0, classes: { b: 1 } });
  });

  test('no more exercises are spent on shrinking than allowed, for one and for all', async () => {
    for (const [limits, most] of [
      [{ maxShrinkExercises: 3 }, 3],
      [{ shrinkBudget: { left: 2 } }, 2],
      [{ maxShrinkExercises: 0 }, 0],
    ] as const) {
      const own = world(wrongFrom(1));
      const tally = only(await runScenario(scenario(), own, options(limits)));
      expect(own.kept.filter(({ purpose }) => purpose === 'shrink')).toHaveLength(most);
      expect(tally.findings).toHaveLength(1);
      expect(tally.findings[0]?.reproduced).toBe(most === 0 ? null : true);
    }
  });

  test('what does not fail again is reported as such, with the value that failed', async () => {
    let calls = 0;
    const own = world((value) => {
      calls += 1;
      return calls === 1 ? -1 : value * 2;
    });
    const tally = only(await runScenario(scenario(), own, options({ runs: 3 })));
    expect(tally.findings[0]).toMatchObject({ reproduced: false, path: '0', failures: 1, exercises: 3 });
    expect(tally.findings[0]?.violations[0]?.received).toBe('-1');
  });

  test('each case has a finding of its own', async () => {
    const tally = only(
      await runScenario(
        scenario({ cases: ['a', 'b'] }),
        world(() => -1),
        options({ runs: 4 }),
      ),
    );
    expect(tally.findings.map((finding) => [finding.case, finding.failures, finding.exercises])).toEqual([
      ['a', 2, 2],
      ['b', 2, 2],
    ]);
  });
});

describe('seeds', () => {
  const sent = async (id: string, seed: number): Promise<unknown[]> => {
    const own = world(rightDouble);
    await runScenario(
      scenario({ id, judge: { [id]: () => violated('a', 'b') } }),
      own,
      options({ seed, maxShrinkExercises: 0 }),
    );
    return givens(own.kept);
  };

  test('one seed sends the same values; another seed and another scenario send others', async () => {
    expect(await sent('DOUBLE-001', 1)).toEqual(await sent('DOUBLE-001', 1));
    expect(await sent('DOUBLE-001', 1)).not.toEqual(await sent('DOUBLE-001', 2));
    expect(await sent('DOUBLE-001', 1)).not.toEqual(await sent('DOUBLE-002', 1));
  });

  test('a scenario sends the same whether it runs alone or beside others', async () => {
    const alone = await sent('DOUBLE-001', 1);
    const [beside] = await Promise.all([sent('DOUBLE-001', 1), sent('DOUBLE-002', 1), sent('DOUBLE-003', 1)]);
    expect(beside).toEqual(alone);
  });

  test('the seed of a scenario is frozen: results of other versions can be replayed', () => {
    expect(scenarioSeed(1, 'PAYOUT-BATCH-001', 'default')).toBe(-1555268977);
    expect(scenarioSeed(1, 'A', 'b')).not.toBe(scenarioSeed(1, 'A', 'c'));
    expect(Number.isInteger(scenarioSeed(-5, '', ''))).toBe(true);
  });
});

describe('the end of a run', () => {
  test('the exercise under way is not judged, and no other follows', async () => {
    const ended = new AbortController();
    let calls = 0;
    const own = world((value) => {
      calls += 1;
      if (calls === 3) ended.abort();
      return value;
    });
    const tally = only(await runScenario(scenario({ cases: ['a', 'b'] }), own, options({ signal: ended.signal })));
    expect(calls).toBe(3);
    expect(tally.failed).toBe(2);
    expect(tally.findings).toHaveLength(1);
    expect(tally.findings[0]?.reproduced).toBeNull();
  });

  test('nothing is exercised once it has ended', async () => {
    const own = world(rightDouble);
    const result = await runScenario(scenario(), own, options({ signal: AbortSignal.abort() }));
    expect(own.kept).toEqual([]);
    expect(only(result)).toMatchObject({ passed: 0, failed: 0, inconclusive: 0 });
  });
});

describe('a failure where time plays a part', () => {
  const wrongOnce = (): ((value: number) => number) => {
    let calls = 0;
    return (value) => {
      calls += 1;
      return calls === 1 ? -1 : value * 2;
    };
  };

  test('is inconclusive when it does not show again alone, and both attempts are told', async () => {
    const place = world(wrongOnce());
    const { tallies } = await runScenario(scenario({ timed: true }), place, options({ runs: 3 }));
    expect(tallies[0]).toMatchObject({ passed: 2, failed: 0, inconclusive: 1, findings: [] });
    expect(tallies[0]?.reasons).toEqual([
      {
        code: 'notReproduced',
        count: 1,
        message: expect.stringMatching(
          /^It failed beside other exercises \(expected \d+; received -1\), and did not fail/,
        ),
      },
    ]);
    expect(place.exclusive.at(-1)).toBe(true);
  });

  test('carries what was measured about time before the run, whatever the verdict', async () => {
    const timing = timingInWords({
      clockErrorMs: 502,
      latencyMs: { samples: 20, median: 3.1, p95: 8, max: 9.9 },
      eventLoopLagMs: 0.4,
    });
    expect(timing).toBe(
      'Measured before the run: it answered in 3.1 ms (95 % within 8 ms, at most 9.9 ms), our own lag was up to 0.4 ms, its clock is known to ±502 ms.',
    );
    const once = await runScenario(scenario({ timed: true }), world(wrongOnce()), options({ runs: 3, timing }));
    expect(once.tallies[0]?.reasons[0]?.message.endsWith(`when it was sent again alone. ${timing}`)).toBe(true);
    const always = await runScenario(
      scenario({ timed: true }),
      world(() => -1),
      options({ runs: 3, timing }),
    );
    expect(always.tallies[0]?.findings[0]?.timing).toBe(timing);
    const untimed = await runScenario(
      scenario(),
      world(() => -1),
      options({ runs: 3, timing }),
    );
    expect(untimed.tallies[0]?.findings[0]).not.toHaveProperty('timing');
  });

  test('stays a failure where time plays none: a race that was lost once was lost', async () => {
    const { tallies } = await runScenario(scenario(), world(wrongOnce()), options({ runs: 3 }));
    expect(tallies[0]).toMatchObject({ passed: 2, failed: 1, inconclusive: 0 });
    expect(tallies[0]?.findings[0]?.reproduced).toBe(false);
  });
});
