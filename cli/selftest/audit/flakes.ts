import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { openLesspaySession } from '../../../harness/lesspay/session.js';
import { openTransport, type Transport } from '../../../harness/transport.js';
import { startReferencePlatform } from '../../../reference/lesspay/start.js';
import type { Verdict } from '../../../schemas/report/results.generated.js';
import { lesspayObservers } from '../../../suites/lesspay/index.js';
import { scenariosDrawnOnce } from '../drawn-once.js';
import { APPLICATIONS, onceEach, SIDE_BY_SIDE } from '../once-each.js';
import { runAll } from '../run-all.js';

/** Circumstances that must not change a verdict. */
export const LOADS = ['normal', 'busy machine', 'slow network'] as const;
export type Load = (typeof LOADS)[number];

/** What the audit works with. */
export interface FlakeAuditOptions {
  readonly firstSeed: number;
  readonly seeds: number;
  readonly now: () => number;
  readonly random: () => number;
  readonly onPass: (seed: number, load: Load) => void;
}

/** What the plain reference platform was told under all loads. */
export interface FlakeAudit {
  readonly passes: number;
  readonly exchanges: number;
  /** One line for each verdict that failed, or that differed from the one of the same seed under normal load. */
  readonly differences: readonly string[];
}

/** A slow network adds so many milliseconds to every exchange, give or take the half. */
const LATENCY_MS = 50;

/** While requests wait for the network, more scenarios find room. */
const SIDE_BY_SIDE_WHEN_SLOW = 64;

/** Threads that only burn time: more than a small machine has processors. */
const BURNERS = 3;
const BURN = 'for (;;) {}';

/** Runs everything over real sockets, in real time, against the platform of Annex A: for each seed under each load. */
export async function auditFlakes(options: FlakeAuditOptions): Promise<FlakeAudit> {
  const differences: string[] = [];
  let passes = 0;
  let exchanges = 0;
  for (let seed = options.firstSeed; seed < options.firstSeed + options.seeds; seed += 1) {
    let expected: ReadonlyMap<string, Verdict> | null = null;
    for (const load of LOADS) {
      const pass = await underLoad(load, () => onePass(seed, load, options));
      passes += 1;
      exchanges += pass.exchanges;
      for (const { id, verdict, findings } of pass.requirements) {
        const before: Verdict | undefined = expected?.get(id);
        if (verdict === 'fail' || verdict === 'error' || (before !== undefined && before !== verdict)) {
          const violation = findings[0]?.violations[0];
          const why = violation === undefined ? '' : `: expected ${violation.expected}; received ${violation.received}`;
          differences.push(
            `seed ${seed}, ${load}: ${id} ${verdict}${before === undefined ? '' : ` instead of ${before}`}${why}`,
          );
        }
      }
      for (const { where, message } of pass.errors) differences.push(`seed ${seed}, ${load}: ${where}: ${message}`);
      expected ??= new Map(pass.requirements.map(({ id, verdict }) => [id, verdict]));
      options.onPass(seed, load);
    }
  }
  return { passes, exchanges, differences };
}

async function onePass(
  seed: number,
  load: Load,
  { now, random }: FlakeAuditOptions,
): Promise<Awaited<ReturnType<typeof runAll>>> {
  const scenarios = await scenariosDrawnOnce(seed);
  const platform = await startReferencePlatform({
    applications: APPLICATIONS.map(({ appId, appSecret }) => ({ appId, appSecret })),
  });
  const slow = load === 'slow network';
  const session = await openLesspaySession(onceEach(platform.url, seed), lesspayObservers, {
    now,
    random,
    ...(slow ? { openTransport: (settings) => delayed(openTransport(settings), random) } : {}),
  });
  try {
    return await runAll(session, scenarios, slow ? SIDE_BY_SIDE_WHEN_SLOW : SIDE_BY_SIDE);
  } finally {
    await session.close();
    await platform.close();
  }
}

async function underLoad<T>(load: Load, work: () => Promise<T>): Promise<T> {
  if (load !== 'busy machine') return work();
  const burners = Array.from({ length: BURNERS }, () => new Worker(BURN, { eval: true }));
  try {
    return await work();
  } finally {
    await Promise.all(burners.map((burner) => burner.terminate()));
  }
}

function delayed(transport: Transport, random: () => number): Transport {
  return {
    async send(request) {
      await setTimeout(LATENCY_MS * (0.5 + random()));
      return transport.send(request);
    },
    close: () => transport.close(),
  };
}
