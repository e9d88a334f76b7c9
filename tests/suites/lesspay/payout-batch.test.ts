import { describe, expect, test } from 'vitest';
import { lesspayRequirements } from '../../../protocols/lesspay/requirements/index.js';
import { payoutBatchScenarios } from '../../../suites/lesspay/payout-batch/index.js';
import { remarksOf, runInProcess, unexpected } from './in-process.js';

describe('scenarios of payout batches', () => {
  test.each([1, 20_261])('pass on the reference platform, seed %i', async (seed) => {
    const run = await runInProcess(payoutBatchScenarios, { runs: 5, seed });
    expect(unexpected(run)).toEqual([]);
    expect(remarksOf(run).filter((remark) => !remark.includes('recorded:'))).toEqual([]);
  });

  test('judge every requirement of the area that is covered by a scenario', () => {
    const judged = new Set(payoutBatchScenarios.flatMap(({ judge }) => Object.keys(judge)));
    const due = lesspayRequirements
      .filter(({ area, role, coverage, level }) => {
        return area === 'PAYOUT-BATCH' && role === 'platform' && coverage === 'scenario' && level !== 'withdrawn';
      })
      .map(({ id }) => id);
    expect(due.filter((id) => !judged.has(id))).toEqual([]);
  });
});
