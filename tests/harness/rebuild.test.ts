import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holds, PreconditionFailed, remarked, violated } from '../../harness/check.js';
import { runScenario, type ScenarioResult } from '../../harness/engine.js';
import type { EngineOptions } from '../../harness/engine-options.js';
import type { EvidenceRecord } from '../../harness/evidence-file.js';
import { NotAllowed } from '../../harness/not-allowed.js';
import { Rebuild } from '../../harness/rebuild.js';
import { rejudge } from '../../harness/rejudge.js';
import { defineScenario, type ScenarioDefinition } from '../../harness/scenario.js';
import { validator } from '../../schemas/validator.js';

type Target = (value: number) => number;
type Doubled = { readonly given: number; readonly answer: number };
type Definition = ScenarioDefinition<Target, null, number, Doubled>;

function scenarioWith(changes: Partial<Definition> = {}) {
  return defineScenario<Target, null, number, Doubled>({
    id: 'DOUBLE-001',
    title: 'A number is doubled',
    cases: ['small', 'large'],
    given: (_profile, situation) => fc.nat({ max: situation === 'small' ? 50 : 1000 }),
    drive: async (target, given) => ({ given, answer: target(given) }),
    judge: {
      'DOUBLE-001': ({ given, answer }) => holds(answer === given * 2, `${given * 2}`, () => String(answer)),
      'DOUBLE-002': ({ answer }) =>
        answer % 7 === 0 ? remarked('a multiple of seven') : violated('7 | n', `${answer}`),
      'DOUBLE-003': ({ answer }) => holds(answer < 1500, 'below 1500', () => String(answer)),
    },
    ...changes,
  });
}

/** Runs a scenario, and builds its result again from what was kept, as a file would keep it. */
async function bothWays(
  scenario: ReturnType<typeof scenarioWith>,
  target: Target,
  options: Partial<EngineOptions> = {},
): Promise<{ live: ScenarioResult; again: ScenarioResult | undefined; kept: readonly EvidenceRecord[] }> {
  const kept: EvidenceRecord[] = [];
  const live = await runScenario(
    scenario,
    {
      profile: null,
      missing: (need) => (need === 'inbox' ? null : `no ${need}`),
      exercise: async (_alone, work) => work(target),
      keep: (record) => kept.push(record),
    },
    { seed: 11, runs: 40, maxShrinkExercises: 30, shrinkBudget: { left: 60 }, ...options },
  );
  for (const record of kept) expect(validator('report/evidence')(record)).toEqual([]);
  const rebuild = new Rebuild([scenario], 11);
  async function* stored(): AsyncGenerator<EvidenceRecord> {
    yield* JSON.parse(JSON.stringify(kept)) as EvidenceRecord[];
  }
  const onRecord = (record: EvidenceRecord): void => {
    if (record.type === 'scenario') rebuild.end(record);
  };
  for await (const one of rejudge(stored(), [scenario], { onRecord })) rebuild.exercise(one);
  return { live, again: rebuild.results[0], kept };
}

/** Without the generator's paths, of which evidence holds the beginning only. */
function withoutPaths(result: ScenarioResult | undefined): unknown {
  return JSON.parse(JSON.stringify(result), (name, value: unknown) => (name === 'path' ? 'a path' : value));
}

const wrongFrom =
  (bound: number): Target =>
  (value) =>
    value >= bound ? value : value * 2;

describe('a result that is built again from evidence is the one of the run', () => {
  test.each<[string, Partial<Definition>, Target, Partial<EngineOptions>]>([
    ['everything as required', {}, (value) => value * 2, {}],
    ['several requirements fail, in several cases', {}, wrongFrom(20), {}],
    ['the search for smaller values has no budget', {}, wrongFrom(20), { maxShrinkExercises: 0 }],
    ['its budget is spent on the way', {}, wrongFrom(20), { shrinkBudget: { left: 7 } }],
    ['not claimed', { claimed: () => false }, wrongFrom(1), {}],
    ['something is missing', { needs: ['control'] }, wrongFrom(1), {}],
    ['where time plays a part', { timed: true }, wrongFrom(20), { timing: 'Measured: 1 ms.' }],
  ])('%s', async (_what, changes, target, options) => {
    const { live, again } = await bothWays(scenarioWith(changes), target, options);
    expect(withoutPaths(again)).toEqual(withoutPaths(live));
    for (const { findings } of live.tallies) {
      for (const { path, shrinks } of findings) expect(path?.split(':')).toHaveLength(shrinks + 1);
    }
  });

  test('what does not fail again counts as inconclusive where time plays a part', async () => {
    let calls = 0;
    const flaky: Target = (value) => {
      calls += 1;
      return calls === 3 ? -7 : value * 2;
    };
    const scenario = scenarioWith({
      timed: true,
      judge: { 'DOUBLE-001': scenarioWith().judge['DOUBLE-001'] as never },
    });
    const { live, again } = await bothWays(scenario, flaky, { timing: 'Measured: 1 ms.' });
    expect(live.tallies[0]).toMatchObject({ failed: 0, inconclusive: 1, reasons: [{ code: 'notReproduced' }] });
    expect(again).toEqual(live);
  });

  test('preconditions that failed, and values that the run may not send', async () => {
    const picky: Target = (value) => {
      if (value % 5 === 0) throw new PreconditionFailed('five', 'no fives');
      if (value % 5 === 1) throw new NotAllowed('capAmount', 'too much');
      return value * 2;
    };
    const { live, again, kept } = await bothWays(scenarioWith(), picky);
    expect(live.tallies[0]?.reasons.map(({ code }) => code)).toEqual(['five', 'capAmount']);
    expect(withoutPaths(again)).toEqual(withoutPaths(live));
    expect(kept.at(-1)).toMatchObject({ type: 'scenario', notRun: { code: 'capAmount', message: 'too much' } });
    const never = await bothWays(scenarioWith(), () => {
      throw new NotAllowed('payoutsNotAllowed', 'no payouts');
    });
    expect(never.live.tallies[0]?.scenarios).toEqual([]);
    expect(never.again).toEqual(never.live);
  });

  test('an exercise that was under way when the run ended is kept and does not count', async () => {
    const end = new AbortController();
    let calls = 0;
    const target: Target = (value) => {
      calls += 1;
      if (calls === 6) end.abort();
      return value;
    };
    const { live, again, kept } = await bothWays(scenarioWith(), target, { signal: end.signal });
    expect(live.exercises).toBe(5);
    expect(kept.filter((record) => record.type === 'exercise' && record.cutShort === true)).toHaveLength(1);
    expect(withoutPaths(again)).toEqual(withoutPaths(live));
  });

  test('the run ends in the search for a smaller value', async () => {
    const end = new AbortController();
    let calls = 0;
    const target: Target = (value) => {
      calls += 1;
      if (calls === 45) end.abort();
      return value * 2 + 1;
    };
    const { live, again } = await bothWays(scenarioWith(), target, { signal: end.signal });
    expect(live.tallies[0]?.findings.length).toBeGreaterThan(0);
    expect(withoutPaths(again)).toEqual(withoutPaths(live));
  });

  test('a search whose values the run may not send any more leaves the failure as it was drawn', async () => {
    let calls = 0;
    const target: Target = () => {
      calls += 1;
      if (calls > 40) throw new NotAllowed('capOrders', 'no more orders');
      return -7;
    };
    const { live, again } = await bothWays(scenarioWith({ timed: true }), target);
    expect(live.tallies[0]?.findings[0]).toMatchObject({ reproduced: null });
    expect(withoutPaths(again)).toEqual(withoutPaths(live));
  });

  test('our own error', async () => {
    const { live, again, kept } = await bothWays(scenarioWith(), (value) => {
      if (value > 30) throw new Error('our bug');
      return value * 2;
    });
    expect(live.error).toContain('our bug');
    expect(again?.error).toBe(live.error);
    expect(kept.at(-1)).toMatchObject({ error: live.error });
  });
});
