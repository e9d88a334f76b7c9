import type { ScenarioResult } from '../engine.js';
import type { SessionConfig } from '../session-config.js';

/** What a test carries back to the reporter in the main thread. */
export interface ConformanceMeta {
  readonly result: ScenarioResult;
  /** Exchanges recorded so far by the session. */
  readonly exchanges: number;
  /** True once a request was not sent because the budget of requests was spent. */
  readonly budgetSpent: boolean;
}

declare module 'vitest' {
  interface ProvidedContext {
    session: SessionConfig;
    /** Whether tests link to the page with all requirements. */
    linksToReport: boolean;
  }
  interface TaskMeta {
    conformance?: ConformanceMeta;
  }
}
