import path from 'node:path';
import type { Reporter, TestCase } from 'vitest/node';
import { packageRoot } from '../../protocols/package-root.js';
import type { ScenarioResult } from '../engine.js';
import type { SessionConfig } from '../session-config.js';
import './context.js';
import { sendInterruption } from './interruption.js';
import { REQUIREMENT_LINK } from './requirement-link.js';

/** What the embedded test run reports while it goes on. */
export interface RunEvents {
  /** A scenario, or an observed requirement, is done. */
  onResult(result: ScenarioResult, exchanges: number, budgetSpent: boolean): void;
}

/** How the embedded run ended. */
export interface RunEnd {
  readonly interrupted: boolean;
  /** Failures outside of scenarios: a suite file that does not load, an unhandled error. */
  readonly errors: readonly { readonly where: string; readonly message: string }[];
}

/** A run under way. */
export interface EmbeddedRun {
  readonly ended: Promise<RunEnd>;
  /** Ends the exercises under way and starts no more. What is judged on all traffic is still judged. */
  cancel(): void;
}

/** What to run. */
export interface EmbeddedRunOptions {
  readonly session: SessionConfig;
  /** Suite files, in the order in which they run; absolute paths. */
  readonly files: readonly string[];
  readonly events: RunEvents;
  /** Where Allure results go; absent: none. */
  readonly allureDir?: string;
  /** Where the page with all requirements will be, for links out of Allure; absent: no links. */
  readonly reportPage?: string;
  /** Setup files for Allure, absolute paths. */
  readonly setupFiles?: readonly string[];
}

/** None: how long a scenario may take depends on the budget and the target; every request and every wait is bounded. */
const NO_TIMEOUT = 0;

/** Signals that end a run early. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

async function reportersOf(
  { events, allureDir, reportPage }: EmbeddedRunOptions,
  errors: { where: string; message: string }[],
): Promise<Reporter[]> {
  const own: Reporter = {
    onTestCaseResult(test: TestCase) {
      const meta = test.meta().conformance;
      if (meta !== undefined) events.onResult(meta.result, meta.exchanges, meta.budgetSpent);
      else if (test.result().state === 'failed') {
        for (const error of test.result().errors ?? []) errors.push({ where: test.fullName, message: error.message });
      }
    },
    onTestRunEnd(modules, unhandled) {
      for (const module of modules) {
        for (const error of module.errors())
          errors.push({ where: path.basename(module.moduleId), message: error.message });
      }
      for (const error of unhandled) errors.push({ where: 'worker', message: error.stack ?? error.message });
    },
  };
  if (allureDir === undefined) return [own];
  const { default: AllureReporter } = await import('allure-vitest/reporter');
  return [
    own,
    new AllureReporter({
      resultsDir: allureDir,
      ...(reportPage === undefined ? {} : { links: { [REQUIREMENT_LINK]: { urlTemplate: `${reportPage}#%s` } } }),
    }) as unknown as Reporter,
  ];
}

/**
 * Runs the suites with Vitest inside this process: one worker thread, no configuration of the user's, nothing written below
 * node_modules. Vitest's own handling of signals is removed; the caller decides what an interruption means.
 */
export async function startEmbeddedRun(options: EmbeddedRunOptions): Promise<EmbeddedRun> {
  const { session, files } = options;
  const errors: { where: string; message: string }[] = [];
  const before = SIGNALS.map((signal) => process.listeners(signal));
  const { createVitest, BaseSequencer } = await import('vitest/node');
  class InGivenOrder extends BaseSequencer {
    override async sort<T extends { moduleId: string }>(specifications: T[]): Promise<T[]> {
      return [...specifications].sort((a, b) => files.indexOf(a.moduleId) - files.indexOf(b.moduleId));
    }
  }
  const vitest = await createVitest(
    'test',
    {
      config: false,
      root: packageRoot,
      watch: false,
      include: files.map((file) => path.relative(packageRoot, file).split(path.sep).join('/')),
      exclude: [],
      setupFiles: [...(options.setupFiles ?? [])],
      provide: { session, linksToReport: options.reportPage !== undefined },
      pool: 'threads',
      isolate: false,
      maxWorkers: 1,
      fileParallelism: false,
      maxConcurrency: session.concurrency,
      sequence: { sequencer: InGivenOrder as unknown as typeof BaseSequencer },
      cache: false,
      // Compiled code is loaded by Node as it is, from a checkout as from node_modules: nothing to transform.
      server: { deps: { external: [/\/dist\/(?!suites\/.*\.suite\.js$)/] } },
      testTimeout: NO_TIMEOUT,
      hookTimeout: 60_000,
      teardownTimeout: 3_000,
      attachmentsDir: path.join(path.dirname(session.evidenceFile ?? packageRoot), 'attachments'),
      reporters: await reportersOf(options, errors),
      passWithNoTests: true,
    },
    { envDir: false },
  );
  for (const [index, signal] of SIGNALS.entries()) {
    for (const listener of process.listeners(signal)) {
      if (before[index]?.includes(listener) !== true) process.off(signal, listener);
    }
  }

  let interrupted = false;
  let stopSending = (): void => {};
  const run = async (): Promise<RunEnd> => {
    try {
      await vitest.start();
    } catch (error) {
      errors.push({ where: 'vitest', message: error instanceof Error ? error.message : String(error) });
    } finally {
      stopSending();
      await vitest.close();
    }
    return { interrupted, errors };
  };
  return {
    ended: run(),
    cancel() {
      if (interrupted) return;
      interrupted = true;
      stopSending = sendInterruption();
    },
  };
}
