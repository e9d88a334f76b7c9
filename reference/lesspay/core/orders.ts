import type { AuditState, DetailStatus, OrderStatus } from '../../../protocols/lesspay/statuses.js';
import type { PayAccessType } from '../../../protocols/lesspay/ways.js';

interface OrderBase {
  /** The platform's id. */
  readonly payOrderId: string;
  /** The merchant's id. */
  readonly requestId: string;
  readonly appId: string;
  /** Keyed digest of the request's content, to recognise an identical repeat without keeping the request. */
  readonly contentDigest: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly status: OrderStatus;
  readonly notifyUrl: string | null;
  /** Milliseconds since the epoch; null for an order that never expires. */
  readonly expiresAt: number | null;
}

/** A pay-in order. Card data is never kept. */
export interface PayinOrder extends OrderBase {
  readonly kind: 'payin';
  readonly amount: string;
  readonly currency: string;
  readonly productName: string;
  readonly description: string;
  readonly successUrl: string;
  readonly failUrl: string;
  readonly apiVersion: 'v1' | 'v2';
  readonly access: PayAccessType;
  readonly wayCode: string | null;
  readonly wayType: string | null;
  /** Only in payment-session mode. */
  readonly session: { readonly token: string; readonly secret: string } | null;
  readonly completeTime: number | null;
  readonly errorCode: string | null;
  readonly errorMsg: string | null;
}

/** Who one payout detail goes to, as it is kept: number and name are masked before they get here. */
export interface Beneficiary {
  readonly accountNo: string | null;
  readonly accountName: string | null;
  readonly accountType: string | null;
  readonly bankName: string | null;
  readonly country: string | null;
  readonly swiftCode: string | null;
}

/** One transfer of a payout. */
export interface PayoutDetail {
  readonly detailId: string;
  readonly mchOrderId: string;
  readonly amount: string;
  readonly actualAmount: string | null;
  readonly status: DetailStatus;
  readonly auditState: AuditState;
  readonly failReason: string | null;
  readonly rejectedReason: string | null;
  readonly channelOrderNo: string | null;
  /** Milliseconds since the epoch. */
  readonly successTime: number | null;
  readonly beneficiary: Beneficiary;
}

/** A payout batch, or a single payout, which is a batch of one detail. */
export interface PayoutOrder extends OrderBase {
  readonly kind: 'payout';
  readonly currency: string;
  readonly totalAmount: string;
  /** The day whose maximum the order counts for. */
  readonly day: string;
  readonly failReason: string | null;
  readonly details: readonly PayoutDetail[];
}

export type Order = PayinOrder | PayoutOrder;
