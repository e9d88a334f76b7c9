import { type Check, holds, met, remarked, violated } from '../../../harness/check.js';
import { type Exchange, envelopeOf, isJsonObject, type Json, jsonOf, member } from '../../../harness/exchange.js';
import { acrossExchanges, eachExchange, type Observer } from '../../../harness/observer.js';
import { disputeCategories, riskEvents } from '../../../protocols/lesspay/risk-events.js';
import { normaliseOrderStatus } from '../../../protocols/lesspay/statuses.js';
import { payinWebhookMembers } from '../../../protocols/lesspay/webhook-members.js';
import { deliveredBody, deliveredStatus } from '../reading/deliveries.js';
import { type KnownPayouts, knownPayouts } from '../reading/known-payouts.js';
import { orderIdOf, sentBody } from '../reading/orders.js';
import { memberTypeOf, payoutMemberProblems } from '../reading/payout-members.js';
import { isWebhook, webhookSignatureObservers } from './webhook-signatures.js';

type JsonObject = { readonly [name: string]: Json };

const isSet = (value: Json | undefined): boolean => value !== undefined && value !== null;

/** The body of a webhook of the product; null for every other exchange. */
function webhookOf(exchange: Exchange, operation: 'payinWebhook' | 'payoutWebhook'): JsonObject | null {
  return isWebhook(exchange) && exchange.operation === operation ? deliveredBody(exchange) : null;
}

const eachPayinWebhook = (
  requirement: string,
  judge: (body: JsonObject, delivery: Exchange) => Check | readonly Check[] | null,
): Observer =>
  eachExchange(requirement, (exchange) => {
    const body = webhookOf(exchange, 'payinWebhook');
    return body === null ? null : judge(body, exchange);
  }) as Observer;

/** WEBHOOK-013: the body of a payout webhook has the members of a query answer that the documents list (docs page P-PO-WH 3). */
const payoutMembers = acrossExchanges<KnownPayouts>('WEBHOOK-013', knownPayouts, (exchange, memory) => {
  memory.note(exchange);
  const body = webhookOf(exchange, 'payoutWebhook');
  if (body === null) return null;
  const problems = payoutMemberProblems(body).join(', ');
  if (problems === '') return met;
  // What the webhook of a single payout brings is not documented.
  return memory.find(exchange.application, body.request_id)?.kind === 'single'
    ? remarked(`The webhook of a single payout: ${problems}`, exchange)
    : violated('the documented members of a payout', problems, exchange);
}) as Observer;

/** WEBHOOK-014: the body of a pay-in webhook has the eight documented members with their types (docs page P-PI-WH 3). */
const documentedMembers = eachPayinWebhook('WEBHOOK-014', (body, delivery) => {
  const problems = payinWebhookMembers
    .filter(({ documented }) => documented)
    .filter(({ name, types }) => {
      const type = memberTypeOf(body[name] ?? null);
      return type === null || !(types as readonly string[]).includes(type);
    })
    .map(({ name, types }) => `${name} is ${JSON.stringify(body[name]) ?? 'missing'}, not ${types.join(' or ')}`);
  return holds(problems.length === 0, 'the eight documented members', () => problems.join('; '), delivery);
});

/** WEBHOOK-015: the body of a pay-in webhook has the 19 members of the sample of the demo client. */
const sampleMembers = eachPayinWebhook('WEBHOOK-015', (body, delivery) => {
  const missing = payinWebhookMembers.map(({ name }) => name).filter((name) => body[name] === undefined);
  return holds(missing.length === 0, 'the 19 members of the sample', () => `no ${missing.join(', ')}`, delivery);
});

/** What the control interface was asked for: which orders have a risk event, and which statuses orders were moved to. */
interface Asked {
  readonly events: Set<string>;
  readonly moves: Set<string>;
}

const ORDER_CONTROL = /\/orders\/([^/]+)\/(event|transition)$/;

function noteControl(exchange: Exchange, { events, moves }: Asked): void {
  const [, id = '', what] = ORDER_CONTROL.exec(exchange.url) ?? [];
  if (exchange.kind !== 'control' || what === undefined) return;
  // Also where the answer is not a success: a webhook can arrive before the answer is recorded, or in spite of it.
  if (what === 'event') events.add(decodeURIComponent(id));
  else moves.add(`${decodeURIComponent(id)} ${normaliseOrderStatus(member(jsonOf(exchange.request), 'to'))}`);
}

/** True for the result of a move that was asked for, of an order that has no risk event. */
function isOrdinary(delivery: Exchange, body: JsonObject, { events, moves }: Asked): boolean {
  const id = String(body.pay_order_id);
  return !events.has(id) && moves.has(`${id} ${deliveredStatus(delivery)}`);
}

const eachKindOfWebhook = (
  requirement: string,
  judge: (body: JsonObject, delivery: Exchange, asked: Asked) => Check | readonly Check[] | null,
): Observer =>
  acrossExchanges<Asked>(
    requirement,
    () => ({ events: new Set(), moves: new Set() }),
    (exchange, asked) => {
      noteControl(exchange, asked);
      const body = webhookOf(exchange, 'payinWebhook');
      return body === null ? null : judge(body, exchange, asked);
    },
  ) as Observer;

const isKnownEvent = (event: Json | undefined): boolean => riskEvents.some((known) => known.event === event);

/** WEBHOOK-039: a risk event has one of the two documented values in `event`, and has `event_data` (docs page P-FRAUD). */
const riskEventMembers = eachKindOfWebhook('WEBHOOK-039', (body, delivery, asked) => {
  const { event, event_data: data } = body;
  if ((!isSet(event) && !isSet(data)) || isOrdinary(delivery, body, asked)) return null;
  if (!isKnownEvent(event) || !isSet(data)) {
    return violated(
      `event ${riskEvents.map((known) => known.event).join(' or ')}, and event_data`,
      JSON.stringify({ event, event_data: data }),
      delivery,
    );
  }
  return isJsonObject(data) ? met : remarked('event_data is no object', delivery);
});

/** The category of a dispute, under whatever name: what `event_data` consists of is not documented. */
function categoryIn(data: Json | undefined): Json | undefined {
  const name = isJsonObject(data) ? Object.keys(data).find((candidate) => /category/i.test(candidate)) : undefined;
  return name === undefined ? undefined : member(data, name);
}

/** WEBHOOK-040: the category of a dispute is one of the seven documented ones (docs page P-FRAUD). */
const disputeCategory = eachPayinWebhook('WEBHOOK-040', ({ event, event_data: data }, delivery) => {
  const category = event === 'dispute_received' ? categoryIn(data) : undefined;
  if (!isSet(category)) return null;
  return holds(
    disputeCategories.some((known) => known === category),
    `a category of ${disputeCategories.join(', ')}`,
    () => JSON.stringify(category),
    delivery,
  );
});

/** The sensitive members that hold account numbers and the names of account holders. */
const ACCOUNT_MEMBERS = [
  ...['bank_account_no', 'bank_account_name', 'account_number', 'account_name', 'deposit_key', 'iban'],
  ...['wallet_address', 'name', 'first_name', 'last_name'],
];

/** WEBHOOK-044: payout webhooks show the account number and the account name masked only (docs page P-PO-WH 3). */
const masked = eachExchange('WEBHOOK-044', (exchange) => {
  if (webhookOf(exchange, 'payoutWebhook') === null) return null;
  const clear = (exchange.facts.clearMembers ?? []).filter((name) => ACCOUNT_MEMBERS.includes(name));
  return holds(
    clear.length === 0,
    'account numbers and names masked only',
    () => `${clear.join(', ')} in the clear`,
    exchange,
  );
}) as Observer;

/** What a webhook about an order must repeat. */
interface Created {
  /** Null where the answer did not tell it. */
  readonly payOrderId: string | null;
  readonly requestId: Json | undefined;
  readonly currency: Json | undefined;
}

function createdIn(exchange: Exchange): Created | null {
  const { operation } = exchange;
  if (exchange.kind !== 'request' || operation === null || !operation.startsWith('create')) return null;
  if (envelopeOf(exchange)?.code !== 0) return null;
  const sent = sentBody(exchange);
  return {
    payOrderId: orderIdOf(exchange),
    requestId: sent.request_id,
    currency: sent.target_currency ?? sent.currency,
  };
}

/** The orders that were created, by either of their ids. */
type CreatedOrders = Map<Json | undefined, Created[]>;

function keep(orders: CreatedOrders, created: Created): void {
  for (const id of [created.payOrderId, created.requestId]) {
    if (id === null) continue;
    const known = orders.get(id);
    if (known === undefined) orders.set(id, [created]);
    else known.push(created);
  }
}

/** WEBHOOK-053: a webhook identifies its order and repeats its currency (docs pages P-PI-WH 3, P-PO-WH 3). */
const namesItsOrder = acrossExchanges<CreatedOrders>(
  'WEBHOOK-053',
  () => new Map(),
  (exchange, orders) => {
    const created = createdIn(exchange);
    if (created !== null) keep(orders, created);
    const body = isWebhook(exchange) ? deliveredBody(exchange) : null;
    if (body === null) return null;
    const { pay_order_id: payOrderId, request_id: requestId } = body;
    const currency = body.target_currency ?? body.currency;
    const meant = [...(orders.get(payOrderId) ?? []), ...(orders.get(requestId) ?? [])];
    // Not of this run, or told before the create was answered.
    if (meant.length === 0) return null;
    return holds(
      meant.some(
        (order) =>
          (order.payOrderId ?? payOrderId) === payOrderId &&
          order.requestId === requestId &&
          order.currency === currency,
      ),
      `the ids and the currency of its order: ${[...new Set(meant.map((order) => JSON.stringify(order)))].join(' or ')}`,
      () => JSON.stringify({ pay_order_id: payOrderId, request_id: requestId, currency }),
      exchange,
    );
  },
) as Observer;

/** What holds of every webhook that arrives during a run. */
export const webhookObservers: readonly Observer[] = [
  ...webhookSignatureObservers,
  payoutMembers,
  documentedMembers,
  sampleMembers,
  riskEventMembers,
  disputeCategory,
  masked,
  namesItsOrder,
];
