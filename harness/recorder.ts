import type { Exchange, ExchangeFacts, ExchangeIntent, Json } from './exchange.js';
import { type Masker, SensitiveScope } from './masking.js';
import type { WireResult } from './transport.js';

/** One side of an exchange as it was on the wire, before masking. */
export interface ClearMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An exchange as it happened, before masking. */
export interface ClearExchange {
  readonly kind: Exchange['kind'];
  readonly operation: string | null;
  readonly application: string | null;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly durationMs: number;
  readonly method: string;
  readonly url: string;
  readonly request: ClearMessage;
  readonly answer: WireResult;
  readonly facts?: ExchangeFacts;
  readonly intent?: ExchangeIntent;
}

/** Who wants to see every exchange as it is recorded: the evidence file, the observers. */
export type ExchangeListener = (exchange: Exchange) => void;

/** Recorded texts are cut here. A payout of 500 details fits. */
const MAX_RECORDED_CHARACTERS = 256 * 1024;

/** The signature is no secret, but together with the body it can be replayed: only its beginning is kept. */
const SHORTENED_HEADERS = new Set(['x-auth-signature', 'authorization', 'cookie', 'set-cookie']);

/**
 * Turns what happened into evidence: masks, cuts, numbers, and establishes the facts that cannot be judged any more after
 * masking. Nothing reaches a listener, a file or a judge unmasked.
 */
export class Recorder {
  readonly #masker: Masker;
  readonly #listeners: ExchangeListener[] = [];
  readonly #followers = new WeakMap<SensitiveScope, ExchangeListener>();
  readonly #recorded = new WeakSet<object>();
  #count = 0;

  constructor(masker: Masker) {
    this.#masker = masker;
  }

  /** How many exchanges were recorded. */
  get count(): number {
    return this.#count;
  }

  /** Calls `listener` for every exchange from now on. */
  listen(listener: ExchangeListener): void {
    this.#listeners.push(listener);
  }

  /** Calls `listener` for every exchange of one exercise, until the function that is returned is called. */
  follow(scope: SensitiveScope, listener: ExchangeListener): () => void {
    this.#followers.set(scope, listener);
    return () => this.#followers.delete(scope);
  }

  /** Registers an application secret with the masker. */
  addSecret(secret: string): void {
    this.#masker.addSecret(secret);
  }

  /** A scope remembers the clear values of one exercise. */
  openScope(): SensitiveScope {
    return new SensitiveScope();
  }

  /** Records one exchange. */
  record(clear: ClearExchange, scope: SensitiveScope): Exchange {
    this.#count += 1;
    const delivery = clear.kind === 'delivery';
    const received = delivery ? clear.request : clear.answer.kind === 'answer' ? clear.answer : null;
    const fromTarget =
      received === null
        ? ''
        : [received.body, ...Object.values(received.headers), ...(delivery ? [clear.url] : [])].join('\n');
    const request = delivery
      ? this.#message(clear.request, scope, (text) => this.#masker.answer(text, scope))
      : this.#message(clear.request, scope, (text) => this.#masker.request(text, scope));
    const clearMembers = scope.clearMembersIn(fromTarget);
    const secretSeen = clear.kind !== 'control' && this.#masker.holdsSecret(fromTarget);
    const exchange: Exchange = {
      id: `x${this.#count}`,
      kind: clear.kind,
      operation: clear.operation,
      application: clear.application,
      startedAt: new Date(clear.startedAt).toISOString(),
      durationMs: Math.round(clear.durationMs * 100) / 100,
      method: clear.method,
      url: this.#masker.text(clear.url, scope),
      request,
      response:
        clear.answer.kind === 'answer'
          ? {
              status: clear.answer.status,
              ...this.#message(clear.answer, scope, (text) => this.#masker.answer(text, scope)),
              bytes: clear.answer.bytes,
            }
          : null,
      failure:
        clear.answer.kind === 'failure'
          ? { code: clear.answer.code, message: this.#masker.text(clear.answer.message, scope) }
          : null,
      facts: {
        ...clear.facts,
        ...(clearMembers.length === 0 ? {} : { clearMembers }),
        ...(secretSeen ? { secretSeen } : {}),
      },
      intent: clear.intent === undefined ? null : this.#intent(clear.intent, scope),
    };
    this.#recorded.add(exchange);
    for (const listener of this.#listeners) listener(exchange);
    this.#followers.get(scope)?.(exchange);
    return exchange;
  }

  /** Masks plain data that a drive returns beside its exchanges; recorded exchanges in it are masked already. */
  plain(value: Json, scope: SensitiveScope): Json {
    if (typeof value === 'string') return this.#masker.text(value, scope);
    if (typeof value !== 'object' || value === null || this.#recorded.has(value)) return value;
    if (Array.isArray(value)) return value.map((element: Json) => this.plain(element, scope));
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, this.plain(inner, scope)]));
  }

  /** A description of a mutation may quote the value that was set. */
  #intent(intent: ExchangeIntent, scope: SensitiveScope): ExchangeIntent {
    return intent.mutation === undefined ? intent : { ...intent, mutation: this.#masker.text(intent.mutation, scope) };
  }

  #message(message: ClearMessage, scope: SensitiveScope, mask: (text: string) => string): Exchange['request'] {
    const body = mask(message.body);
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(message.headers)) {
      const lower = name.toLowerCase();
      const shown = this.#masker.text(value, scope);
      headers[lower] =
        SHORTENED_HEADERS.has(lower) && shown.length > 8 ? `${shown.slice(0, 8)}…` : shown.slice(0, 2048);
    }
    return {
      headers,
      body: body.slice(0, MAX_RECORDED_CHARACTERS),
      bytes: Buffer.byteLength(message.body),
      truncated: body.length > MAX_RECORDED_CHARACTERS || ('truncated' in message && message.truncated === true),
    };
  }
}
