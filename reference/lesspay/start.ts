import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../protocols/package-root.js';
import { controlPath, handleControl } from './control/control.js';
import type { ApplicationSettings } from './core/application.js';
import { AdvanceableClock, type Clock } from './core/clock.js';
import { type IdSource, idSource } from './core/ids.js';
import { isJsonObject } from './core/json.js';
import { Platform } from './core/platform.js';
import type { PlatformRequest, PlatformResponse } from './core/request.js';
import { annexA, type Decisions } from './decisions.js';
import { type HttpFace, serveHttp } from './http/server.js';
import { type Journal, openJournal } from './store/journal.js';
import { systemClock } from './system-clock.js';
import { httpCourier } from './webhooks/courier.js';
import { Outbox } from './webhooks/outbox.js';

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
  const base = options.clock ?? systemClock;
  const clock = new AdvanceableClock(base);
  const wallNow = () => base.now();
  const ids = options.ids ?? idSource(wallNow, (bytes) => randomBytes(bytes).toString('hex'));
  const decisions = options.decisions ?? annexA;
  const journal = options.storeFile === undefined ? undefined : openJournal(options.storeFile);
  const outbox = new Outbox({ clock, wallNow, notifications: decisions.notifications, courier: httpCourier() });
  const stop = async (face?: HttpFace): Promise<void> => {
    await face?.close();
    clock.stop();
    await outbox.close();
    journal?.close();
  };
  try {
    const platform = new Platform(
      {
        decisions,
        clock,
        wallNow,
        ids,
        record: (event) => journal?.append(event),
        notify: (notice) => outbox.send(notice),
      },
      journal?.past,
    );
    addApplications(platform, ids, options, journal);
    const control = { platform, outbox, clock, ids, version: packageVersion() };
    const handle = (request: PlatformRequest): PlatformResponse =>
      request.path === controlPath || request.path.startsWith(`${controlPath}/`)
        ? handleControl(control, request)
        : platform.handle(request);
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

function packageVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8'));
  return isJsonObject(manifest) && typeof manifest.version === 'string' ? manifest.version : 'unknown';
}
