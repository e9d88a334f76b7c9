import { describe, expect, test } from 'vitest';
import { lesspayRequirements } from '../../../protocols/lesspay/requirements/index.js';
import { payoutObservers } from '../../../suites/lesspay/observers/payout.js';
import { payoutQueryScenarios } from '../../../suites/lesspay/payout-query/index.js';
import { remarksOf, runInProcess, unexpected } from './in-process.js';

describe('scenarios of payout queries', () => {
  test.each([1, 20_261])('pass on the reference platform, seed %i', async (seed) => {
    const run = await runInProcess(payoutQueryScenarios, { runs: 5, seed, observers: payoutObservers });
    expect(unexpected(run)).toEqual([]);
    expect(remarksOf(run).filter((remark) => !remark.includes('recorded:'))).toEqual([]);
    expect(run.observed.filter(({ passed }) => passed === 0).map(({ requirement }) => requirement)).toEqual([]);
  });

  test('judge every requirement of the area that a scenario or an observer covers', () => {
    const judged = new Set([
      ...payoutQueryScenarios.flatMap(({ judge }) => Object.keys(judge)),
      ...payoutObservers.map(({ requirement }) => requirement),
    ]);
    const due = lesspayRequirements.filter(
      ({ area, role, coverage }) =>
        area === 'PAYOUT-QUERY' && role === 'platform' && ['scenario', 'observed'].includes(coverage),
    );
    expect(due.map(({ id }) => id).filter((id) => !judged.has(id))).toEqual([]);
  });
});
