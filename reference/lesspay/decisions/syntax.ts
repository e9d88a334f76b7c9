import { isPositiveAmount } from '../../../protocols/amount.js';
import { beneficiaryTypes } from '../../../protocols/lesspay/destinations.js';
import { type JsonObject, member } from '../core/json.js';

/** How single values are read. Each is one decision, used by every check that meets such a value. */
export interface Syntax {
  /** True for what counts as not sent. Blank text takes no part in the signature either (P-AUTH step 1). */
  countsAsAbsent(value: unknown): boolean;
  /** The same for amounts and account numbers: there, empty text is sent and wrong (30009, 30006). */
  countsAsAbsentValue(value: unknown): boolean;
  /** A positive decimal number as text (seed 000, 30009). */
  isAmount(value: unknown): boolean;
  /** An absolute http or https URL (S002 section 2). */
  isHttpUrl(value: unknown): boolean;
  /** Two upper-case letters (seed 000, 30005). */
  isCountryCode(value: unknown): boolean;
  /** 8 or 11 letters and digits (S003 1.3). */
  isSwiftCode(value: unknown): boolean;
  /** `individual` or `business` (seed 000, 30004). */
  isBeneficiaryType(value: unknown): boolean;
  /** Anything but gross errors: the format of account numbers is not documented (seed 000, 30006). */
  isAccountNumber(value: unknown): boolean;
  isEmail(value: unknown): boolean;
  isBoolean(value: unknown): boolean;
  /** A 32-bit integer greater than zero (S002 section 1). */
  isPositiveInteger(value: unknown): boolean;
  /** An integer, or the same as decimal text: Fetch Payin shows text, the demo client sends numbers. */
  readInteger(value: unknown): number | null;
  /** Milliseconds since the epoch with 13 digits (S002 section 2), as `readInteger` reads numbers. */
  readMilliseconds(value: unknown): number | null;
  /** True when a value that `readMilliseconds` reads like this may stand in a query as a time. */
  isTime(read: number | null): boolean;
  /** Characters, not UTF-16 units. */
  textLength(text: string): number;
  /** Where a detail of a batch goes: its own `destination_type`, else that of the batch (S003 1.3; demo client). */
  destinationOf(detail: JsonObject, batch: JsonObject): unknown;
}

const NUMBER_TEXT = /^-?(0|[1-9][0-9]{0,15})$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
/** An IBAN has at most 34 characters. */
const LONGEST_ACCOUNT_NUMBER = 34;

const matches = (pattern: RegExp, value: unknown): boolean => typeof value === 'string' && pattern.test(value);

const isAbsent = (value: unknown): boolean => value === undefined || value === null || value === '';

const readInteger = (value: unknown): number | null => {
  if (typeof value === 'string') return NUMBER_TEXT.test(value) ? Number(value) : null;
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
};

/** The readings of the documents; where they are silent, those of Annex A of the protocol reference. */
export const syntax: Syntax = {
  countsAsAbsent: isAbsent,
  countsAsAbsentValue: (value) => value === undefined || value === null,
  isAmount: isPositiveAmount,
  isHttpUrl: (value) => matches(/^https?:\/\/[^\s/?#]+\S*$/i, value) && URL.canParse(String(value)),
  isCountryCode: (value) => matches(/^[A-Z]{2}$/, value),
  isSwiftCode: (value) => matches(/^[A-Z0-9]{8}([A-Z0-9]{3})?$/, value),
  isBeneficiaryType: (value) => beneficiaryTypes.some((known) => known === value),
  isAccountNumber: (value) =>
    typeof value === 'string' && value.length <= LONGEST_ACCOUNT_NUMBER && /[\p{L}\p{N}]/u.test(value),
  isEmail: (value) => matches(EMAIL, value),
  isBoolean: (value) => typeof value === 'boolean',
  isPositiveInteger: (value) =>
    typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= 2_147_483_647,
  readInteger,
  readMilliseconds: (value) => {
    const time = readInteger(value);
    return time !== null && time >= 1e12 && time < 1e13 ? time : null;
  },
  isTime: (read) => read !== null,
  textLength: (text) => [...text].length,
  destinationOf: (detail, batch) => {
    const own = member(detail, 'destination_type');
    return isAbsent(own) ? member(batch, 'destination_type') : own;
  },
};
