import { createHash } from 'node:crypto';
import { openLesspaySession } from '../../harness/lesspay/session.js';
import type { Observer } from '../../harness/observer.js';
import { assembleReferencePlatform } from '../../reference/lesspay/assembly.js';
import { idSource } from '../../reference/lesspay/core/ids.js';
import type { Decisions } from '../../reference/lesspay/decisions.js';
import { lesspayObservers } from '../../suites/lesspay/index.js';
import { scenariosDrawnOnce } from './drawn-once.js';
import { inProcessNetwork, PLATFORM_URL, type WireTap } from './in-process-network.js';
import { APPLICATIONS, onceEach, SIDE_BY_SIDE } from './once-each.js';
import { type Findings, runAll, type Within } from './run-all.js';
import { VirtualTime } from './virtual-time.js';

/** How to run an experiment. */
export interface ExperimentOptions {
  /** Ids of the scenarios to run; absent: all. */
  readonly only?: ReadonlySet<string>;
  /** Scenarios side by side. @default as many as a run has */
  readonly atOnce?: number;
  /** Carries out the work of a scenario: a place to note whose work is done. */
  readonly within?: Within;
  /** Gives what is run in the place of a task that the platform plans for later. */
  readonly planned?: (task: () => void) => () => void;
  /** Watches what is recorded, beside the observers of the suites. */
  readonly watcher?: Observer;
  /** Sees every request as it is on the wire. */
  readonly tap?: WireTap;
}

/** 2 January 2026, 03:04:05 UTC: the same for every experiment. */
const START_MS = Date.UTC(2026, 0, 2, 3, 4, 5);

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
  { only, atOnce = SIDE_BY_SIDE, within, planned, watcher, tap }: ExperimentOptions = {},
): Promise<Findings> {
  const scenarios = (await scenariosDrawnOnce(seed)).filter(({ id }) => only?.has(id) ?? true);
  const time = new VirtualTime(START_MS);
  const network = inProcessNetwork(time, tap);
  const ids = idSource(() => time.now(), hexFrom(seed));
  const { platform, handle } = assembleReferencePlatform({
    ...{ decisions, clock: time, ids, courier: network.courier },
    ...(planned === undefined ? {} : { planned }),
  });
  for (const { appId, appSecret } of APPLICATIONS) platform.addApplication({ appId, appSecret });
  const run = async (): Promise<Findings> => {
    const observers = watcher === undefined ? lesspayObservers : [...lesspayObservers, watcher];
    const session = await openLesspaySession(onceEach(PLATFORM_URL, seed), observers, {
      now: () => time.now(),
      random: () => 0.5,
      wait: (ms) => time.wait(ms),
      openTransport: () => network.openTransport(handle),
      openInbox: (options) => network.openInbox(options),
    });
    const found = await runAll(session, scenarios, atOnce, within);
    await session.close();
    return found;
  };
  return time.passUntil(run());
}
