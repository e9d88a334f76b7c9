/** Fails a Vitest test because the target violates a requirement. Its stack is of no use to anybody, so it has none. */
export class ConformanceError extends Error {
  /** With these two Allure calls the result failed; without them, broken, which is the word for an error of the suite. */
  readonly expected = 'no violation';
  readonly actual: string;

  constructor(failures: readonly string[]) {
    super(failures.join('\n'));
    this.actual = this.message;
    this.name = 'ConformanceError';
    this.stack = `${this.name}: ${this.message}`;
  }
}
