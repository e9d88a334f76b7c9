import type { PreflightResult } from '../schemas/report/results.generated.js';

/** What was measured before a run about time: how far a verdict that depends on it can be trusted. */
export type Timing = Pick<PreflightResult, 'clockErrorMs' | 'latencyMs' | 'eventLoopLagMs'>;

/** The measurement in one sentence, to stand beside a verdict that depends on time. */
export function timingInWords({ clockErrorMs, latencyMs, eventLoopLagMs }: Timing): string {
  const clock =
    clockErrorMs === null ? 'its clock is not known (no Date header)' : `its clock is known to ±${clockErrorMs} ms`;
  return `Measured before the run: it answered in ${latencyMs.median} ms (95 % within ${latencyMs.p95} ms, at most ${latencyMs.max} ms), our own lag was up to ${eventLoopLagMs} ms, ${clock}.`;
}
