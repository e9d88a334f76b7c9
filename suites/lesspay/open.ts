import { inject } from 'vitest';
import type { Actors } from '../../harness/lesspay/actors.js';
import type { Profile } from '../../harness/lesspay/profile.js';
import { openLesspaySession } from '../../harness/lesspay/session.js';
import type { Session } from '../../harness/session.js';
import { onInterruption } from '../../harness/vitest/interruption.js';
import { lesspayObservers } from './observers/index.js';

let session: Promise<Session<Actors, Profile>> | null = null;

/** The session of this worker: opened once, shared by all suite files. */
export function openSession(): Promise<Session<Actors, Profile>> {
  session ??= open();
  return session;
}

async function open(): Promise<Session<Actors, Profile>> {
  const opened = await openLesspaySession(inject('session'), lesspayObservers, { now: Date.now, random: Math.random });
  onInterruption(() => opened.abort());
  return opened;
}
