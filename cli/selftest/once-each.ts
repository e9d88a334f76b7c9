import { controlCapabilities } from '../../harness/control.js';
import type { SessionConfig } from '../../harness/session-config.js';
import { controlPath } from '../../reference/lesspay/control/control.js';
import { lesspayObservers, lesspayScenarios } from '../../suites/lesspay/index.js';

/** The two applications of every platform that is tested here. */
export const APPLICATIONS = [
  { name: 'first', appId: 'a'.repeat(24), appSecret: 'first-selftest-secret' },
  { name: 'second', appId: 'b'.repeat(24), appSecret: 'second-selftest-secret' },
] as const;

/** Scenarios side by side: as many as a run has. */
export const SIDE_BY_SIDE = 8;

/** As long as a run on this machine waits. */
const PATIENCE_MS = 5_000;
const QUIET_MS = 100;

/** A session in which every case of every scenario is exercised once, and failures stay as they were drawn. */
export function onceEach(url: string, seed: number): SessionConfig {
  const [first, second] = APPLICATIONS;
  return {
    protocol: 'lesspay',
    url,
    credentials: first,
    second,
    control: {
      url: url + controlPath,
      product: 'reference',
      version: '0',
      capabilities: controlCapabilities,
    },
    webhooks: { port: 0, publicUrl: null },
    ics: null,
    seed,
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
    observed: lesspayObservers.map(({ requirement }) => requirement),
    replay: null,
  };
}
