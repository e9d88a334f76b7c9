import { type Exchange, isJsonObject, type Json, jsonOf } from '../../../harness/exchange.js';
import { normaliseOrderStatus, type OrderStatus } from '../../../protocols/lesspay/statuses.js';

type JsonObject = { readonly [name: string]: Json };

/** The body of a webhook; null when it is no JSON object. */
export function deliveredBody(delivery: Exchange): JsonObject | null {
  const body = jsonOf(delivery.request);
  return isJsonObject(body) ? body : null;
}

/** The status in a webhook, normalised; null when it has none that is known. */
export function deliveredStatus(delivery: Exchange): OrderStatus | null {
  return normaliseOrderStatus(deliveredBody(delivery)?.order_status);
}

/** The deliveries about one order, by the platform's id. */
export function deliveriesAbout(deliveries: readonly Exchange[], payOrderId: string): readonly Exchange[] {
  return deliveries.filter((delivery) => deliveredBody(delivery)?.pay_order_id === payOrderId);
}

/** True for a webhook of a risk event: it has an `event` (docs page P-FRAUD). */
export function isRiskEvent(delivery: Exchange): boolean {
  const event = deliveredBody(delivery)?.event;
  return event !== undefined && event !== null;
}

/**
 * JSON text that is equal for values that are deeply equal once null and empty members are dropped: neither takes part in a
 * signature (docs page P-AUTH), and the documents treat both like missing ones. Member order does not count.
 */
export function contentOf(value: Json | undefined): string {
  return JSON.stringify(withoutBlanks(value === undefined || value === '' ? null : value));
}

function withoutBlanks(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(withoutBlanks);
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).filter(([, inner]) => inner !== null && inner !== '');
  return Object.fromEntries(members.sort(byName).map(([name, inner]) => [name, withoutBlanks(inner)]));
}

function byName([a]: readonly [string, Json], [b]: readonly [string, Json]): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** What arrived, in one line for a person. */
export function describeDeliveries(deliveries: readonly Exchange[]): string {
  if (deliveries.length === 0) return 'no delivery';
  const each = deliveries.map((delivery) => String(deliveredBody(delivery)?.order_status ?? 'no status'));
  return `${deliveries.length === 1 ? 'one delivery' : `${deliveries.length} deliveries`}: ${each.join(', ')}`;
}
