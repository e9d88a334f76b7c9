import { type Exchange, isJsonObject, type Json, jsonOf, member } from './exchange.js';
import type { SensitiveScope } from './masking.js';
import type { Recorder } from './recorder.js';
import type { Transport } from './transport.js';

/** What a control interface can do. `transition` and `clock` are its core; the others are offered by the reference platform. */
export type ControlCapability = 'transition' | 'clock' | 'applications' | 'events' | 'failures';

/** What `GET {control}/health` says. */
export interface ControlHealth {
  readonly product: string;
  readonly version: string;
  /** The target's clock, in milliseconds since the epoch; null when it does not say. */
  readonly now: number | null;
  readonly capabilities: ReadonlySet<ControlCapability>;
}

/** Credentials of an application that the control interface made. */
export interface CreatedApplication {
  readonly appId: string;
  readonly appSecret: string;
}

/** Moves orders, time and applications of a target that offers the control interface (docs/control-interface.md). */
export interface ControlClient {
  readonly health: ControlHealth;
  /** Moves an order, and with `details` single details of a payout. */
  transition(
    scope: SensitiveScope,
    payOrderId: string,
    to: string,
    details?: readonly { readonly mch_order_id: string; readonly to: string }[],
  ): Promise<Exchange>;
  /** Advances the target's clock. Only in exclusive scenarios: it is the same clock for all. */
  advance(scope: SensitiveScope, ms: number): Promise<Exchange>;
  /** Makes the platform send a risk event about a pay-in. */
  event(scope: SensitiveScope, payOrderId: string, event: string, data?: Json): Promise<Exchange>;
  /** Makes an application. Null when the target would not. */
  createApplication(scope: SensitiveScope, settings: Json): Promise<CreatedApplication | null>;
  /** Changes an application's status, products, limits or balance, or what goes wrong while its orders are created. */
  configureApplication(scope: SensitiveScope, appId: string, settings: Json): Promise<Exchange>;
}

/** What a control client needs. */
export interface ControlOptions {
  /** Without a trailing slash. */
  readonly url: string;
  readonly transport: Transport;
  readonly recorder: Recorder;
  readonly now: () => number;
  /** Told how far the target's clock moved. */
  readonly onAdvance: (ms: number) => void;
}

/** Everything that a control interface can offer. */
export const controlCapabilities: readonly ControlCapability[] = [
  'transition',
  'clock',
  'applications',
  'events',
  'failures',
];

function readHealth(value: Json | undefined): ControlHealth | null {
  if (!isJsonObject(value) || value.status !== 'ok') return null;
  const listed = Array.isArray(value.capabilities) ? value.capabilities : ['transition', 'clock'];
  return {
    product: typeof value.product === 'string' ? value.product.slice(0, 100) : 'unknown',
    version: typeof value.version === 'string' ? value.version.slice(0, 50) : 'unknown',
    now: typeof value.now === 'number' ? value.now : null,
    capabilities: new Set(controlCapabilities.filter((capability) => listed.includes(capability))),
  };
}

/** Asks `GET {url}/health`. Null when nothing there speaks the control interface. */
export async function askHealth(url: string, transport: Transport): Promise<ControlHealth | null> {
  const result = await transport.send({ method: 'GET', url: `${url}/health`, headers: {}, body: null });
  if (result.kind === 'failure' || result.status !== 200) return null;
  return readHealth(jsonOf(result));
}

/** A client for a control interface whose health is known. Every call is recorded. */
export function controlClient(
  health: ControlHealth,
  { url, transport, recorder, now, onAdvance }: ControlOptions,
): ControlClient {
  const call = async (
    scope: SensitiveScope,
    method: string,
    path: string,
    body: Json,
    onAnswer: (text: string) => void = () => {},
  ): Promise<Exchange> => {
    const text = JSON.stringify(body);
    const startedAt = now();
    const headers = { 'content-type': 'application/json' };
    const answer = await transport.send({ method, url: url + path, headers, body: text });
    if (answer.kind === 'answer') onAnswer(answer.body);
    return recorder.record(
      {
        kind: 'control',
        operation: null,
        application: null,
        startedAt,
        durationMs: now() - startedAt,
        method,
        url: url + path,
        request: { headers, body: text },
        answer,
      },
      scope,
    );
  };
  return {
    health,
    transition: (scope, payOrderId, to, details) =>
      call(scope, 'POST', `/orders/${encodeURIComponent(payOrderId)}/transition`, {
        to,
        ...(details === undefined ? {} : { details: details.map((detail) => ({ ...detail })) }),
      }),
    async advance(scope, ms) {
      const exchange = await call(scope, 'POST', '/clock', { advance_ms: ms });
      if (exchange.response?.status === 200) onAdvance(ms);
      return exchange;
    },
    event: (scope, payOrderId, event, data) =>
      call(scope, 'POST', `/orders/${encodeURIComponent(payOrderId)}/event`, {
        event,
        ...(data === undefined ? {} : { event_data: data }),
      }),
    async createApplication(scope, settings) {
      let created: CreatedApplication | null = null;
      await call(scope, 'POST', '/applications', settings, (text) => {
        const value = jsonOf({ body: text });
        const appId = member(value, 'app_id');
        const appSecret = member(value, 'app_secret');
        if (typeof appId !== 'string' || typeof appSecret !== 'string') return;
        // Before the answer is recorded: the secret must not get into the evidence.
        recorder.addSecret(appSecret);
        created = { appId, appSecret };
      });
      return created;
    },
    configureApplication: (scope, appId, settings) =>
      call(scope, 'PATCH', `/applications/${encodeURIComponent(appId)}`, settings),
  };
}
