import type { PlannedSend } from '../../../../generators/lesspay/command-list.js';
import { type Check, given } from '../../../../harness/check.js';
import { type Exchange, envelopeOf, type Json } from '../../../../harness/exchange.js';
import { orderIdOf, payinRecordsOf, payoutOf, recordOrderId, recordRequestId, sentBody } from '../../reading/orders.js';
import { accepted, noOrder } from '../../reading/outcomes.js';
import { succeeded } from '../../reading/recorded.js';
import type { HistoryEvidence } from './run-history.js';

type JsonObject = { readonly [name: string]: Json };

/** A create of the history. Creates with the same `at` were sent at the same moment. */
export interface SentCreate extends PlannedSend {
  /** The number of its command: a command begins when everything before it was answered. */
  readonly at: number;
  readonly exchange: Exchange;
  /** What the answer says: an order id, a refusal, or nothing that can be relied on. */
  readonly answer: { readonly kind: 'order'; readonly id: string } | { readonly kind: 'refused' | 'unknown' };
}

/** What a query or a listing shows of one id. */
export interface Look {
  readonly at: number;
  readonly idSlot: number;
  readonly exchange: Exchange;
  readonly orders: readonly JsonObject[];
  /** True when an order that exists has to be among `orders`: a query for the id, not a listing. */
  readonly complete: boolean;
}

/** An order that the operator moved. */
export interface Settled {
  readonly at: number;
  readonly order: string;
  readonly to: string;
}

/** A history as it was recorded, by what it means. `at` counts the commands; `after` follows the last one. */
export interface Story {
  readonly ids: readonly string[];
  readonly creates: readonly SentCreate[];
  readonly looks: readonly Look[];
  readonly settled: readonly Settled[];
  /** Queries that were not answered as queries should be: from these nothing is known. */
  readonly unclear: readonly Check[];
  /** The operation of the history's creates. */
  readonly operation: string | null;
}

function answerOf(create: Exchange): SentCreate['answer'] {
  if (succeeded(create)) {
    const id = orderIdOf(create);
    return id === null ? { kind: 'unknown' } : { kind: 'order', id };
  }
  const status = create.response?.status ?? 500;
  return { kind: status < 500 && status !== 429 ? 'refused' : 'unknown' };
}

/** The orders that a query for one id shows; a check when its answer says neither which they are nor that there is none. */
function ordersIn(query: Exchange, requestId: string): readonly JsonObject[] | Check {
  if (envelopeOf(query)?.code === 0) {
    if (query.operation !== 'fetchPayin') {
      const payout = payoutOf(query);
      return payout === null ? given(accepted(query)[1] ?? noOrder(query), 'queryRefused') : [payout];
    }
    const { pay_order_id: asked } = sentBody(query);
    return payinRecordsOf(query).filter(
      (record) => recordRequestId(record) === requestId || (asked !== undefined && recordOrderId(record) === asked),
    );
  }
  const nothing = noOrder(query);
  return nothing.kind === 'met' ? [] : given(nothing, 'queryRefused');
}

/** Puts the recorded exchanges back into the order of the commands. Pure. */
export function readStory({ commands, ids, steps, after }: HistoryEvidence): Story {
  const creates: SentCreate[] = [];
  const looks: Look[] = [];
  const settled: Settled[] = [];
  const unclear: Check[] = [];

  const look = (at: number, idSlot: number, exchange: Exchange): void => {
    const orders = ordersIn(exchange, ids[idSlot] ?? '');
    if ('kind' in orders) unclear.push(orders as Check);
    else looks.push({ at, idSlot, exchange, orders, complete: true });
  };

  commands.forEach((command, at) => {
    const exchanges = command.steps.flatMap((step) => steps[step] ?? []);
    switch (command.kind) {
      case 'settle': {
        const status = exchanges[0]?.response?.status ?? 500;
        if (command.order !== undefined && status < 300) settled.push({ at, order: command.order, to: command.to });
        break;
      }
      case 'query':
        for (const exchange of exchanges) look(at, command.idSlot, exchange);
        break;
      case 'list':
        for (const exchange of exchanges.filter(succeeded)) {
          for (const [idSlot, id] of ids.entries()) {
            const orders = payinRecordsOf(exchange).filter((record) => recordRequestId(record) === id);
            if (orders.length > 0) looks.push({ at, idSlot, exchange, orders, complete: false });
          }
        }
        break;
      default: {
        const planned = command.kind === 'together' ? command.creates : [command];
        planned.forEach(({ idSlot, contentSlot }, index) => {
          const exchange = exchanges[index];
          if (exchange !== undefined) creates.push({ at, idSlot, contentSlot, exchange, answer: answerOf(exchange) });
        });
      }
    }
  });
  for (const exchange of after) {
    look(commands.length, ids.indexOf(String(sentBody(exchange).request_id)), exchange);
  }
  return { ids, creates, looks, settled, unclear, operation: creates[0]?.exchange.operation ?? null };
}
