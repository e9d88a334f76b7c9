import { type EngineOptions, runScenario, type ScenarioResult } from '../../../../harness/engine.js';
import type { ExerciseRecord } from '../../../../harness/evidence-file.js';
import { openLesspaySession } from '../../../../harness/lesspay/session.js';
import { annexA, type Decisions } from '../../../../reference/lesspay/decisions.js';
import { startReferencePlatform } from '../../../../reference/lesspay/start.js';
import type { ExecutedCommand } from '../../../../suites/lesspay/idem/history/run-history.js';
import type { LesspayScenario } from '../../../../suites/lesspay/scenario.js';

/** What a scenario found against a platform of its own, and the command list of every exercise, in order. */
export interface HistoryRun {
  readonly result: ScenarioResult;
  readonly lists: readonly (readonly ExecutedCommand[])[];
  readonly exchanges: number;
  readonly tookMs: number;
}

export interface HistoryRunOptions {
  readonly decisions?: Decisions;
  readonly seed?: number;
  readonly runs?: number;
  readonly replay?: EngineOptions['replay'];
}

function commandsOf({ steps }: ExerciseRecord): readonly ExecutedCommand[] {
  const stored = steps.commands;
  if (stored === undefined || !('value' in stored)) throw new Error('The exercise stored no command list.');
  return stored.value as unknown as readonly ExecutedCommand[];
}

/** Runs one scenario of histories, with as many exercises for shrinking as it takes. */
export async function runHistories(scenario: LesspayScenario, options: HistoryRunOptions = {}): Promise<HistoryRun> {
  const credentials = { appId: 'a'.repeat(24), appSecret: 'history-test-secret' };
  const platform = await startReferencePlatform({
    applications: [credentials],
    decisions: options.decisions ?? annexA,
  });
  const session = await openLesspaySession(
    {
      protocol: 'lesspay',
      url: platform.url,
      credentials: { name: 'first', ...credentials },
      second: null,
      control: { url: platform.controlUrl, product: 'reference', version: '0', capabilities: ['transition'] },
      webhooks: null,
      ics: null,
      seed: options.seed ?? 1,
      runs: options.runs ?? 50,
      concurrency: 4,
      timeoutMs: 10_000,
      rps: null,
      maxRequests: null,
      clockOffsetMs: 0,
      patienceMs: 1_000,
      quietMs: 10,
      maxShrinkExercises: 60,
      evidenceFile: null,
      scenarios: [scenario.id],
      observed: [],
      replay: options.replay ?? null,
    },
    [],
    { now: Date.now, random: Math.random },
  );
  const lists: (readonly ExecutedCommand[])[] = [];
  const world = {
    ...session.world,
    keep: (record: ExerciseRecord): void => {
      lists.push(commandsOf(record));
    },
  };
  const startedAt = Date.now();
  try {
    const result = await runScenario(scenario, world, session.options);
    return { result, lists, exchanges: session.exchanges(), tookMs: Date.now() - startedAt };
  } finally {
    await session.close();
    await platform.close();
  }
}
