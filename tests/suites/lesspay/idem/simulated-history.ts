import type { Command, PlannedSend } from '../../../../generators/lesspay/command-list.js';
import type { Exchange, Json } from '../../../../harness/exchange.js';
import { payinMachine } from '../../../../protocols/lesspay/state-machines.js';
import type { OrderStatus } from '../../../../protocols/lesspay/statuses.js';
import type { ExecutedCommand, HistoryEvidence } from '../../../../suites/lesspay/idem/history/run-history.js';
import { answer } from '../answer.js';

/** What a simulated platform leaves to chance. */
export interface Chance {
  /** Creates at the same moment take effect in the order of these numbers. */
  readonly turn: (at: number, index: number) => number;
  /** True for a create whose answer does not arrive. */
  readonly isLost: (at: number, index: number) => boolean;
  /** True: a repeat with the same content is answered with the order, as the documents allow. */
  readonly answersRepeats: boolean;
}

interface Order {
  readonly id: string;
  readonly idSlot: number;
  readonly contentSlot: number;
  readonly status: OrderStatus;
}

const ids = ['ID0', 'ID1', 'ID2'] as const;
const requestId = (idSlot: number): string => ids[idSlot] ?? '';

/** What content a slot stands for, as it is sent. */
export const amountOf = ({ idSlot, contentSlot }: PlannedSend): string => `${1 + idSlot}0${contentSlot}.50`;

const ok = (data: Json) => ({ code: 0, msg: 'success', data });
const lost = (exchange: Exchange): Exchange => ({
  ...exchange,
  response: null,
  failure: { code: 'ECONNRESET', message: 'the connection was closed' },
});

/** A record of a pay-in query. The amount is written otherwise than it was sent. */
export const record = (order: Order): { readonly [name: string]: Json } => ({
  pay_order_id: order.id,
  request_id: requestId(order.idSlot),
  order_status: order.status,
  target_amount: amountOf(order).replace(/0$/, '000'),
});

/** What a query for one id is answered with. */
export function queryAnswer(sent: object, records: readonly Json[]): Exchange {
  return records.length === 0
    ? answer('fetchPayin', sent, { code: 1202, msg: 'Order does not exist' })
    : answer('fetchPayin', sent, ok({ total: records.length, records }));
}

/** The evidence of a history of pay-ins against a platform that takes one create after the other and keeps what it says. */
export function simulated(commands: readonly Command[], chance: Chance): HistoryEvidence {
  const orders: Order[] = [];
  const steps: Exchange[] = [];
  const executed: ExecutedCommand[] = [];
  const orderOf = (idSlot: number): Order | undefined => orders.find((order) => order.idSlot === idSlot);

  const create = (planned: PlannedSend): Exchange => {
    const sent = { request_id: requestId(planned.idSlot), target_amount: amountOf(planned) };
    const existing = orderOf(planned.idSlot);
    if (existing !== undefined) {
      return chance.answersRepeats && existing.contentSlot === planned.contentSlot
        ? answer('createPayin', sent, ok({ pay_order_id: existing.id, order_status: 'PENDING_PAY' }))
        : answer('createPayin', sent, { code: 1201, msg: 'request_id already exists' });
    }
    const order: Order = { ...planned, id: `P${orders.length + 1}`, status: 'PENDING_PAY' };
    orders.push(order);
    return answer('createPayin', sent, ok({ pay_order_id: order.id, order_status: order.status }));
  };

  const creates = (at: number, planned: readonly PlannedSend[]): Exchange[] => {
    const turns = planned.map((_, index) => index).sort((a, b) => chance.turn(at, a) - chance.turn(at, b));
    const answers: Exchange[] = [];
    for (const index of turns) {
      const each = planned[index];
      if (each === undefined) continue;
      const exchange = create({ idSlot: each.idSlot, contentSlot: each.contentSlot });
      answers[index] = chance.isLost(at, index) ? lost(exchange) : exchange;
    }
    return answers;
  };

  const query = (idSlot: number): Exchange => {
    const order = orderOf(idSlot);
    return queryAnswer({ request_id: requestId(idSlot) }, order === undefined ? [] : [record(order)]);
  };

  const settle = (order: Order, to: string): Exchange => {
    const step = payinMachine.transitions.find((each) => each.from === order.status && each.to === to);
    if (step !== undefined) orders[orders.indexOf(order)] = { ...order, status: step.to };
    return {
      ...answer(
        'fetchPayin',
        { to },
        { status: step === undefined ? 'refused' : 'moved' },
        step === undefined ? 409 : 200,
      ),
      kind: 'control',
      operation: null,
    };
  };

  commands.forEach((command, at) => {
    const moved = command.kind === 'settle' ? orderOf(command.idSlot) : undefined;
    const exchanges = ((): Exchange[] => {
      switch (command.kind) {
        case 'together':
          return creates(at, command.creates);
        case 'query':
          return [query(command.idSlot)];
        case 'list':
          return [answer('fetchPayin', {}, ok({ total: orders.length, records: orders.map(record) }))];
        case 'settle':
          return moved === undefined ? [] : [settle(moved, command.to)];
        default:
          return creates(at, [command]);
      }
    })();
    executed.push({
      ...command,
      steps: exchanges.map((_, index) => steps.length + index),
      ...(moved === undefined ? {} : { order: moved.id }),
    });
    steps.push(...exchanges);
  });
  return { commands: executed, ids, steps, after: ids.map((_, idSlot) => query(idSlot)) };
}
