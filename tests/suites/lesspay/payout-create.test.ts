import { describe, expect, test } from 'vitest';
import { violation } from '../../../reference/lesspay/core/violation.js';
import { unchecked } from '../../../reference/lesspay/decisions/check.js';
import { amend, annexA, type Decisions } from '../../../reference/lesspay/decisions.js';
import { payoutCreateScenarios } from '../../../suites/lesspay/payout-create/index.js';
import { judgedOf, scenarioRequirementsOf } from './coverage.js';
import { failedOf, remarksOf, runInProcess, unexpected } from './in-process.js';

describe('scenarios of single payouts', () => {
  test.each([1, 20_262])('pass on the reference platform, seed %i', async (seed) => {
    const run = await runInProcess(payoutCreateScenarios, { runs: 5, seed });
    expect(unexpected(run)).toEqual([]);
    expect(remarksOf(run).filter((remark) => !remark.includes('recorded:'))).toEqual([]);
  });

  test('judge every requirement of the area that is covered by a scenario', () => {
    const judged = judgedOf(payoutCreateScenarios);
    expect(scenarioRequirementsOf('PAYOUT-CREATE').filter((id) => !judged.includes(id))).toEqual([]);
  });

  test('are not applicable where neither bank, wallet nor crypto payouts are claimed', async () => {
    const run = await runInProcess(payoutCreateScenarios, { runs: 1, ics: { endpoints: { createPayout: false } } });
    expect(run.exchanges).toBe(0);
    expect(
      new Set(run.results.flatMap(({ tallies }) => tallies.flatMap(({ reasons }) => reasons)).map(({ code }) => code)),
    ).toEqual(new Set(['notClaimed']));
  });
});

const { payoutOrders, syntax } = annexA;

/** A platform that does one thing wrong, and the only requirement that it breaks. */
const lies: readonly (readonly [id: string, what: string, decisions: Decisions])[] = [
  [
    'PAYOUT-CREATE-001',
    'answers without an order id',
    amend(annexA, 'payoutOrders', {
      created: (order) => ({ ...(payoutOrders.created(order) as object), pay_order_id: undefined }),
    }),
  ],
  [
    'PAYOUT-CREATE-002',
    'knows no wallets',
    amend(annexA, 'createPayout', { walletObject: () => violation('beneficiaryType', 'no wallets') }),
  ],
  ['PAYOUT-CREATE-004', 'needs no request_id', amend(annexA, 'createPayout', { requestIdPresent: unchecked })],
  [
    'PAYOUT-CREATE-009',
    'takes any beneficiary type',
    amend(annexA, 'createPayout', { beneficiaryTypeValue: unchecked }),
  ],
  [
    'PAYOUT-CREATE-010',
    'takes any destination type',
    amend(annexA, 'createPayout', { destinationTypeKnown: unchecked }),
  ],
  ['PAYOUT-CREATE-012', 'needs no account', amend(annexA, 'createPayout', { bankAccountPresent: unchecked })],
  [
    'PAYOUT-CREATE-014',
    'pays nothing out',
    amend(
      amend(annexA, 'syntax', { isAmount: (value) => value === '0' || value === '0.00' || syntax.isAmount(value) }),
      'createPayoutRules',
      { minimumKept: unchecked },
    ),
  ],
  ['PAYOUT-CREATE-016', 'ignores countries', amend(annexA, 'createPayout', { addressCountryFormat: unchecked })],
  ['PAYOUT-CREATE-017', 'ignores SWIFT codes', amend(annexA, 'createPayout', { swiftCodeFormat: unchecked })],
  [
    'PAYOUT-CREATE-021',
    'takes any channel',
    amend(annexA, 'createPayoutRules', { channelConfigured: unchecked, currencySupported: unchecked }),
  ],
  [
    'PAYOUT-CREATE-025',
    'shows minor units',
    amend(annexA, 'payoutOrders', {
      view: (order, details, place) => ({
        ...payoutOrders.view(order, details, place),
        total_amount: order.totalAmount.replace('.', ''),
      }),
    }),
  ],
  [
    'PAYOUT-CREATE-026',
    'has new payouts succeed at once',
    amend(annexA, 'payoutOrders', {
      fromSingle: (body, createdAt) => ({ ...payoutOrders.fromSingle(body, createdAt), status: 'SUCCEED' }),
    }),
  ],
  ['PAYOUT-CREATE-027', 'needs no wallet number', amend(annexA, 'createPayout', { walletNumberPresent: unchecked })],
  ['PAYOUT-CREATE-028', 'needs no network', amend(annexA, 'createPayout', { cryptoNetworkPresent: unchecked })],
];

describe('a platform that breaks one rule of single payouts', () => {
  test.each(lies)('%s: it %s', async (id, _what, decisions) => {
    const run = await runInProcess(
      payoutCreateScenarios.filter(({ judge }) => id in judge),
      { runs: 6, decisions },
    );
    expect(failedOf(run).filter((failed) => failed.startsWith('PAYOUT-CREATE'))).toEqual([id]);
  });
});
