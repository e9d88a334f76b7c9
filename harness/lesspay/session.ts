import { withinBudget } from '../budget.js';
import { controlClient } from '../control.js';
import { EvidenceWriter } from '../evidence-file.js';
import { freshIds } from '../fresh-ids.js';
import { openInbox } from '../inbox.js';
import { Masker } from '../masking.js';
import type { Observer } from '../observer.js';
import { Recorder } from '../recorder.js';
import { recordInto, type Session, watchWith } from '../session.js';
import type { SessionConfig } from '../session-config.js';
import { openTransport } from '../transport.js';
import type { Actors } from './actors.js';
import { readDelivery } from './deliveries.js';
import type { Credentials } from './platform-client.js';
import { type Claims, type Profile, profileOf } from './profile.js';
import { lesspaySensitiveMembers } from './sensitive.js';
import { lesspayWorld } from './world.js';

/** A target that fails everywhere gets this many small counterexamples; those of further findings stay as they were drawn. */
const SHRUNK_FINDINGS = 15;

/** Clock and randomness of a session; the composition root passes the real ones. */
export interface SessionEnvironment {
  readonly now: () => number;
  readonly random: () => number;
}

/** Opens connections, inbox, recorder and observers for one run against a Lesspay platform. */
export async function openLesspaySession(
  config: SessionConfig,
  observers: readonly Observer[],
  { now, random }: SessionEnvironment,
): Promise<Session<Actors, Profile>> {
  const ended = new AbortController();
  const masker = new Masker(lesspaySensitiveMembers);
  const recorder = new Recorder(masker);
  const known: Credentials[] = [config.credentials, ...(config.second === null ? [] : [config.second])];
  for (const { appSecret } of known) masker.addSecret(appSecret);

  const writer = config.evidenceFile === null ? null : new EvidenceWriter(config.evidenceFile);
  if (writer !== null) recordInto(writer, recorder);
  const observed = watchWith(observers, recorder, config.seed);

  let offset = config.clockOffsetMs;
  const transport = withinBudget(
    openTransport({
      timeoutMs: config.timeoutMs,
      connections: Math.max(16, config.concurrency * 4),
      signal: ended.signal,
    }),
    config,
    now,
  );
  const inbox =
    config.webhooks === null
      ? null
      : await openInbox({
          recorder,
          now,
          read: (headers, body) => readDelivery(headers, body, () => known),
          port: config.webhooks.port,
          signal: ended.signal,
          ...(config.webhooks.publicUrl === null ? {} : { publicUrl: config.webhooks.publicUrl }),
        });
  const control =
    config.control === null
      ? null
      : controlClient(
          {
            product: config.control.product,
            version: config.control.version,
            now: null,
            capabilities: new Set(config.control.capabilities),
          },
          {
            url: config.control.url,
            transport,
            recorder,
            now,
            onAdvance: (ms) => {
              offset += ms;
            },
          },
        );

  const world = lesspayWorld({
    url: config.url,
    profile: profileOf((config.ics ?? {}) as Claims),
    credentials: config.credentials,
    second: config.second,
    transport,
    recorder,
    inbox,
    control,
    ids: freshIds(now(), random),
    now,
    platformNow: () => now() + offset,
    patienceMs: config.patienceMs,
    quietMs: config.quietMs,
    onApplication: (credentials) => {
      masker.addSecret(credentials.appSecret);
      known.push(credentials);
    },
    keep: (record) => writer?.write(record),
  });

  return {
    world,
    options: {
      seed: config.seed,
      runs: config.runs,
      signal: ended.signal,
      maxShrinkExercises: config.maxShrinkExercises,
      shrinkBudget: { left: config.maxShrinkExercises * SHRUNK_FINDINGS },
      ...(config.replay === null ? {} : { replay: config.replay }),
    },
    observed,
    exchanges: () => recorder.count,
    flush: async () => writer?.finish(),
    abort: () => ended.abort(),
    async close() {
      await inbox?.close();
      await transport.close();
      await writer?.finish();
    },
  };
}
