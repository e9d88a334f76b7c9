import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { met } from '../../../harness/check.js';
import { scenario } from '../../../suites/lesspay/scenario.js';
import { advance } from '../../../suites/lesspay/steps/move.js';
import { runInProcess } from './in-process.js';

const moving = (exclusive: boolean) =>
  scenario<null, Record<string, never>>({
    id: 'STATE-016',
    title: 'The clock moves',
    needs: ['control', 'controlClock'],
    exclusive,
    given: () => fc.constant(null),
    async drive(actors) {
      await advance(actors, 1000);
      return {};
    },
    judge: { 'STATE-016': () => met },
  });

test.each([
  [true, undefined],
  [false, expect.stringContaining('moves the clock of all without being exclusive')],
])('only an exclusive scenario moves the clock that all share: %s', async (exclusive, error) => {
  const { results } = await runInProcess([moving(exclusive)], { runs: 1 });
  expect(results[0]?.error).toEqual(error);
});
