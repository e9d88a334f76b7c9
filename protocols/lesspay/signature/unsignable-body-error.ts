/**
 * Why a body has no signature. `INVALID_JSON`: not RFC 8259 text, or a byte order mark. `NOT_AN_OBJECT`: the root is something
 * else. `RESERVED_NAME`: a member named `$ref` or `@type`. `NUMBER_OUT_OF_RANGE`: a number that the platform's arithmetic
 * cannot hold. `TOO_DEEP`: nested beyond the limit of this implementation.
 */
export type UnsignableBodyCode =
  | 'INVALID_JSON'
  | 'NOT_AN_OBJECT'
  | 'RESERVED_NAME'
  | 'NUMBER_OUT_OF_RANGE'
  | 'TOO_DEEP';

/** What an `UnsignableBodyError` says. */
export interface UnsignableBodyDetails {
  readonly what: string;
  /** Where in the body, as an offset in UTF-16 code units. */
  readonly offset: number;
  readonly received: string;
  readonly expected: string;
  readonly advice: string;
}

/**
 * The body cannot be signed, and no signature of it can be correct. The message quotes at most a name, a number or one
 * character of the body, never a text value.
 */
export class UnsignableBodyError extends Error {
  override readonly name = 'UnsignableBodyError';
  readonly code: UnsignableBodyCode;
  /** Where in the body, as an offset in UTF-16 code units. */
  readonly offset: number;

  constructor(code: UnsignableBodyCode, details: UnsignableBodyDetails) {
    super(
      `${details.what} at offset ${details.offset}: received ${details.received}, expected ${details.expected}. ${details.advice}`,
    );
    this.code = code;
    this.offset = details.offset;
  }
}
