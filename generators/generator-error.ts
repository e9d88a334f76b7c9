/** Why a generator refuses to go on. Always a mistake in the code that uses it, never a finding about a target. */
export type GeneratorErrorCode =
  | 'badElementPath'
  | 'notOneElement'
  | 'changeNeverApplies'
  | 'noSuchMessage'
  | 'badOption';

/** A generator was asked for something that it cannot give. `code` is stable; the message says what to change. */
export class GeneratorError extends Error {
  override readonly name = 'GeneratorError';

  constructor(
    readonly code: GeneratorErrorCode,
    message: string,
  ) {
    super(message);
  }
}
