import type { WireResult } from './transport.js';

/** What sending again needs to know. */
export interface ResendingOptions {
  /** True when the request may reach the target twice without harm: it only asks. */
  readonly repeatable: boolean;
  /** The target's clock, milliseconds since the epoch: `Retry-After` may be a date. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

/** HTTP 429 is followed by at most this many further attempts. */
const MAX_RATE_LIMITED = 3;

/** Longer than this no run waits, whatever the target asks for. */
const LONGEST_WAIT_MS = 60_000;

/** After HTTP 429 without a readable `Retry-After`. */
const USUAL_WAIT_MS = 1_000;

/** The connection ended or stayed silent. Refused connections and unknown hosts are not among them: those stay as they are. */
const LOST_CONNECTION: ReadonlySet<string> = new Set([
  'TIMEOUT',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);

/** How long a `Retry-After` asks to wait (RFC 9110 section 10.2.3: seconds or a date), in milliseconds, at most a minute. */
export function retryAfterMs(header: string | undefined, now: number): number {
  const text = header?.trim() ?? '';
  const asked = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(asked) ? USUAL_WAIT_MS : Math.min(Math.max(asked, 0), LONGEST_WAIT_MS);
}

/**
 * Sends, and sends again where the answer says no more than "later": after HTTP 429 when its `Retry-After` is over, at most
 * three times; after a lost connection once, and only what is repeatable. Resolves with what came of the last attempt.
 */
export async function sendPatiently(
  send: () => Promise<WireResult>,
  { repeatable, now, wait }: ResendingOptions,
): Promise<WireResult> {
  let limited = 0;
  let lost = 0;
  for (;;) {
    const result = await send();
    if (result.kind === 'answer' && result.status === 429 && limited < MAX_RATE_LIMITED) {
      limited += 1;
      await wait(retryAfterMs(result.headers['retry-after'], now()));
    } else if (result.kind === 'failure' && LOST_CONNECTION.has(result.code) && repeatable && lost === 0) {
      lost += 1;
    } else {
      return result;
    }
  }
}
