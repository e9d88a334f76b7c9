import type { Outcome } from './outcome.js';

/** How binding a requirement is. `info`: it is run and reported, and never fails. `withdrawn`: the id is kept, nothing is tested. */
export type Level = 'MUST' | 'SHOULD' | 'MAY' | 'info' | 'withdrawn';

/** Whose behaviour the requirement binds: the payment platform, the merchant's client, or the merchant's webhook receiver. */
export type Role = 'platform' | 'merchant' | 'receiver';

/** What a test of the requirement needs beyond an endpoint and credentials. Without it the requirement is not tested. */
export type Need =
  | 'secondApplication'
  | 'reachableNotifyUrl'
  | 'defaultNotifyUrl'
  | 'orderMover'
  | 'configurableApplication'
  | 'faultInjection'
  | 'timeOrPatience'
  | 'testCard'
  | 'v1Merchant';

/**
 * How the requirement is covered. `scenario`: exercised on purpose. `observed`: judged on the traffic of all scenarios.
 * `needsOperator`: no test from outside can provoke it; `coverageNote` says what would be needed. `codeReview`: not visible
 * from outside at all.
 */
export type Coverage = 'scenario' | 'observed' | 'needsOperator' | 'codeReview';

/** One case of a requirement: the situation, and what is accepted in it. */
export interface AcceptedCase {
  /** The situation, in a few words: `absent`, `another type`, `identical repeat`. The only case of a requirement is `default`. */
  readonly when: string;
  /** The accepted answers, where the requirement is about an answer. */
  readonly outcome?: Outcome;
  /** What must be seen, where the requirement is about more than one answer's status and code. A sentence fragment. */
  readonly holds?: string;
}

/** One testable sentence of a protocol. */
export interface Requirement {
  /** Permanent id, e.g. `PAYOUT-BATCH-010`. */
  readonly id: string;
  readonly level: Level;
  readonly role: Role;
  /** The id without its number, e.g. `PAYOUT-BATCH`. */
  readonly area: string;
  /** The requirement as one sentence. */
  readonly statement: string;
  /** Document and section, e.g. `S003 1.3; S000 30002`. */
  readonly source: string;
  readonly accepted: readonly AcceptedCase[];
  readonly needs: readonly Need[];
  readonly coverage: Coverage;
  /** For `needsOperator` and `codeReview`: what would be needed. For `withdrawn`: why. */
  readonly coverageNote?: string;
  /** Ids of the errata that widen what is accepted, e.g. `E-05`. */
  readonly errata: readonly string[];
}

/** A contradiction or gap in the protocol documents, and how it is read. */
export interface Erratum {
  /** Permanent id, `E-01` to `E-88`. */
  readonly id: string;
  /** What the documents say, and where they disagree. */
  readonly issue: string;
  /** What a schema, a client and the reference platform do. */
  readonly reading: string;
  /** What a fair test accepts; absent when the reading is the only one. */
  readonly tolerance?: string;
}
