import ora from 'ora';
import type { Io } from '../io.js';
import type { Outcome } from './outcome.js';

/** Shows how far a self-test is. */
export interface SelftestProgress {
  outcome(outcome: Outcome): void;
  /** Removes the redrawn line. */
  end(): void;
}

const REDRAW_MS = 80;
/** Without a terminal one line for so many outcomes. */
const LINE_EVERY = 50;

const isGood = (outcome: Outcome): boolean =>
  outcome.kind === 'fault' ? outcome.problems.length === 0 : outcome.clean;

/** One line that is redrawn on a terminal; elsewhere a line for every fifty outcomes. */
export function showSelftestProgress(total: number, io: Io): SelftestProgress {
  let done = 0;
  let bad = 0;
  const text = (): string =>
    `${done}/${total} faults and variants · ${bad === 0 ? 'no problem' : `${bad} with problems`}`;
  const spinner = io.interactive
    ? ora({ text: 'starting', stream: process.stderr, discardStdin: false, interval: REDRAW_MS, color: 'cyan' }).start()
    : null;
  return {
    outcome(outcome) {
      done += 1;
      if (!isGood(outcome)) bad += 1;
      if (spinner !== null) spinner.text = text();
      else if (done % LINE_EVERY === 0 || done === total) io.note(text());
    },
    end: () => spinner?.stop(),
  };
}
