import { describe, expect, test } from 'vitest';
import { lesspayRequirements } from '../../../protocols/lesspay/requirements/index.js';
import { payoutBalanceScenarios } from '../../../suites/lesspay/payout-balance/index.js';
import { payoutBankScenarios } from '../../../suites/lesspay/payout-bank/index.js';
import { remarksOf, runInProcess, unexpected } from './in-process.js';

const scenarios = [...payoutBankScenarios, ...payoutBalanceScenarios];

describe('scenarios of the bank list and the balance', () => {
  test.each([1, 20_261])('pass on the reference platform, seed %i', async (seed) => {
    const run = await runInProcess(scenarios, { runs: 5, seed, observers: [] });
    expect(unexpected(run)).toEqual([]);
    expect(remarksOf(run).filter((remark) => !remark.includes('recorded:'))).toEqual([]);
  });

  test('judge every requirement of the areas that is covered by a scenario', () => {
    const judged = new Set(scenarios.flatMap(({ judge }) => Object.keys(judge)));
    const due = lesspayRequirements.filter(
      ({ area, role, coverage }) =>
        ['PAYOUT-BANK', 'PAYOUT-BAL'].includes(area) && role === 'platform' && coverage === 'scenario',
    );
    expect(due.map(({ id }) => id).filter((id) => !judged.has(id))).toEqual([]);
  });
});
