import { type ControlCapability, controlCapabilities } from '../../../harness/control.js';
import { runScenario, type ScenarioResult } from '../../../harness/engine.js';
import { openLesspaySession } from '../../../harness/lesspay/session.js';
import type { Observer } from '../../../harness/observer.js';
import type { SessionConfig } from '../../../harness/session-config.js';
import type { Tally } from '../../../harness/tally.js';
import type { Decisions } from '../../../reference/lesspay/decisions.js';
import { startReferencePlatform } from '../../../reference/lesspay/start.js';
import { lesspayObservers } from '../../../suites/lesspay/index.js';
import type { LesspayScenario } from '../../../suites/lesspay/scenario.js';

/** What the scenarios found, and what the observers saw meanwhile. */
export interface InProcessRun {
  readonly results: readonly ScenarioResult[];
  readonly observed: readonly Tally[];
  readonly exchanges: number;
}

export interface InProcessOptions {
  readonly seed?: number;
  readonly runs?: number;
  /** Leaves out the control interface, the inbox or the second application. */
  readonly without?: readonly ('control' | 'inbox' | 'second')[];
  readonly ics?: object;
  readonly evidenceFile?: string;
  /** What the reference platform decides otherwise than it should. */
  readonly decisions?: Decisions;
  /** Default: all observers of the suites. */
  readonly observers?: readonly Observer[];
  /** @default 20; 0 is quickest where it only matters what failed */
  readonly maxShrinkExercises?: number;
  /** @default 3000 */
  readonly patienceMs?: number;
  /** The user chose the patience. */
  readonly patient?: boolean;
  /** @default what the reference platform offers */
  readonly capabilities?: readonly ControlCapability[];
  /** Exercises only the value of a finding again. */
  readonly replay?: SessionConfig['replay'];
  /** Another target than the reference platform; it is not stopped. */
  readonly url?: string;
}

/** Runs scenarios with the engine, without Vitest's runner in between, against a reference platform of their own. */
export async function runInProcess(
  scenarios: readonly LesspayScenario[],
  options: InProcessOptions = {},
): Promise<InProcessRun> {
  const applications = [
    { appId: 'a'.repeat(24), appSecret: 'first-test-secret' },
    { appId: 'b'.repeat(24), appSecret: 'second-test-secret' },
  ] as const;
  const without = new Set(options.without ?? []);
  const observers = options.observers ?? lesspayObservers;
  const platform = await startReferencePlatform({
    applications: [...applications],
    ...(options.decisions === undefined ? {} : { decisions: options.decisions }),
  });
  const config: SessionConfig = {
    protocol: 'lesspay',
    url: options.url ?? platform.url,
    credentials: { name: 'first', ...applications[0] },
    second: without.has('second') ? null : { name: 'second', ...applications[1] },
    control: without.has('control')
      ? null
      : {
          url: platform.controlUrl,
          product: 'reference',
          version: '0',
          capabilities: options.capabilities ?? controlCapabilities,
        },
    webhooks: without.has('inbox') ? null : { port: 0, publicUrl: null },
    ics: options.ics ?? null,
    seed: options.seed ?? 1,
    runs: options.runs ?? 5,
    concurrency: 4,
    timeoutMs: 10_000,
    rps: null,
    maxRequests: null,
    limits: { maxOrders: null, maxAmount: null, payouts: true },
    clockOffsetMs: 0,
    patienceMs: options.patienceMs ?? 3_000,
    ...(options.patient === undefined ? {} : { patient: options.patient }),
    quietMs: 100,
    maxShrinkExercises: options.maxShrinkExercises ?? 20,
    evidenceFile: options.evidenceFile ?? null,
    ledgerFile: null,
    scenarios: scenarios.map(({ id }) => id),
    observed: [],
    replay: options.replay ?? null,
  };
  const session = await openLesspaySession(config, observers, { now: Date.now, random: Math.random });
  try {
    const results = await Promise.all(
      scenarios.map((scenario) => runScenario(scenario, session.world, session.options)),
    );
    return {
      results,
      observed: observers.map(({ requirement }) => session.observed(requirement)),
      exchanges: session.exchanges(),
    };
  } finally {
    await session.close();
    await platform.close();
  }
}

/** Everything that is not a plain pass, one readable line each: for `expect(unexpected(run)).toEqual([])`. */
export function unexpected(run: InProcessRun): string[] {
  return [
    ...run.results.flatMap(({ scenario, tallies, error }) => [
      ...(error === undefined ? [] : [`${scenario}: error ${error}`]),
      ...tallies.flatMap((tally) => linesOf(scenario, tally)),
    ]),
    ...run.observed.flatMap((tally) => linesOf('observed', tally).filter((line) => !line.includes('never judged'))),
  ];
}

function linesOf(scenario: string, tally: Tally): string[] {
  const where = `${scenario} ${tally.requirement}`;
  const lines: string[] = [];
  if (tally.passed + tally.failed + tally.inconclusive === 0) {
    lines.push(`${where}: never judged ${tally.reasons.map(({ code }) => code).join(', ')}`.trim());
  }
  for (const { code, message, count } of tally.reasons)
    if (count > 0) lines.push(`${where}: inconclusive ${count}x ${code}: ${message}`);
  for (const { case: situation, violations } of tally.findings) {
    for (const { expected, received } of violations) {
      lines.push(`${where}: FAIL [${situation ?? ''}] expected ${expected}; received ${received}`);
    }
  }
  return lines;
}

/** The requirements that failed, of scenarios and observers alike, sorted. */
export function failedOf(run: InProcessRun): string[] {
  const tallies = [...run.results.flatMap((result) => result.tallies), ...run.observed];
  return [...new Set(tallies.filter(({ failed }) => failed > 0).map(({ requirement }) => requirement))].sort();
}

/** The remarks of a run, one line each: a target that follows the reference strictly gets none, but for recorded ones. */
export function remarksOf(run: InProcessRun): string[] {
  return run.results.flatMap(({ scenario, tallies }) =>
    tallies.flatMap(({ requirement, remarks }) => remarks.map(({ text }) => `${scenario} ${requirement}: ${text}`)),
  );
}
