import { PreconditionFailed } from '../../../harness/check.js';
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

interface OrderIds {
  readonly request_id?: string;
  readonly pay_order_id?: string;
}

/**
 * Asks for an order by one of its ids. `by` other than the application under test: another client.
 *
 * @throws PreconditionFailed when the target does not claim the query
 */
export async function lookUp(
  actors: Actors,
  product: Product,
  ids: OrderIds,
  by: PlatformClient = actors.platform,
): Promise<Exchange> {
  const answer = await lookUpIfOffered(actors, product, ids, by);
  if (answer !== null) return answer;
  throw new PreconditionFailed(
    'queryNotClaimed',
    `What became of the order cannot be asked: the target does not claim ${queryOf(product)}.`,
  );
}

const queryOf = (product: Product) => (product === 'payin' ? 'fetchPayin' : 'fetchPayout');

/** As `lookUp`, but null when the target does not claim the query: for what is only judged besides. */
export async function lookUpIfOffered(
  actors: Actors,
  product: Product,
  ids: OrderIds,
  by: PlatformClient = actors.platform,
): Promise<Exchange | null> {
  if (!actors.offers(queryOf(product))) return null;
  return product === 'payin'
    ? by.fetchPayin({ ...ids, ...aroundNow(actors) }, intent('probe'))
    : by.fetchPayout(ids, intent('probe'));
}
