import { expect, test } from 'vitest';
import { type AnswerTable, type ViolationName, violation } from '../../../reference/lesspay/core/violation.js';
import { singleDestination } from '../../../reference/lesspay/decisions/create-payout.js';
import { amend, annexA, type Decisions } from '../../../reference/lesspay/decisions.js';
import { errScenarios } from '../../../suites/lesspay/err/index.js';
import { fmtScenarios } from '../../../suites/lesspay/fmt/index.js';
import { payoutCreateScenarios } from '../../../suites/lesspay/payout-create/index.js';
import { failedOf, runInProcess } from './in-process.js';

const { createPayout, envelope, payinAnswers, payoutAnswers, payoutOrders } = annexA;

/** The table with HTTP 400 for every refusal that has 200 in Annex A. */
function with400(table: AnswerTable): AnswerTable {
  const rows = Object.entries(table) as [ViolationName, AnswerTable[ViolationName]][];
  return Object.fromEntries(
    rows.map(([name, { status, code }]) => [name, { code, status: status === 200 ? 400 : status }]),
  ) as AnswerTable;
}

/** Platforms that the documents allow, though they are not as Annex A of the protocol reference has it. */
const conforming: readonly (readonly [what: string, decisions: Decisions])[] = [
  [
    'answers refusals with HTTP 400',
    amend(amend(annexA, 'payoutAnswers', with400(payoutAnswers)), 'payinAnswers', with400(payinAnswers)),
  ],
  [
    'says nothing on success, leaves out `data` on failure, and fills the reserved members',
    amend(annexA, 'envelope', {
      success: (data) => ({ code: 0, msg: '', data, sign: null, encryptData: 'reserved' }),
      failure: ({ code }, msg) => ({ code, msg }),
    }),
  ],
  [
    'shows times in milliseconds, and statuses in other spellings',
    amend(annexA, 'payoutOrders', {
      view: (order, details, place) => ({
        ...payoutOrders.view(order, details, place),
        created_at: order.createdAt,
        order_status: order.status === 'SUCCEED' ? 'SUCCESS' : order.status.toLowerCase(),
      }),
    }),
  ],
  ['answers success with HTTP 201', amend(annexA, 'envelope', { ...envelope, successStatus: 201 })],
  [
    'has neither wallets nor crypto payouts configured',
    amend(annexA, 'createPayout', {
      walletObject: (body) => (singleDestination(body) === 'e_wallet' ? violation('methodNotConfigured', 'no') : null),
      cryptoObject: (body) =>
        singleDestination(body) === 'crypto_wallet' ? violation('channelNotConfigured', 'no') : null,
    }),
  ],
  [
    'asks neither for e-mail addresses nor for calling codes of a certain form',
    amend(annexA, 'createPayout', { emailFormat: () => null, callingCodeLength: () => null }),
  ],
  [
    'sends single payouts to their payment without a review',
    amend(annexA, 'payoutOrders', {
      fromSingle: (body, createdAt) => ({ ...payoutOrders.fromSingle(body, createdAt), status: 'PENDING_PAY' }),
    }),
  ],
  [
    'insists on a way',
    amend(annexA, 'createPayout', {
      wayPresent: (body, situation) =>
        body.way_code === undefined
          ? violation('channelNotConfigured', 'way_code')
          : createPayout.wayPresent(body, situation),
    }),
  ],
];

test.each(conforming)('a platform that %s breaks no rule', async (_what, decisions) => {
  const run = await runInProcess([...payoutCreateScenarios, ...fmtScenarios, ...errScenarios], { runs: 1, decisions });
  expect(run.results.flatMap(({ error }) => error ?? [])).toEqual([]);
  expect(failedOf(run)).toEqual([]);
});
