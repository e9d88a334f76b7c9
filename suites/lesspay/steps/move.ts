import { PreconditionFailed } from '../../../harness/check.js';
import { describeAnswer, type Exchange } from '../../../harness/exchange.js';
import type { Actors } from '../../../harness/lesspay/actors.js';
import type { OrderStatus } from '../../../protocols/lesspay/statuses.js';

/** Where one detail of a payout is to go. */
export interface DetailMove {
  readonly mch_order_id: string;
  readonly to: 'SUCCEEDED' | 'FAILED';
}

function done(exchange: Exchange, what: string): Exchange {
  const status = exchange.response?.status ?? 0;
  if (status >= 200 && status <= 299) return exchange;
  throw new PreconditionFailed('notMoved', `The control interface did not ${what}: ${describeAnswer(exchange)}.`);
}

/**
 * Has an order moved. With `details` only those details move; `to` then says where the order is bound for.
 *
 * @throws PreconditionFailed when the control interface does not move it
 */
export async function move(
  { operator }: Pick<Actors, 'operator'>,
  id: string,
  to: OrderStatus,
  details?: readonly DetailMove[],
): Promise<Exchange> {
  return done(await operator.transition(id, to, details), `move order ${id} to ${to}`);
}

/**
 * Has the target's clock advanced by milliseconds. Only in exclusive scenarios.
 *
 * @throws PreconditionFailed when the control interface does not advance it
 */
export async function advance({ operator }: Pick<Actors, 'operator'>, ms: number): Promise<Exchange> {
  return done(await operator.advance(ms), `advance the clock by ${ms} ms`);
}

/**
 * Has a risk event sent about a pay-in.
 *
 * @throws PreconditionFailed when the control interface does not send it
 */
export async function riskEvent(
  { operator }: Pick<Actors, 'operator'>,
  id: string,
  event: string,
  data: { readonly [name: string]: string },
): Promise<Exchange> {
  return done(await operator.event(id, event, data), `report ${event} about order ${id}`);
}
