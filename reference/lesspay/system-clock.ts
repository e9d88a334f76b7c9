import type { Clock } from './core/clock.js';

/** A timer cannot wait longer; a longer appointment is reached in several steps. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** The machine's clock. Its timers do not keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  schedule: (atMs, task) => {
    let timer: NodeJS.Timeout;
    const arm = (): void => {
      const wait = Math.max(0, atMs - Date.now());
      timer = setTimeout(() => (Date.now() >= atMs ? task() : arm()), Math.min(wait, LONGEST_TIMER_MS));
      timer.unref();
    };
    arm();
    return () => clearTimeout(timer);
  },
};
