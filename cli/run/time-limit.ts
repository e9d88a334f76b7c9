/** The end of a run: asked for by the user, or because its time is over. */
export interface RunEnding {
  /** Aborted when the run is to end. */
  readonly signal: AbortSignal;
  /** True when the time limit, and not the user, ended it. */
  timeIsOver(): boolean;
  /** Stops the clock. */
  release(): void;
}

/** Ends a run after `limitMs` milliseconds, or when `interruption` is aborted. null: no limit. */
export function watchTime(limitMs: number | null, interruption: AbortSignal): RunEnding {
  if (limitMs === null) return { signal: interruption, timeIsOver: () => false, release: () => {} };
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), limitMs);
  return {
    signal: AbortSignal.any([interruption, limit.signal]),
    timeIsOver: () => limit.signal.aborted && !interruption.aborted,
    release: () => clearTimeout(timer),
  };
}
