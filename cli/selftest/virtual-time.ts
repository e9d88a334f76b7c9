import type { Clock } from '../../reference/lesspay/core/clock.js';

/** Something that waits for its time. */
interface Appointment {
  readonly atMs: number;
  readonly task: () => void;
}

/** Nothing is planned any more, and still the work is not done. */
export class NothingPlannedError extends Error {
  override readonly name = 'NothingPlannedError';
  readonly code = 'NOTHING_PLANNED';

  constructor() {
    super('The run waits for something that will never happen: nothing is planned and nobody is working.');
  }
}

/**
 * Time that passes only while nobody works: as soon as everything waits, it jumps to the next appointment. Five seconds of
 * patience cost nothing, and the same work takes the same course every time.
 */
export class VirtualTime implements Clock {
  readonly #appointments: Appointment[] = [];
  #now: number;

  /** @param startMs milliseconds since the epoch */
  constructor(startMs: number) {
    this.#now = startMs;
  }

  now(): number {
    return this.#now;
  }

  schedule(atMs: number, task: () => void): () => void {
    const appointment = { atMs, task };
    let low = 0;
    let high = this.#appointments.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#appointments[middle]?.atMs ?? 0) <= atMs) low = middle + 1;
      else high = middle;
    }
    this.#appointments.splice(low, 0, appointment);
    return () => {
      const index = this.#appointments.indexOf(appointment);
      if (index >= 0) this.#appointments.splice(index, 1);
    };
  }

  /** Calls back after so many milliseconds; the result takes that back. */
  after(ms: number, task: () => void): () => void {
    return this.schedule(this.#now + ms, task);
  }

  wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.after(ms, resolve);
    });
  }

  /** Lets time pass until the work is done. @throws NothingPlannedError when it never will be */
  async passUntil<T>(work: Promise<T>): Promise<T> {
    let done = false;
    const finished = work.finally(() => {
      done = true;
    });
    // Whoever awaits `finished` below sees a rejection; until then it must not count as unhandled.
    finished.catch(() => {});
    for (;;) {
      await everybodyWaits();
      if (done) return finished;
      if (this.#appointments.length === 0) throw new NothingPlannedError();
      this.#jump();
    }
  }

  /** Everything that is due at the next moment, in the order in which it was planned. */
  #jump(): void {
    const next = this.#appointments[0]?.atMs ?? this.#now;
    this.#now = Math.max(this.#now, next);
    while ((this.#appointments[0]?.atMs ?? Number.POSITIVE_INFINITY) <= this.#now) this.#appointments.shift()?.task();
  }
}

/** Resolves after every promise that could go on has gone on. */
function everybodyWaits(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
