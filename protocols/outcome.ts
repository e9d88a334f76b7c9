/** An inclusive range of HTTP statuses. */
export interface StatusRange {
  readonly from: number;
  readonly to: number;
}

/**
 * What the business code of a response must be.
 * `none`: the body is not a JSON object with an integer `code` ("no envelope").
 */
export type CodePattern =
  | { readonly kind: 'none' }
  | { readonly kind: 'any' }
  | { readonly kind: 'oneOf'; readonly codes: readonly number[] }
  | { readonly kind: 'noneOf'; readonly codes: readonly number[] };

/** One kind of answer. It matches when the status, the code and (if given) the message match. */
export interface ResponsePattern {
  readonly status: readonly StatusRange[];
  readonly code: CodePattern;
  /** Compared with `msg` after trimming, ignoring case. */
  readonly msg?: string;
  /** What must hold besides, when this pattern is the one that matched. */
  readonly conditions: readonly Condition[];
}

/** What must hold besides the status, code and message; established from the body or by further requests of the exercise. */
export type Condition =
  | 'noOrderCreated'
  | 'noSecondOrder'
  | 'dataPresent'
  | 'dataEmpty'
  | 'sameOrder'
  | 'notTheAnswerToAWrongSignature';

/**
 * The answers that a requirement accepts: `strict` is what the documents expect, `tolerant` the widest set that a fair test
 * accepts. An answer that matches only `tolerant` passes with a remark. Each list holds alternatives; `tolerant` includes
 * everything in `strict`.
 */
export interface Outcome {
  /** The macro's name as written in the protocol reference, e.g. `PO(30002)` or `PI-PARAM or SAME-ORDER`. */
  readonly name: string;
  readonly strict: readonly ResponsePattern[];
  readonly tolerant: readonly ResponsePattern[];
}
