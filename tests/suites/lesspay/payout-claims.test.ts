import { describe, expect, test } from 'vitest';
import { amtScenarios } from '../../../suites/lesspay/amt/index.js';
import { payoutBalanceScenarios } from '../../../suites/lesspay/payout-balance/index.js';
import { payoutBankScenarios } from '../../../suites/lesspay/payout-bank/index.js';
import { payoutBatchScenarios } from '../../../suites/lesspay/payout-batch/index.js';
import { payoutQueryScenarios } from '../../../suites/lesspay/payout-query/index.js';
import { runInProcess } from './in-process.js';

const scenarios = [
  ...payoutBatchScenarios,
  ...payoutQueryScenarios,
  ...payoutBankScenarios,
  ...payoutBalanceScenarios,
  ...amtScenarios,
];

const claims: readonly (readonly [string, object, readonly string[]])[] = [
  ['no batches', { endpoints: { createPayoutBatch: false } }, ['AMT-001', 'PAYOUT-QUERY-001']],
  ['no single payouts', { endpoints: { createPayout: false } }, ['AMT-003', 'PAYOUT-BATCH-010']],
  ['no pay-ins', { endpoints: { createPayin: false, fetchPayin: false } }, ['AMT-001', 'PAYOUT-BATCH-010']],
  ['no queries', { endpoints: { fetchPayout: false, listBanks: false, fetchBalance: false } }, ['PAYOUT-BATCH-013']],
  [
    'one currency without wallets',
    { payout: { currencies: ['INR'], destinations: ['bank'] } },
    ['PAYOUT-BATCH-010', 'PAYOUT-BATCH-013', 'PAYOUT-BATCH-047'],
  ],
  ['one currency without decimals', { payout: { currencies: ['IDR'] } }, ['PAYOUT-BATCH-010', 'PAYOUT-BATCH-039']],
  [
    'another channel',
    { payout: { wayCode: 'KORAPAY_PAYOUT', currencies: ['KES', 'NGN'] } },
    ['PAYOUT-BATCH-001', 'PAYOUT-BATCH-003', 'PAYOUT-BANK-001', 'PAYOUT-BAL-001'],
  ],
  ['a channel that no source describes', { payout: { wayCode: 'NEW_PAYOUT', currencies: ['EUR'] } }, ['AMT-001']],
];

describe('a target that claims less', () => {
  test.each(claims)('%s', async (_title, ics, judged) => {
    const run = await runInProcess(scenarios, { runs: 1, ics, observers: [] });
    expect(run.results.filter(({ error }) => error !== undefined)).toEqual([]);
    const tallies = run.results.flatMap((result) => result.tallies);
    expect(tallies.filter(({ failed }) => failed > 0).map(({ requirement }) => requirement)).toEqual([]);
    const passed = new Set(tallies.filter((tally) => tally.passed > 0).map(({ requirement }) => requirement));
    expect(judged.filter((id) => !passed.has(id))).toEqual([]);
  });
});
