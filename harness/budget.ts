import { setTimeout } from 'node:timers/promises';
import type { Transport } from './transport.js';

/** What a run may spend on a target. */
export interface Budget {
  /** Requests per second; null: as fast as the target answers. */
  readonly rps: number | null;
  /** Requests in all; null: no limit. */
  readonly maxRequests: number | null;
}

/** The code of the failure that stands in for an answer when the budget is spent. */
export const BUDGET_SPENT = 'BUDGET_SPENT';

/** A transport that knows whether its budget was enough. */
export interface BudgetedTransport extends Transport {
  /** True once a request was not sent because the budget was spent. */
  spent(): boolean;
}

/**
 * A transport that keeps within a budget: it spaces the requests out, and sends none once the budget is spent.
 *
 * @param now milliseconds since the epoch
 * @param wait resolves after so many milliseconds
 */
export function withinBudget(
  transport: Transport,
  { rps, maxRequests }: Budget,
  now: () => number,
  wait: (ms: number) => Promise<unknown> = setTimeout,
): BudgetedTransport {
  const spacingMs = rps === null ? 0 : 1000 / rps;
  let next = 0;
  let sent = 0;
  let refused = false;
  return {
    async send(request) {
      if (maxRequests !== null && sent >= maxRequests) {
        refused = true;
        return {
          kind: 'failure',
          code: BUDGET_SPENT,
          message: `the run may send ${maxRequests} requests (--max-requests), and has sent them`,
        };
      }
      sent += 1;
      if (spacingMs > 0) {
        const at = Math.max(now(), next);
        next = at + spacingMs;
        if (at > now()) await wait(at - now());
      }
      return transport.send(request);
    },
    close: () => transport.close(),
    spent: () => refused,
  };
}
