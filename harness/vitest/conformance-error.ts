/** Fails a Vitest test because the target violates a requirement. Its stack is of no use to anybody, so it has none. */
export class ConformanceError extends Error {
  constructor(failures: readonly string[]) {
    super(failures.join('\n'));
    this.name = 'ConformanceError';
    this.stack = `${this.name}: ${this.message}`;
  }
}
