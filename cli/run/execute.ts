import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ScenarioResult } from '../../harness/engine.js';
import type { SessionConfig } from '../../harness/session-config.js';
import { startEmbeddedRun } from '../../harness/vitest/run.js';
import type { SuiteError } from '../../schemas/report/results.generated.js';
import { lesspaySuites } from '../../suites/lesspay/index.js';
import type { LesspayScenario } from '../../suites/lesspay/scenario.js';
import type { Io } from '../io.js';
import { showProgress } from './progress.js';
import type { RunEnding } from './time-limit.js';

/** What came of the suites. */
export interface Executed {
  readonly results: readonly ScenarioResult[];
  readonly exchanges: number;
  /** The user ended it. */
  readonly interrupted: boolean;
  /** --max-duration ended it. */
  readonly timeOver: boolean;
  /** --max-requests kept requests from being sent. */
  readonly budgetSpent: boolean;
  readonly errors: readonly SuiteError[];
}

const here = path.dirname(fileURLToPath(import.meta.url));
const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

/** The suite files that hold the selected scenarios, and the one of the observers. */
function suiteFiles(scenarios: readonly LesspayScenario[]): string[] {
  const areas = new Set(scenarios.map(({ area }) => area.toLowerCase()));
  return lesspaySuites
    .filter((name) => name === 'observed' || areas.has(name))
    .map((name) => path.resolve(here, '../../suites/lesspay', `${name}.suite${extension}`));
}

function countByArea(scenarios: readonly LesspayScenario[], observed: number): Map<string, number> {
  const counts = new Map<string, number>([['observed', observed]]);
  for (const { area } of scenarios) counts.set(area, (counts.get(area) ?? 0) + 1);
  return counts;
}

/** Runs the suites with Vitest, shows progress, and ends early when `ending` says so. */
export async function executeSuites(
  session: SessionConfig,
  scenarios: readonly LesspayScenario[],
  io: Io,
  {
    quiet,
    allure,
    ending,
  }: {
    readonly quiet: boolean;
    readonly allure?: { readonly allureDir: string; readonly reportPage?: string };
    readonly ending: RunEnding;
  },
): Promise<Executed> {
  const results: ScenarioResult[] = [];
  let exchanges = 0;
  let spent = false;
  const progress = showProgress(
    scenarios.length + session.observed.length,
    countByArea(scenarios, session.observed.length),
    io,
    quiet,
  );
  const embedded = await startEmbeddedRun({
    session,
    files: suiteFiles(scenarios),
    events: {
      onResult(result, recorded, budgetSpent) {
        results.push(result);
        spent ||= budgetSpent;
        exchanges = Math.max(exchanges, recorded);
        progress.result(result, exchanges);
      },
    },
    ...(allure === undefined
      ? {}
      : { ...allure, setupFiles: [path.resolve(here, '../../harness/vitest', `allure${extension}`)] }),
  });
  const onEnding = (): void => {
    progress.end();
    io.note(
      ending.timeIsOver()
        ? 'The time of --max-duration is over: ending the exercises under way and writing what was found so far.'
        : 'Interrupted: ending the exercises under way and writing what was found so far. Press Ctrl-C again to stop at once.',
    );
    embedded.cancel();
  };
  if (ending.signal.aborted) onEnding();
  else ending.signal.addEventListener('abort', onEnding, { once: true });
  try {
    const { interrupted: ended, errors } = await embedded.ended;
    const timeOver = ended && ending.timeIsOver();
    return { results, exchanges, interrupted: ended && !timeOver, timeOver, budgetSpent: spent, errors };
  } finally {
    ending.signal.removeEventListener('abort', onEnding);
    progress.end();
  }
}
