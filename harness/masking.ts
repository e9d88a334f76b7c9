/** Which members of a protocol's messages hold secrets or personal data. */
export interface SensitiveMembers {
  /** In messages that we write, by member name at any depth: account numbers, names, card data. */
  readonly requests: readonly string[];
  /** In answers and deliveries: masked whatever they hold, for example session tokens. */
  readonly answers: readonly string[];
}

const MASK = '****';

/** Values this long are searched for anywhere in an answer; shorter ones only as a whole JSON string, to avoid chance hits. */
const UNMISTAKABLE_LENGTH = 9;

/** Masks a value: only the last two characters of a long one stay, so that a person can tell two values apart. */
function masked(value: string): string {
  return value.length >= UNMISTAKABLE_LENGTH ? `${MASK}${value.slice(-2).replace(/["\\]/g, '*')}` : MASK;
}

function memberPattern(names: readonly string[]): RegExp {
  const alternatives = names.map((name) => name.replace(/[^\w]/g, '\\$&')).join('|');
  return new RegExp(`("(?:${alternatives})"\\s*:\\s*)("(?:[^"\\\\]|\\\\.)*"|-?[0-9][0-9.eE+-]*)`, 'g');
}

function decode(literal: string): string {
  try {
    const value: unknown = JSON.parse(literal);
    return String(value);
  } catch {
    return literal.replaceAll('"', '');
  }
}

/** Replaces what must not be stored, in raw text, so that everything else stays byte for byte as it was on the wire. */
export class Masker {
  readonly #secrets = new Set<string>();
  readonly #requests: RegExp;
  readonly #answers: RegExp;

  constructor(members: SensitiveMembers) {
    this.#requests = memberPattern(members.requests);
    this.#answers = memberPattern(members.answers);
  }

  /** Registers an application secret. It is masked wherever it occurs, in whatever is recorded from now on. */
  addSecret(secret: string): void {
    if (secret.length > 0) this.#secrets.add(secret);
  }

  /** True when the text holds a registered secret. */
  holdsSecret(text: string): boolean {
    for (const secret of this.#secrets) if (text.includes(secret)) return true;
    return false;
  }

  /** Masks all registered secrets. */
  withoutSecrets(text: string): string {
    let result = text;
    for (const secret of this.#secrets) if (result.includes(secret)) result = result.replaceAll(secret, '[secret]');
    return result;
  }

  /** Masks a body that we send, and remembers the clear values in `scope`. */
  request(text: string, scope: SensitiveScope): string {
    return this.withoutSecrets(
      text.replace(this.#requests, (whole, name: string, literal: string) => {
        const clear = decode(literal);
        if (clear === '') return whole;
        scope.remember(name.slice(1, name.indexOf('"', 1)), clear);
        return `${name}"${masked(clear)}"`;
      }),
    );
  }

  /** Masks an answer or a delivery: the clear values of the scope, the members that are always masked, and secrets. */
  answer(text: string, scope: SensitiveScope): string {
    let result = text.replace(
      this.#answers,
      (_whole, name: string, literal: string) => `${name}"${masked(decode(literal))}"`,
    );
    for (const { value, written } of scope.values()) {
      if (value.length >= UNMISTAKABLE_LENGTH) {
        for (const form of written) if (result.includes(form)) result = result.replaceAll(form, masked(value));
      } else {
        for (const form of written)
          if (result.includes(`"${form}"`)) result = result.replaceAll(`"${form}"`, `"${masked(value)}"`);
      }
    }
    return this.withoutSecrets(result);
  }
}

/** The clear sensitive values sent in one exercise. They live in memory only, to find them again in what comes back. */
export class SensitiveScope {
  readonly #values = new Map<string, { member: string; value: string; written: readonly string[] }>();

  /** Remembers a clear value under the member's name. */
  remember(member: string, value: string): void {
    if (this.#values.has(value)) return;
    const escaped = JSON.stringify(value).slice(1, -1);
    this.#values.set(value, { member, value, written: escaped === value ? [value] : [value, escaped] });
  }

  values(): Iterable<{ member: string; value: string; written: readonly string[] }> {
    return this.#values.values();
  }

  /** Names of the members whose clear value of nine or more characters occurs in the text. */
  clearMembersIn(text: string): string[] {
    const found = new Set<string>();
    for (const { member, value, written } of this.#values.values()) {
      if (value.length >= UNMISTAKABLE_LENGTH && written.some((form) => text.includes(form))) found.add(member);
    }
    return [...found];
  }
}
