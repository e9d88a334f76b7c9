import { answers } from '../../../harness/answers.js';
import { type Check, given, holds, met, unmet, violated } from '../../../harness/check.js';
import { describeAnswer, type Exchange, envelopeOf, type Json } from '../../../harness/exchange.js';
import { type OperationName, operations } from '../../../protocols/lesspay/operations.js';
import { OK, PI_NOTFOUND, PO } from '../../../protocols/lesspay/outcomes.js';
import { requirement } from '../../../protocols/lesspay/requirements/index.js';
import type { Condition, Outcome } from '../../../protocols/outcome.js';
import { orderIdOf, payinRecordsOf, recordOrderId, recordRequestId, sentBody } from './orders.js';

/** What the catalogue accepts for a requirement in a situation. @throws when the catalogue has no such case: our own mistake */
export function outcomeOf(id: string, situation = 'default'): Outcome {
  const found = requirement(id).accepted.find(({ when }) => when === situation)?.outcome;
  if (found === undefined)
    throw new Error(`The catalogue has no accepted answer for ${id} in the situation "${situation}".`);
  return found;
}

/** The situations that the catalogue lists for a requirement, in its order: the cases of its scenario. */
export function situationsOf(id: string): readonly string[] {
  return requirement(id).accepted.map(({ when }) => when);
}

/** Further exchanges of the exercise, from which the conditions of an outcome are judged. */
export interface Circumstances {
  /** A query for the `request_id` of the judged request, sent after it. */
  readonly after?: Exchange | null;
  /** The create that first used the `request_id`. */
  readonly first?: Exchange;
  /** How this platform answers a wrong signature (AUTH-005). */
  readonly wrongSignature?: Exchange;
}

/** True for nothing: absent, null, empty text, an empty list or object, or an object of empty lists only. */
export function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value !== 'object') return false;
  const lists = Object.values(value).filter((member) => Array.isArray(member));
  return (
    Object.keys(value).length === 0 ||
    (lists.length > 0 && lists.every((list) => (list as readonly Json[]).length === 0))
  );
}

/**
 * No order answers to the `request_id`: the query does not find one, or lists others only. Where the query itself is answered
 * otherwise than the documents say, nothing is known of an order; that answer is the affair of the requirements about queries.
 */
export function noOrder(after: Exchange): Check {
  const { request_id: id } = sentBody(after);
  const outcome = operations[after.operation as OperationName].product === 'payin' ? PI_NOTFOUND : PO(30020);
  if (envelopeOf(after)?.code !== 0) return given(answers(after, outcome)[0] ?? met, 'queryRefused');
  const records = payinRecordsOf(after);
  const found = after.operation === 'fetchPayin' ? records.some((record) => recordRequestId(record) === id) : true;
  return found ? violated('no order for the refused request', `an order exists: ${describeAnswer(after)}`, after) : met;
}

/** The query finds exactly the order that was created first. */
function firstOrderOnly(after: Exchange, first: Exchange): Check {
  const known = orderIdOf(first);
  if (known === null) return unmet('noOrderId', 'The first create returned no order id to compare with.');
  const ids = after.operation === 'fetchPayin' ? payinRecordsOf(after).map(recordOrderId) : [orderIdOf(after)];
  const distinct = [...new Set(ids.filter((id) => id !== null))];
  return holds(
    distinct.length === 1 && distinct[0] === known,
    `the query finds only the first order, ${known}`,
    () => (distinct.length === 0 ? describeAnswer(after) : `orders ${distinct.join(', ')}`),
    after,
  );
}

/** The exchange is answered with the refusal that `other` got. Equal successes say nothing. */
function sameRefusal(exchange: Exchange, other: Exchange): boolean {
  const a = envelopeOf(exchange);
  const b = envelopeOf(other);
  return a !== null && b !== null && a.code !== 0 && a.code === b.code && a.msg === b.msg;
}

function checkCondition(
  condition: Condition,
  exchange: Exchange,
  { after, first, wrongSignature }: Circumstances,
): readonly Check[] {
  switch (condition) {
    case 'noOrderCreated':
      return after === undefined || after === null ? [] : [noOrder(after)];
    case 'noSecondOrder':
      return after === undefined || after === null || first === undefined ? [] : [firstOrderOnly(after, first)];
    case 'sameOrder': {
      if (first === undefined) return [unmet('noFirstOrder', 'There is no first create to compare with.')];
      const again = orderIdOf(exchange);
      return [
        holds(
          again !== null && again === orderIdOf(first),
          'the first order again',
          () => `order ${again ?? 'without id'}`,
          exchange,
        ),
      ];
    }
    case 'dataPresent': {
      const data = envelopeOf(exchange)?.data;
      return [holds(data !== undefined && data !== null, '`data` with the result', () => 'no `data`', exchange)];
    }
    case 'dataEmpty':
      return [
        holds(
          isEmpty(envelopeOf(exchange)?.data),
          '`data` absent, null or empty',
          () => 'a result in `data`',
          exchange,
        ),
      ];
    case 'notTheAnswerToAWrongSignature':
      return wrongSignature === undefined || !sameRefusal(exchange, wrongSignature)
        ? []
        : [
            violated(
              'an answer that shows the signature was accepted',
              `the answer to a wrong signature: ${describeAnswer(exchange)}`,
              exchange,
            ),
          ];
  }
}

/** The exchange is answered as the catalogue accepts for the requirement in this situation. */
export function meets(
  id: string,
  exchange: Exchange,
  situation = 'default',
  circumstances: Circumstances = {},
): Check[] {
  return answered(exchange, outcomeOf(id, situation), circumstances);
}

/** The exchange is answered as the outcome accepts. */
export function answered(exchange: Exchange, outcome: Outcome, circumstances: Circumstances = {}): Check[] {
  return answers(exchange, outcome, (condition) => checkCondition(condition, exchange, circumstances));
}

/** The exchange succeeded: code 0. The first check is the answer itself, then `data`. */
export function accepted(exchange: Exchange): Check[] {
  return answered(exchange, OK);
}

/**
 * The control twin was accepted: code 0. Whether its answer is complete is another requirement's question; a platform that
 * takes everything must not escape its negatives by answering without `data`.
 */
export function controlAccepted(control: Exchange, code = 'controlRefused'): Check[] {
  return answers(control, OK).map((check) => given(check, code));
}
