import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ScenarioResult } from '../../harness/engine.js';
import type { SessionConfig } from '../../harness/session-config.js';
import { EXIT } from '../../harness/verdict.js';
import { startEmbeddedRun } from '../../harness/vitest/run.js';
import type { SuiteError } from '../../schemas/report/results.generated.js';
import { lesspaySuites } from '../../suites/lesspay/index.js';
import type { LesspayScenario } from '../../suites/lesspay/scenario.js';
import type { Io } from '../io.js';
import { showProgress } from './progress.js';

/** What came of the suites. */
export interface Executed {
  readonly results: readonly ScenarioResult[];
  readonly exchanges: number;
  readonly interrupted: boolean;
  readonly errors: readonly SuiteError[];
}

/** Some callers send SIGINT twice in a row; only one that comes later means "now, at once". */
const FORCE_AFTER_MS = 1_000;

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

/** Runs the suites with Vitest, shows progress, and ends early on SIGINT. */
export async function executeSuites(
  session: SessionConfig,
  scenarios: readonly LesspayScenario[],
  io: Io,
  { quiet, allureDir }: { readonly quiet: boolean; readonly allureDir?: string },
): Promise<Executed> {
  const results: ScenarioResult[] = [];
  let exchanges = 0;
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
      onResult(result, recorded) {
        results.push(result);
        exchanges = Math.max(exchanges, recorded);
        progress.result(result, exchanges);
      },
    },
    ...(allureDir === undefined
      ? {}
      : { allureDir, setupFiles: [path.resolve(here, '../../harness/vitest', `allure${extension}`)] }),
  });
  let interruptedAt: number | null = null;
  const onInterrupt = (): void => {
    if (interruptedAt === null) {
      interruptedAt = io.now();
      progress.end();
      io.note(
        'Interrupted: ending the exercises under way and writing what was found so far. Press Ctrl-C again to stop at once.',
      );
      embedded.cancel();
    } else if (io.now() - interruptedAt > FORCE_AFTER_MS) process.exit(EXIT.interrupted);
  };
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onInterrupt);
  try {
    const { interrupted, errors } = await embedded.ended;
    return { results, exchanges, interrupted, errors };
  } finally {
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onInterrupt);
    progress.end();
  }
}
