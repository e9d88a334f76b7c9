import type { Exchange } from '../../../harness/exchange.js';
import { type Actors, intent } from '../../../harness/lesspay/actors.js';
import type { PlatformClient } from '../../../harness/lesspay/platform-client.js';
import type { Product } from '../../../protocols/lesspay/operations.js';

/** Half of the window in which the suite looks for its own pay-ins: far more than a run takes, far less than seven days. */
const AROUND_NOW_MS = 3_600_000;

/** The start and end of a window around now, for pay-in queries. */
export function aroundNow(actors: Pick<Actors, 'now'>): { start_time: number; end_time: number } {
  const now = Math.round(actors.now());
  return { start_time: now - AROUND_NOW_MS, end_time: now + AROUND_NOW_MS };
}

/** Asks for an order by one of its ids. `by` other than the application under test: another client. */
export function lookUp(
  actors: Actors,
  product: Product,
  ids: { readonly request_id?: string; readonly pay_order_id?: string },
  by: PlatformClient = actors.platform,
): Promise<Exchange> {
  return product === 'payin'
    ? by.fetchPayin({ ...ids, ...aroundNow(actors) }, intent('probe'))
    : by.fetchPayout(ids, intent('probe'));
}
