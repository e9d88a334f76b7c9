import { describe, expect, test } from 'vitest';
import { amend, annexA, type Decisions } from '../../../../reference/lesspay/decisions.js';
import { errScenarios } from '../../../../suites/lesspay/err/index.js';
import { payoutCreateScenarios } from '../../../../suites/lesspay/payout-create/index.js';
import { runInProcess } from '../in-process.js';

const { envelope, payoutOrders, payoutAnswers } = annexA;

/** Enough traffic for the observers: creates, queries and refusals of both products. */
const traffic = [...payoutCreateScenarios, ...errScenarios].filter(({ id }) =>
  /^(PAYOUT-CREATE-0(01|04|09|13|15|25)|ERR-014.*)$/.test(id),
);

/** A platform that does one thing wrong everywhere, and what the observers must find. */
const lies: readonly (readonly [ids: string, what: string, decisions: Decisions])[] = [
  ['', 'does nothing wrong', annexA],
  [
    'ENV-001',
    'writes codes as text on success',
    amend(annexA, 'envelope', { success: (data) => ({ ...(envelope.success(data) as object), code: '0' }) }),
  ],
  [
    'ENV-003 ENV-012 ENV-013',
    'has another code for success',
    amend(annexA, 'envelope', { success: (data) => ({ ...(envelope.success(data) as object), code: 200 }) }),
  ],
  [
    'ENV-003',
    'answers refusals with code 0',
    amend(annexA, 'envelope', { failure: () => ({ code: 0, msg: 'SUCCESS', data: null }) }),
  ],
  ['ENV-004', 'says OK', amend(annexA, 'envelope', { success: (data) => ({ code: 0, msg: 'OK', data }) })],
  ['ENV-005', 'says nothing', amend(annexA, 'envelope', { failure: ({ code }) => ({ code, msg: '', data: null }) })],
  ['ENV-006', 'labels JSON as text', amend(annexA, 'envelope', { contentType: 'text/plain' })],
  [
    'ENV-007',
    'signs with a number',
    amend(annexA, 'envelope', { success: (data) => ({ code: 0, msg: 'SUCCESS', data, sign: 7 }) }),
  ],
  [
    'ENV-012',
    'has results in refusals',
    amend(annexA, 'envelope', { failure: ({ code }, msg) => ({ code, msg, data: { pay_order_id: 'PO1' } }) }),
  ],
  [
    'ENV-013',
    'answers payouts with a pay-in code',
    amend(annexA, 'payoutAnswers', {
      countryCode: { status: 200, code: 11 },
      beneficiaryType: { status: 200, code: 11 },
    }),
  ],
  [
    'ERR-001',
    'fails on mistakes',
    amend(annexA, 'payoutAnswers', { beneficiaryType: { ...payoutAnswers.beneficiaryType, status: 500 } }),
  ],
  [
    'ERR-006',
    'has the general code for amounts',
    amend(annexA, 'payoutAnswers', { amountFormat: payoutAnswers.parameter }),
  ],
  ['ERR-012', 'rejects at once', amend(annexA, 'payoutAnswers', { beneficiaryType: { status: 200, code: 30003 } })],
  [
    'FMT-006',
    'has a local form of dates',
    amend(annexA, 'payoutOrders', {
      view: (order, details, place) => ({
        ...payoutOrders.view(order, details, place),
        created_at: '13/01/2025 10:00',
      }),
    }),
  ],
  [
    'FMT-010',
    'has a status of its own',
    amend(annexA, 'payoutOrders', {
      created: (order) => ({ ...(payoutOrders.created(order) as object), order_status: 'NEW' }),
    }),
  ],
  ['FMT-016', 'shows account numbers', amend(annexA, 'payoutOrders', { keptAccountNo: (clear) => clear })],
  ['FMT-017', 'masks account numbers entirely', amend(annexA, 'payoutOrders', { keptAccountNo: () => '********' })],
];

describe('observers find what a platform does wrong everywhere', () => {
  test.each(lies)('%s: it %s', async (ids, _what, decisions) => {
    const { observed } = await runInProcess(traffic, { runs: 2, decisions });
    const failed = observed.filter((tally) => tally.failed > 0).map(({ requirement }) => requirement);
    expect(failed.sort().join(' ')).toBe(ids);
  });
});
