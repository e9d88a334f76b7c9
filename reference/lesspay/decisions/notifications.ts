import { orderNeutral } from '../../../protocols/lesspay/signature/order-neutral.js';
import { sign } from '../../../protocols/lesspay/signature/sign.js';
import { integerOf, type OrderStatus } from '../../../protocols/lesspay/statuses.js';
import type { Application } from '../core/application.js';
import { isJsonObject } from '../core/json.js';
import type { Order, PayinOrder } from '../core/orders.js';
import { isFinalPayout } from './lifecycle.js';

/** A message about a card payment that changes no status (P-FRAUD). */
export interface RiskNotice {
  readonly event: string;
  readonly eventData: unknown;
}

/** When, where and how webhooks are sent (P-PI-WH, P-PO-WH, P-FRAUD; the demo client's receivers). */
export interface Notifications {
  /** The order's own `notify_url` wins over the application's default; null: nobody is told. */
  target(order: Order, application: Application): string | null;
  notifiesPayin(from: OrderStatus, to: OrderStatus): boolean;
  /** Once, when a payout reaches a final status. */
  notifiesPayout(from: OrderStatus, to: OrderStatus): boolean;
  /** True when a notification that was asked for is sent, whatever the status of the order. */
  notifiesTrigger(status: OrderStatus): boolean;
  /** The application whose secret signs the webhook: the owner of the order. `all` are the platform's, the oldest first. */
  signer(owner: Application, all: readonly Application[]): Application;
  /** The 19 members of a pay-in webhook; a risk notice fills the last two. */
  payinBody(order: PayinOrder, notice: RiskNotice | null): unknown;
  /** The body of a payout webhook for the order's PayoutQueryVO. */
  payoutBody(view: object): unknown;
  text(body: unknown): string;
  payinSignature(text: string, order: PayinOrder, application: Application): string;
  payoutSignature(text: string, application: Application): string;
  headers(signature: string, now: number): Readonly<Record<string, string>>;
  readonly method: 'POST' | 'PUT' | 'GET';
  acknowledged(status: number, body: string): boolean;
  /** How many milliseconds to wait before the first attempt of a webhook whose order has so many others already. */
  firstDelayMs(earlier: number): number;
  /** How long to wait before each further attempt. */
  readonly retryDelaysMs: readonly number[];
  /** What the attempt sends; the first is number 1. */
  attemptText(text: string, attempt: number): string;
}

/** Annex A of the protocol reference. */
export const notifications: Notifications = {
  target: (order, application) => order.notifyUrl ?? application.defaultNotifyUrl,
  notifiesPayin: (from, to) => from !== to,
  notifiesPayout: (from, to) => !isFinalPayout(from) && isFinalPayout(to),
  notifiesTrigger: () => true,
  signer: (owner) => owner,
  payinBody: (order, notice) => ({
    pay_order_id: order.payOrderId,
    request_id: order.requestId,
    order_status: order.status,
    order_status_int: integerOf(order.status),
    target_currency: order.currency,
    target_amount: order.amount,
    success_url: order.successUrl,
    fail_url: order.failUrl,
    product_name: order.productName,
    description: order.description,
    complete_time: order.completeTime,
    error_code: order.errorCode,
    error_msg: order.errorMsg,
    notify_url: order.notifyUrl,
    merchant_reserved_field: null,
    api_version: order.apiVersion,
    channel_biz_data:
      order.wayType === 'CARD_PAYMENT' && order.status === 'SUCCEED'
        ? { issuer_country: 'US', issuer: 'EXAMPLE BANK N.A.', '3ds': { downgraded: false, enrolled: 'Y' } }
        : null,
    event: notice?.event ?? null,
    event_data: notice?.eventData ?? null,
  }),
  payoutBody: orderNeutral,
  text: (body) => JSON.stringify(body),
  payinSignature: (text, _order, application) => sign(text, application.appSecret, 'payin-webhook'),
  payoutSignature: (text, application) => sign(text, application.appSecret),
  headers: (signature, now) => ({
    'content-type': 'application/json',
    'X-Auth-Signature': signature,
    'X-Auth-Timestamp': String(now),
  }),
  method: 'POST',
  acknowledged: (status, body) => {
    if (status < 200 || status > 299) return false;
    const text = body.trim();
    if (text.toUpperCase() === 'SUCCESS') return true;
    try {
      const answer: unknown = JSON.parse(text);
      return isJsonObject(answer) && answer.code === 0;
    } catch {
      return false;
    }
  },
  firstDelayMs: () => 0,
  retryDelaysMs: [1_000, 5_000, 30_000, 120_000, 600_000],
  attemptText: (text) => text,
};
