import { describe, expect, test } from 'vitest';
import { notLonger, unchecked } from '../../../reference/lesspay/decisions/check.js';
import { amend, annexA, type Decisions } from '../../../reference/lesspay/decisions.js';
import { payinCreateScenarios } from '../../../suites/lesspay/payin-create/index.js';
import { judgedOf, scenarioRequirementsOf } from './coverage.js';
import { failedOf, remarksOf, runInProcess, unexpected } from './in-process.js';

describe('PAYIN-CREATE against the reference platform', () => {
  test.each([1, 20_26])('everything passes with seed %i', async (seed) => {
    const run = await runInProcess(payinCreateScenarios, { runs: 5, seed });
    expect(unexpected(run)).toEqual([]);
    expect(remarksOf(run).filter((remark) => !remark.includes('recorded: '))).toEqual([]);
  });

  test('every requirement of the area is judged', () => {
    expect(judgedOf(payinCreateScenarios)).toEqual(scenarioRequirementsOf('PAYIN-CREATE'));
  });
});

const { payinOrders } = annexA;
const inPayins = (changes: Partial<Decisions['createPayin']>): Decisions => amend(annexA, 'createPayin', changes);
const inOrders = (changes: Partial<Decisions['payinOrders']>): Decisions => amend(annexA, 'payinOrders', changes);
const ids = (...numbers: readonly string[]): string[] => numbers.map((number) => `PAYIN-CREATE-${number}`);

const lies: readonly { says: string; decisions: Decisions; failed: readonly string[] }[] = [
  {
    says: 'nothing is required',
    decisions: inPayins({
      requestIdPresent: unchecked,
      amountPresent: unchecked,
      currencyPresent: unchecked,
      transactionTypePresent: unchecked,
      successUrlPresent: unchecked,
      failUrlPresent: unchecked,
      productNamePresent: unchecked,
      descriptionPresent: unchecked,
    }),
    failed: ids('004', '005', '006', '007', '009', '010', '011', '012'),
  },
  {
    says: 'values are not looked at',
    decisions: inPayins({
      transactionTypeValue: unchecked,
      apiVersionValue: unchecked,
      accessTypeValue: unchecked,
      amountFormat: unchecked,
      currencyKnown: unchecked,
      wayTypeKnown: unchecked,
      expiredTimeValue: unchecked,
      requestIdLength: unchecked,
    }),
    // An unknown way type is still refused, because the application does not have it.
    failed: ids('008', '013', '015', '016', '017', '018', '026', '030', '036'),
  },
  {
    says: 'ways are not looked at',
    decisions: amend(annexA, 'createPayinRules', {
      wayCodeKnown: unchecked,
      wayCodeFitsCurrency: unchecked,
      wayTypeFitsCurrency: unchecked,
      waysAgree: unchecked,
    }),
    failed: ids('019', '020', '023'),
  },
  {
    says: 'an order has neither an id nor a checkout page',
    decisions: inOrders({ created: () => ({}) }),
    failed: ids('002', '003', '014'),
  },
  {
    says: 'every order has the same id',
    decisions: inOrders({
      created: (order, url) => ({ ...(payinOrders.created(order, url) as object), pay_order_id: 'P0' }),
    }),
    failed: ids('033'),
  },
  {
    says: 'an order is paid at once, in another currency',
    decisions: inOrders({
      record: (order) => ({
        ...(payinOrders.record(order) as object),
        order_status: 'SUCCEED',
        target_currency: 'XXX',
      }),
    }),
    failed: ids('034', '035'),
  },
];

describe('PAYIN-CREATE against a target that errs', () => {
  test.each(lies)('$says', async ({ decisions, failed }) => {
    const run = await runInProcess(payinCreateScenarios, { runs: 8, seed: 7, decisions });
    // Observers judge the same traffic for other areas.
    expect(failedOf(run).filter((id) => id.startsWith('PAYIN-CREATE-'))).toEqual(failed);
  });

  test('limits that are too low', async () => {
    const decisions = inPayins({
      requestIdLength: notLonger('request_id', 19),
      productNameLength: notLonger('product_name', 29),
      descriptionLength: notLonger('description', 49),
      successUrlLength: notLonger('success_url', 254),
    });
    const run = await runInProcess(payinCreateScenarios, { runs: 8, seed: 7, decisions });
    expect(failedOf(run)).toEqual(expect.arrayContaining(ids('024', '027', '028', '029')));
  });
});
