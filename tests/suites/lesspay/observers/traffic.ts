import type { Exchange, ExchangeFacts, ExchangeIntent } from '../../../../harness/exchange.js';
import type { Observer } from '../../../../harness/observer.js';
import { type OperationName, operations } from '../../../../protocols/lesspay/operations.js';

/** What one recorded exchange is, where it differs from a plain success. */
export interface Traffic {
  readonly operation?: OperationName;
  readonly sent?: unknown;
  readonly status?: number;
  /** The body of the answer: text as it is, anything else as JSON. */
  readonly body?: unknown;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly intent?: ExchangeIntent;
  readonly facts?: ExchangeFacts;
  readonly method?: string;
  readonly path?: string;
  readonly application?: string;
  readonly truncated?: boolean;
}

const textOf = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));

const signed = { 'x-auth-appid': 'app', 'x-auth-timestamp': '1767225600000', 'x-auth-signature': 'ABCDEF01…' };

let count = 0;

/** A request of ours with the answer of an endpoint. */
export function request(traffic: Traffic = {}): Exchange {
  count += 1;
  const { operation = 'createPayout', body = { code: 0, msg: 'SUCCESS', data: {} }, truncated = false } = traffic;
  const text = textOf(body);
  const sent = textOf(traffic.sent ?? {});
  return {
    id: `x${count}`,
    kind: 'request',
    operation,
    application: traffic.application ?? 'first',
    startedAt: '2026-01-01T00:00:00.000Z',
    durationMs: 1,
    method: traffic.method ?? 'POST',
    url: `http://127.0.0.1:1/base${traffic.path ?? operations[operation].path}`,
    request: { headers: traffic.headers ?? signed, body: sent, bytes: sent.length, truncated: false },
    response: {
      status: traffic.status ?? 200,
      headers: { 'content-type': traffic.contentType ?? 'application/json; charset=utf-8' },
      body: text,
      bytes: text.length,
      truncated,
    },
    failure: null,
    facts: traffic.facts ?? {},
    intent: traffic.intent ?? null,
  };
}

/** A webhook to us. */
export function webhook(operation: 'payinWebhook' | 'payoutWebhook', body: object): Exchange {
  const base = request();
  const text = JSON.stringify(body);
  return {
    ...base,
    kind: 'delivery',
    operation,
    url: '/hooks/m1',
    request: { headers: {}, body: text, bytes: text.length, truncated: false },
    response: { status: 200, headers: {}, body: 'SUCCESS', bytes: 7, truncated: false },
  };
}

/** An altered request for a requirement. */
export const altered = (requirement: string, situation = 'default'): ExchangeIntent => ({
  role: 'altered',
  requirement,
  case: situation,
});

/** What an observer says of each exchange: `met`, `remark`, `violated` or `-` for nothing, in order. */
export function says(observers: readonly Observer[], id: string, exchanges: readonly Exchange[]): string[] {
  const observer = observers.find(({ requirement }) => requirement === id);
  if (observer === undefined) throw new Error(`No observer judges ${id}.`);
  const memory = observer.start();
  return exchanges.map((exchange) => {
    const seen = observer.watch(exchange, memory);
    if (seen === null) return '-';
    const checks = 'kind' in seen ? [seen] : seen;
    if (checks.length === 0) return 'empty';
    if (checks.some(({ kind }) => kind === 'violated')) return 'violated';
    return checks.some((check) => check.kind === 'met' && check.remark !== undefined) ? 'remark' : 'met';
  });
}
