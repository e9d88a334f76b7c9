import { hash } from 'node:crypto';
import { canonicalString } from './canonical.js';
import type { SignatureOperation } from './signable-body.js';

export type { SignatureOperation } from './signable-body.js';

const SIGNATURE_TEXT = /^[0-9A-F]{64}$/;
const SURROGATE = /[\ud800-\udfff]/;
const LONE_SURROGATES = /\p{Surrogate}/gu;

/**
 * The Lesspay signature of a body: 64 upper-case hexadecimal digits (docs page P-AUTH; signature specification, section 1).
 * Send exactly the text that was signed.
 *
 * @param body the JSON text exactly as it is sent or was received
 * @param operation `payin-webhook` for a received pay-in webhook, `sign` for everything else
 * @throws UnsignableBodyError when no signature of the body can be relied upon
 */
export function sign(body: string, secret: string, operation: SignatureOperation = 'sign'): string {
  return digest(canonicalString(body, operation), secret);
}

/** The signature for a canonical string; null stands for a body without members to sign. */
export function digest(canonical: string | null, secret: string): string {
  const text = canonical === null ? `key=${secret}` : `${canonical}&key=${secret}`;
  // The platform encodes a surrogate without a partner as a question mark; Node.js would write U+FFFD.
  const encodable = SURROGATE.test(text) ? text.replace(LONE_SURROGATES, '?') : text;
  return hash('sha256', encodable, 'hex').toUpperCase();
}

/** True for text that has the form of a signature: 64 hexadecimal digits in upper case. */
export function isSignatureText(text: string): boolean {
  return SIGNATURE_TEXT.test(text);
}
