/** What the user gave cannot be used. Nothing was sent. The message says what was received, what is expected and what to do. */
export class UsageError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'UsageError';
    this.code = code;
  }
}

/** The target cannot be tested: it does not answer, refuses the credentials, or is something else. */
export class CannotTestError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'CannotTestError';
    this.code = code;
  }
}
