import { describe, expect, test } from 'vitest';
import { unchecked } from '../../../reference/lesspay/decisions/check.js';
import { amend, annexA, type Decisions } from '../../../reference/lesspay/decisions.js';
import { payoutBalanceScenarios } from '../../../suites/lesspay/payout-balance/index.js';
import { payoutBankScenarios } from '../../../suites/lesspay/payout-bank/index.js';
import { failing } from './failing.js';
import { runInProcess } from './in-process.js';

const scenarios = [...payoutBankScenarios, ...payoutBalanceScenarios];

const banks = (list: unknown): Decisions => amend(annexA, 'services', { banks: () => list });
const balance = (answer: unknown): Decisions => amend(annexA, 'services', { balance: () => answer });

const faults: readonly (readonly [string, Decisions, readonly string[]])[] = [
  ['the bank list is one bank', banks({ code: 'BNORPHMM', name: 'BDO Unibank' }), ['PAYOUT-BANK-001']],
  ['a bank has no name', banks([{ code: 'BNORPHMM', name: '' }]), ['PAYOUT-BANK-002']],
  [
    'two banks have one code',
    banks([
      { code: 'BNORPHMM', name: 'BDO Unibank' },
      { code: 'BNORPHMM', name: 'Bank of the Philippine Islands' },
    ]),
    ['PAYOUT-BANK-003'],
  ],
  [
    'ill-formed countries have another code',
    amend(annexA, 'payoutAnswers', { countryCode: { status: 200, code: 30_043 } }),
    ['PAYOUT-BANK-004'],
  ],
  [
    'unknown currencies are a failure of the platform',
    amend(annexA, 'payoutAnswers', { unsupportedCurrency: { status: 500, code: 30_000 } }),
    ['PAYOUT-BANK-005'],
  ],
  ['the balance is text', balance('100.00'), ['PAYOUT-BAL-001']],
  ['the balance is a JSON number', balance({ currency: 'PHP', balance: 12.5 }), ['PAYOUT-BAL-003']],
  [
    'every channel has a balance',
    amend(annexA, 'fetchBalanceRules', { balanceService: unchecked }),
    ['PAYOUT-BAL-002'],
  ],
];

describe('a platform with one fault', () => {
  test.each(faults)('%s', async (_title, decisions, requirements) => {
    const run = await runInProcess(scenarios, { runs: 4, decisions, observers: [], maxShrinkExercises: 0 });
    expect(failing(run)).toEqual(requirements);
  });

  test('the names that other platforms may use for a bank are read', async () => {
    const decisions = banks({ records: [{ bankCode: 'BNORPHMM', bank_name: 'BDO Unibank' }] });
    const run = await runInProcess(payoutBankScenarios, { runs: 2, decisions, observers: [], maxShrinkExercises: 0 });
    expect(failing(run)).toEqual([]);
  });
});
