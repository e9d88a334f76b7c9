import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Mailboxes, type MailboxOptions, mailboxesAt } from './mailboxes.js';

/** The merchant's webhook endpoint, played by us. */
export interface Inbox extends Pick<Mailboxes, 'open'> {
  close(): Promise<void>;
}

/** Settings of an inbox. */
export interface InboxOptions extends MailboxOptions {
  /** 0: any free port. */
  readonly port?: number;
  /** The address under which the target reaches us, where it is not this machine's loopback. */
  readonly publicUrl?: string;
}

/** A delivery is read up to here, then refused. A payout webhook of 1,000 details stays below. */
const MAX_DELIVERY_BYTES = 1024 * 1024;

const MOST_DISCARDED_BYTES = 16 * MAX_DELIVERY_BYTES;

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
export async function openInbox({ port = 0, publicUrl, ...options }: InboxOptions): Promise<Inbox> {
  let boxes: Mailboxes | null = null;
  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const startedAt = options.now();
    const body = await readBody(request);
    const answer = boxes?.receive({
      startedAt,
      method: request.method ?? 'POST',
      path: request.url ?? '/',
      headers: headersOf(request),
      body,
    });
    if (answer === undefined) response.destroy();
    else response.writeHead(answer.status, { 'content-type': 'text/plain' }).end(answer.body);
  };

  const server = createServer((request, response) => {
    receive(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const base = publicUrl?.replace(/\/+$/, '') ?? `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  boxes = mailboxesAt(base, options);

  return {
    open: boxes.open,
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
