import { minorDigits } from '../../../generators/lesspay/amounts.js';
import { type Check, met, remarked, unmet, violated } from '../../../harness/check.js';
import { type Exchange, isJsonObject, type Json, jsonOf } from '../../../harness/exchange.js';
import { readAmount } from '../../../protocols/amount.js';
import { amountValue } from './amount-value.js';
import { detailsOf, payinRecordsOf, payoutOf, recordRequestId, sentBody } from './orders.js';

type JsonObject = { readonly [name: string]: Json };

/** What was sent as the amount of an order, and what it is worth. */
export type SentAmount = {
  /** As it was sent. */
  readonly text: string;
  /** Its value as plain decimal text. */
  readonly value: string;
  readonly currency: string;
  /** A single payout's amount may be shown in minor units, with a remark (E-22). */
  readonly singlePayout: boolean;
};

const isSet = (value: Json | undefined): value is Json => value !== undefined && value !== null;

/** The amounts of an order of one amount, in the answer to a query for its `request_id`, or in a webhook about it. */
export function amountsTold(exchange: Exchange): readonly Json[] {
  if (exchange.kind === 'delivery') {
    const body = jsonOf(exchange.request);
    return isJsonObject(body) ? amountsOf(body) : [];
  }
  if (exchange.operation === 'fetchPayin') {
    const { request_id: asked } = sentBody(exchange);
    const records = payinRecordsOf(exchange).filter((record) => recordRequestId(record) === asked);
    return records.flatMap(amountsOf);
  }
  const payout = payoutOf(exchange);
  return payout === null ? [] : amountsOf(payout);
}

function amountsOf(order: JsonObject): readonly Json[] {
  const details = detailsOf(order).map(({ amount }) => amount);
  return [order.target_amount, order.total_amount, ...details].filter(isSet);
}

/** Every amount that is told about an order of one amount has the value that was sent. */
export function keepsValue(told: Exchange, sent: SentAmount): Check[] {
  const amounts = amountsTold(told);
  const expected = readAmount(sent.value);
  if (expected === null)
    throw new Error(`The value ${sent.value} of an amount that was sent is no plain decimal text.`);
  if (amounts.length === 0) return [unmet('noAmountShown', 'Neither the answer nor the webhook shows an amount.')];
  return amounts.map((amount) => {
    const value = amountValue(amount);
    if (amount === sent.text || value?.isEqualTo(expected) === true) return met;
    if (sent.singlePayout && value?.isEqualTo(expected.shiftedBy(minorDigits(sent.currency))) === true) {
      return remarked('The amount of a single payout is shown in minor units (E-22)', told);
    }
    return violated(`an amount of the value ${sent.value}`, JSON.stringify(amount), told);
  });
}
