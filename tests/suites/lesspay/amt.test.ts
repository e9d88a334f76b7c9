import { describe, expect, test } from 'vitest';
import { lesspayRequirements } from '../../../protocols/lesspay/requirements/index.js';
import { amtScenarios } from '../../../suites/lesspay/amt/index.js';
import { amtObservers } from '../../../suites/lesspay/observers/amt.js';
import { remarksOf, runInProcess, unexpected } from './in-process.js';

describe('scenarios of amounts', () => {
  test.each([1, 20_261])('pass on the reference platform, seed %i', async (seed) => {
    const run = await runInProcess(amtScenarios, { runs: 5, seed, observers: amtObservers });
    expect(unexpected(run)).toEqual([]);
    expect(remarksOf(run).filter((remark) => !remark.includes('recorded:'))).toEqual([]);
    expect(run.observed.filter(({ passed }) => passed === 0).map(({ requirement }) => requirement)).toEqual([]);
  });

  test('judge every requirement of the area that a scenario or an observer covers', () => {
    const judged = new Set([
      ...amtScenarios.flatMap(({ judge }) => Object.keys(judge)),
      ...amtObservers.map(({ requirement }) => requirement),
    ]);
    const due = lesspayRequirements.filter(
      ({ area, role, coverage }) =>
        area === 'AMT' && role === 'platform' && ['scenario', 'observed'].includes(coverage),
    );
    expect(due.map(({ id }) => id).filter((id) => !judged.has(id))).toEqual([]);
  });
});
