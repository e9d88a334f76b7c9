import * as fc from 'fast-check';
import {
  type PayinQueryPlan,
  payinQuery,
  payinQueryAt,
  payinWindow,
  type WindowPlan,
} from '../../../generators/lesspay/queries.js';
import { differingPaths } from '../../../generators/lesspay/twin.js';
import { type Check, given, holds, unmet } from '../../../harness/check.js';
import { payinQuery as limits } from '../../../protocols/lesspay/limits.js';
import { payinRecordsOf, statusIn } from '../reading/orders.js';
import { meets, situationsOf } from '../reading/outcomes.js';
import { recorded } from '../reading/recorded.js';
import type { LesspayScenario } from '../scenario.js';
import { aroundNow } from '../steps/look-up.js';
import { asDecimalText } from '../steps/payin-query.js';
import { aboutAnOrder, hasRecord, onlyThatOrder, orderKnown, type QueryEvidence } from './about-an-order.js';

const LONGEST_MS = limits.maxWindowMs.max;

/** Windows that contain the order and stay below the longest: whether that one is allowed is a requirement of its own. */
const usualWindow: fc.Arbitrary<WindowPlan> = payinWindow().map(({ offsetMs, spanMs }) =>
  spanMs < LONGEST_MS - 1 ? { offsetMs, spanMs } : { offsetMs: offsetMs + 60_000, spanMs: spanMs - 60_000 },
);

const withUsualPage = (plan: PayinQueryPlan): PayinQueryPlan =>
  plan.pageSize === undefined ? plan : { ...plan, pageSize: Math.min(plan.pageSize, limits.pageSize.max - 1) };

const named = (id: string, title: string, by: PayinQueryPlan['by']): LesspayScenario =>
  aboutAnOrder<PayinQueryPlan>({
    id,
    title,
    drawn: payinQuery({ by, window: usualWindow }).map(withUsualPage),
    query: (moment, plan) => payinQueryAt(plan, moment),
    judge: {
      [id]: (evidence) => [...meets(id, evidence.asked), hasRecord(evidence, by)],
      'QUERY-026': (evidence) => [
        ...orderKnown(evidence),
        ...meets('QUERY-026', evidence.asked).map((check) => given(check, 'queryRefused')),
        onlyThatOrder(evidence),
      ],
    },
  });

/** QUERY-001: a query by `request_id` finds the order (S001; demo client); QUERY-026: and no other. */
export const byRequestId = named('QUERY-001', 'A query by `request_id` finds the order and no other.', 'request_id');

/** QUERY-002: a query by `pay_order_id` finds the order (S001; demo client); QUERY-026: and no other. */
export const byOrderId = named('QUERY-002', 'A query by `pay_order_id` finds the order and no other.', 'pay_order_id');

/** QUERY-003: a query by both identifiers finds the order (P-FPI); QUERY-026: and no other. */
export const byBoth = named('QUERY-003', 'A query by both identifiers finds the order and no other.', 'both');

/** QUERY-011: a window of exactly seven days, 604,800,000 milliseconds, is allowed (S001 message 3). */
export const exactlySevenDays = aboutAnOrder<number>({
  id: 'QUERY-011',
  title: 'A window of exactly seven days finds the order.',
  // How far the window reaches beyond now: a platform's clock may be ahead of ours.
  drawn: fc.constantFrom(60_000, 1_000),
  query: ({ requestId, nowMs }, aheadMs) => ({
    request_id: requestId,
    start_time: nowMs + aheadMs - LONGEST_MS,
    end_time: nowMs + aheadMs,
  }),
  judge: {
    'QUERY-011': (evidence) => [
      ...orderKnown(evidence),
      ...meets('QUERY-011', evidence.asked),
      hasRecord(evidence, 'request_id'),
    ],
  },
});

/** QUERY-013: times and paging members are accepted as JSON numbers and as decimal text alike (P-FPI; demo client). */
export const numbersAndText = aboutAnOrder({
  id: 'QUERY-013',
  title: 'Numbers are accepted in both documented forms.',
  cases: situationsOf('QUERY-013'),
  asWritten: true,
  query({ actors, requestId }, _drawn, situation) {
    const query = { request_id: requestId, ...aroundNow(actors), page: 1, page_size: limits.pageSize.default };
    return situation === 'numbers' ? query : asDecimalText(query);
  },
  judge: {
    'QUERY-013': (evidence, situation) => [
      ...orderKnown(evidence),
      ...meets('QUERY-013', evidence.asked, situation),
      hasRecord(evidence, 'request_id'),
    ],
  },
});

/** QUERY-014: a query may leave out `page` and `page_size` (demo client). */
export const withoutPaging = aboutAnOrder({
  id: 'QUERY-014',
  title: 'A query without paging members finds the order.',
  query: ({ actors, payOrderId }) => ({ pay_order_id: payOrderId, ...aroundNow(actors) }),
  judge: {
    'QUERY-014': (evidence) => [...meets('QUERY-014', evidence.asked), hasRecord(evidence, 'pay_order_id')],
  },
});

/** QUERY-015: a `page_size` of 1000 is accepted (demo client). */
export const largestPage = aboutAnOrder({
  id: 'QUERY-015',
  title: 'A query with the largest page size finds the order.',
  query: ({ actors, requestId }) => ({
    request_id: requestId,
    ...aroundNow(actors),
    page: limits.firstPage,
    page_size: limits.pageSize.max,
  }),
  judge: {
    'QUERY-015': (evidence) => [
      ...orderKnown(evidence),
      ...meets('QUERY-015', evidence.asked),
      hasRecord(evidence, 'request_id'),
    ],
  },
});

const pagingOf = (situation: string): object => {
  const [name, value] = situation.split(' ');
  if ((name !== 'page' && name !== 'page_size') || !/^-?\d+$/.test(value ?? '')) {
    throw new Error(`QUERY-016 cannot read the situation "${situation}".`);
  }
  return { [name]: Number.parseInt(value ?? '', 10) };
};

/** QUERY-016: whether paging values outside their range are refused or brought into it is reported (demo client). */
export const pagingOutOfRange = aboutAnOrder({
  id: 'QUERY-016',
  title: 'A query with a paging value out of range is refused, or answered with a value within it.',
  cases: situationsOf('QUERY-016'),
  query: ({ actors, requestId }, _drawn, situation) => ({
    request_id: requestId,
    ...aroundNow(actors),
    ...pagingOf(situation),
  }),
  judge: {
    'QUERY-016': (evidence, situation) => [...orderKnown(evidence), recorded(situation, evidence.asked)],
  },
});

function sameRecords({ control, asked }: QueryEvidence): Check {
  const [before, after] = [payinRecordsOf(control), payinRecordsOf(asked)];
  const statuses = [before, after].map((records) => JSON.stringify(records.map(statusIn)));
  if (before.length > 0 && before.length === after.length && statuses[0] !== statuses[1]) {
    return unmet('stateChanged', `The order moved between the queries: ${statuses.join(', then ')}.`);
  }
  const differing = differingPaths(before, after);
  return holds(
    differing.length === 0,
    'the same records again',
    () => `other values at ${differing.join(', ')}`,
    asked,
  );
}

/** QUERY-021: queries repeated while the order does not change state give the same record each time (inferred). */
export const repeatedQuery = aboutAnOrder({
  id: 'QUERY-021',
  title: 'The same query gives the same record again.',
  query: ({ actors, requestId }) => ({ request_id: requestId, ...aroundNow(actors) }),
  judge: {
    'QUERY-021': (evidence) => [
      ...orderKnown(evidence),
      ...meets('QUERY-021', evidence.asked),
      hasRecord(evidence, 'request_id'),
      sameRecords(evidence),
    ],
  },
});

/** Queries that find an order. */
export const foundScenarios: readonly LesspayScenario[] = [
  byRequestId,
  byOrderId,
  byBoth,
  exactlySevenDays,
  numbersAndText,
  withoutPaging,
  largestPage,
  pagingOutOfRange,
  repeatedQuery,
];
