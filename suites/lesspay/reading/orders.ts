import { dataOf, type Exchange, isJsonObject, type Json, jsonOf, member } from '../../../harness/exchange.js';

type JsonObject = { readonly [name: string]: Json };

const text = (value: Json | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** The platform's order id in the answer to a create, wherever it stands (protocol reference, section 5.1); null if nowhere. */
export function orderIdOf(exchange: Exchange): string | null {
  const data = dataOf(exchange);
  const orderData = member(data, 'order_data');
  return (
    text(member(data, 'pay_order_id')) ??
    text(member(orderData, 'pay_order_id')) ??
    text(member(orderData, 'payOrderId')) ??
    text(member(data, 'payOrderId'))
  );
}

function anyUrlNamedCheckout(value: Json | undefined): string | null {
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) {
      const found = anyUrlNamedCheckout(item);
      if (found !== null) return found;
    }
    return null;
  }
  if (!isJsonObject(value)) return null;
  for (const [name, inner] of Object.entries(value)) {
    const found = /checkout.*url/i.test(name) ? text(inner) : anyUrlNamedCheckout(inner);
    if (found !== null) return found;
  }
  return null;
}

/** The URL of the checkout page in the answer to a create pay-in (section 5.1); null if there is none. */
export function checkoutUrlOf(exchange: Exchange): string | null {
  const data = dataOf(exchange);
  const orderData = member(data, 'order_data');
  return (
    text(member(data, 'checkout_url')) ??
    text(member(data, 'checkoutUrl')) ??
    text(member(orderData, 'checkout_url')) ??
    text(member(orderData, 'checkoutUrl')) ??
    anyUrlNamedCheckout(data)
  );
}

const LISTS = ['records', 'list', 'items', 'data', 'orders'];

const identifies = (value: Json | undefined): value is JsonObject =>
  isJsonObject(value) && ['pay_order_id', 'payOrderId', 'request_id', 'mchOrderNo'].some((name) => name in value);

/** The order records in the answer to a pay-in query, wherever they stand (section 5.2). */
export function payinRecordsOf(exchange: Exchange): readonly JsonObject[] {
  const data = dataOf(exchange);
  if (Array.isArray(data)) return (data as readonly Json[]).filter(identifies);
  for (const name of LISTS) {
    const list = member(data, name);
    if (Array.isArray(list)) return (list as readonly Json[]).filter(identifies);
  }
  return identifies(data) ? [data] : [];
}

/** A record's platform id. */
export function recordOrderId(record: JsonObject): string | null {
  return text(record.pay_order_id) ?? text(record.payOrderId);
}

/** A record's merchant id. */
export function recordRequestId(record: JsonObject): string | null {
  return text(record.request_id) ?? text(record.mchOrderNo);
}

/** The payout in the answer to a payout query or a triggerNotify, or in a payout webhook's body (section 5.5); null if none. */
export function payoutOf(exchange: Exchange): JsonObject | null {
  const data = dataOf(exchange);
  return isJsonObject(data) ? data : null;
}

/** The details of a payout, objects only. */
export function detailsOf(payout: JsonObject | null): readonly JsonObject[] {
  const details = payout === null ? undefined : payout.details;
  return Array.isArray(details) ? (details as readonly Json[]).filter(isJsonObject) : [];
}

/** The `order_status` of the answer to a create, a payout query, or a record of a pay-in query, as it stands there. */
export function statusIn(value: JsonObject | null): Json | undefined {
  return value === null ? undefined : (value.order_status ?? value.order_status_int ?? value.orderStatus);
}

/** The JSON object that we sent, as recorded; empty where a scenario sent something else on purpose. */
export function sentBody(exchange: Exchange): JsonObject {
  const value = jsonOf(exchange.request);
  return isJsonObject(value) ? value : {};
}
