import { type Json, jsonOf, member } from '../exchange.js';

/** What a create asks for, as it stands in its body; null where that is missing or is no text. */
export interface AskedOrder {
  readonly requestId: string | null;
  /** `target_amount` of a pay-in, `amount` of a payout, `total_amount` of a batch. */
  readonly amount: string | null;
  readonly currency: string | null;
  /** The amounts of a batch's details that are text. */
  readonly detailAmounts: readonly string[];
}

const text = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);

/** Reads the body of a create of any kind. All is null for a body that is no JSON object. */
export function askedOrder(body: string): AskedOrder {
  const asked = jsonOf({ body });
  const first = (...names: readonly string[]): string | null =>
    names.map((name) => text(member(asked, name))).find((value) => value !== null) ?? null;
  const details = member(asked, 'payout_order_details');
  return {
    requestId: first('request_id'),
    amount: first('target_amount', 'total_amount', 'amount'),
    currency: first('target_currency', 'currency'),
    detailAmounts: Array.isArray(details)
      ? (details as readonly Json[]).flatMap((detail) => text(member(detail, 'amount')) ?? [])
      : [],
  };
}
