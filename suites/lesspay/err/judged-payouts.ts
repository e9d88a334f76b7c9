import { minorDigits } from '../../../generators/lesspay/amounts.js';
import { readAmount, sumAmounts } from '../../../protocols/amount.js';
import type { CreatePayoutBatchRequest, CreatePayoutRequest } from '../../../schemas/lesspay/messages.generated.js';

/** A message of which one amount is judged by the limits; `withAmount` writes it with another one. */
export interface Judged<M extends { readonly request_id: string }> {
  readonly currency: string;
  readonly amount: string;
  withAmount(amount: string): M;
}

/** A single payout, judged by its own amount. */
export const singlePayout = (message: CreatePayoutRequest): Judged<CreatePayoutRequest> => ({
  currency: message.currency,
  amount: message.amount,
  withAmount: (amount) => ({ ...message, amount }),
});

/** A batch with one detail, whose amount is the total. */
export function batchOfOne(message: CreatePayoutBatchRequest): Judged<CreatePayoutBatchRequest> {
  const [detail] = message.payout_order_details;
  return {
    currency: message.currency,
    amount: detail?.amount ?? message.total_amount,
    withAmount: (amount) => ({
      ...message,
      total_amount: amount,
      payout_order_details: message.payout_order_details.slice(0, 1).map((first) => ({ ...first, amount })),
    }),
  };
}

/** The batch with its first `count` details only, and their sum as its total. */
export function firstDetails(batch: CreatePayoutBatchRequest, count: number): CreatePayoutBatchRequest {
  const details = batch.payout_order_details.slice(0, count);
  const amounts = details.map(({ amount }) => readAmount(amount)).filter((amount) => amount !== null);
  return {
    ...batch,
    total_amount: sumAmounts(amounts).toFixed(minorDigits(batch.currency)),
    payout_order_details: details,
  };
}
