import { type OperationName, operationNames, operations } from '../../protocols/lesspay/operations.js';
import { type SignatureReading, signWithReading } from '../../protocols/lesspay/signature/readings.js';
import { UnsignableBodyError } from '../../protocols/lesspay/signature/unsignable-body-error.js';
import type { Exchange, ExchangeFacts, ExchangeIntent } from '../exchange.js';
import type { SensitiveScope } from '../masking.js';
import type { Recorder } from '../recorder.js';
import { sendPatiently } from '../resending.js';
import type { Transport, WireResult } from '../transport.js';
import type { OrderGuard } from './order-guard.js';

/** What the platform issued for an application (docs pages P-PI-OV, P-PO-OV). */
export interface Credentials {
  /** How evidence names the application: `first`, `second`, … */
  readonly name: string;
  readonly appId: string;
  readonly appSecret: string;
}

/** How a request departs from the usual, correctly signed one. */
export interface SendOptions {
  readonly intent?: ExchangeIntent;
  /** The text that is sent. Default: the body as compact JSON. */
  readonly text?: string;
  /** The text that is signed. Default: the text that is sent. */
  readonly signedText?: string;
  /** Default: the application's own secret. */
  readonly secret?: string;
  /** Default: that of the client. */
  readonly reading?: SignatureReading;
  /** Sent instead of the computed signature; null leaves the header out. */
  readonly signature?: string | null;
  /** null leaves the header out. */
  readonly appId?: string | null;
  /** Header text; null leaves the header out. Default: the target's time in milliseconds. */
  readonly timestamp?: string | null;
  readonly headerCase?: 'documented' | 'lower' | 'upper';
  readonly contentType?: string;
  readonly method?: string;
  readonly path?: string;
}

/** A message: a JSON object, or any other JSON value where a scenario sends a wrong one. */
export type Body = object | string | number | null;

type Call = (body: Body, options?: SendOptions) => Promise<Exchange>;

/** A merchant's client: signs, sends, records. One method for each endpoint. */
export type PlatformClient = { readonly [name in OperationName]: Call } & {
  readonly credentials: Credentials;
  /** For code that is generic over the endpoint. */
  call(operation: OperationName, body: Body, options?: SendOptions): Promise<Exchange>;
};

/** What a client needs. */
export interface PlatformClientOptions {
  /** Without a trailing slash. */
  readonly url: string;
  readonly credentials: Credentials;
  readonly transport: Transport;
  readonly recorder: Recorder;
  readonly scope: SensitiveScope;
  /** How requests are signed. Default: `DEMO`, the demo client's. */
  readonly reading?: SignatureReading;
  /** Asked before anything is created; shared by all clients of a run. */
  readonly guard: OrderGuard;
  /** Our clock, milliseconds since the epoch. */
  readonly now: () => number;
  /** The target's clock. */
  readonly platformNow: () => number;
  /** Resolves after so many milliseconds, or when the run is ended. */
  readonly wait: (ms: number) => Promise<void>;
}

/** The endpoints that only ask: sending such a request twice is harmless. */
const ONLY_ASK: ReadonlySet<OperationName> = new Set(['fetchPayin', 'fetchPayout', 'listBanks', 'fetchBalance']);

const HEADER_NAMES = { appId: 'x-auth-appid', timestamp: 'X-Auth-Timestamp', signature: 'x-auth-signature' };

function headersFor(
  values: Record<keyof typeof HEADER_NAMES, string | null>,
  options: SendOptions,
): Record<string, string> {
  const cased = (name: string): string =>
    options.headerCase === 'lower' ? name.toLowerCase() : options.headerCase === 'upper' ? name.toUpperCase() : name;
  const headers: Record<string, string> = { [cased('Content-Type')]: options.contentType ?? 'application/json' };
  for (const [key, name] of Object.entries(HEADER_NAMES) as [keyof typeof HEADER_NAMES, string][]) {
    const value = values[key];
    if (value !== null) headers[cased(name)] = value;
  }
  return headers;
}

/** True for what has the form of a signature and nothing to do with the right one. */
function isOtherDigest(signature: string, ownSignature: () => string): boolean {
  if (!/^[0-9A-F]{64}$/.test(signature)) return false;
  let own = '';
  try {
    own = ownSignature();
  } catch (error) {
    // A body that has no signature: every digest is another one.
    if (!(error instanceof UnsignableBodyError)) throw error;
  }
  return [...signature].filter((digit, place) => digit === own.charAt(place)).length < signature.length / 2;
}

/** In what a request departs from the usual one, as far as its record will not show it: signatures are cut, names are lower case. */
function departuresOf(
  options: SendOptions,
  usual: SignatureReading,
  ownSignature: () => string,
): Pick<ExchangeFacts, 'departures'> {
  const { appId, secret, signedText, reading = usual, signature, headerCase } = options;
  const departures: NonNullable<ExchangeFacts['departures']>[number][] = [];
  if (typeof appId === 'string') departures.push('appId');
  if (typeof signature === 'string') {
    departures.push(isOtherDigest(signature, ownSignature) ? 'otherDigest' : 'signature');
  }
  if (signature === undefined) {
    if (secret !== undefined) departures.push('secret');
    if (signedText !== undefined) departures.push(signedText === '{}' ? 'signedEmptyObject' : 'signedText');
    if (reading !== usual) departures.push('reading');
  }
  if (headerCase === 'lower') departures.push('lowerCaseNames');
  if (headerCase === 'upper') departures.push('upperCaseNames');
  return departures.length === 0 ? {} : { departures };
}

/**
 * A client of one application, within one exercise. A request that is answered with HTTP 429 is sent again with a new timestamp,
 * unless the scenario chose the timestamp; a question whose connection was lost is asked again. What is recorded is the last
 * attempt.
 *
 * Its methods throw `NotAllowed` for a payout where none may be created.
 */
export function platformClient(client: PlatformClientOptions): PlatformClient {
  const { url, credentials, transport, recorder, scope, guard, now, platformNow, wait } = client;
  const call = async (operation: OperationName, body: Body, options: SendOptions = {}): Promise<Exchange> => {
    const text = options.text ?? JSON.stringify(body);
    const usual = client.reading ?? 'DEMO';
    const ownSignature = (): string =>
      signWithReading(options.signedText ?? text, options.secret ?? credentials.appSecret, options.reading ?? usual);
    const signature = options.signature === undefined ? ownSignature() : options.signature;
    const method = options.method ?? 'POST';
    const path = options.path ?? operations[operation].path;
    const address = url + path;
    let headers: Record<string, string> = {};
    let startedAt = now();
    let attempts = 0;
    const attempt = (): Promise<WireResult> => {
      attempts += 1;
      headers = headersFor(
        {
          appId: options.appId === undefined ? credentials.appId : options.appId,
          timestamp: options.timestamp === undefined ? String(Math.round(platformNow())) : options.timestamp,
          signature,
        },
        options,
      );
      startedAt = now();
      return transport.send({ method, url: address, headers, body: method === 'GET' ? null : text });
    };
    const asDocumented = options.path === undefined && options.method === undefined;
    const answer = await guard({ operation, path, text }, () =>
      // A timestamp that the scenario chose would not be the same after a wait.
      options.timestamp !== undefined
        ? attempt()
        : sendPatiently(attempt, { repeatable: asDocumented && ONLY_ASK.has(operation), now: platformNow, wait }),
    );
    return recorder.record(
      {
        kind: 'request',
        operation,
        application: credentials.name,
        startedAt,
        durationMs: now() - startedAt,
        method,
        url: address,
        request: { headers, body: method === 'GET' ? '' : text },
        answer,
        facts: { ...(attempts > 1 ? { attempts } : {}), ...departuresOf(options, usual, ownSignature) },
        ...(options.intent === undefined ? {} : { intent: options.intent }),
      },
      scope,
    );
  };
  const calls = Object.fromEntries(
    operationNames.map((name) => [name, (body: Body, options?: SendOptions) => call(name, body, options)]),
  ) as { [name in OperationName]: Call };
  return { ...calls, credentials, call };
}
