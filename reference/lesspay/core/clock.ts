/** A source of time that can also call back. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs the task once `now()` has reached `atMs`. Returns a function that cancels it. */
  schedule(atMs: number, task: () => void): () => void;
}

interface Appointment {
  readonly atMs: number;
  readonly task: () => void;
}

/**
 * A clock that runs with another one and can be moved forward. Moving it runs every task that became due, in the order of
 * their times.
 */
export class AdvanceableClock implements Clock {
  readonly #base: Clock;
  readonly #planned: (task: () => void) => () => void;
  readonly #appointments: Appointment[] = [];
  #aheadMs = 0;
  #cancelAlarm: () => void = () => {};

  /** @param planned gives what is run in the place of a task, once for each that is planned */
  constructor(base: Clock, planned: (task: () => void) => () => void = (task) => task) {
    this.#base = base;
    this.#planned = planned;
  }

  now(): number {
    return this.#base.now() + this.#aheadMs;
  }

  schedule(atMs: number, task: () => void): () => void {
    const appointment = { atMs, task: this.#planned(task) };
    let low = 0;
    let high = this.#appointments.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#appointments[middle]?.atMs ?? 0) <= atMs) low = middle + 1;
      else high = middle;
    }
    this.#appointments.splice(low, 0, appointment);
    if (low === 0) this.#setAlarm();
    return () => {
      const index = this.#appointments.indexOf(appointment);
      if (index >= 0) this.#appointments.splice(index, 1);
      if (index === 0) this.#setAlarm();
    };
  }

  /** Moves the clock forward by `ms` milliseconds and runs what became due. Returns the new time. */
  advance(ms: number): number {
    this.#aheadMs += ms;
    this.#runDue();
    return this.now();
  }

  /** Cancels every task. */
  stop(): void {
    this.#appointments.length = 0;
    this.#cancelAlarm();
  }

  #setAlarm(): void {
    this.#cancelAlarm();
    const next = this.#appointments[0];
    this.#cancelAlarm =
      next === undefined ? () => {} : this.#base.schedule(next.atMs - this.#aheadMs, () => this.#runDue());
  }

  #runDue(): void {
    for (;;) {
      const next = this.#appointments[0];
      if (next === undefined || next.atMs > this.now()) break;
      this.#appointments.shift();
      next.task();
    }
    this.#setAlarm();
  }
}
