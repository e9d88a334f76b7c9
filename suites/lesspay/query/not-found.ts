import * as fc from 'fast-check';
import { type Check, given, met, remarked } from '../../../harness/check.js';
import { describeAnswer, type Exchange, envelopeOf } from '../../../harness/exchange.js';
import { intent } from '../../../harness/lesspay/actors.js';
import type { Evidence } from '../../../harness/scenario.js';
import { fetchPayinMessages } from '../../../protocols/lesspay/payin-codes.js';
import { payinRecordsOf, recordOrderId, recordRequestId } from '../reading/orders.js';
import { accepted, meets } from '../reading/outcomes.js';
import { recorded } from '../reading/recorded.js';
import { type LesspayScenario, scenario } from '../scenario.js';
import { claimedPayin } from '../steps/claimed-payins.js';
import { aroundNow } from '../steps/look-up.js';
import { newOrder } from '../steps/new-order.js';
import { askPayin } from '../steps/payin-query.js';
import { offers } from '../steps/valid-call.js';
import { aboutAnOrder, orderKnown, type QueryEvidence } from './about-an-order.js';

/** QUERY-004: a query with a valid window but no identifier is an error (S001 message 1). */
export const noIdentifier = aboutAnOrder({
  id: 'QUERY-004',
  title: 'A query with a window and no identifier is an error.',
  query: ({ actors }) => ({ ...aroundNow(actors), page: 1, page_size: 20 }),
  judge: { 'QUERY-004': (evidence) => [...orderKnown(evidence), ...meets('QUERY-004', evidence.asked)] },
});

/** QUERY-005: a query with neither an identifier nor a window is an error (S001 message 1). */
export const nothingToGoBy = aboutAnOrder({
  id: 'QUERY-005',
  title: 'A query with neither an identifier nor a window is an error.',
  query: () => ({ page: 1, page_size: 20 }),
  judge: { 'QUERY-005': (evidence) => [...orderKnown(evidence), ...meets('QUERY-005', evidence.asked)] },
});

const notFoundText = fetchPayinMessages.find(({ key }) => key === 'notFound')?.msg ?? '';

function saysSo(asked: Exchange): Check {
  const msg = envelopeOf(asked)?.msg;
  return typeof msg === 'string' && msg.trim().toLowerCase() === notFoundText.toLowerCase()
    ? met
    : remarked(`recorded: the message is not "${notFoundText}": ${describeAnswer(asked)}`, asked);
}

/** QUERY-006: a `request_id` that was never used is not found (S001 message 2, 1202). */
export const unknownRequestId = aboutAnOrder({
  id: 'QUERY-006',
  title: 'A query by a `request_id` that was never used finds nothing.',
  query: ({ actors }) => ({ request_id: actors.freshId(), ...aroundNow(actors) }),
  judge: {
    'QUERY-006': (evidence) => [...orderKnown(evidence), ...meets('QUERY-006', evidence.asked), saysSo(evidence.asked)],
  },
});

/** QUERY-007: a `pay_order_id` that was never issued is not found (S001). */
export const unknownOrderId = aboutAnOrder({
  id: 'QUERY-007',
  title: 'A query by a `pay_order_id` that was never issued finds nothing.',
  query: ({ actors }) => ({ pay_order_id: `P${actors.freshId(19)}`, ...aroundNow(actors) }),
  judge: { 'QUERY-007': (evidence) => [...orderKnown(evidence), ...meets('QUERY-007', evidence.asked)] },
});

function whichOrder({ asked, ids }: QueryEvidence): string {
  const records = payinRecordsOf(asked);
  if (records.length === 0) return '';
  const mixed = records.some(
    (record) => recordRequestId(record) === ids.requestId && recordOrderId(record) === ids.other,
  );
  if (mixed) return 'a record mixes the members of both orders';
  const found = records.map((record) => (recordOrderId(record) === ids.other ? 'pay_order_id' : 'request_id'));
  return `the order of the ${[...new Set(found)].join(' and of the ')}`;
}

/** QUERY-024: how a query with the identifiers of two different orders is answered is reported (S001 is silent). */
export const twoOrders = aboutAnOrder({
  id: 'QUERY-024',
  title: 'A query with the identifiers of two different orders is answered in one way or another.',
  query: ({ actors, requestId, other }) => ({
    request_id: requestId,
    pay_order_id: other.payOrderId,
    ...aroundNow(actors),
  }),
  judge: {
    'QUERY-024': (evidence) => [
      ...orderKnown(evidence),
      recorded('identifiers of two orders', evidence.asked, whichOrder(evidence)),
    ],
  },
});

interface ForeignEvidence extends Record<string, Evidence[string]> {
  readonly own: Exchange;
  readonly foreign: Exchange;
}

/** QUERY-020: a query by the identifiers of another application's order discloses nothing of it (S001 403, 5004, 1202). */
export const foreignOrder = scenario<{ message: object; by: 'request_id' | 'pay_order_id' | 'both' }, ForeignEvidence>({
  id: 'QUERY-020',
  title: 'Another application’s order is not disclosed.',
  needs: ['secondApplication'],
  claimed: (profile) => offers(profile, 'fetchPayin'),
  given: (profile) =>
    fc.record({ message: claimedPayin(profile), by: fc.constantFrom('request_id', 'pay_order_id', 'both') }),
  async drive(actors, { message, by }) {
    const fresh = actors.fresh(message) as { readonly request_id: string };
    const order = await newOrder(actors.platform, 'createPayin', fresh);
    const query = {
      ...(by === 'pay_order_id' ? {} : { request_id: order.requestId }),
      ...(by === 'request_id' ? {} : { pay_order_id: order.id }),
      ...aroundNow(actors),
    };
    const { exchange: own, form } = await askPayin(actors, query);
    const foreign = await actors.second.fetchPayin(
      form(query),
      intent('altered', {
        requirement: 'QUERY-020',
        element: 'x-auth-appid',
        mutation: 'asked by the other application',
      }),
    );
    return { own, foreign };
  },
  judge: {
    'QUERY-020': ({ own, foreign }) => [...accepted(own).map((check) => given(check)), ...meets('QUERY-020', foreign)],
  },
});

/** Queries that must find nothing, or that no document answers. */
export const notFoundScenarios: readonly LesspayScenario[] = [
  noIdentifier,
  nothingToGoBy,
  unknownRequestId,
  unknownOrderId,
  twoOrders,
  foreignOrder,
];
