import { isJsonObject, type JsonObject } from './core/json.js';
import type { PayoutOrder } from './core/orders.js';
import type { Place } from './decisions/payout-orders.js';
import { amend, type Decisions } from './decisions.js';

/** The parts of messages whose form variants and faults change: an answer's envelope, its `data`, elements of it, webhooks. */
export const messageParts = [
  'success',
  'failure',
  'createdPayin',
  'payinList',
  'payinRecord',
  'createdPayout',
  'createdBatch',
  'payoutQuery',
  'payoutQueryDetail',
  'triggerAnswer',
  'triggerAnswerDetail',
  'payoutWebhook',
  'payoutWebhookDetail',
  'payinWebhook',
  'riskWebhook',
  'bank',
  'balance',
] as const;
export type MessagePart = (typeof messageParts)[number];

/** A part of a message as it is to be sent, made from how it would be sent. */
export type Rewrite = (part: JsonObject) => unknown;

/** True for a single payout, whose only detail has the `request_id` of the order. */
function isSingle({ details, requestId }: PayoutOrder): boolean {
  return details.length === 1 && details[0]?.mchOrderId === requestId;
}

const objectOnly =
  (rewrite: Rewrite) =>
  (value: unknown): unknown =>
    isJsonObject(value) ? rewrite(value) : value;

function inPayouts(decisions: Decisions, place: Place, rewrite: Rewrite): Decisions {
  const { payoutOrders } = decisions;
  return amend(decisions, 'payoutOrders', {
    view: (order, details, shownAt) => {
      const view = payoutOrders.view(order, details, shownAt);
      return shownAt === place ? (rewrite(view as JsonObject) as object) : view;
    },
  });
}

function inDetails(decisions: Decisions, place: Place, rewrite: Rewrite): Decisions {
  const { payoutOrders } = decisions;
  return amend(decisions, 'payoutOrders', {
    detailView: (detail, shownAt) => {
      const view = payoutOrders.detailView(detail, shownAt);
      return shownAt === place ? objectOnly(rewrite)(view) : view;
    },
  });
}

function inCreatedPayouts(decisions: Decisions, single: boolean, rewrite: Rewrite): Decisions {
  const { payoutOrders } = decisions;
  return amend(decisions, 'payoutOrders', {
    created: (order) => {
      const data = payoutOrders.created(order);
      return isSingle(order) === single ? objectOnly(rewrite)(data) : data;
    },
  });
}

function inPayinWebhooks(decisions: Decisions, ofRisk: boolean, rewrite: Rewrite): Decisions {
  const { notifications } = decisions;
  return amend(decisions, 'notifications', {
    payinBody: (order, notice) => {
      const body = notifications.payinBody(order, notice);
      return (notice !== null) === ofRisk ? objectOnly(rewrite)(body) : body;
    },
  });
}

/** The decisions with one part of the messages written in another way. Parts that are no objects stay as they are. */
export function rewritten(decisions: Decisions, part: MessagePart, rewrite: Rewrite): Decisions {
  const change = objectOnly(rewrite);
  const { envelope, payinOrders, services } = decisions;
  switch (part) {
    case 'success':
      return amend(decisions, 'envelope', { success: (data) => change(envelope.success(data)) });
    case 'failure':
      return amend(decisions, 'envelope', { failure: (answer, msg) => change(envelope.failure(answer, msg)) });
    case 'createdPayin':
      return amend(decisions, 'payinOrders', { created: (order, url) => change(payinOrders.created(order, url)) });
    case 'payinList':
      return amend(decisions, 'payinOrders', { list: (found) => change(payinOrders.list(found)) });
    case 'payinRecord':
      return amend(decisions, 'payinOrders', { record: (order) => change(payinOrders.record(order)) });
    case 'createdPayout':
      return inCreatedPayouts(decisions, true, rewrite);
    case 'createdBatch':
      return inCreatedPayouts(decisions, false, rewrite);
    case 'payoutQuery':
      return inPayouts(decisions, 'query', rewrite);
    case 'payoutQueryDetail':
      return inDetails(decisions, 'query', rewrite);
    case 'triggerAnswer':
      return inPayouts(decisions, 'triggerAnswer', rewrite);
    case 'triggerAnswerDetail':
      return inDetails(decisions, 'triggerAnswer', rewrite);
    case 'payoutWebhook':
      return inPayouts(decisions, 'webhook', rewrite);
    case 'payoutWebhookDetail':
      return inDetails(decisions, 'webhook', rewrite);
    case 'payinWebhook':
      return inPayinWebhooks(decisions, false, rewrite);
    case 'riskWebhook':
      return inPayinWebhooks(decisions, true, rewrite);
    case 'bank':
      return amend(decisions, 'services', {
        banks: (query) => {
          const list = services.banks(query);
          return Array.isArray(list) ? list.map(change) : list;
        },
      });
    case 'balance':
      return amend(decisions, 'services', { balance: (answer) => change(services.balance(answer)) });
  }
}

/** The same change in several parts. */
export function rewrittenIn(decisions: Decisions, parts: readonly MessagePart[], rewrite: Rewrite): Decisions {
  return parts.reduce((changed, part) => rewritten(changed, part, rewrite), decisions);
}

/** The object without the members. */
export function without(part: JsonObject, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(part).filter(([name]) => !names.includes(name)));
}

/** The object with the member under another name, in its place. */
export function renamed(part: JsonObject, from: string, to: string): JsonObject {
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name === from ? to : name, value]));
}
