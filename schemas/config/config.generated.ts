// Generated from schemas/config/*.schema.json by scripts/generate-types.mjs. Do not edit.

/**
 * The type of each message by the name of its schema in `schemas/config`.
 */
export interface ConfigSchemas {
  ics: Ics;
  waivers: Waivers;
}
/**
 * Implementation conformance statement: what the vendor claims to support. Whatever is left out is claimed as the documents have it. A requirement about something not claimed is notApplicable; something claimed and missing is a failure.
 */
export interface Ics {
  $schema?: string;
  schemaVersion: 1;
  protocol: 'lesspay';
  product?: IcsProduct;
  endpoints?: IcsEndpoints;
  payin?: IcsPayin;
  payout?: IcsPayout;
}
/**
 * What is tested, for the acceptance report.
 */
export interface IcsProduct {
  vendor: string;
  name: string;
  version: string;
  /**
   * A function, not a person: `payments platform team`.
   */
  contactRole?: string;
  environment?: string;
}
/**
 * Endpoints that are offered. Left out: offered.
 */
export interface IcsEndpoints {
  createPayin?: boolean;
  fetchPayin?: boolean;
  createPayout?: boolean;
  createPayoutBatch?: boolean;
  fetchPayout?: boolean;
  listBanks?: boolean;
  fetchBalance?: boolean;
  triggerNotify?: boolean;
}
export interface IcsPayin {
  /**
   * Currencies that the application under test can collect (seed 002 section 4.4).
   */
  currencies?: string[];
  /**
   * Way codes that are configured (seed 002 section 4.5.1).
   */
  wayCodes?: string[];
  /**
   * Card payment modes that are configured; an empty list: no card payments.
   */
  cardModes?: ('cashier' | 'openapi' | 'token' | 'session')[];
}
export interface IcsPayout {
  /**
   * Currencies of batches (seed 000 code 30001).
   */
  currencies?: string[];
  /**
   * The way code that payouts are sent with.
   */
  wayCode?: string;
  destinations?: ('bank' | 'ewallet' | 'crypto_wallet')[];
}
/**
 * Accepted failures. Every entry must be needed: one that is unused, stale (the requirement passes) or expired fails the run.
 */
export interface Waivers {
  $schema?: string;
  schemaVersion: 1;
  waivers: Waiver[];
}
export interface Waiver {
  /**
   * Requirement id.
   */
  requirement: string;
  /**
   * Only failures seen on this operation.
   */
  operation?: string;
  /**
   * Why the failure is accepted for now.
   */
  reason: string;
  /**
   * The team that answers for it.
   */
  owner: string;
  ticket?: string;
  /**
   * Last day on which it holds; at most 180 days from today.
   */
  expires: string;
}
