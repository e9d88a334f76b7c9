import * as fc from 'fast-check';
import { type Check, given, holds, remarked } from '../../../harness/check.js';
import { dataOf, describeAnswer, type Exchange, member } from '../../../harness/exchange.js';
import { intent } from '../../../harness/lesspay/actors.js';
import { orderIdOf } from '../reading/orders.js';
import { accepted, controlAccepted, meets } from '../reading/outcomes.js';
import { succeeded } from '../reading/recorded.js';
import { type LesspayScenario, type Profile, scenario } from '../scenario.js';
import { outcomeInWords } from '../steps/left-open.js';
import { newOrder } from '../steps/new-order.js';
import { claimsSomePayout, type SomePayout, somePayout } from '../steps/some-payout.js';

const claimed = (profile: Profile): boolean => profile.operations.has('fetchPayout') && claimsSomePayout(profile);

function isOrder(query: Exchange, name: 'pay_order_id' | 'request_id', expected: string): Check {
  const found = member(dataOf(query), name);
  return holds(found === expected, `\`${name}\` ${expected}`, () => JSON.stringify(found) ?? 'nothing', query);
}

/** PAYOUT-QUERY-001 to 003: a payout is found by either identifier, and by both (P-FPO; demo client). */
export const foundByIdentifiers = scenario<
  SomePayout,
  {
    readonly byOrderId: Exchange;
    readonly byRequestId: Exchange;
    readonly byBoth: Exchange;
    readonly ids: { readonly pay_order_id: string; readonly request_id: string };
  }
>({
  id: 'PAYOUT-QUERY-001',
  title: 'A payout is found by its pay_order_id, by its request_id, and by both',
  claimed,
  given: somePayout,
  async drive(actors, { operation, message }) {
    const { id, requestId } = await newOrder(actors.platform, operation, actors.fresh(message));
    const ids = { pay_order_id: id, request_id: requestId };
    return {
      byOrderId: await actors.platform.fetchPayout({ pay_order_id: id }),
      byRequestId: await actors.platform.fetchPayout({ request_id: requestId }),
      byBoth: await actors.platform.fetchPayout(ids),
      ids,
    };
  },
  judge: {
    'PAYOUT-QUERY-001': ({ byOrderId, ids }) => [
      ...meets('PAYOUT-QUERY-001', byOrderId),
      isOrder(byOrderId, 'pay_order_id', ids.pay_order_id),
    ],
    'PAYOUT-QUERY-002': ({ byRequestId, ids }) => [
      ...meets('PAYOUT-QUERY-002', byRequestId),
      isOrder(byRequestId, 'request_id', ids.request_id),
    ],
    'PAYOUT-QUERY-003': ({ byBoth, ids }) => [
      ...meets('PAYOUT-QUERY-003', byBoth),
      isOrder(byBoth, 'pay_order_id', ids.pay_order_id),
      isOrder(byBoth, 'request_id', ids.request_id),
    ],
  },
});

interface Refused extends Record<string, Exchange> {
  readonly control: Exchange;
  readonly altered: Exchange;
}

/** Absent, null and empty are the same: none of them takes part in the signature either (P-AUTH). */
const NO_IDENTIFIER = [{}, { request_id: null }, { pay_order_id: '' }, { request_id: '', pay_order_id: null }] as const;

/** PAYOUT-QUERY-004: a query names an order (S000 30000, 30020; demo client). */
export const namesAnOrder = scenario<
  { readonly payout: SomePayout; readonly query: (typeof NO_IDENTIFIER)[number] },
  Refused
>({
  id: 'PAYOUT-QUERY-004',
  title: 'A payout query without an identifier is refused',
  claimed,
  given: (profile) => fc.record({ payout: somePayout(profile), query: fc.constantFrom(...NO_IDENTIFIER) }),
  async drive(actors, { payout, query }) {
    const { requestId } = await newOrder(actors.platform, payout.operation, actors.fresh(payout.message));
    return {
      control: await actors.platform.fetchPayout({ request_id: requestId }, intent('control')),
      altered: await actors.platform.fetchPayout(
        query,
        intent('altered', { requirement: 'PAYOUT-QUERY-004', element: '/request_id', mutation: JSON.stringify(query) }),
      ),
    };
  },
  judge: {
    'PAYOUT-QUERY-004': ({ control, altered }) => [...controlAccepted(control), ...meets('PAYOUT-QUERY-004', altered)],
  },
});

/** PAYOUT-QUERY-005: an order that does not exist is not found (S000 30020). */
export const unknownIsNotFound = scenario<
  { readonly payout: SomePayout; readonly by: 'request_id' | 'pay_order_id' | 'both'; readonly length: number },
  Refused
>({
  id: 'PAYOUT-QUERY-005',
  title: 'A query for a payout that does not exist is answered with "order not found"',
  claimed,
  given: (profile) =>
    fc.record({
      payout: somePayout(profile),
      by: fc.constantFrom('request_id', 'pay_order_id', 'both'),
      length: fc.integer({ min: 16, max: 30 }),
    }),
  async drive(actors, { payout, by, length }) {
    const { requestId } = await newOrder(actors.platform, payout.operation, actors.fresh(payout.message));
    const unknown = {
      ...(by === 'pay_order_id' ? {} : { request_id: actors.freshId(length) }),
      ...(by === 'request_id' ? {} : { pay_order_id: actors.freshId(length) }),
    };
    return {
      control: await actors.platform.fetchPayout({ request_id: requestId }, intent('control')),
      altered: await actors.platform.fetchPayout(
        unknown,
        intent('altered', { requirement: 'PAYOUT-QUERY-005', element: '/request_id', mutation: `unknown ${by}` }),
      ),
    };
  },
  judge: {
    'PAYOUT-QUERY-005': ({ control, altered }) => [...controlAccepted(control), ...meets('PAYOUT-QUERY-005', altered)],
  },
});

/** PAYOUT-QUERY-012: the payouts of another application stay hidden (S000 HTTP 403, 30020). */
export const othersAreHidden = scenario<
  SomePayout,
  {
    readonly own: Exchange;
    readonly unknown: Exchange;
    readonly byOrderId: Exchange;
    readonly byRequestId: Exchange;
  }
>({
  id: 'PAYOUT-QUERY-012',
  title: 'An application that asks for the payout of another one learns nothing about it',
  needs: ['secondApplication'],
  claimed,
  given: somePayout,
  async drive(actors, { operation, message }) {
    const { id, requestId } = await newOrder(actors.platform, operation, actors.fresh(message));
    return {
      own: await actors.platform.fetchPayout({ pay_order_id: id }, intent('control')),
      unknown: await actors.second.fetchPayout({ request_id: actors.freshId() }, intent('control')),
      byOrderId: await actors.second.fetchPayout({ pay_order_id: id }),
      byRequestId: await actors.second.fetchPayout({ request_id: requestId }),
    };
  },
  judge: {
    'PAYOUT-QUERY-012': ({ own, unknown, byOrderId, byRequestId }) => [
      ...accepted(own).map((check) => given(check)),
      ...meets('PAYOUT-QUERY-005', unknown).map((check) => given(check, 'secondCannotQuery')),
      ...meets('PAYOUT-QUERY-012', byOrderId),
      ...meets('PAYOUT-QUERY-012', byRequestId),
    ],
  },
});

interface TwoOrders {
  readonly query: Exchange;
  readonly asked: { readonly request_id: string; readonly pay_order_id: string };
  readonly [label: string]: Exchange | { readonly request_id: string; readonly pay_order_id: string };
}

function whichOrder({ query, asked }: TwoOrders): string {
  if (!succeeded(query)) return outcomeInWords(query);
  const byRequestId = member(dataOf(query), 'request_id') === asked.request_id;
  const byOrderId = orderIdOf(query) === asked.pay_order_id;
  if (byRequestId && byOrderId) return 'an answer that mixes both orders';
  if (byOrderId) return 'the order of the pay_order_id';
  return byRequestId ? 'the order of the request_id' : `neither of the two orders, ${describeAnswer(query)}`;
}

/** PAYOUT-QUERY-018: what identifiers of two orders mean is not documented. */
export const identifiersOfTwoOrders = scenario<{ readonly first: SomePayout; readonly second: SomePayout }, TwoOrders>({
  id: 'PAYOUT-QUERY-018',
  title: 'How a query with the identifiers of two different payouts is answered is recorded',
  claimed,
  given: (profile) => fc.record({ first: somePayout(profile), second: somePayout(profile) }),
  async drive(actors, { first, second }) {
    const one = await newOrder(actors.platform, first.operation, actors.fresh(first.message));
    const other = await newOrder(actors.platform, second.operation, actors.fresh(second.message));
    const asked = { request_id: one.requestId, pay_order_id: other.id };
    return { query: await actors.platform.fetchPayout(asked), asked };
  },
  judge: {
    'PAYOUT-QUERY-018': (found) => remarked(`recorded: ${whichOrder(found)}`, found.query),
  },
});

/** How payouts are found, and not found. */
export const findingPayouts: readonly LesspayScenario[] = [
  foundByIdentifiers,
  namesAnOrder,
  unknownIsNotFound,
  othersAreHidden,
  identifiersOfTwoOrders,
];
