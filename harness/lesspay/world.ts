import { PreconditionFailed } from '../check.js';
import type { ControlCapability, ControlClient } from '../control.js';
import type { ExerciseRecord, ScenarioRecord } from '../evidence-file.js';
import type { Json } from '../exchange.js';
import { type FreshIds, SHORTEST_FRESH_ID } from '../fresh-ids.js';
import type { Inbox } from '../inbox.js';
import { SharedLock } from '../lock.js';
import type { SensitiveScope } from '../masking.js';
import type { ExchangeListener, Recorder } from '../recorder.js';
import type { ScenarioNeed } from '../scenario.js';
import type { Transport } from '../transport.js';
import type { World } from '../world.js';
import type { Actors, Operator } from './actors.js';
import type { OrderGuard } from './order-guard.js';
import { type Credentials, type PlatformClient, platformClient } from './platform-client.js';
import type { Profile } from './profile.js';

/** Everything a run has at hand. */
export interface LesspayWorldOptions {
  readonly url: string;
  readonly profile: Profile;
  readonly credentials: Credentials;
  readonly second: Credentials | null;
  readonly transport: Transport;
  readonly recorder: Recorder;
  readonly inbox: Inbox | null;
  readonly control: ControlClient | null;
  /** Asked before anything is created. */
  readonly guard: OrderGuard;
  readonly ids: FreshIds;
  /** Our clock, milliseconds since the epoch. */
  readonly now: () => number;
  /** The target's clock. */
  readonly platformNow: () => number;
  /** How far `platformNow` may be off, milliseconds; null: not known. */
  readonly clockErrorMs: number | null;
  /** Resolves after so many milliseconds, or when the run is ended. */
  readonly wait: (ms: number) => Promise<void>;
  readonly patienceMs: number;
  /** The user wants time to pass where no control interface moves the clock. */
  readonly patient: boolean;
  readonly quietMs: number;
  /** Told about every application that an exercise makes, so that deliveries to it can be verified. */
  readonly onApplication: (credentials: Credentials) => void;
  readonly keep: (record: ExerciseRecord | ScenarioRecord) => void;
}

const CAPABILITY_OF: Partial<Record<ScenarioNeed, ControlCapability>> = {
  control: 'transition',
  controlClock: 'clock',
  controlApplications: 'applications',
  controlEvents: 'events',
  controlFailures: 'failures',
};

const DEFAULT_ID_LENGTH = 18;

/** A URL that a mutation left alone, and that may therefore be replaced by our mailbox. */
function isPlainUrl(value: unknown): value is string {
  return typeof value === 'string' && /^https?:\/\/[^\s/]/.test(value) && value.length <= 255;
}

/** The world of one run against a Lesspay platform. */
export function lesspayWorld(options: LesspayWorldOptions): World<Actors, Profile> {
  const { control, inbox, second, recorder } = options;
  const lock = new SharedLock();
  let applications = 0;

  const clientOf = (credentials: Credentials, scope: SensitiveScope): PlatformClient =>
    platformClient({ ...options, credentials, scope, reading: options.profile.reading });

  const operatorOf = (client: ControlClient, scope: SensitiveScope, exclusive: boolean): Operator => ({
    transition: (id, to, details) => client.transition(scope, id, to, details),
    async advance(ms) {
      if (!exclusive) throw new Error('The scenario moves the clock of all without being exclusive.');
      return client.advance(scope, ms);
    },
    event: (id, event, data) => client.event(scope, id, event, data),
    configure: (appId, settings) => client.configureApplication(scope, appId, settings),
    async createApplication(settings = {}) {
      const created = await client.createApplication(scope, settings);
      if (created === null) {
        throw new PreconditionFailed('applicationNotCreated', 'The control interface did not create an application.');
      }
      applications += 1;
      const credentials = { name: `created-${applications}`, ...created };
      options.onApplication(credentials);
      return clientOf(credentials, scope);
    },
  });

  const canAdvance = control?.health.capabilities.has('clock') ?? false;

  const missing = (need: ScenarioNeed): string | null => {
    switch (need) {
      case 'secondApplication':
        return second === null
          ? 'It needs the credentials of a second application: --second-app-id and --second-app-secret.'
          : null;
      case 'inbox':
        return inbox === null ? 'It needs webhooks that reach us: --webhook-url with a tunnel to this machine.' : null;
      case 'passingTime':
        return canAdvance || options.patient
          ? null
          : 'It needs a control interface that offers `clock`, or time: `--patience 300` waits that many seconds for a webhook that is sent again.';
      default: {
        if (control === null) return 'It needs somebody who moves orders: --control-url.';
        const capability = CAPABILITY_OF[need];
        return capability === undefined || control.health.capabilities.has(capability)
          ? null
          : `It needs a control interface that offers \`${capability}\`; this one offers ${[...control.health.capabilities].join(', ')}.`;
      }
    }
  };

  const absent = (what: string): never => {
    throw new Error(`The scenario uses ${what} without declaring that it needs it.`);
  };

  const actorsFor = (scope: SensitiveScope, exclusive: boolean): Actors => {
    const mailbox = inbox?.open(scope) ?? null;
    const freshId = (length = DEFAULT_ID_LENGTH): string => options.ids.next(length);
    return {
      platform: clientOf(options.credentials, scope),
      get second() {
        return second === null ? absent('the second application') : clientOf(second, scope);
      },
      get operator() {
        return control === null ? absent('the control interface') : operatorOf(control, scope, exclusive);
      },
      get mailbox() {
        return mailbox ?? absent('the inbox');
      },
      canAdvance,
      openDefaultMailbox: () => (inbox === null ? absent('the inbox') : inbox.open(scope, 'default')),
      hasInbox: inbox !== null,
      reading: options.profile.reading,
      offers: (operation) => options.profile.operations.has(operation),
      now: options.platformNow,
      clockErrorMs: options.clockErrorMs,
      freshId,
      fresh(message) {
        const { request_id: id, notify_url: url } = message as { request_id?: unknown; notify_url?: unknown };
        return {
          ...message,
          ...(typeof id === 'string' && id.length >= SHORTEST_FRESH_ID ? { request_id: freshId(id.length) } : {}),
          ...(mailbox !== null && isPlainUrl(url) ? { notify_url: mailbox.url } : {}),
        };
      },
      patienceMs: options.patienceMs,
      quietMs: options.quietMs,
    };
  };

  return {
    profile: options.profile,
    missing,
    exercise: <T>(exclusive: boolean, work: (actors: Actors) => Promise<T>, seen?: ExchangeListener): Promise<T> =>
      lock.hold(exclusive, async () => {
        const scope = recorder.openScope();
        const unfollow = seen === undefined ? undefined : recorder.follow(scope, seen);
        try {
          // Before it is judged or kept: a drive may return parts of what it sent.
          return recorder.plain((await work(actorsFor(scope, exclusive))) as Json, scope) as T;
        } finally {
          unfollow?.();
        }
      }),
    keep: options.keep,
  };
}
