import { noVerdictFrom } from '../../../harness/answers.js';
import { type Check, remarked } from '../../../harness/check.js';
import { describeAnswer, type Exchange, envelopeOf } from '../../../harness/exchange.js';

/** True when the target reported success: code 0. */
export function succeeded(exchange: Exchange): boolean {
  return envelopeOf(exchange)?.code === 0;
}

/**
 * Reports how the target behaves where no document decides it, short enough that equal behaviour reads equally. It never fails.
 * `details` says more than whether the request was accepted.
 */
export function recorded(subject: string, exchange: Exchange, details = ''): Check {
  const impossible = noVerdictFrom(exchange);
  if (impossible !== null) return impossible;
  const code = envelopeOf(exchange)?.code;
  const outcome = code === 0 ? 'accepted' : code === undefined ? describeAnswer(exchange) : `refused with code ${code}`;
  return remarked(`recorded: ${subject}: ${outcome}${details === '' ? '' : `, ${details}`}`, exchange);
}
