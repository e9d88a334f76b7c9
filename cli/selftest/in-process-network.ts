import { Buffer } from 'node:buffer';
import type { Inbox, InboxOptions } from '../../harness/inbox.js';
import { type Mailboxes, mailboxesAt } from '../../harness/mailboxes.js';
import type { Transport, WireRequest, WireResult } from '../../harness/transport.js';
import type { PlatformRequest, PlatformResponse } from '../../reference/lesspay/core/request.js';
import { LONGEST_BODY_BYTES, readRawRequest } from '../../reference/lesspay/http/raw-request.js';
import type { Courier, Message } from '../../reference/lesspay/webhooks/courier.js';
import type { VirtualTime } from './virtual-time.js';

/** The address of the platform in this network. */
export const PLATFORM_URL = 'http://platform.internal';
const INBOX_URL = 'http://inbox.internal';

/** What each way takes, so that what is sent one after another arrives one after another. */
const LATENCY_MS = 1;

/** Carries requests and webhooks between us and a platform in the same thread, without sockets. */
export interface InProcessNetwork {
  readonly courier: Courier;
  openTransport(handle: (request: PlatformRequest) => PlatformResponse): Transport;
  openInbox(options: InboxOptions): Promise<Inbox>;
}

/** Told about every request when it is sent, and called back with its answer. */
export type WireTap = (request: WireRequest) => (answer: WireResult) => void;

/** A network on virtual time. */
export function inProcessNetwork(time: VirtualTime, tap?: WireTap): InProcessNetwork {
  let boxes: Mailboxes | null = null;
  return {
    courier: {
      async deliver(message) {
        await time.wait(LATENCY_MS);
        if (boxes === null || !message.url.startsWith(`${INBOX_URL}/`)) {
          return { status: null, body: '', error: 'ENOTFOUND' };
        }
        return { ...boxes.receive({ startedAt: time.now(), ...arriving(message) }), error: null };
      },
      close: async () => {},
    },
    openTransport: (handle) => ({
      async send(request) {
        const tell = tap?.(request);
        await time.wait(LATENCY_MS);
        const response = handle(readRawRequest(raw(request)));
        if (response.afterMs !== undefined) await time.wait(response.afterMs);
        const answer = answered(response, time.now());
        tell?.(answer);
        return answer;
      },
      close: async () => {},
    }),
    openInbox: async (options) => {
      boxes = mailboxesAt(INBOX_URL, { ...options, after: (ms, task) => time.after(ms, task) });
      return { open: boxes.open, close: async () => {} };
    },
  };
}

function arriving({ url, method, headers, text }: Message): Omit<Parameters<Mailboxes['receive']>[0], 'startedAt'> {
  return {
    method,
    path: url.slice(INBOX_URL.length),
    headers: {
      ...lowerCased(headers),
      host: new URL(INBOX_URL).host,
      'content-length': String(Buffer.byteLength(text)),
    },
    body: text,
  };
}

function raw({ method, url, headers, body }: WireRequest): Parameters<typeof readRawRequest>[0] {
  const bytes = body === null ? Buffer.alloc(0) : Buffer.from(body);
  const { host, pathname, search } = new URL(url);
  return {
    method,
    target: pathname + search,
    headers: { ...lowerCased(headers), host, 'content-length': String(bytes.length) },
    headerNames: [...Object.keys(headers), 'host', 'content-length'],
    bytes,
    overlong: bytes.length > LONGEST_BODY_BYTES,
  };
}

function answered({ status, headers, body }: PlatformResponse, nowMs: number): WireResult {
  const bytes = Buffer.byteLength(body);
  return {
    kind: 'answer',
    status,
    headers: { ...lowerCased(headers), date: new Date(nowMs).toUTCString(), 'content-length': String(bytes) },
    body,
    bytes,
    truncated: false,
  };
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
