// Generated from schemas/config/*.schema.json by scripts/generate-types.mjs. Do not edit.

/**
 * The type of each message by the name of its schema in `schemas/config`.
 */
export interface ConfigSchemas {
  'acceptance-profile': AcceptanceProfile;
  ics: Ics;
  waivers: Waivers;
}
/**
 * What a run must show to be accepted. Whatever is left out is as in the default profile (docs/acceptance-bundle.md).
 */
export interface AcceptanceProfile {
  $schema?: string;
  schemaVersion: 1;
  /**
   * How people call it.
   */
  name?: string;
  /**
   * Areas that must be tested: `all`, or a list. Requirements of other areas are not looked at.
   */
  areas?: 'all' | string[];
  levels?: AcceptanceLevels;
  waivers?: AcceptanceWaivers;
  bite?: AcceptanceBite;
  /**
   * Exercises per property (`run --runs`), at least.
   */
  minRuns?: number;
  /**
   * From the end of the run; null: any age.
   */
  maxAgeDays?: number | null;
  /**
   * The statement must name vendor, product and version.
   */
  requireProduct?: boolean;
  /**
   * Also the reference platform that a run starts itself: for rehearsals.
   */
  allowReference?: boolean;
}
/**
 * How many requirements of a level may be otherwise than passed. A level that is left out is as in the default profile.
 */
export interface AcceptanceLevels {
  MUST?: AcceptanceTolerance;
  SHOULD?: AcceptanceTolerance;
  MAY?: AcceptanceTolerance;
}
export interface AcceptanceTolerance {
  /**
   * At most so many; null: any number.
   */
  failed?: number | null;
  /**
   * At most so many; null: any number.
   */
  inconclusive?: number | null;
  /**
   * At most so many; null: any number.
   */
  notTested?: number | null;
  /**
   * At most so many; null: any number.
   */
  notApplicable?: number | null;
}
/**
 * Failures that waivers accept. Each still has to be in force and needed.
 */
export interface AcceptanceWaivers {
  /**
   * At most so many; null: any number.
   */
  atMost?: number | null;
}
/**
 * The least that the suite's self-test must have shown, as shares from 0 to 1.
 */
export interface AcceptanceBite {
  /**
   * Planted defects that were caught.
   */
  faultsCaught?: number;
  /**
   * Conforming platforms that were left alone.
   */
  variantsClean?: number;
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
  signature?: IcsSignature;
  testing?: IcsTesting;
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
  limits?: IcsPayinLimits;
}
/**
 * Smallest and largest amount of one pay-in, by currency, both accepted. Left out: unremarkable amounts are accepted.
 */
export interface IcsPayinLimits {
  [k: string]: IcsAmountLimits;
}
export interface IcsAmountLimits {
  /**
   * Plain decimal text.
   */
  min?: string;
  /**
   * Plain decimal text.
   */
  max?: string;
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
  limits?: IcsPayoutLimits;
  /**
   * Most details of one batch; one more is claimed to be refused with code 30072 (seed 000). Left out: 200 are accepted.
   */
  maxDetails?: number;
}
/**
 * Smallest and largest amount of one payout, and of one detail of a batch, by currency, both accepted; beyond them codes 30073 and 30070 are claimed (seed 000).
 */
export interface IcsPayoutLimits {
  [k: string]: IcsAmountLimits;
}
export interface IcsSignature {
  /**
   * How nested objects and arrays enter the string to sign. Requests are signed this way. DEMO, as the demo client: the default.
   */
  reading?: 'DEMO' | 'RAW' | 'RAW-NN' | 'JSON-SORTED';
}
/**
 * What the vendor offers to the tester. Options of a run go before it. What is named here and does not answer ends the run before anything is tested.
 */
export interface IcsTesting {
  /**
   * Where the control interface is; `none`: there is none, and none is looked for.
   */
  control?: 'none' | IcsControl;
  /**
   * How webhooks of the platform reach the tester: `none`, `loopback` (the same machine), or a public address that leads to a port of the tester's machine.
   */
  webhooks?: 'none' | 'loopback' | IcsTunnel;
  secondApplication?: IcsSecondApplication;
}
export interface IcsControl {
  url: string;
}
export interface IcsTunnel {
  url: string;
  port?: number;
}
/**
 * A second application of the same platform. Its secret is read from an environment variable; it never stands in this file.
 */
export interface IcsSecondApplication {
  appId: string;
  /**
   * Default: LESSPAY_SECOND_APP_SECRET.
   */
  secretVariable?: string;
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
