import { onTestFinished } from 'vitest';
import type { Exchange } from '../../../harness/exchange.js';
import type { Actors } from '../../../harness/lesspay/actors.js';
import type { Profile } from '../../../harness/lesspay/profile.js';
import { openLesspaySession, type SessionEnvironment } from '../../../harness/lesspay/session.js';
import type { Session } from '../../../harness/session.js';
import type { SessionConfig } from '../../../harness/session-config.js';

/** Credentials under which the session signs. */
export const APPLICATION = { appId: 'a'.repeat(24), appSecret: 'session-test-secret' } as const;

/** Opens a session against `url` that ends with the test. */
export async function openSession(
  url: string,
  more: Partial<SessionConfig> = {},
  environment: Partial<SessionEnvironment> = {},
): Promise<Session<Actors, Profile>> {
  const session = await openLesspaySession(
    {
      protocol: 'lesspay',
      url,
      credentials: { name: 'first', ...APPLICATION },
      second: null,
      control: null,
      webhooks: null,
      ics: null,
      seed: 1,
      runs: 3,
      concurrency: 4,
      timeoutMs: 10_000,
      rps: null,
      maxRequests: null,
      limits: { maxOrders: null, maxAmount: null, payouts: true },
      clockOffsetMs: 0,
      patienceMs: 1_000,
      quietMs: 10,
      maxShrinkExercises: 10,
      evidenceFile: null,
      ledgerFile: null,
      scenarios: [],
      observed: [],
      replay: null,
      ...more,
    },
    [],
    { now: Date.now, random: Math.random, ...environment },
  );
  onTestFinished(() => session.close());
  return session;
}

/** Lets the actors of one exercise do something. */
export function act(session: Session<Actors, Profile>, work: (actors: Actors) => Promise<Exchange>): Promise<Exchange> {
  return session.world.exercise(false, work);
}
