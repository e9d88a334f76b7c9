import type { VerificationProblem } from '../../schemas/report/results.generated.js';

/** More of them help nobody; the rest is counted. */
const MOST_PROBLEMS = 200;

/** Longer texts of a file that cannot be trusted are cut. */
const LONGEST_TEXT = 400;

/** One line without characters that would steer a terminal. */
export function printable(text: string, longest = LONGEST_TEXT): string {
  const cut = text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
  return cut.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/** What was found to be wrong, in the order in which it was found. */
export class Problems {
  readonly #list: VerificationProblem[] = [];
  #leftOut = 0;

  get list(): readonly VerificationProblem[] {
    return this.#list;
  }

  /** How many were found and not kept. */
  get leftOut(): number {
    return this.#leftOut;
  }

  get count(): number {
    return this.#list.length + this.#leftOut;
  }

  add(problem: VerificationProblem): void {
    if (this.#list.length >= MOST_PROBLEMS) {
      this.#leftOut += 1;
      return;
    }
    const { kind, code, where, message, expected, received } = problem;
    this.#list.push({
      kind,
      code,
      where: printable(where),
      message: printable(message, 1000),
      ...(expected === undefined ? {} : { expected: printable(expected) }),
      ...(received === undefined ? {} : { received: printable(received) }),
    });
  }
}
