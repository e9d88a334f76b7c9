import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../protocols/package-root.js';
import { controlPath, handleControl } from './control/control.js';
import { AdvanceableClock, type Clock } from './core/clock.js';
import type { IdSource } from './core/ids.js';
import { isJsonObject } from './core/json.js';
import { Platform } from './core/platform.js';
import type { PlatformRequest, PlatformResponse } from './core/request.js';
import type { Decisions } from './decisions.js';
import type { Journal } from './store/journal.js';
import type { Courier } from './webhooks/courier.js';
import { Outbox } from './webhooks/outbox.js';

/** What a reference platform is put together of. */
export interface AssemblyParts {
  readonly decisions: Decisions;
  /** The machine's time; the platform's own starts with it and can be moved ahead. */
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly courier: Courier;
  /** Where events are kept. Default: nowhere. */
  readonly journal?: Journal | undefined;
  /** Gives what is run in the place of a task that is planned for later. Default: the task. */
  readonly planned?: (task: () => void) => () => void;
}

/** A reference platform without a face: requests in, answers out, webhooks by its courier. */
export interface Assembly {
  readonly platform: Platform;
  /** Answers a request of a merchant, or of the control interface. */
  handle(request: PlatformRequest): PlatformResponse;
  /** Cancels what was planned and waits for webhooks under way. */
  stop(): Promise<void>;
}

/** Puts platform, outbox, clock and control interface together. */
export function assembleReferencePlatform(parts: AssemblyParts): Assembly {
  const { decisions, clock: base, ids, courier, journal, planned } = parts;
  const clock = new AdvanceableClock(base, planned);
  const wallNow = () => base.now();
  const outbox = new Outbox({ clock, wallNow, notifications: decisions.notifications, courier });
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
  const control = { platform, outbox, clock, ids, version: packageVersion() };
  return {
    platform,
    handle: (request) =>
      request.path === controlPath || request.path.startsWith(`${controlPath}/`)
        ? handleControl(control, request)
        : platform.handle(request),
    async stop() {
      clock.stop();
      await outbox.close();
    },
  };
}

function packageVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8'));
  return isJsonObject(manifest) && typeof manifest.version === 'string' ? manifest.version : 'unknown';
}
