import { randomBytes } from 'node:crypto';
import { type Assembly, assembleReferencePlatform } from './assembly.js';
import { controlPath } from './control/control.js';
import type { ApplicationSettings } from './core/application.js';
import type { Clock } from './core/clock.js';
import { type IdSource, idSource } from './core/ids.js';
import type { Platform } from './core/platform.js';
import { annexA, type Decisions } from './decisions.js';
import { type HttpFace, serveHttp } from './http/server.js';
import { type Journal, openJournal } from './store/journal.js';
import { systemClock } from './system-clock.js';
import { httpCourier } from './webhooks/courier.js';

/** An application that exists from the start. */
export interface StartApplication extends ApplicationSettings {
  readonly appId: string;
  readonly appSecret: string;
}

/** How to start the reference platform; everything has a default. */
export interface StartOptions {
  /** @default 0, any free port */
  readonly port?: number;
  /** @default those of the store file, else two with random credentials */
  readonly applications?: readonly StartApplication[];
  /** Where notifications go when a request names no `notify_url`; for applications that have no default of their own. */
  readonly defaultNotifyUrl?: string;
  /** A file that keeps orders and applications, secrets included, over restarts. @default nothing is kept */
  readonly storeFile?: string;
  /** @default the machine's clock */
  readonly clock?: Clock;
  /** @default ids from the time, random credentials */
  readonly ids?: IdSource;
  /** @default annexA */
  readonly decisions?: Decisions;
}

/** A reference platform that accepts connections. */
export interface RunningPlatform {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string;
  readonly controlUrl: string;
  readonly applications: readonly { readonly appId: string; readonly appSecret: string }[];
  /** Stops serving, waits for webhooks that are being delivered, and closes the store. */
  close(): Promise<void>;
}

/**
 * Starts the reference platform on 127.0.0.1.
 *
 * @throws CannotListenError when the port is taken
 * @throws JournalError when the store file cannot be used
 */
export async function startReferencePlatform(options: StartOptions = {}): Promise<RunningPlatform> {
  const clock = options.clock ?? systemClock;
  const wallNow = () => clock.now();
  const ids = options.ids ?? idSource(wallNow, (bytes) => randomBytes(bytes).toString('hex'));
  const journal = options.storeFile === undefined ? undefined : openJournal(options.storeFile);
  let assembly: Assembly | undefined;
  const stop = async (face?: HttpFace): Promise<void> => {
    await face?.close();
    await assembly?.stop();
    journal?.close();
  };
  try {
    const decisions = options.decisions ?? annexA;
    assembly = assembleReferencePlatform({ decisions, clock, ids, courier: httpCourier(), journal });
    const { platform, handle } = assembly;
    addApplications(platform, ids, options, journal);
    const face = await serveHttp(options.port ?? 0, wallNow, handle);
    const url = `http://127.0.0.1:${face.port}`;
    let stopping: Promise<void> | undefined;
    return {
      url,
      controlUrl: `${url}${controlPath}`,
      applications: platform.applications().map(({ appId, appSecret }) => ({ appId, appSecret })),
      close: () => {
        stopping ??= stop(face);
        return stopping;
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function addApplications(platform: Platform, ids: IdSource, options: StartOptions, journal: Journal | undefined): void {
  const fallback = options.defaultNotifyUrl === undefined ? {} : { defaultNotifyUrl: options.defaultNotifyUrl };
  if (options.applications === undefined) {
    const kept = platform.applications();
    if (journal === undefined || kept.length === 0) {
      for (let count = 0; count < 2; count += 1) platform.addApplication(ids.credentials(), fallback);
    }
    return;
  }
  for (const { appId, appSecret, ...settings } of options.applications) {
    const kept = platform.application(appId);
    if (kept?.appSecret === appSecret) platform.changeApplication(kept, { ...fallback, ...settings });
    else platform.addApplication({ appId, appSecret }, { ...fallback, ...settings });
  }
}
