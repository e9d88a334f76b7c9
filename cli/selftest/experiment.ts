import { createHash } from 'node:crypto';
import { assemble } from '../../harness/assemble.js';
import { runScenario, type ScenarioResult } from '../../harness/engine.js';
import { openLesspaySession } from '../../harness/lesspay/session.js';
import type { SessionConfig } from '../../harness/session-config.js';
import { lesspayRequirements } from '../../protocols/lesspay/requirements/index.js';
import { assembleReferencePlatform } from '../../reference/lesspay/assembly.js';
import { controlPath } from '../../reference/lesspay/control/control.js';
import { idSource } from '../../reference/lesspay/core/ids.js';
import type { Decisions } from '../../reference/lesspay/decisions.js';
import type { RequirementResult, SuiteError } from '../../schemas/report/results.generated.js';
import { lesspayObservers, lesspayScenarios } from '../../suites/lesspay/index.js';
import { scenariosByRequirement } from '../../suites/lesspay/scenarios-by-requirement.js';
import { scenariosDrawnOnce } from './drawn-once.js';
import { inProcessNetwork, PLATFORM_URL } from './in-process-network.js';
import { VirtualTime } from './virtual-time.js';

/** How to run an experiment. */
export interface ExperimentOptions {
  /** Ids of the scenarios to run; absent: all. */
  readonly only?: ReadonlySet<string>;
  /** Runs one scenario at a time, and is told which. */
  readonly oneByOne?: (scenario: string) => void;
}

/** What all scenarios and observers say about one platform. */
export interface Experiment {
  readonly requirements: readonly RequirementResult[];
  readonly errors: readonly SuiteError[];
  readonly exercises: number;
  readonly exchanges: number;
}

const APPLICATIONS = [
  { name: 'first', appId: 'a'.repeat(24), appSecret: 'first-selftest-secret' },
  { name: 'second', appId: 'b'.repeat(24), appSecret: 'second-selftest-secret' },
] as const;

/** 2 January 2026, 03:04:05 UTC: the same for every experiment. */
const START_MS = Date.UTC(2026, 0, 2, 3, 4, 5);

/** Scenarios side by side: as many as a run has. */
const SIDE_BY_SIDE = 8;

/** Virtual milliseconds: as long as a run on this machine waits. */
const PATIENCE_MS = 5_000;
const QUIET_MS = 100;

const everything: ReadonlySet<string> = new Set(lesspayRequirements.map(({ id }) => id));
const observed: ReadonlySet<string> = new Set(lesspayObservers.map(({ requirement }) => requirement));
const byRequirement = scenariosByRequirement();

function configOf(seed: number): SessionConfig {
  const [first, second] = APPLICATIONS;
  return {
    protocol: 'lesspay',
    url: PLATFORM_URL,
    credentials: first,
    second,
    control: {
      url: PLATFORM_URL + controlPath,
      product: 'reference',
      version: '0',
      capabilities: ['transition', 'clock', 'applications', 'events'],
    },
    webhooks: { port: 0, publicUrl: null },
    ics: null,
    seed,
    // Every case of every scenario is exercised once.
    runs: 1,
    concurrency: SIDE_BY_SIDE,
    timeoutMs: 10_000,
    rps: null,
    maxRequests: null,
    limits: { maxOrders: null, maxAmount: null, payouts: true },
    clockOffsetMs: 0,
    patienceMs: PATIENCE_MS,
    quietMs: QUIET_MS,
    maxShrinkExercises: 0,
    evidenceFile: null,
    ledgerFile: null,
    scenarios: lesspayScenarios.map(({ id }) => id),
    observed: [...observed],
    replay: null,
  };
}

/** Hexadecimal digits that look random and are the same in every experiment. */
function hexFrom(seed: number): (bytes: number) => string {
  let count = 0;
  return (bytes) => {
    count += 1;
    return createHash('sha512')
      .update(`${seed}\n${count}`)
      .digest('hex')
      .slice(0, 2 * bytes);
  };
}

/**
 * Runs scenarios, and every observer, against a platform of its own that decides as it is told: in this thread, without
 * sockets, on virtual time. The same decisions and seed give the same result.
 *
 * @throws what the platform throws while it is put together, and NothingPlannedError when it never answers
 */
export async function experiment(
  decisions: Decisions,
  seed: number,
  { only, oneByOne }: ExperimentOptions = {},
): Promise<Experiment> {
  const scenarios = (await scenariosDrawnOnce(seed)).filter(({ id }) => only?.has(id) ?? true);
  const time = new VirtualTime(START_MS);
  const network = inProcessNetwork(time);
  const ids = idSource(() => time.now(), hexFrom(seed));
  const { platform, handle } = assembleReferencePlatform({ decisions, clock: time, ids, courier: network.courier });
  for (const { appId, appSecret } of APPLICATIONS) platform.addApplication({ appId, appSecret });
  return time.passUntil(
    (async () => {
      const session = await openLesspaySession(configOf(seed), lesspayObservers, {
        now: () => time.now(),
        random: () => 0.5,
        wait: (ms) => time.wait(ms),
        openTransport: () => network.openTransport(handle),
        openInbox: (options) => network.openInbox(options),
      });
      const results = await sideBySide(scenarios, oneByOne === undefined ? SIDE_BY_SIDE : 1, (scenario) => {
        oneByOne?.(scenario.id);
        return runScenario(scenario, session.world, session.options);
      });
      const watched = lesspayObservers.map(
        ({ requirement }): ScenarioResult => ({
          scenario: `observed ${requirement}`,
          area: 'observed',
          title: 'Judged on all traffic',
          tallies: [session.observed(requirement)],
          exercises: 0,
        }),
      );
      await session.close();
      const { requirements, errors } = assemble(lesspayRequirements, {
        results: [...results, ...watched],
        complete: true,
        scenariosOf: byRequirement,
        observed,
        selected: everything,
        role: 'platform',
        replayCommand: () => '',
      });
      const exercises = results.reduce((sum, result) => sum + result.exercises, 0);
      return { requirements, errors, exercises, exchanges: session.exchanges() };
    })(),
  );
}

async function sideBySide<T, R>(items: readonly T[], atOnce: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const one = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index];
      if (item !== undefined) results[index] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return results;
}
