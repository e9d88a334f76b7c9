import { type Check, holds, met, violated } from '../../../harness/check.js';
import type { Exchange, Json } from '../../../harness/exchange.js';
import { acrossExchanges, eachExchange, type Observer } from '../../../harness/observer.js';
import {
  isLegalStep,
  payinMachine,
  payoutDetailMachine,
  payoutSingleMachine,
} from '../../../protocols/lesspay/state-machines.js';
import { normaliseDetailStatus, normaliseOrderStatus, type OrderStatus } from '../../../protocols/lesspay/statuses.js';
import { detailsOf, recordOrderId, statusIn } from '../reading/orders.js';
import { type ToldOrder, toldOrders } from '../reading/told-orders.js';

type JsonObject = { readonly [name: string]: Json };

/** Orders of the product never have the status, by name or by integer. */
function neverHas(requirement: string, product: ToldOrder['product'], status: OrderStatus): Observer {
  return eachExchange(requirement, (exchange) => {
    const orders = toldOrders(exchange).filter(
      (told) => told.product === product && statusIn(told.order) !== undefined,
    );
    if (orders.length === 0) return null;
    return orders.map(({ order }) =>
      holds(
        [order.order_status, order.order_status_int, order.orderStatus].every(
          (shown) => normaliseOrderStatus(shown) !== status,
        ),
        `a ${product} that is not ${status}`,
        () => `${status} of order ${String(recordOrderId(order))}`,
        exchange,
      ),
    );
  }) as Observer;
}

/** STATE-010: no pay-in order ever is `PARTIAL_SUCCESS` (seed 002 section 4.1 "Payout only"). */
const noPartialPayin = neverHas('STATE-010', 'payin', 'PARTIAL_SUCCESS');

/** STATE-011: no payout ever is `PAID` (seed 002 section 4.1; the list of the demo client). */
const noPaidPayout = neverHas('STATE-011', 'payout', 'PAID');

/** One look at the status of an order or a detail. */
interface Sighting {
  readonly what: string;
  readonly status: string;
  readonly mayFollow: (from: string) => boolean;
  readonly mayPrecede: (to: string) => boolean;
  /**
   * From when the status holds: the start of a query. Null for webhooks, which may come late, and for the answer to a create,
   * which may be the one that was given before.
   */
  readonly since: number | null;
  /** When the status was there at the latest. */
  readonly until: number;
}

type Step = (from: string, to: string) => boolean;

const orderStep =
  (product: ToldOrder['product']): Step =>
  (from, to) => {
    const [a, b] = [normaliseOrderStatus(from), normaliseOrderStatus(to)];
    return a !== null && b !== null && isLegalStep(product === 'payin' ? payinMachine : payoutSingleMachine, a, b);
  };

const detailStep: Step = (from, to) => {
  const [a, b] = [normaliseDetailStatus(from), normaliseDetailStatus(to)];
  return a !== null && b !== null && isLegalStep(payoutDetailMachine, a, b);
};

function sightingsIn(exchange: Exchange): readonly Sighting[] {
  const startedAt = Date.parse(exchange.startedAt);
  const until = startedAt + exchange.durationMs;
  return toldOrders(exchange).flatMap(({ product, place, order }) => {
    const id = recordOrderId(order);
    if (id === null) return [];
    const since = place === 'query' ? startedAt : null;
    const sighting = (what: string, status: string | null, step: Step): Sighting[] =>
      status === null
        ? []
        : [
            {
              what,
              status,
              mayFollow: (from) => step(from, status),
              mayPrecede: (to) => step(status, to),
              since,
              until,
            },
          ];
    return [
      ...sighting(`order ${id}`, normaliseOrderStatus(statusIn(order)), orderStep(product)),
      ...detailsOf(order).flatMap((detail) => {
        const name = detailName(detail);
        const status = name === null ? null : normaliseDetailStatus(detail.status);
        return sighting(`detail ${name} of order ${id}`, status, detailStep);
      }),
    ];
  });
}

/** What tells a detail from the others; null where it shows no id: it cannot be followed then. */
const detailName = ({ payout_order_detail_id: id, mch_order_id: ours }: JsonObject): string | null =>
  [id, ours].find((value): value is string => typeof value === 'string' && value !== '') ?? null;

/** When each status of an order or a detail was there for the first time, as far as it was seen. */
type Memory = Map<string, Map<string, number>>;

/** A status that was seen earlier, and one that cannot follow it. */
interface WrongStep {
  readonly what: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Compares an exchange with what was seen before. What was seen before a query began must be able to lead to what the query
 * shows. A webhook may come late, so it only has to lie on one path with what was seen.
 */
function compare(
  exchange: Exchange,
  memory: Memory,
): { readonly compared: readonly string[]; readonly wrong: readonly WrongStep[] } {
  const compared: string[] = [];
  const wrong: WrongStep[] = [];
  for (const sighting of sightingsIn(exchange)) {
    const { what, status, since, until } = sighting;
    const seen = memory.get(what) ?? new Map<string, number>();
    for (const [from, at] of seen) {
      const earlier = since !== null && at < since;
      if (since !== null && !earlier) continue;
      compared.push(from);
      const legal = sighting.mayFollow(from) || (!earlier && sighting.mayPrecede(from));
      if (!legal) wrong.push({ what, from, to: status });
    }
    seen.set(status, Math.min(seen.get(status) ?? until, until));
    memory.set(what, seen);
  }
  return { compared, wrong };
}

const isRelapse = ({ what, from, to }: WrongStep): boolean =>
  what.startsWith('order ') && from === 'SUCCEED' && to === 'FAILED';

const wrongStep = ({ what, from, to }: WrongStep, exchange: Exchange): Check =>
  violated(`a status of ${what} that may follow ${from}`, to, exchange);

/** STATE-012: an order that has become final never becomes pending again (inferred). Success turned into failure is STATE-013's. */
const followsTheLifeCycle = acrossExchanges<Memory>(
  'STATE-012',
  () => new Map(),
  (exchange, memory) => {
    const { compared, wrong } = compare(exchange, memory);
    const illegal = wrong.filter((step) => !isRelapse(step));
    if (illegal.length > 0) return illegal.map((step) => wrongStep(step, exchange));
    return compared.length > 0 ? met : null;
  },
) as Observer;

/** STATE-013: an order that has succeeded never becomes a failed one (inferred). */
const successLasts = acrossExchanges<Memory>(
  'STATE-013',
  () => new Map(),
  (exchange, memory) => {
    const { compared, wrong } = compare(exchange, memory);
    const relapses = wrong.filter(isRelapse);
    if (relapses.length > 0) return relapses.map((step) => wrongStep(step, exchange));
    return compared.includes('SUCCEED') ? met : null;
  },
) as Observer;

/** What holds of the statuses of all orders that were seen. */
export const stateObservers: readonly Observer[] = [noPartialPayin, noPaidPayout, followsTheLifeCycle, successLasts];
