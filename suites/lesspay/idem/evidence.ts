import { minorDigits } from '../../../generators/lesspay/amounts.js';
import { type Check, given, met, unmet, violated } from '../../../harness/check.js';
import { type Exchange, envelopeOf, isJsonObject, type Json } from '../../../harness/exchange.js';
import { amountValue } from '../reading/amount-value.js';
import {
  detailsOf,
  orderIdOf,
  payinRecordsOf,
  payoutOf,
  recordOrderId,
  recordRequestId,
  sentBody,
} from '../reading/orders.js';
import { accepted, noOrder } from '../reading/outcomes.js';
import { type Attempt, type CreateAnswer, explainedBySomeLegalOrder, type FoundOrder } from './legal-order.js';

type JsonObject = { readonly [name: string]: Json };

const text = (value: Json | undefined): string => (value === undefined || value === null ? '?' : String(value));

/** Amounts compare by value: `100` and `100.00` are the same content. */
const amount = (value: Json | undefined): string => amountValue(value)?.toFixed() ?? text(value);

/** A currency takes part only where the orders that were found show theirs: they need not (protocol reference, section 5.2). */
const money = (amountText: Json | undefined, currency: Json | undefined, withCurrency: boolean): string =>
  withCurrency ? `${amount(amountText)} ${text(currency)}` : amount(amountText);

const isReadable = (value: Json | undefined): boolean => amountValue(value) !== null;

const isSet = (value: Json | undefined): boolean => value !== undefined && value !== null && value !== '';

const detailLines = (details: readonly JsonObject[]): string =>
  details
    .map((detail) => `${text(detail.mch_order_id)}: ${amount(detail.amount)}`)
    .sort()
    .join(', ');

/** What a create asks for, as far as a query shows it again. */
function askedContent(create: Exchange, withCurrency: boolean): string {
  const body = sentBody(create);
  switch (create.operation) {
    case 'createPayin':
      return money(body.target_amount, body.target_currency, withCurrency);
    case 'createPayoutBatch': {
      const { payout_order_details: details } = body;
      const lines = Array.isArray(details) ? (details as readonly Json[]).filter(isJsonObject) : [];
      return `${money(body.total_amount, body.currency, withCurrency)} for ${detailLines(lines)}`;
    }
    default:
      return money(body.amount, body.currency, withCurrency);
  }
}

/** What a query shows of an order, in the same words; null where it does not show enough of it to tell contents apart. */
function shownContent(order: JsonObject, create: Exchange, withCurrency: boolean): string | null {
  if (create.operation === 'createPayin') {
    return isReadable(order.target_amount) ? money(order.target_amount, order.target_currency, withCurrency) : null;
  }
  if (!isReadable(order.total_amount)) return null;
  const total = money(order.total_amount, order.currency, withCurrency);
  if (create.operation !== 'createPayoutBatch') return total;
  const details = detailsOf(order);
  const complete = details.every(({ mch_order_id: id, amount: each }) => isSet(id) && isReadable(each));
  return details.length > 0 && complete ? `${total} for ${detailLines(details)}` : null;
}

/** The same of a single payout whose total may be shown in minor units (E-22): that of a create, where one fits. */
function shownOrMinor(
  order: JsonObject,
  create: Exchange,
  withCurrency: boolean,
  asked: readonly string[],
): string | null {
  const shown = shownContent(order, create, withCurrency);
  const total = amountValue(order.total_amount);
  if (create.operation !== 'createPayout' || shown === null || total === null || asked.includes(shown)) return shown;
  const major = total.shiftedBy(-minorDigits(String(sentBody(create).currency))).toFixed();
  const inMajor = shownContent({ ...order, total_amount: major }, create, withCurrency);
  return inMajor !== null && asked.includes(inMajor) ? inMajor : shown;
}

/** What a create's answer says about the order: an error below 500 is a refusal, anything unclear is `unknown`. */
function answerOf(create: Exchange): CreateAnswer {
  const envelope = envelopeOf(create);
  const id = orderIdOf(create);
  if (envelope?.code === 0) return id === null ? { kind: 'unknown' } : { kind: 'order', id };
  const status = create.response?.status ?? 500;
  return status < 500 ? { kind: 'refused' } : { kind: 'unknown' };
}

function attemptOf(create: Exchange, withCurrency: boolean): Attempt {
  const sentAt = Date.parse(create.startedAt);
  return {
    content: askedContent(create, withCurrency),
    answer: answerOf(create),
    sentAt,
    answeredAt: sentAt + create.durationMs,
  };
}

function shownOrders(after: Exchange): readonly JsonObject[] {
  const { request_id: id } = sentBody(after);
  return after.operation === 'fetchPayin'
    ? payinRecordsOf(after).filter((record) => recordRequestId(record) === id)
    : [payoutOf(after)].filter((payout) => payout !== null);
}

function foundOrders(
  orders: readonly JsonObject[],
  create: Exchange,
  withCurrency: boolean,
  asked: readonly string[],
): readonly FoundOrder[] {
  return orders.flatMap((order) => {
    const orderId = recordOrderId(order);
    return orderId === null ? [] : [{ id: orderId, content: shownOrMinor(order, create, withCurrency, asked) }];
  });
}

/**
 * All creates had the same `request_id`; `after` asks for it once they are answered. Together they show one order at most, with
 * the content of the create that came first. Where there is none at all, nothing can be told.
 */
export function oneOrderOnly(creates: readonly Exchange[], after: Exchange): Check {
  const [any] = creates;
  if (any === undefined) return unmet('noCreate', 'No create was sent.');
  const [asked = met] = accepted(after);
  const nothing = noOrder(after);
  if (asked.kind !== 'met' && nothing.kind !== 'met') return given(asked, 'queryRefused');
  const shown = asked.kind === 'met' ? shownOrders(after) : [];
  const withCurrency = shown.every(({ target_currency: payin, currency: payout }) => isSet(payin ?? payout));
  const attempts = creates.map((create) => attemptOf(create, withCurrency));
  const contents = attempts.map(({ content }) => content);
  const found = foundOrders(shown, any, withCurrency, contents);
  const explanation = explainedBySomeLegalOrder(attempts, found);
  if (explanation.kind === 'unexplained') return violated(explanation.expected, explanation.received, after);
  // Where there is no first order, nothing shows that a second one would not have been made.
  return explanation.accepted || found.length > 0
    ? met
    : unmet('noneAccepted', 'None of the creates was answered with an order, and the query finds none.');
}
