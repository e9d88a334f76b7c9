import { Agent, request } from 'undici';
import type { Notifications } from '../decisions/notifications.js';

/** What is to be sent. */
export interface Message {
  readonly url: string;
  readonly method: Notifications['method'];
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** What came back. Without an answer `status` is null and `error` says why. */
export interface ReceiverAnswer {
  readonly status: number | null;
  /** At most the first 64 KiB. */
  readonly body: string;
  readonly error: string | null;
}

/** Carries webhooks to receivers. Never rejects: a receiver can do nothing that harms the platform. */
export interface Courier {
  deliver(message: Message): Promise<ReceiverAnswer>;
  close(): Promise<void>;
}

/** A receiver that needs longer has not acknowledged. */
const ATTEMPT_TIMEOUT_MS = 10_000;
/** An acknowledgement has a few bytes; more is not read. */
const LONGEST_BODY_BYTES = 64 * 1024;
/** Per receiver, so that many webhooks at once do not exhaust its sockets. */
const CONNECTIONS = 32;

/** Names that are reserved for documentation and tests (RFC 2606, RFC 6761): examples use them, nobody answers there. */
const RESERVED_HOST = /(^|\.)(example|invalid|test|example\.(com|net|org))$/i;

/** Delivers over HTTP. Redirects are not followed; hosts reserved for documentation are not called. */
export function httpCourier(): Courier {
  const agent = new Agent({ connections: CONNECTIONS, connectTimeout: ATTEMPT_TIMEOUT_MS });
  return {
    deliver: async (message) => {
      try {
        if (RESERVED_HOST.test(new URL(message.url).hostname)) return noAnswer('RESERVED_HOST');
        const response = await request(message.url, {
          method: message.method,
          headers: { ...message.headers },
          body: message.text,
          dispatcher: agent,
          signal: AbortSignal.timeout(ATTEMPT_TIMEOUT_MS),
        });
        return { status: response.statusCode, body: await readStart(response.body), error: null };
      } catch (error) {
        return noAnswer(reasonOf(error));
      }
    },
    close: () => agent.destroy(),
  };
}

function noAnswer(error: string): ReceiverAnswer {
  return { status: null, body: '', error };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UNKNOWN';
  const code: unknown = 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : error.name;
}

async function readStart(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    // Leaving the loop destroys the stream and with it the connection.
    if (size >= LONGEST_BODY_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, LONGEST_BODY_BYTES).toString('utf8');
}
