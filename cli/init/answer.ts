import { describeAnswer, type Exchange, envelopeOf, isJsonObject, type Json } from '../../harness/exchange.js';
import { type OperationName, operations } from '../../protocols/lesspay/operations.js';

/** What an answer says about support: `unclear` where it says nothing about it. */
export type Support = 'accepted' | 'refused' | 'unclear';

/** Codes of failures that have other reasons than missing support: inside the platform, of credentials, funds, limits. */
const OTHER_REASONS: ReadonlySet<number> = new Set([
  10, 12, 30030, 30031, 30032, 30040, 30041, 30050, 30051, 30052, 30053, 30070, 30071,
]);

/** True for a list without entries, also where an object holds it. */
function isEmptyList(data: Json | undefined): boolean {
  if (Array.isArray(data)) return data.length === 0;
  if (!isJsonObject(data)) return data === undefined || data === null;
  return Object.values(data).every((value) => !Array.isArray(value) || value.length === 0);
}

/** Whether the target took a request: code 0. An empty list of banks tells nothing. Refused: a code that speaks about the request. */
export function supportIn(exchange: Exchange): Support {
  const envelope = envelopeOf(exchange);
  if (envelope === null || (exchange.response?.status ?? 500) >= 500) return 'unclear';
  if (envelope.code === 0) {
    return exchange.operation === 'listBanks' && isEmptyList(envelope.data) ? 'unclear' : 'accepted';
  }
  return OTHER_REASONS.has(envelope.code) ? 'unclear' : 'refused';
}

/** Whether the endpoint is there: an envelope speaks for it, HTTP 404 without one against it; null: the answer does not tell. */
export function isOffered(exchange: Exchange): boolean | null {
  if (envelopeOf(exchange) !== null) return true;
  return exchange.response?.status === 404 ? false : null;
}

/** What was sent where, and what came back, in one line. */
export function seen(exchange: Exchange): string {
  const path = exchange.operation === null ? '' : `POST ${operations[exchange.operation as OperationName].path}: `;
  return path + describeAnswer(exchange);
}
