import { Pool } from 'undici';

/** One HTTP request, ready to be sent. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** UTF-8 text or exact bytes; null for no body. */
  readonly body: string | Uint8Array | null;
}

/** What came back, or why nothing did. */
export type WireResult =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
      readonly bytes: number;
      readonly truncated: boolean;
    }
  | { readonly kind: 'failure'; readonly code: string; readonly message: string };

/** Sends requests over pooled connections. Nothing that a target does makes it throw. */
export interface Transport {
  send(request: WireRequest): Promise<WireResult>;
  close(): Promise<void>;
}

/** Settings of a transport. */
export interface TransportOptions {
  /** Milliseconds for the whole exchange. */
  readonly timeoutMs: number;
  /** Connections per origin. */
  readonly connections: number;
  /** Aborts everything in flight. */
  readonly signal?: AbortSignal;
}

/** An answer is read up to here; what follows is dropped and the exchange is marked as truncated. 1 MiB holds 1,000 orders. */
const MAX_ANSWER_BYTES = 1024 * 1024;

function failureOf(error: unknown, timeoutMs: number): WireResult {
  if (!(error instanceof Error)) return { kind: 'failure', code: 'UNKNOWN', message: String(error) };
  if (error.name === 'TimeoutError') {
    return { kind: 'failure', code: 'TIMEOUT', message: `no complete answer within ${timeoutMs} ms` };
  }
  if (error.name === 'AbortError') return { kind: 'failure', code: 'ABORTED', message: 'the run was ended' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return { kind: 'failure', code, message: error.message === '' ? code : error.message };
}

function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}

/** A transport on undici's connection pools, one pool per origin. */
export function openTransport({ timeoutMs, connections, signal }: TransportOptions): Transport {
  const pools = new Map<string, Pool>();
  const poolOf = (origin: string): Pool => {
    const known = pools.get(origin);
    if (known !== undefined) return known;
    const pool = new Pool(origin, { connections, allowH2: false, pipelining: 1 });
    pools.set(origin, pool);
    return pool;
  };
  return {
    async send({ method, url, headers, body }) {
      try {
        const { origin, pathname, search } = new URL(url);
        const timeout = AbortSignal.timeout(timeoutMs);
        const answer = await poolOf(origin).request({
          method: method as 'POST',
          path: pathname + search,
          headers: { ...headers },
          body,
          signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
        });
        const chunks: Buffer[] = [];
        let bytes = 0;
        let kept = 0;
        for await (const chunk of answer.body as AsyncIterable<Buffer>) {
          bytes += chunk.length;
          if (kept < MAX_ANSWER_BYTES) {
            chunks.push(chunk.subarray(0, MAX_ANSWER_BYTES - kept));
            kept += Math.min(chunk.length, MAX_ANSWER_BYTES - kept);
          }
          if (bytes > MAX_ANSWER_BYTES) {
            answer.body.destroy();
            break;
          }
        }
        return {
          kind: 'answer',
          status: answer.statusCode,
          headers: flatten(answer.headers),
          body: Buffer.concat(chunks).toString('utf8'),
          bytes,
          truncated: bytes > MAX_ANSWER_BYTES,
        };
      } catch (error) {
        return failureOf(error, timeoutMs);
      }
    },
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.destroy()));
    },
  };
}
