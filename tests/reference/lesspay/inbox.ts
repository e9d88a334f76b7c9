import { once } from 'node:events';
import { createServer } from 'node:http';
import { sign } from '../../../protocols/lesspay/signature/sign.js';

export interface Received {
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests read into bodies; a wrong path fails the comparison
  readonly body: any;
}

export interface Answer {
  readonly status?: number;
  readonly body?: string;
}

export interface Inbox {
  readonly url: string;
  readonly received: Received[];
  /** What the next requests are answered with; the last stays. */
  answers: Answer[];
  /** Resolves once so many requests have arrived. */
  arrived(count: number): Promise<readonly Received[]>;
  close(): Promise<void>;
}

/** A webhook receiver that keeps everything and answers as told. */
export async function openInbox(): Promise<Inbox> {
  const received: Received[] = [];
  const waiting: (() => void)[] = [];
  const inbox = { answers: [{ status: 200, body: 'SUCCESS' }] as Answer[] };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      received.push({
        path: request.url ?? '',
        method: request.method ?? '',
        headers: request.headers as Record<string, string>,
        text,
        body: JSON.parse(text),
      });
      const answer = inbox.answers.length > 1 ? inbox.answers.shift() : inbox.answers[0];
      response.writeHead(answer?.status ?? 200);
      response.end(answer?.body ?? 'SUCCESS');
      for (const wake of waiting.splice(0)) wake();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return Object.assign(inbox, {
    url: `http://127.0.0.1:${port}`,
    received,
    arrived: async (count: number) => {
      while (received.length < count) await new Promise<void>((wake) => waiting.push(wake));
      return received;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  });
}

export function verifies(delivery: Received, secret: string, operation: 'sign' | 'payin-webhook' = 'sign'): boolean {
  return delivery.headers['x-auth-signature'] === sign(delivery.text, secret, operation);
}
