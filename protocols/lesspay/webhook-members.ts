/** The JSON types that a member may have. */
export type MemberType = 'string' | 'integer' | 'object' | 'array' | 'null';

/** One member of a pay-in webhook. */
export interface PayinWebhookMember {
  readonly name: string;
  readonly types: readonly MemberType[];
  /** True when the v1 signature covers the member; the v2 signature covers them all. */
  readonly signedInV1: boolean;
  /** True where a document lists it; false where only the demo client shows it. */
  readonly documented: boolean;
  readonly source: string;
}

const documented = { documented: true, source: 'P-PI-WH 3' } as const;
const shown = { documented: false, source: 'demo client, sample callback' } as const;

/** The 19 members of a pay-in webhook, the documented ones first. */
export const payinWebhookMembers = [
  { name: 'pay_order_id', types: ['string'], signedInV1: true, ...documented },
  { name: 'request_id', types: ['string'], signedInV1: true, ...documented },
  { name: 'order_status', types: ['string'], signedInV1: true, ...documented },
  { name: 'order_status_int', types: ['integer'], signedInV1: false, ...documented },
  { name: 'target_currency', types: ['string'], signedInV1: true, ...documented },
  { name: 'target_amount', types: ['string'], signedInV1: true, ...documented },
  { name: 'product_name', types: ['string'], signedInV1: true, ...documented },
  { name: 'description', types: ['string'], signedInV1: true, ...documented },
  { name: 'success_url', types: ['string'], signedInV1: true, ...shown },
  { name: 'fail_url', types: ['string'], signedInV1: true, ...shown },
  { name: 'complete_time', types: ['integer', 'string', 'null'], signedInV1: true, ...shown },
  { name: 'error_code', types: ['string', 'null'], signedInV1: true, ...shown },
  { name: 'error_msg', types: ['string', 'null'], signedInV1: true, ...shown },
  { name: 'notify_url', types: ['string', 'null'], signedInV1: true, ...shown },
  { name: 'merchant_reserved_field', types: ['string', 'null'], signedInV1: true, ...shown },
  { name: 'api_version', types: ['string'], signedInV1: false, ...shown },
  { name: 'channel_biz_data', types: ['object', 'null'], signedInV1: false, ...shown },
  { name: 'event', types: ['string', 'null'], signedInV1: false, ...shown },
  { name: 'event_data', types: ['object', 'null'], signedInV1: false, ...shown },
] as const satisfies readonly PayinWebhookMember[];

/** The members that the v1 signature of a pay-in webhook leaves out (demo client, webhook verification example). */
export const unsignedInV1: readonly string[] = payinWebhookMembers
  .filter((member) => !member.signedInV1)
  .map((member) => member.name);

/** One member of the payout webhook, which is also `data` of a payout query. */
export interface PayoutMember {
  readonly name: string;
  readonly types: readonly MemberType[];
  /** True where the documents list it; what only the demo client lists may be missing. */
  readonly documented: boolean;
  /** True where a conforming platform may leave it out or send null although it is documented. */
  readonly optional: boolean;
  readonly source: string;
}

const root = { documented: true, optional: false, source: 'P-FPO; P-PO-WH 3' } as const;
const detail = { documented: true, optional: false, source: 'P-PO-WH 3' } as const;
const maybe = { documented: true, optional: true, source: 'P-PO-WH 3' } as const;
const demo = { documented: false, optional: true, source: 'demo client, payout webhook' } as const;

/** The root members of a payout webhook and of the answer to a payout query. */
export const payoutRootMembers = [
  { name: 'pay_order_id', types: ['string'], ...root },
  { name: 'request_id', types: ['string'], ...root },
  { name: 'order_status', types: ['string'], ...root },
  { name: 'currency', types: ['string'], ...root },
  { name: 'total_amount', types: ['string'], ...root },
  { name: 'decimal_places', types: ['integer'], ...demo },
  { name: 'fail_reason', types: ['string', 'null'], ...root, optional: true },
  { name: 'created_at', types: ['string', 'integer'], ...root },
  { name: 'details', types: ['array'], ...root },
] as const satisfies readonly PayoutMember[];

/** The members of each element of `details`. */
export const payoutDetailMembers = [
  { name: 'payout_order_detail_id', types: ['string'], ...detail },
  { name: 'mch_order_id', types: ['string'], ...detail },
  { name: 'amount', types: ['string'], ...detail },
  { name: 'actual_amount', types: ['string', 'null'], ...demo },
  { name: 'status', types: ['string'], ...detail },
  { name: 'audit_state', types: ['string'], ...demo },
  { name: 'fail_reason', types: ['string', 'null'], ...maybe },
  { name: 'rejected_reason', types: ['string', 'null'], ...demo },
  { name: 'channel_order_no', types: ['string', 'null'], ...maybe },
  { name: 'bank_account_no', types: ['string', 'null'], ...maybe },
  { name: 'bank_account_name', types: ['string', 'null'], ...maybe },
  { name: 'bank_account_type', types: ['string', 'null'], ...demo },
  { name: 'bank_name', types: ['string', 'null'], ...demo },
  { name: 'bank_country_code', types: ['string', 'null'], ...demo },
  { name: 'bank_swift_code', types: ['string', 'null'], ...demo },
  { name: 'success_time', types: ['string', 'integer', 'null'], ...demo },
] as const satisfies readonly PayoutMember[];
