import { setTimeout } from 'node:timers/promises';
import { withinBudget } from '../budget.js';
import { controlClient } from '../control.js';
import { EvidenceWriter } from '../evidence-file.js';
import { freshIds } from '../fresh-ids.js';
import { type Inbox, type InboxOptions, openInbox } from '../inbox.js';
import { ledgerFile } from '../ledger.js';
import { Masker } from '../masking.js';
import type { Observer } from '../observer.js';
import { Recorder } from '../recorder.js';
import { recordInto, type Session, watchWith } from '../session.js';
import type { SessionConfig } from '../session-config.js';
import { timingInWords } from '../timing.js';
import { openTransport, type Transport, type TransportOptions } from '../transport.js';
import type { Actors } from './actors.js';
import { readDelivery } from './deliveries.js';
import { orderGuard } from './order-guard.js';
import { orderLedger } from './order-ledger.js';
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
  /** Resolves after so many milliseconds, or when the signal is aborted. Default: the real time. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** How requests get to the target. Default: over undici. */
  readonly openTransport?: (options: TransportOptions) => Transport;
  /** How webhooks get to us. Default: over HTTP on 127.0.0.1. */
  readonly openInbox?: (options: InboxOptions) => Promise<Inbox>;
}

async function reallyWait(ms: number, signal: AbortSignal): Promise<void> {
  // An aborted wait rejects; for us it is simply over.
  await setTimeout(ms, undefined, { signal }).catch(() => {});
}

/** Opens connections, inbox, recorder and observers for one run against a Lesspay platform. */
export async function openLesspaySession(
  config: SessionConfig,
  observers: readonly Observer[],
  environment: SessionEnvironment,
): Promise<Session<Actors, Profile>> {
  const { now, random, wait: waitFor = reallyWait } = environment;
  const ended = new AbortController();
  const wait = (ms: number): Promise<void> => waitFor(ms, ended.signal);
  const masker = new Masker(lesspaySensitiveMembers);
  const recorder = new Recorder(masker);
  const known: Credentials[] = [config.credentials, ...(config.second === null ? [] : [config.second])];
  for (const { appSecret } of known) masker.addSecret(appSecret);

  const writer = config.evidenceFile === null ? null : new EvidenceWriter(config.evidenceFile);
  let sealedAt: number | null = null;
  const books: Pick<Recorder, 'listen'> = {
    listen: (listener) =>
      recorder.listen((exchange) => {
        if (sealedAt === null) listener(exchange);
      }),
  };
  if (writer !== null) recordInto(writer, books);
  const observed = watchWith(observers, books, config.seed);
  if (config.ledgerFile !== null) recorder.listen(orderLedger(ledgerFile(config.ledgerFile)));

  let offset = config.clockOffsetMs;
  const transport = withinBudget(
    (environment.openTransport ?? openTransport)({
      timeoutMs: config.timeoutMs,
      connections: Math.max(16, config.concurrency * 4),
      signal: ended.signal,
    }),
    config,
    now,
    wait,
  );
  const inbox =
    config.webhooks === null
      ? null
      : await (environment.openInbox ?? openInbox)({
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
    guard: orderGuard(config.limits),
    ids: freshIds(now(), random),
    now,
    platformNow: () => now() + offset,
    clockErrorMs: config.timing === undefined ? 0 : config.timing.clockErrorMs,
    wait,
    patienceMs: config.patienceMs,
    patient: config.patient ?? false,
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
      ...(config.timing === undefined ? {} : { timing: timingInWords(config.timing) }),
      ...(config.replay === null ? {} : { replay: config.replay }),
    },
    observed,
    exchanges: () => sealedAt ?? recorder.count,
    seal: () => {
      sealedAt ??= recorder.count;
    },
    budgetSpent: () => transport.spent(),
    flush: async () => writer?.finish(),
    abort: () => ended.abort(),
    async close() {
      await inbox?.close();
      await transport.close();
      await writer?.finish();
    },
  };
}
