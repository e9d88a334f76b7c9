import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { violated } from '../../harness/check.js';
import { runScenario } from '../../harness/engine.js';
import type { Exchange } from '../../harness/exchange.js';
import { movedResult } from '../../harness/renumber.js';
import { defineScenario } from '../../harness/scenario.js';
import type { World } from '../../harness/world.js';
import { sampleExchange } from '../reports/sample-result.js';

const move = sampleExchange('x1', { kind: 'control' });
const answer = sampleExchange('x2');
const webhook = sampleExchange('x3', { kind: 'delivery' });

/** A world in which every exercise makes three exchanges. */
const world: World<null, null> = {
  profile: null,
  missing: () => null,
  exercise: async (_alone, work, seen) => {
    for (const exchange of [move, answer, webhook]) seen?.(exchange);
    return work(null);
  },
  keep: () => {},
};

const scenario = defineScenario<null, null, null, { readonly answer: Exchange }>({
  id: 'WEBHOOK-037',
  title: 'The second of three exchanges is judged',
  given: () => fc.constant(null),
  drive: async () => ({ answer }),
  judge: { 'WEBHOOK-037': (evidence) => violated('another answer', 'this one', evidence.answer) },
});

test('a finding keeps the exchanges of its exercise that its evidence does not hold', async () => {
  const result = await runScenario(scenario, world, {
    seed: 1,
    runs: 1,
    maxShrinkExercises: 5,
    shrinkBudget: { left: 5 },
  });
  const [finding] = result.tallies[0]?.findings ?? [];
  expect(finding?.exchanges.map(({ exchange }) => exchange.id)).toEqual(['x2']);
  expect(finding?.besides?.map(({ id }) => id)).toEqual(['x1', 'x3']);

  const [moved] = movedResult(result, { exchanges: 100, applications: 0 }).tallies[0]?.findings ?? [];
  expect(moved?.besides?.map(({ id }) => id)).toEqual(['x101', 'x103']);
});
