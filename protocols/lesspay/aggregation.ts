import { isTerminal, payoutDetailMachine } from './state-machines.js';
import type { DetailStatus, OrderStatus } from './statuses.js';

/**
 * The status of a processed batch with these details: `SUCCEED` when all succeeded, `PARTIAL_SUCCESS` when some did, `FAILED`
 * when none did. Null while a detail is not final, or when there are none. (S002 4.1; P-PO-OV; inferred.)
 */
export function aggregate(details: readonly DetailStatus[]): 'SUCCEED' | 'PARTIAL_SUCCESS' | 'FAILED' | null {
  if (details.length === 0 || !details.every((detail) => isTerminal(payoutDetailMachine, detail))) return null;
  const succeeded = details.filter((detail) => detail === 'SUCCEEDED').length;
  if (succeeded === details.length) return 'SUCCEED';
  return succeeded > 0 ? 'PARTIAL_SUCCESS' : 'FAILED';
}

/** A refunded detail was paid out before the money came back. */
const paidOut = (detail: DetailStatus): boolean => detail === 'SUCCEEDED' || detail === 'REFUNDED';

/**
 * True when a batch may have this status beside these details. Wider than `aggregate`: a detail that was refunded had
 * succeeded before, so it fits `SUCCEED` and `PARTIAL_SUCCESS` too. Other statuses are not judged. A batch rejected in review
 * is exempt; do not ask for it.
 */
export function aggregationAllows(status: OrderStatus, details: readonly DetailStatus[]): boolean {
  const allFinal = details.every((detail) => isTerminal(payoutDetailMachine, detail));
  switch (status) {
    case 'SUCCEED':
      return allFinal && !details.includes('FAILED');
    case 'PARTIAL_SUCCESS':
      return allFinal && details.some(paidOut) && details.some((detail) => detail !== 'SUCCEEDED');
    case 'FAILED':
      return allFinal && !details.includes('SUCCEEDED');
    default:
      return true;
  }
}
