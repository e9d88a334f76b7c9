import { type Check, holds, unmet } from '../../../../harness/check.js';
import type { Exchange } from '../../../../harness/exchange.js';
import { recordOrderId } from '../../reading/orders.js';
import type { HistoryEvidence } from './run-history.js';
import { readStory } from './story.js';

/** PAYIN-CREATE-033, FMT-014 over a whole history: no order id is told or shown for two different `request_id` values. */
export function ordersAreDistinct(evidence: HistoryEvidence): Check[] {
  const { creates, looks, ids } = readStory(evidence);
  const told: { readonly idSlot: number; readonly order: string; readonly exchange: Exchange }[] = [
    ...creates.flatMap(({ idSlot, answer, exchange }) =>
      answer.kind === 'order' ? [{ idSlot, order: answer.id, exchange }] : [],
    ),
    ...looks.flatMap(({ idSlot, orders, exchange }) =>
      orders.flatMap((record) => {
        const order = recordOrderId(record);
        return order === null ? [] : [{ idSlot, order, exchange }];
      }),
    ),
  ];
  if (new Set(told.map(({ idSlot }) => idSlot)).size < 2) {
    return [unmet('tooFewOrders', 'Fewer than two `request_id` values of the history have an order.')];
  }
  const owners = new Map<string, number>();
  return told.map(({ idSlot, order, exchange }) => {
    const owner = owners.get(order) ?? idSlot;
    owners.set(order, owner);
    return holds(
      owner === idSlot,
      `an order of its own for the \`request_id\` ${ids[idSlot] ?? ''}`,
      () => `order ${order}, which is that of ${ids[owner] ?? ''}`,
      exchange,
    );
  });
}
