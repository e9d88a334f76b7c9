import type { Exchange, Json } from '../../../harness/exchange.js';
import {
  type DetailStatus,
  normaliseDetailStatus,
  normaliseOrderStatus,
  type OrderStatus,
} from '../../../protocols/lesspay/statuses.js';
import { detailsOf, payinRecordsOf, payoutOf, recordOrderId, statusIn } from './orders.js';

type JsonObject = { readonly [name: string]: Json };

/** The status of the payout in the answer to a query, normalised; null when there is none that is known. */
export function payoutStatus(query: Exchange): OrderStatus | null {
  return normaliseOrderStatus(statusIn(payoutOf(query)));
}

/** The details of the payout in the answer to a query, with their normalised statuses. */
export function detailStates(
  query: Exchange,
): readonly { readonly detail: JsonObject; readonly status: DetailStatus | null }[] {
  return detailsOf(payoutOf(query)).map((detail) => ({ detail, status: normaliseDetailStatus(detail.status) }));
}

/** The status of a pay-in in the answer to a query, normalised; null when the order or a known status is missing. */
export function payinStatus(query: Exchange, payOrderId: string): OrderStatus | null {
  const record = payinRecordsOf(query).find((candidate) => recordOrderId(candidate) === payOrderId);
  return record === undefined ? null : normaliseOrderStatus(statusIn(record));
}
