import { operations } from '../../protocols/lesspay/operations.js';
import type { Exchange } from '../exchange.js';
import type { LedgerLine } from '../ledger.js';
import type { ExchangeListener } from '../recorder.js';
import { type AskedOrder, askedOrder } from './asked-order.js';
import { shownOrders } from './shown-orders.js';

/** A create whose answer did not arrive: its order may turn up later. */
interface Unanswered {
  readonly application: string | null;
  readonly asked: AskedOrder;
}

function isCreate({ kind, operation }: Exchange): boolean {
  return kind === 'request' && Object.entries(operations).some(([name, { creates }]) => name === operation && creates);
}

/**
 * Keeps the ledger of a run: a line for every order that a create was answered with, and one for every new state of such an
 * order. An order whose create was not answered gets its line when a query or a webhook shows it under its `request_id`.
 */
export function orderLedger(append: (line: LedgerLine) => void): ExchangeListener {
  const known = new Map<string, LedgerLine>();
  const unanswered = new Map<string, Unanswered>();

  const enter = (payOrderId: string, state: string | null, origin: Unanswered, seen: Exchange): void => {
    const { asked, application } = origin;
    const line: LedgerLine = {
      at: seen.startedAt,
      operation: seen.operation ?? seen.kind,
      application,
      request_id: asked.requestId,
      pay_order_id: payOrderId,
      amount: asked.amount,
      currency: asked.currency,
      state,
    };
    known.set(payOrderId, line);
    append(line);
  };

  const update = (line: LedgerLine, state: string | null, seen: Exchange): void => {
    if (state === null || state === line.state) return;
    const next = { ...line, at: seen.startedAt, operation: seen.operation ?? seen.kind, state };
    known.set(line.pay_order_id, next);
    append(next);
  };

  return (exchange) => {
    const create = isCreate(exchange);
    const origin = create ? { application: exchange.application, asked: askedOrder(exchange.request.body) } : null;
    if (origin !== null && exchange.response === null && origin.asked.requestId !== null) {
      unanswered.set(origin.asked.requestId, origin);
    }
    const shown = shownOrders(exchange);
    for (const { payOrderId, requestId, state } of create ? shown.slice(0, 1) : shown) {
      const line = known.get(payOrderId);
      const cause = origin ?? (requestId === null ? undefined : unanswered.get(requestId));
      if (line !== undefined) update(line, state, exchange);
      else if (cause !== undefined) enter(payOrderId, state, cause, exchange);
    }
  };
}
