import { type Exchange, envelopeOf } from '../exchange.js';

/** Signature error, signature verification failed, timestamp expired (seed 000). */
const CREDENTIAL_CODES: ReadonlySet<number> = new Set([30050, 30051, 30052]);

/** True for an answer that refuses the credentials of a request, whatever it asks for: HTTP 401 or 403, or a code of signatures. */
export function isCredentialRefusal(exchange: Exchange): boolean {
  const status = exchange.response?.status;
  const code = envelopeOf(exchange)?.code;
  return status === 401 || status === 403 || (code !== undefined && CREDENTIAL_CODES.has(code));
}
