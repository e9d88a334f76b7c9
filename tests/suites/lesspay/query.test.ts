import { describe, expect, test } from 'vitest';
import type { PayinOrder } from '../../../reference/lesspay/core/orders.js';
import { violation } from '../../../reference/lesspay/core/violation.js';
import { unchecked } from '../../../reference/lesspay/decisions/check.js';
import { amend, annexA, type Decisions } from '../../../reference/lesspay/decisions.js';
import { queryScenarios } from '../../../suites/lesspay/query/index.js';
import { judgedOf, scenarioRequirementsOf } from './coverage.js';
import { failedOf, remarksOf, runInProcess, unexpected } from './in-process.js';

const listings = new Set(['QUERY-023', 'QUERY-027']);
const { identifierPresent } = annexA.fetchPayin;
const listing = amend(annexA, 'fetchPayin', {
  identifierPresent: (body, situation) => ('start_time' in body ? null : identifierPresent(body, situation)),
});

describe('QUERY against the reference platform', () => {
  test.each([1, 20_26])('everything but listings passes with seed %i', async (seed) => {
    const run = await runInProcess(
      queryScenarios.filter(({ id }) => !listings.has(id)),
      { runs: 5, seed },
    );
    expect(unexpected(run)).toEqual([]);
    expect(remarksOf(run).filter((remark) => !remark.includes('recorded: '))).toEqual([]);
  });

  test('a target that does not list by a window alone is not judged by its listings', async () => {
    const run = await runInProcess(
      queryScenarios.filter(({ id }) => listings.has(id)),
      { runs: 2 },
    );
    expect(unexpected(run).map((line) => line.replace(/:.*listingNotSupported.*$/, ''))).toEqual(
      [...listings].map((id) => `${id} ${id}`),
    );
  });

  test('a target that lists by a window alone passes, with a remark', async () => {
    const run = await runInProcess(queryScenarios, { runs: 5, decisions: listing });
    expect(unexpected(run)).toEqual([]);
    expect(remarksOf(run).filter((remark) => remark.startsWith('QUERY-004'))).not.toEqual([]);
  });

  test('every requirement of the area is judged', () => {
    expect(judgedOf(queryScenarios)).toEqual(scenarioRequirementsOf('QUERY'));
  });

  test('a target that takes numbers as text only passes all but QUERY-013', async () => {
    const readInteger = (value: unknown): number | null =>
      typeof value === 'string' ? annexA.syntax.readInteger(value) : null;
    const decisions = amend(annexA, 'syntax', {
      readInteger,
      readMilliseconds: (value) => (typeof value === 'string' ? annexA.syntax.readMilliseconds(value) : null),
    });
    const run = await runInProcess(queryScenarios, { runs: 3, decisions });
    expect(failedOf(run)).toEqual(['QUERY-013']);
  });
});

const { lookup, payinOrders } = annexA;
const spanRule = (least: number, most: number) =>
  amend(annexA, 'fetchPayin', {
    windowSpan: ({ start_time: start, end_time: end }) => {
      const span = Number(end) - Number(start);
      return span >= least && span <= most ? null : violation('timeWindow', 'Request time error');
    },
  });
const changedRecord = (change: (record: object, order: PayinOrder) => object): Decisions =>
  amend(annexA, 'payinOrders', { record: (order) => change(payinOrders.record(order) as object, order) });

let clock = 0;

const lies: readonly { says: string; decisions: Decisions; failed: readonly string[] }[] = [
  {
    says: 'a window may start after its end',
    decisions: amend(annexA, 'fetchPayin', { startBeforeEnd: unchecked }),
    failed: ['QUERY-008'],
  },
  {
    says: 'a window may start at its end',
    decisions: amend(annexA, 'fetchPayin', { startNotEnd: unchecked }),
    failed: ['QUERY-009'],
  },
  { says: 'a window may be a millisecond too long', decisions: spanRule(0, 604_800_001), failed: ['QUERY-010'] },
  { says: 'seven days are too long', decisions: spanRule(0, 604_799_999), failed: ['QUERY-011'] },
  { says: 'a millisecond is too short', decisions: spanRule(2, 604_800_000), failed: ['QUERY-012'] },
  {
    says: 'times may be anything',
    decisions: amend(annexA, 'fetchPayin', { startTimeFormat: unchecked, endTimeFormat: unchecked }),
    failed: ['QUERY-017'],
  },
  {
    says: 'the query may be empty',
    decisions: amend(annexA, 'fetchPayin', { identifierPresent: unchecked }),
    failed: ['QUERY-005'],
  },
  {
    says: 'a page has 999 records at most',
    decisions: amend(annexA, 'fetchPayin', {
      pageSizeRange: ({ page_size: size }) => (Number(size) > 999 ? violation('parameter', 'page_size') : null),
    }),
    failed: ['QUERY-015'],
  },
  {
    says: 'other applications see the order',
    decisions: amend(annexA, 'lookup', { maySee: () => true }),
    failed: ['QUERY-020'],
  },
  {
    says: 'another order comes with the one that was asked for',
    decisions: amend(annexA, 'payinOrders', {
      list: (found) =>
        payinOrders.list({ ...found, records: [...found.records, { pay_order_id: 'P0000000000000000000' }] }),
    }),
    failed: ['QUERY-026'],
  },
  {
    says: 'an unknown order is an error of the platform',
    decisions: amend(annexA, 'payinAnswers', { orderNotFound: { status: 500, code: 10 } }),
    failed: ['QUERY-006', 'QUERY-007', 'QUERY-020'],
  },
  {
    says: 'only queries by `pay_order_id` find something',
    decisions: amend(annexA, 'lookup', {
      isAskedFor: (order, body, syntax) => body.pay_order_id !== undefined && lookup.isAskedFor(order, body, syntax),
    }),
    failed: ['QUERY-001'],
  },
  {
    says: 'records change from query to query',
    decisions: changedRecord((record) => {
      clock += 1;
      return { ...record, seen: clock };
    }),
    failed: ['QUERY-021'],
  },
  {
    says: 'queries do not follow the order',
    decisions: changedRecord((record) => ({ ...record, order_status: 'PENDING_PAY' })),
    failed: ['QUERY-022'],
  },
  {
    says: 'pages are overfull',
    decisions: amend(listing, 'lookup', { slice: (orders, page, size) => lookup.slice(orders, page, size + 1) }),
    failed: ['QUERY-023'],
  },
  {
    says: 'pages overlap',
    decisions: amend(listing, 'lookup', {
      slice: (orders, page, size) => orders.slice(Math.max(0, (page - 1) * size - 1), page * size),
    }),
    failed: ['QUERY-027'],
  },
];

describe('QUERY against a target that errs', () => {
  test.each(lies)('$says', async ({ decisions, failed }) => {
    const run = await runInProcess(queryScenarios, { runs: 8, seed: 7, decisions });
    // Observers judge the same traffic for other areas.
    expect(failedOf(run).filter((id) => id.startsWith('QUERY-'))).toEqual(failed);
  });
});
