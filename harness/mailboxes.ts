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

/** A delivery as it came in. */
export interface Incoming {
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly method: string;
  /** Path with the query string. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Null when there was more than is read. */
  readonly body: string | null;
}

/** Settings of mailboxes. */
export interface MailboxOptions {
  readonly recorder: Recorder;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Verifies the signature over the received text and says what the delivery is. */
  readonly read: (headers: Readonly<Record<string, string>>, body: string) => DeliveryReading;
  /** Ends all waiting for deliveries. */
  readonly signal?: AbortSignal;
  /** Calls back after so many milliseconds, and returns what takes that back. Default: the real time. */
  readonly after?: (ms: number, task: () => void) => () => void;
}

/** Addresses for webhooks and what arrived there; how it arrives is the business of whoever calls `receive`. */
export interface Mailboxes {
  /** Opens a mailbox. `scope` holds the sensitive values of the exercise it belongs to. */
  open(scope: SensitiveScope, kind?: 'own' | 'default'): Mailbox;
  /** Records a delivery, also one to an unknown address, and says what is answered. */
  receive(incoming: Incoming): InboxAnswer;
}

/** What receivers answer to acknowledge a delivery (docs pages P-PI-DG step 3, P-PO-DG step 4). */
const ACKNOWLEDGED: InboxAnswer = { status: 200, body: 'SUCCESS' };

interface Box {
  readonly scope: SensitiveScope;
  readonly kind: 'own' | 'default';
  readonly deliveries: Exchange[];
  readonly waiting: Set<() => void>;
  answer: (index: number) => InboxAnswer;
}

function afterRealTime(ms: number, task: () => void): () => void {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
}

/** Mailboxes below `{base}/hooks/`. */
export function mailboxesAt(
  base: string,
  { recorder, now, read, signal, after = afterRealTime }: MailboxOptions,
): Mailboxes {
  const boxes = new Map<string, Box>();
  const stray: Box = {
    scope: new SensitiveScope(),
    kind: 'own',
    deliveries: [],
    waiting: new Set(),
    answer: () => ({ status: 404, body: 'no such mailbox' }),
  };
  const waitIn = (
    box: Box,
    enough: (deliveries: readonly Exchange[]) => boolean,
    patienceMs: number,
  ): Promise<readonly Exchange[]> =>
    new Promise((resolve, reject) => {
      const finish = (): void => {
        cancel();
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
      const cancel = after(patienceMs, finish);
      box.waiting.add(look);
      signal?.addEventListener('abort', finish, { once: true });
      look();
    });
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
        waitFor: (enough, patienceMs) => waitIn(box, enough, patienceMs),
      };
    },
    receive({ startedAt, method, path, headers, body }) {
      const box = boxes.get(path.split('?', 1)[0]?.split('/').at(-1) ?? '') ?? stray;
      const answer = body === null ? { status: 413, body: 'too large' } : box.answer(box.deliveries.length);
      const reading = read(headers, body ?? '');
      const exchange = recorder.record(
        {
          kind: 'delivery',
          operation: reading.operation,
          application: reading.application,
          startedAt,
          durationMs: now() - startedAt,
          method,
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
      for (const wake of box.waiting) wake();
      return answer;
    },
  };
}
