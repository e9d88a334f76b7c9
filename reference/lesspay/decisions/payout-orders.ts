import { findCurrency } from '../../../protocols/lesspay/currencies.js';
import { type JsonObject, member, textAt } from '../core/json.js';
import type { Beneficiary, PayoutDetail, PayoutOrder } from '../core/orders.js';
import type { ViolationName } from '../core/violation.js';
import { singleDestination } from './create-payout.js';
import type { Syntax } from './syntax.js';

/** What of a payout order comes from the request and the platform's defaults. */
export type NewPayout = Omit<
  PayoutOrder,
  'kind' | 'payOrderId' | 'appId' | 'contentDigest' | 'createdAt' | 'day' | 'details'
>;

/** Where a payout is shown. */
export type Place = 'query' | 'triggerAnswer' | 'webhook';

/** How payouts are made and shown. */
export interface PayoutOrders {
  fromBatch(body: JsonObject, createdAt: number): NewPayout;
  fromSingle(body: JsonObject, createdAt: number): NewPayout;
  /** The batch that a refused one leaves behind; null for nothing (S003 1.7: only code 0 is acceptance). */
  leftOfRefusedBatch(body: JsonObject, found: ViolationName): JsonObject | null;
  newDetail(from: { mchOrderId: string; amount: string; detailId: string; beneficiary: Beneficiary }): PayoutDetail;
  batchBeneficiary(detail: JsonObject, batch: JsonObject, syntax: Syntax): Beneficiary;
  singleBeneficiary(body: JsonObject): Beneficiary;
  /** What is kept of an account number; nothing else of it stays in memory or in the store. */
  keptAccountNo(clear: string): string;
  /** What is kept of an account name. */
  keptAccountName(clear: string): string;
  shownAccountNo(kept: string | null, place: Place): string | null;
  shownAccountName(kept: string | null, place: Place): string | null;
  /** `data` of the answer to a create. */
  created(order: PayoutOrder): unknown;
  /** PayoutQueryVO: `data` of a query, and the webhook. */
  view(order: PayoutOrder, details: readonly unknown[], place: Place): object;
  /** One element of `details`; number and name of the beneficiary come as they are to be shown. */
  detailView(detail: PayoutDetail, place: Place): unknown;
  /** The day whose maximum an order counts for. */
  dayOf(createdAt: number): string;
}

const STARS = '****';
const OFFSET_MS = 8 * 3_600_000;

/** ISO 8601 with milliseconds and the offset of the documents' examples, `2025-01-13T10:00:00.000+08:00`. */
export function isoTime(ms: number): string {
  return new Date(ms + OFFSET_MS).toISOString().replace('Z', '+08:00');
}

/** First four characters, `****`, last four (P-PO-WH); a value of eight characters or fewer is masked entirely. */
export function maskAccountNo(clear: string): string {
  const chars = [...clear];
  return chars.length < 9 ? STARS : `${chars.slice(0, 4).join('')}${STARS}${chars.slice(-4).join('')}`;
}

/** First letter, `****`, last letter, in upper case (P-PO-WH, `J****N`); a value of two characters or fewer is masked entirely. */
export function maskAccountName(clear: string): string {
  const chars = [...clear.trim()];
  return chars.length < 3 ? STARS : `${chars[0]}${STARS}${chars.at(-1)}`.toUpperCase();
}

const textOrNull = (body: JsonObject, path: string): string | null => textAt(body, path) || null;

const seconds = (value: unknown): number | null => (typeof value === 'number' ? value * 1000 : null);

const common = (body: JsonObject, createdAt: number, totalPath: string): NewPayout => {
  const lifetimeMs = seconds(member(body, 'expired_time'));
  return {
    requestId: textAt(body, 'request_id') ?? '',
    status: 'PENDING_CONFIRM',
    currency: textAt(body, 'currency') ?? '',
    totalAmount: textAt(body, totalPath) ?? '',
    failReason: null,
    notifyUrl: textOrNull(body, 'notify_url'),
    expiresAt: lifetimeMs === null ? null : createdAt + lifetimeMs,
  };
};

function singleName(body: JsonObject): string | null {
  const info = 'beneficiary.beneficiary_info';
  const parts = [textOrNull(body, `${info}.first_name`), textOrNull(body, `${info}.last_name`)];
  return textOrNull(body, `${info}.name`) ?? (parts.filter((part) => part !== null).join(' ') || null);
}

/** Annex A of the protocol reference: new payouts are `PENDING_CONFIRM`; a single payout is a batch of one detail. */
export const payoutOrders: PayoutOrders = {
  fromBatch: (body, createdAt) => common(body, createdAt, 'total_amount'),
  fromSingle: (body, createdAt) => common(body, createdAt, 'amount'),
  leftOfRefusedBatch: () => null,
  newDetail: (from) => ({
    ...from,
    actualAmount: null,
    status: 'CREATED',
    auditState: 'PENDING',
    failReason: null,
    rejectedReason: null,
    channelOrderNo: null,
    successTime: null,
  }),
  batchBeneficiary: (detail, batch, syntax) =>
    syntax.destinationOf(detail, batch) === 'ewallet'
      ? {
          accountNo: textOrNull(detail, 'e_wallet.account_number'),
          accountName: textOrNull(detail, 'e_wallet.account_name'),
          accountType: null,
          bankName: null,
          country: null,
          swiftCode: null,
        }
      : {
          accountNo: textOrNull(detail, 'bank_account_no'),
          accountName: textOrNull(detail, 'bank_account_name'),
          accountType: textOrNull(detail, 'bank_account_type'),
          bankName: textOrNull(detail, 'bank_name'),
          country: textOrNull(detail, 'bank_country_code'),
          swiftCode: textOrNull(detail, 'bank_swift_code'),
        },
  singleBeneficiary: (body) => {
    const root = 'beneficiary.destination';
    const none = { accountType: null, bankName: null, country: null, swiftCode: null };
    const accountName = singleName(body);
    switch (singleDestination(body)) {
      case 'e_wallet':
        return { accountNo: textOrNull(body, `${root}.e_wallet.account_number`), accountName, ...none };
      case 'crypto_wallet':
        return { accountNo: textOrNull(body, `${root}.crypto_wallet.wallet_address`), accountName, ...none };
      default:
        return {
          accountNo: textOrNull(body, `${root}.bank.account_number`) ?? textOrNull(body, `${root}.bank.iban`),
          accountName,
          accountType: textOrNull(body, 'beneficiary.beneficiary_type'),
          bankName: textOrNull(body, `${root}.bank.bank_name`),
          country: textOrNull(body, `${root}.bank.country`),
          swiftCode: textOrNull(body, `${root}.bank.bank_codes.swift_code`),
        };
    }
  },
  keptAccountNo: maskAccountNo,
  keptAccountName: maskAccountName,
  shownAccountNo: (kept) => kept,
  shownAccountName: (kept) => kept,
  created: (order) => ({
    pay_order_id: order.payOrderId,
    request_id: order.requestId,
    created_at: isoTime(order.createdAt),
    order_status: order.status,
    total_count: order.details.length,
    total_amount_obj: { amountStr: order.totalAmount, currencyCode: order.currency },
    encryptData: null,
    sign: null,
  }),
  view: (order, details) => ({
    pay_order_id: order.payOrderId,
    request_id: order.requestId,
    order_status: order.status,
    currency: order.currency,
    total_amount: order.totalAmount,
    decimal_places: decimalPlaces(order.currency),
    fail_reason: order.failReason,
    created_at: isoTime(order.createdAt),
    details,
  }),
  detailView: (detail) => ({
    payout_order_detail_id: detail.detailId,
    mch_order_id: detail.mchOrderId,
    amount: detail.amount,
    actual_amount: detail.actualAmount,
    status: detail.status,
    audit_state: detail.auditState,
    fail_reason: detail.failReason,
    rejected_reason: detail.rejectedReason,
    channel_order_no: detail.channelOrderNo,
    bank_account_no: detail.beneficiary.accountNo,
    bank_account_name: detail.beneficiary.accountName,
    bank_account_type: detail.beneficiary.accountType,
    bank_name: detail.beneficiary.bankName,
    bank_country_code: detail.beneficiary.country,
    bank_swift_code: detail.beneficiary.swiftCode,
    success_time: detail.successTime === null ? null : isoTime(detail.successTime),
  }),
  dayOf: (createdAt) => isoTime(createdAt).slice(0, 10),
};

/** Digits of the currency; eight where no source gives them (crypto currencies). */
function decimalPlaces(currency: string): number {
  return findCurrency(currency)?.digits ?? 8;
}
