import type { Exchange, ExchangeFacts, Json } from '../../../../harness/exchange.js';
import { request, webhook } from './traffic.js';

/** A pay-in webhook that says all that is documented. */
/** A pay-in webhook, with changes. */
export const payinBody = {
  pay_order_id: 'P1',
  request_id: 'R1',
  order_status: 'SUCCEED',
  order_status_int: 2,
  target_currency: 'USD',
  target_amount: '100.00',
  product_name: 'Tea',
  description: 'Green tea',
  api_version: 'v2',
  event: null,
  event_data: null,
};
/** A pay-in webhook, with changes. */
export const payin = (changes: { readonly [name: string]: Json } = {}): Exchange =>
  webhook('payinWebhook', { ...payinBody, ...changes });

/** A payout webhook that says all that is documented. */
/** A payout webhook, with changes. */
export const payoutBody = {
  pay_order_id: 'PO1',
  request_id: 'R2',
  order_status: 'SUCCEED',
  currency: 'PHP',
  total_amount: '100.00',
  created_at: '2026-01-01T00:00:00.000+08:00',
  details: [{ payout_order_detail_id: 'D1', mch_order_id: 'M1', amount: '100.00', status: 'SUCCEEDED' }],
};
/** A payout webhook, with changes. */
export const payout = (changes: object = {}): Exchange => webhook('payoutWebhook', { ...payoutBody, ...changes });

/** The same with what the recorder found out. */
export const withFacts = (exchange: Exchange, facts: ExchangeFacts): Exchange => ({ ...exchange, facts });
/** The same with a signature that verifies in these ways. */
export const signed = (
  exchange: Exchange,
  ...matches: readonly (readonly [reading: string, operation: string])[]
): Exchange =>
  withFacts(exchange, {
    signature: {
      present: true,
      wellFormed: true,
      matches: matches.map(([reading, operation]) => ({ application: 'first', reading, operation })),
    },
  });
/** The same with other headers. */
export const withHeaders = (exchange: Exchange, headers: { readonly [name: string]: string }): Exchange => ({
  ...exchange,
  request: { ...exchange.request, headers },
});
/** A request to the control interface. */
export const control = (path: string, sent: Json): Exchange => {
  const body = JSON.stringify(sent);
  const message = { headers: {}, body, bytes: body.length, truncated: false };
  return {
    ...request({ body: {} }),
    kind: 'control',
    operation: null,
    url: `http://127.0.0.1${path}`,
    request: message,
  };
};
