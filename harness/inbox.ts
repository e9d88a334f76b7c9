import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Exchange, ExchangeFacts } from './exchange.js';
import { SensitiveScope } from './masking.js';
import type { Recorder } from './recorder.js';

/** What a mailbox answers to a delivery. */
export interface InboxAnswer {
  readonly status: number;
  readonly body: string;
}

/** One address at which webhooks of one exercise arrive. */
export interface Mailbox {
  /** Absolute URL to hand out as `notify_url`. */
  readonly url: string;
  /** All deliveries so far, in order of arrival. */
  deliveries(): readonly Exchange[];
  /** Chooses the answer to the n-th delivery, counted from 0. Until then everything is acknowledged. */
  answerWith(answer: (index: number) => InboxAnswer): void;
  /** Resolves with the deliveries as soon as `enough` holds for them, or after `patienceMs` with what there is. */
  waitFor(enough: (deliveries: readonly Exchange[]) => boolean, patienceMs: number): Promise<readonly Exchange[]>;
}

/** What a protocol knows about a delivery before it is masked. */
export interface DeliveryReading {
  readonly operation: string | null;
  readonly application: string | null;
  readonly facts: ExchangeFacts;
}

/** The merchant's webhook endpoint, played by us. */
export interface Inbox {
  /** Opens a mailbox. `scope` holds the sensitive values of the exercise it belongs to. */
  open(scope: SensitiveScope, kind?: 'own' | 'default'): Mailbox;
  close(): Promise<void>;
}

/** Settings of an inbox. */
export interface InboxOptions {
  readonly recorder: Recorder;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Verifies the signature over the received text and says what the delivery is. */
  readonly read: (headers: Readonly<Record<string, string>>, body: string) => DeliveryReading;
  /** 0: any free port. */
  readonly port?: number;
  /** Ends all waiting for deliveries. */
  readonly signal?: AbortSignal;
  /** The address under which the target reaches us, where it is not this machine's loopback. */
  readonly publicUrl?: string;
}

/** What receivers answer to acknowledge a delivery (docs pages P-PI-DG step 3, P-PO-DG step 4). */
const ACKNOWLEDGED: InboxAnswer = { status: 200, body: 'SUCCESS' };

/** A delivery is read up to here, then refused. A payout webhook of 1,000 details stays below. */
const MAX_DELIVERY_BYTES = 1024 * 1024;

const MOST_DISCARDED_BYTES = 16 * MAX_DELIVERY_BYTES;

interface Box {
  readonly scope: SensitiveScope;
  readonly kind: 'own' | 'default';
  readonly deliveries: Exchange[];
  readonly waiting: Set<() => void>;
  answer: (index: number) => InboxAnswer;
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // What is too large is read on for a while all the same: whoever is cut off while sending never sees the answer.
    if (bytes > MOST_DISCARDED_BYTES) break;
    if (bytes <= MAX_DELIVERY_BYTES) chunks.push(chunk);
  }
  return bytes > MAX_DELIVERY_BYTES ? null : Buffer.concat(chunks).toString('utf8');
}

function headersOf(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}

/** Starts the inbox on 127.0.0.1. Every delivery is recorded, also one that comes late or to an unknown address. */
export async function openInbox({ recorder, now, read, port = 0, publicUrl, signal }: InboxOptions): Promise<Inbox> {
  const boxes = new Map<string, Box>();
  const stray: Box = {
    scope: new SensitiveScope(),
    kind: 'own',
    deliveries: [],
    waiting: new Set(),
    answer: () => ({ status: 404, body: 'no such mailbox' }),
  };

  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const startedAt = now();
    const path = request.url ?? '/';
    const box = boxes.get(path.split('?', 1)[0]?.split('/').at(-1) ?? '') ?? stray;
    const body = await readBody(request);
    const headers = headersOf(request);
    const answer = body === null ? { status: 413, body: 'too large' } : box.answer(box.deliveries.length);
    const reading = read(headers, body ?? '');
    const exchange = recorder.record(
      {
        kind: 'delivery',
        operation: reading.operation,
        application: reading.application,
        startedAt,
        durationMs: now() - startedAt,
        method: request.method ?? 'POST',
        url: path,
        request: { headers, body: body ?? '' },
        answer: {
          kind: 'answer',
          status: answer.status,
          headers: { 'content-type': 'text/plain' },
          body: answer.body,
          bytes: Buffer.byteLength(answer.body),
          truncated: false,
        },
        facts: { ...reading.facts, path: box.kind },
      },
      box.scope,
    );
    box.deliveries.push(exchange);
    response.writeHead(answer.status, { 'content-type': 'text/plain' }).end(answer.body);
    for (const wake of box.waiting) wake();
  };

  const server = createServer((request, response) => {
    receive(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const base = publicUrl?.replace(/\/+$/, '') ?? `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    open(scope, kind = 'own') {
      const name = `m${boxes.size + 1}`;
      const box: Box = { scope, kind, deliveries: [], waiting: new Set(), answer: () => ACKNOWLEDGED };
      boxes.set(name, box);
      return {
        url: `${base}/hooks/${name}`,
        deliveries: () => box.deliveries.slice(),
        answerWith(answer) {
          box.answer = answer;
        },
        waitFor(enough, patienceMs) {
          return new Promise((resolve, reject) => {
            const finish = (): void => {
              clearTimeout(timer);
              box.waiting.delete(look);
              signal?.removeEventListener('abort', finish);
              resolve(box.deliveries.slice());
            };
            const look = (): void => {
              try {
                if (enough(box.deliveries) || signal?.aborted === true) finish();
              } catch (error) {
                reject(error);
                finish();
              }
            };
            const timer = setTimeout(finish, patienceMs);
            box.waiting.add(look);
            signal?.addEventListener('abort', finish, { once: true });
            look();
          });
        },
      };
    },
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
