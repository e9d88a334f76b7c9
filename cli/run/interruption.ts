import { EXIT } from '../../harness/verdict.js';
import type { Io } from '../io.js';

/** Whether the user asked the run to end. */
export interface Interruption {
  /** Aborted at the first SIGINT or SIGTERM. */
  readonly signal: AbortSignal;
  /** Stops listening. */
  end(): void;
}

/** Some callers send SIGINT twice in a row; only one that comes later means "now, at once". */
const FORCE_AFTER_MS = 1_000;

/** Listens for Ctrl-C and for a request to terminate. The second one, when it comes later, ends the process at once. */
export function watchForInterruption(io: Pick<Io, 'now'>): Interruption {
  const controller = new AbortController();
  let interruptedAt: number | null = null;
  const onSignal = (): void => {
    if (interruptedAt === null) {
      interruptedAt = io.now();
      controller.abort();
    } else if (io.now() - interruptedAt > FORCE_AFTER_MS) process.exit(EXIT.interrupted);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return {
    signal: controller.signal,
    end() {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
    },
  };
}
