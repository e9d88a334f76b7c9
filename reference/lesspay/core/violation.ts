/** What can be wrong with a request. Status and code of the answer are decided per product, in `decisions/answers.ts`. */
export type ViolationName =
  | 'wrongMethod'
  | 'unknownPath'
  | 'malformedBody'
  | 'emptyBody'
  | 'missingHeader'
  | 'unknownApplication'
  | 'merchantAbnormal'
  | 'applicationDisabled'
  | 'malformedTimestamp'
  | 'staleTimestamp'
  | 'malformedSignature'
  | 'wrongSignature'
  | 'productNotEnabled'
  | 'parameter'
  | 'amountFormat'
  | 'beneficiaryType'
  | 'countryCode'
  | 'bankAccount'
  | 'transactionType'
  | 'noIdentifier'
  | 'timeWindow'
  | 'duplicateRequestId'
  | 'conflictingRequestId'
  | 'amountMismatch'
  | 'duplicateDetail'
  | 'tooManyDetails'
  | 'unsupportedCurrency'
  | 'channelNotConfigured'
  | 'methodNotConfigured'
  | 'businessRule'
  | 'overSingleMaximum'
  | 'overDailyMaximum'
  | 'underMinimum'
  | 'insufficientBalance'
  | 'channelError'
  | 'channelTimeout'
  | 'orderNotFound'
  | 'internal';

/** A request that breaks a rule: which, and what to tell the caller. The message never holds an account number or a secret. */
export interface Violation {
  readonly name: ViolationName;
  readonly msg: string;
}

/** The status and code with which a violation is answered. */
export interface AnswerCode {
  readonly status: number;
  readonly code: number;
}

/** What to answer to each violation, for one product. */
export type AnswerTable = Readonly<Record<ViolationName, AnswerCode>>;

/** A violation. */
export function violation(name: ViolationName, msg: string): Violation {
  return { name, msg };
}
