import * as fc from 'fast-check';
import type { QueryMoment } from '../../../generators/lesspay/queries.js';
import { type Check, holds } from '../../../harness/check.js';
import { describeAnswer, type Exchange } from '../../../harness/exchange.js';
import { type Actors, intent } from '../../../harness/lesspay/actors.js';
import type { Evidence } from '../../../harness/scenario.js';
import { payinRecordsOf, recordOrderId, recordRequestId } from '../reading/orders.js';
import { controlAccepted } from '../reading/outcomes.js';
import { type LesspayScenario, scenario } from '../scenario.js';
import { claimedPayin } from '../steps/claimed-payins.js';
import { aroundNow } from '../steps/look-up.js';
import { newOrder } from '../steps/new-order.js';
import { askPayin } from '../steps/payin-query.js';
import { offers } from '../steps/valid-call.js';

/** The order that a query is about, the time, and what else a query can be made of. */
export interface Moment extends QueryMoment {
  readonly actors: Actors;
  /** Another order of the same application, created before. */
  readonly other: { readonly requestId: string; readonly payOrderId: string };
}

/** The ids of the order that was asked about, and the exchanges, the question last. */
export interface QueryEvidence extends Record<string, Evidence[string]> {
  readonly ids: { readonly requestId: string; readonly payOrderId: string; readonly other: string };
  /** A plain query by `request_id` around the creation. */
  readonly control: Exchange;
  readonly asked: Exchange;
}

/** A query, after an order was created. */
export interface AboutAnOrder<Drawn> {
  /** The principal requirement; `suffix` tells several scenarios of one requirement apart. */
  readonly id: string;
  readonly suffix?: string;
  readonly title: string;
  readonly cases?: readonly string[];
  readonly drawn?: fc.Arbitrary<Drawn>;
  /** The query, with its numbers as numbers. */
  readonly query: (moment: Moment, drawn: Drawn, situation: string) => object;
  /** True sends the numbers as they are, whatever form the target takes otherwise. */
  readonly asWritten?: boolean;
  readonly judge: Readonly<Record<string, (evidence: QueryEvidence, situation: string) => Check | readonly Check[]>>;
}

/**
 * A scenario for a query: two orders are created, the second is found by a plain query, and then the question is asked about it, in
 * the form of numbers that the target takes (E-33).
 */
export function aboutAnOrder<Drawn = null>(definition: AboutAnOrder<Drawn>): LesspayScenario {
  const { id, suffix, drawn = fc.constant(null as Drawn), asWritten = false } = definition;
  return scenario<{ messages: readonly object[]; drawn: Drawn }, QueryEvidence>({
    id: suffix === undefined ? id : `${id}-${suffix}`,
    title: definition.title,
    ...(definition.cases === undefined ? {} : { cases: definition.cases }),
    weight: 0.5,
    claimed: (profile) => offers(profile, 'fetchPayin'),
    given: (profile) => fc.record({ messages: fc.array(claimedPayin(profile), { minLength: 2, maxLength: 2 }), drawn }),
    async drive(actors, { messages, drawn: chosen }, situation) {
      const [first, second] = messages.map((message) => actors.fresh(message) as { readonly request_id: string });
      if (first === undefined || second === undefined) throw new Error(`${id}: two messages are drawn.`);
      const decoy = await newOrder(actors.platform, 'createPayin', first);
      const order = await newOrder(actors.platform, 'createPayin', second);
      const { exchange: control, form } = await askPayin(actors, { request_id: order.requestId, ...aroundNow(actors) });
      const query = definition.query(
        {
          actors,
          requestId: order.requestId,
          payOrderId: order.id,
          nowMs: Math.round(actors.now()),
          other: { requestId: decoy.requestId, payOrderId: decoy.id },
        },
        chosen,
        situation,
      );
      const asked = await actors.platform.fetchPayin(
        asWritten ? query : form(query),
        intent('altered', { requirement: id, case: situation }),
      );
      return { ids: { requestId: order.requestId, payOrderId: order.id, other: decoy.id }, control, asked };
    },
    judge: definition.judge,
  });
}

/** The plain query of the exercise succeeded; without it nothing can be said about the other one. */
export function orderKnown({ control }: QueryEvidence): Check[] {
  return controlAccepted(control);
}

/** The answer has a record of the order that was asked about, by the identifier that was sent. */
export function hasRecord({ asked, ids }: QueryEvidence, by: 'request_id' | 'pay_order_id' | 'both'): Check {
  const records = payinRecordsOf(asked);
  const found = records.some(
    (record) =>
      (by === 'pay_order_id' || recordRequestId(record) === ids.requestId) &&
      (by === 'request_id' || recordOrderId(record) === ids.payOrderId),
  );
  const wanted =
    by === 'pay_order_id'
      ? ids.payOrderId
      : by === 'request_id'
        ? ids.requestId
        : Object.values(ids).slice(0, 2).join(' / ');
  return holds(
    found,
    `a record of the order ${wanted}`,
    () => `${describeAnswer(asked)} with ${records.length === 0 ? 'no record' : `${records.length} other records`}`,
    asked,
  );
}

/** Every record in the answer is one of the order that was asked about. */
export function onlyThatOrder({ asked, ids }: QueryEvidence): Check {
  const strangers = payinRecordsOf(asked).filter((record) => {
    const order = recordOrderId(record);
    const request = recordRequestId(record);
    return (order !== null && order !== ids.payOrderId) || (request !== null && request !== ids.requestId);
  });
  return holds(
    strangers.length === 0,
    `records of the order ${ids.payOrderId} only`,
    () => `also ${strangers.map((record) => recordOrderId(record) ?? recordRequestId(record)).join(', ')}`,
    asked,
  );
}
