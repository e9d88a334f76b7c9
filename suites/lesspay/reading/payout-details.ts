import { type Check, holds, unmet } from '../../../harness/check.js';
import { type Exchange, isJsonObject, type Json, member } from '../../../harness/exchange.js';
import { amountValue } from './amount-value.js';
import { detailsOf, payoutOf, sentBody } from './orders.js';

/** The details in a batch that we sent, as recorded. */
export function sentDetails(created: Exchange): readonly { readonly [name: string]: Json }[] {
  const details = sentBody(created).payout_order_details;
  return Array.isArray(details) ? (details as readonly Json[]).filter(isJsonObject) : [];
}

const ids = (details: readonly Json[]): string[] =>
  details.map((detail) => JSON.stringify(member(detail, 'mch_order_id') ?? null)).sort();

/** The query shows one detail for each `mch_order_id` of the batch that was sent, and no other. */
export function showsAllDetails(created: Exchange, query: Exchange): Check[] {
  const expected = ids(sentDetails(created));
  const found = ids(detailsOf(payoutOf(query)));
  return [
    holds(
      expected.join() === found.join(),
      `details ${expected.join(', ')}`,
      () => (found.length === 0 ? 'no details' : `details ${found.join(', ')}`),
      query,
    ),
  ];
}

/**
 * Each detail that the query shows has the amount that was sent for its `mch_order_id`, compared as numbers. `whereShown`: details
 * without id or amount are left to the rules about members.
 */
export function keepsDetailAmounts(created: Exchange, query: Exchange, which: 'all' | 'whereShown' = 'all'): Check[] {
  const sent = new Map(sentDetails(created).map((detail) => [detail.mch_order_id, detail.amount]));
  const shown = detailsOf(payoutOf(query)).filter(
    ({ mch_order_id: id, amount }) => which === 'all' || (sent.has(id ?? null) && amount !== undefined),
  );
  if (which === 'whereShown' && shown.length === 0) return [unmet('noAmounts', 'The query shows no amounts.')];
  return shown.map((detail) => {
    const expected = sent.get(detail.mch_order_id ?? null);
    const value = amountValue(detail.amount);
    return holds(
      value !== null && amountValue(expected)?.isEqualTo(value) === true,
      `detail ${JSON.stringify(detail.mch_order_id)} with the amount ${JSON.stringify(expected)}`,
      () => JSON.stringify(detail.amount) ?? 'no amount',
      query,
    );
  });
}
