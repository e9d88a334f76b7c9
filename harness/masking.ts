import { ClearValues, readingsOf, UNMISTAKABLE_LENGTH } from './clear-values.js';
import { type ScannedScalar, scanScalars } from './json-scan.js';
import { isJsonText } from './json-text.js';

/** Which members of a protocol's messages hold secrets or personal data. */
export interface SensitiveMembers {
  /** In messages that we write, by member name at any depth: account numbers, names, card data. */
  readonly requests: readonly string[];
  /** In answers and deliveries: masked whatever they hold, for example session tokens. */
  readonly answers: readonly string[];
}

const MASK = '****';
const SECRET = '[secret]';

/** Shorter secrets are masked as well, but that a text holds one says nothing: it may be a word. */
const TELLING_SECRET_LENGTH = 8;

const DEEPEST_EMBEDDING = 3;

/** A part of a text and what is stored in its place. */
interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/** Masks a value: only the last two characters of a long one stay, so that a person can tell two values apart. */
function masked(value: string): string {
  return value.length >= UNMISTAKABLE_LENGTH ? MASK + value.slice(-2).replace(/[^a-zA-Z0-9]/g, '*') : MASK;
}

/** Replaces from left to right; of two that overlap the first one takes the place of both. */
function replaced(text: string, replacements: readonly Replacement[]): string {
  if (replacements.length === 0) return text;
  const sorted = [...replacements].sort((a, b) => a.start - b.start || b.end - a.end);
  const parts: string[] = [];
  let done = 0;
  for (const { start, end, by } of sorted) {
    if (start < done) {
      done = Math.max(done, end);
      continue;
    }
    parts.push(text.slice(done, start), by);
    done = end;
  }
  parts.push(text.slice(done));
  return parts.join('');
}

/** Widens a hit in a JSON number to the whole number, so that what is stored is JSON where the message was. */
function widened(text: string, { start, end }: Replacement, insideString: boolean): { start: number; end: number } {
  if (insideString) return { start, end };
  const isNumeric = (at: number): boolean => /[-+.0-9eE]/.test(text.charAt(at));
  let from = start;
  let to = end;
  while (from > 0 && isNumeric(from - 1)) from -= 1;
  while (to < text.length && isNumeric(to)) to += 1;
  return { start: from, end: to };
}

/** A hit outside of JSON strings becomes a string. */
function keptJson(text: string, hits: readonly Replacement[]): Replacement[] {
  if (hits.length === 0 || !/^\s*[[{0-9-]/.test(text)) return [...hits];
  const kept: Replacement[] = [];
  let inside = false;
  let at = 0;
  let done = 0;
  for (const hit of [...hits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (hit.end <= done) continue;
    for (; at < hit.start; at += 1) {
      const character = text.charAt(at);
      if (character === '\\' && inside) at += 1;
      else if (character === '"') inside = !inside;
    }
    const whole = { ...widened(text, hit, inside), by: inside ? hit.by : JSON.stringify(hit.by) };
    kept.push(whole);
    done = Math.max(done, whole.end);
  }
  return kept;
}

/** JSON text within a JSON string: sensitive members may stand in there as well. */
function isEmbedded({ quoted, value }: ScannedScalar, depth: number): boolean {
  return quoted && depth < DEEPEST_EMBEDDING && /^\s*[[{]/.test(value);
}

/** The replacement of a string or number by a string. */
function inPlaceOf({ start, end, closed }: ScannedScalar, by: string): Replacement {
  const literal = JSON.stringify(by);
  return { start, end, by: closed ? literal : literal.slice(0, -1) };
}

/** `user_name`, `userName` and `User-Name` are one name. */
function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function namesIn(names: readonly string[]): (name: string) => boolean {
  const known = new Set(names.map(plainName));
  const answers = new Map<string, boolean>();
  return (name) => {
    const before = answers.get(name);
    if (before !== undefined) return before;
    const answer = known.has(plainName(name));
    // Names come from the target too: the memory must not grow with what it sends.
    if (answers.size < 1000) answers.set(name, answer);
    return answer;
  };
}

/** The text where no letter, digit or underscore stands beside it. */
function asWord(text: string): RegExp {
  const escaped = text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}_])${escaped}(?![\\p{L}\\p{N}_])`, 'gu');
}

/** Replaces what must not be stored, in raw text, so that everything else stays byte for byte as it was on the wire. */
export class Masker {
  /** What is replaced for each. */
  readonly #secrets = new Map<string, string | RegExp>();
  /** What was sent in any exercise, as a listing may show the orders of others; and the secrets. */
  readonly #everSent = new ClearValues('many');
  readonly #isSensitive: (name: string) => boolean;
  readonly #isSecretMember: (name: string) => boolean;

  constructor(members: SensitiveMembers) {
    this.#isSensitive = namesIn(members.requests);
    this.#isSecretMember = namesIn(members.answers);
  }

  /**
   * Registers an application secret. It is masked wherever it occurs, in whatever is recorded from now on; one of fewer than eight
   * characters only as a word of its own, since as a part of others it would damage what is stored.
   */
  addSecret(secret: string): void {
    if (secret.length === 0) return;
    this.#secrets.set(secret, secret.length >= TELLING_SECRET_LENGTH ? secret : asWord(secret));
    this.#everSent.add(secret, SECRET);
  }

  /** True when the text holds a registered secret of eight or more characters. */
  holdsSecret(text: string): boolean {
    for (const secret of this.#secrets.keys()) {
      if (secret.length >= TELLING_SECRET_LENGTH && text.includes(secret)) return true;
    }
    return this.#everSent.hitsIn(readingsOf(text)).some(({ label }) => label === SECRET);
  }

  /** Masks a body that we send, and remembers the clear values in `scope`. */
  request(text: string, scope: SensitiveScope): string {
    return this.#request(text, scope, 0);
  }

  /** Masks an answer or a delivery: clear values that were sent, the members that are always masked, and secrets. */
  answer(text: string, scope: SensitiveScope): string {
    return this.#answer(text, scope, 0);
  }

  /** Masks text that is no message: a header, a URL, an error message, a string in plain data. */
  text(text: string, scope: SensitiveScope): string {
    if (scope.isShort(text, false)) return MASK;
    const told = /\s/.test(text) ? scope.withoutShort(text) : text;
    return this.#shortSecrets(replaced(told, this.#hitsIn(told)));
  }

  #request(text: string, scope: SensitiveScope, depth: number): string {
    const own: Replacement[] = [];
    // In broken JSON a value may end anywhere. It is masked where it stands, but what it seems to be is not searched for.
    const wellFormed = isJsonText(text);
    scanScalars(text, this.#isSensitive, (scalar) => {
      const { value, quoted, member } = scalar;
      if (member === null) {
        const inner = isEmbedded(scalar, depth) ? this.#request(value, scope, depth + 1) : value;
        if (inner !== value) own.push(inPlaceOf(scalar, inner));
      } else if (value !== '' && (quoted || !/^(?:true|false|null)$/.test(value))) {
        if (wellFormed) {
          scope.remember(member, value);
          this.#everSent.add(value, member);
        }
        own.push(inPlaceOf(scalar, masked(value)));
      }
    });
    return this.#masked(text, own);
  }

  #answer(text: string, scope: SensitiveScope, depth: number): string {
    const own: Replacement[] = [];
    const isNamed = (name: string): boolean => this.#isSecretMember(name) || this.#isSensitive(name);
    scanScalars(text, isNamed, (scalar) => {
      const { value, quoted, member } = scalar;
      if (member !== null && this.#isSecretMember(member)) {
        if (value === '' || !(quoted || /[0-9]/.test(value))) return;
        this.#everSent.add(value, member);
        own.push(inPlaceOf(scalar, masked(value)));
      } else if (quoted && scope.isShort(value, member !== null)) {
        own.push(inPlaceOf(scalar, MASK));
      } else if (quoted) {
        const inner = isEmbedded(scalar, depth) ? this.#answer(value, scope, depth + 1) : value;
        const told = /\s/.test(inner) ? scope.withoutShort(inner) : inner;
        if (told !== value) own.push(inPlaceOf(scalar, this.text(told, scope)));
      }
    });
    return this.#masked(text, own);
  }

  #masked(text: string, own: readonly Replacement[]): string {
    return this.#shortSecrets(replaced(text, [...own, ...keptJson(text, this.#hitsIn(text))]));
  }

  #hitsIn(text: string): Replacement[] {
    // Undoing escapes makes no text longer.
    if (text.length < UNMISTAKABLE_LENGTH) return [];
    const readings = readingsOf(text);
    // What a scope knows was sent, and is therefore among the values ever sent.
    const hits = this.#everSent.hitsIn(readings);
    return hits.map(({ start, end, label, value }) => ({ start, end, by: label === SECRET ? SECRET : masked(value) }));
  }

  #shortSecrets(text: string): string {
    let result = text;
    for (const [secret, pattern] of this.#secrets) {
      if (result.includes(secret)) result = result.replaceAll(pattern, SECRET);
    }
    return result;
  }
}

/** Digits this few are as likely an amount, a code or a year. */
const SHORT_NUMBER = /^[0-9]{1,5}$/;

/** The clear sensitive values sent in one exercise. They live in memory only, to find them again in what comes back. */
export class SensitiveScope {
  readonly #long = new ClearValues('few');
  readonly #short = new Set<string>();

  /** Remembers a clear value under the member's name. */
  remember(member: string, value: string): void {
    if (value.length >= UNMISTAKABLE_LENGTH) this.#long.add(value, member);
    else this.#short.add(value);
  }

  /**
   * True when a string is one of the short values, wholly. Where it is not under the name of a sensitive member, one or two
   * ASCII characters and a few digits are left: they would hit by chance.
   */
  isShort(text: string, underSensitiveName: boolean): boolean {
    if (!this.#short.has(text)) return false;
    return underSensitiveName || !(SHORT_NUMBER.test(text) || /^[\x20-\x7e]{1,2}$/.test(text));
  }

  /** A sentence without the short values of four or more characters that stand in it as words. */
  withoutShort(sentence: string): string {
    let result = sentence;
    for (const value of this.#short) {
      if (value.length < 4 || SHORT_NUMBER.test(value) || !result.includes(value)) continue;
      const word = value.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
      result = result.replace(new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'gu'), MASK);
    }
    return result;
  }

  /** Names of the members whose clear value of nine or more characters occurs in the text, however it is escaped there. */
  clearMembersIn(text: string): string[] {
    return [...new Set(this.#long.hitsIn(readingsOf(text)).map(({ label }) => label))];
  }
}
