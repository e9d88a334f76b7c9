/**
 * Lets exercises run side by side, but a scenario that moves the target's clock or configuration alone. Waiting exclusive
 * work goes first, so that it is not put off for ever.
 */
export class SharedLock {
  #shared = 0;
  #exclusive = false;
  readonly #waiting: { exclusive: boolean; start: () => void }[] = [];

  /** Runs `work` while holding the lock. */
  async hold<T>(exclusive: boolean, work: () => Promise<T>): Promise<T> {
    await this.#acquire(exclusive);
    try {
      return await work();
    } finally {
      if (exclusive) this.#exclusive = false;
      else this.#shared -= 1;
      this.#wake();
    }
  }

  #acquire(exclusive: boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push({ exclusive, start: resolve });
      this.#wake();
    });
  }

  #wake(): void {
    for (;;) {
      const next = this.#waiting.find((waiter) => waiter.exclusive) ?? this.#waiting[0];
      if (next === undefined || this.#exclusive || (next.exclusive && this.#shared > 0)) return;
      this.#waiting.splice(this.#waiting.indexOf(next), 1);
      if (next.exclusive) this.#exclusive = true;
      else this.#shared += 1;
      next.start();
    }
  }
}
