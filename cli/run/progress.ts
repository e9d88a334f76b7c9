import ora from 'ora';
import type { ScenarioResult } from '../../harness/engine.js';
import type { Io } from '../io.js';

/** Shows how far a run is: one line that is redrawn on a terminal, one line for each finished area elsewhere. */
export interface Progress {
  result(result: ScenarioResult, exchanges: number): void;
  /** Removes the redrawn line. */
  end(): void;
}

/** A line is drawn at most this often; more would only flicker. */
const REDRAW_MS = 80;

const failedIn = (result: ScenarioResult): boolean => result.tallies.some(({ failed }) => failed > 0);

/** Progress for `total` scenarios and observed requirements, of which `byArea` says how many each area has. */
export function showProgress(total: number, byArea: ReadonlyMap<string, number>, io: Io, quiet: boolean): Progress {
  if (quiet) return { result: () => {}, end: () => {} };
  let done = 0;
  let failed = 0;
  if (io.interactive) {
    const spinner = ora({
      text: 'starting',
      stream: process.stderr,
      discardStdin: false,
      interval: REDRAW_MS,
      color: 'cyan',
    }).start();
    return {
      result(result, exchanges) {
        done += 1;
        if (failedIn(result)) failed += 1;
        spinner.text = `${done}/${total} ${result.area} · ${exchanges} exchanges${failed === 0 ? '' : ` · ${failed} failing`}`;
      },
      end: () => spinner.stop(),
    };
  }
  const areas = new Map<string, { done: number; failed: number }>();
  return {
    result(result, exchanges) {
      const area = areas.get(result.area) ?? { done: 0, failed: 0 };
      areas.set(result.area, area);
      area.done += 1;
      if (failedIn(result)) area.failed += 1;
      if (area.done === byArea.get(result.area)) {
        io.note(`${result.area}: ${area.done} done, ${area.failed} failing (${exchanges} exchanges so far)`);
      }
    },
    end: () => {},
  };
}
