import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../core/clock.js';
import type { Notice } from '../core/notices.js';
import type { Notifications } from '../decisions/notifications.js';
import type { Courier } from './courier.js';

/** One attempt to deliver a webhook. */
export interface DeliveryAttempt {
  /** The platform's time, milliseconds since the epoch. */
  readonly at: number;
  /** The HTTP status of the receiver's answer; null when there was none. */
  readonly status: number | null;
  readonly acknowledged: boolean;
  /** Why there was no answer, e.g. `ECONNREFUSED`; null when there was one. */
  readonly error: string | null;
}

/** One webhook with what became of it. */
export interface Delivery {
  readonly url: string;
  readonly state: 'pending' | 'acknowledged' | 'givenUp';
  readonly attempts: readonly DeliveryAttempt[];
}

/** What the outbox works with. */
export interface OutboxParts {
  readonly clock: Clock;
  /** The machine's time: what receivers compare `X-Auth-Timestamp` with. */
  readonly wallNow: () => number;
  readonly notifications: Notifications;
  readonly courier: Courier;
}

/** How long closing waits for receivers that are answering. */
const GRACE_MS = 2_000;

interface Parcel {
  readonly notice: Notice;
  readonly attempts: DeliveryAttempt[];
  state: Delivery['state'];
}

/** Delivers webhooks and repeats them until they are acknowledged or the schedule ends. Nothing survives a restart. */
export class Outbox {
  readonly #parts: OutboxParts;
  readonly #parcels = new Map<string, Parcel[]>();
  readonly #inFlight = new Set<Promise<void>>();
  readonly #cancellations = new Set<() => void>();
  #closed = false;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
  }

  /** Starts delivering. Returns at once. */
  send(notice: Notice): void {
    if (this.#closed) return;
    const parcel: Parcel = { notice, attempts: [], state: 'pending' };
    const ofOrder = this.#parcels.get(notice.payOrderId);
    if (ofOrder === undefined) this.#parcels.set(notice.payOrderId, [parcel]);
    else ofOrder.push(parcel);
    const { clock, notifications } = this.#parts;
    const now = clock.now();
    const delay = notifications.firstDelayMs(ofOrder === undefined ? 0 : ofOrder.length - 1);
    if (delay === 0) this.#attempt(parcel, now);
    else this.#plan(parcel, now + delay);
  }

  /** The webhooks about the order, in the order in which they were raised. */
  deliveries(payOrderId: string): readonly Delivery[] {
    return (this.#parcels.get(payOrderId) ?? []).map(({ notice, state, attempts }) => ({
      url: notice.url,
      state,
      attempts: [...attempts],
    }));
  }

  /** Makes no further attempt, and resolves once those under way are over; receivers that hang are cut off. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const cancel of this.#cancellations) cancel();
    this.#cancellations.clear();
    const timeIsUp = new AbortController();
    const grace = setTimeout(GRACE_MS, undefined, { signal: timeIsUp.signal }).catch(() => undefined);
    await Promise.race([Promise.all(this.#inFlight), grace]);
    timeIsUp.abort();
    await this.#parts.courier.close();
    await Promise.all(this.#inFlight);
  }

  /** @param dueAt when the attempt was due: the next is planned from here, so that a moved clock makes up for all of them */
  #attempt(parcel: Parcel, dueAt: number): void {
    const running = this.#deliver(parcel).then(() => {
      this.#inFlight.delete(running);
      this.#planNext(parcel, dueAt);
    });
    this.#inFlight.add(running);
  }

  async #deliver(parcel: Parcel): Promise<void> {
    const { clock, wallNow, notifications, courier } = this.#parts;
    const at = clock.now();
    const answer = await courier.deliver({
      url: parcel.notice.url,
      method: notifications.method,
      headers: notifications.headers(parcel.notice.signature, wallNow()),
      text: notifications.attemptText(parcel.notice.text, parcel.attempts.length + 1),
    });
    const acknowledged = answer.status !== null && notifications.acknowledged(answer.status, answer.body);
    parcel.attempts.push({ at, status: answer.status, acknowledged, error: answer.error });
    if (acknowledged) parcel.state = 'acknowledged';
  }

  #planNext(parcel: Parcel, dueAt: number): void {
    if (parcel.state !== 'pending') return;
    const delay = this.#parts.notifications.retryDelaysMs[parcel.attempts.length - 1];
    if (delay === undefined) {
      parcel.state = 'givenUp';
      return;
    }
    if (!this.#closed) this.#plan(parcel, dueAt + delay);
  }

  #plan(parcel: Parcel, dueAt: number): void {
    const cancel = this.#parts.clock.schedule(dueAt, () => {
      this.#cancellations.delete(cancel);
      this.#attempt(parcel, dueAt);
    });
    this.#cancellations.add(cancel);
  }
}
