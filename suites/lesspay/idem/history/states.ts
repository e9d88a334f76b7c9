import { type Check, holds, unmet } from '../../../../harness/check.js';
import { dataOf, type Exchange, isJsonObject, type Json } from '../../../../harness/exchange.js';
import {
  isLegalStart,
  isLegalStep,
  payinMachine,
  payoutBatchMachine,
  payoutSingleMachine,
  type StateMachine,
} from '../../../../protocols/lesspay/state-machines.js';
import { normaliseOrderStatus, type OrderStatus } from '../../../../protocols/lesspay/statuses.js';
import { recordOrderId, statusIn } from '../../reading/orders.js';
import type { HistoryEvidence } from './run-history.js';
import { readStory, type Story } from './story.js';

/** A status that was shown, or that the operator moved the order to. */
interface Seen {
  readonly at: number;
  readonly order: string;
  readonly status: OrderStatus;
  /** Null for a move: what the operator may do is not judged. */
  readonly exchange: Exchange | null;
}

const machines: Readonly<Record<string, StateMachine<OrderStatus>>> = {
  createPayin: payinMachine,
  createPayoutBatch: payoutBatchMachine,
  createPayout: payoutSingleMachine,
};

function seenIn({ creates, looks, settled }: Story): Seen[] {
  const status = (value: Json | undefined): OrderStatus | null =>
    normaliseOrderStatus(isJsonObject(value) ? statusIn(value) : undefined);
  const seen = (at: number, order: string | null, found: OrderStatus | null, exchange: Exchange | null): Seen[] =>
    order === null || found === null ? [] : [{ at, order, status: found, exchange }];
  return [
    ...creates.flatMap(({ at, idSlot, answer, exchange }) => {
      // A repeat may be answered as the create was, with the status of that time.
      const isRepeat = creates.some((other) => other.idSlot === idSlot && other.at < at);
      return answer.kind !== 'order' || isRepeat ? [] : seen(at, answer.id, status(dataOf(exchange)), exchange);
    }),
    ...looks.flatMap(({ at, orders, exchange }) =>
      orders.flatMap((order) => seen(at, recordOrderId(order), status(order), exchange)),
    ),
    ...settled.flatMap(({ at, order, to }) => seen(at, order, normaliseOrderStatus(to), null)),
  ].sort((a, b) => a.at - b.at);
}

/**
 * STATE-012 over a whole history: the statuses that are shown of each order follow its life cycle, given where the operator moved
 * it; repeats and refused moves between them change nothing.
 */
export function statesFollowTheLifeCycle(evidence: HistoryEvidence): Check[] {
  const story = readStory(evidence);
  const machine = machines[story.operation ?? ''];
  if (machine === undefined) return [unmet('noCreate', 'The history has no create.')];
  const last = new Map<string, OrderStatus>();
  const checks: Check[] = [];
  for (const { order, status, exchange } of seenIn(story)) {
    const before = last.get(order);
    last.set(order, status);
    if (exchange === null) continue;
    checks.push(
      before === undefined
        ? holds(isLegalStart(machine, status), 'a status that a new order may have', () => status, exchange)
        : holds(
            isLegalStep(machine, before, status),
            `${before}, or a status that may follow it`,
            () => status,
            exchange,
          ),
    );
  }
  return checks.length > 0 ? checks : [unmet('noStatus', 'Nothing in the history shows the status of an order.')];
}
