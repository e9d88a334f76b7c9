import { createHash } from 'node:crypto';
import { integerOf } from '../../../protocols/lesspay/statuses.js';
import { type JsonObject, member, textAt } from '../core/json.js';
import type { PayinOrder } from '../core/orders.js';

/** What of a pay-in order comes from the request and the platform's defaults. */
export type NewPayin = Omit<
  PayinOrder,
  | 'kind'
  | 'payOrderId'
  | 'appId'
  | 'contentDigest'
  | 'createdAt'
  | 'completeTime'
  | 'errorCode'
  | 'errorMsg'
  | 'session'
>;

/** How pay-in orders are made and shown. */
export interface PayinOrders {
  /** The order that the request asks for. */
  fromRequest(body: JsonObject, createdAt: number): NewPayin;
  /** True when the answer carries a payment session. */
  hasSession(order: NewPayin): boolean;
  checkoutUrl(order: PayinOrder): string | null;
  /** `data` of the answer to a create. */
  created(order: PayinOrder, checkoutUrl: string | null): unknown;
  /** One record of a query. */
  record(order: PayinOrder): unknown;
  /** `data` of the answer to a query. */
  list(found: { total: number; page: number; pageSize: number; records: readonly unknown[] }): unknown;
}

const seconds = (value: unknown): number | null => (typeof value === 'number' ? value * 1000 : null);
const textOrNull = (body: JsonObject, name: string): string | null => textAt(body, name) || null;

/** Annex A of the protocol reference: new orders are `PENDING_PAY`; records have the members of the webhook. */
export const payinOrders: PayinOrders = {
  fromRequest: (body, createdAt) => {
    const lifetimeMs = seconds(member(body, 'expired_time'));
    return {
      requestId: textAt(body, 'request_id') ?? '',
      status: 'PENDING_PAY',
      amount: textAt(body, 'target_amount') ?? '',
      currency: textAt(body, 'target_currency') ?? '',
      productName: textAt(body, 'product_name') ?? '',
      description: textAt(body, 'description') ?? '',
      successUrl: textAt(body, 'success_url') ?? '',
      failUrl: textAt(body, 'fail_url') ?? '',
      notifyUrl: textOrNull(body, 'notify_url'),
      apiVersion: textAt(body, 'api_version')?.toUpperCase() === 'V2' ? 'v2' : 'v1',
      access: member(body, 'pay_access_type') === 2 ? 2 : 1,
      wayCode: textOrNull(body, 'way_code'),
      wayType: textOrNull(body, 'way_type'),
      expiresAt: lifetimeMs === null ? null : createdAt + lifetimeMs,
    };
  },
  hasSession: (order) => order.access === 1 && order.wayCode === 'CHECKOUT_CARDPAYMENT',
  checkoutUrl: (order) => (order.access === 1 ? `https://pay.example.com/cashier/${order.payOrderId}` : null),
  created: (order, checkoutUrl) => ({
    pay_order_id: order.payOrderId,
    request_id: order.requestId,
    order_status: order.status,
    ...(checkoutUrl === null ? {} : { checkout_url: checkoutUrl }),
    ...(order.session === null
      ? {}
      : { payment_session_token: order.session.token, payment_session_secret: order.session.secret }),
    order_data: {
      payOrderId: order.payOrderId,
      payOrderDetailIdEncode: createHash('sha256').update(order.payOrderId).digest('hex'),
    },
  }),
  record: (order) => ({
    pay_order_id: order.payOrderId,
    request_id: order.requestId,
    order_status: order.status,
    order_status_int: integerOf(order.status),
    target_currency: order.currency,
    target_amount: order.amount,
    product_name: order.productName,
    description: order.description,
    created_at: order.createdAt,
    complete_time: order.completeTime,
    error_code: order.errorCode,
    error_msg: order.errorMsg,
  }),
  list: ({ total, page, pageSize, records }) => ({ total, page, page_size: pageSize, records }),
};
