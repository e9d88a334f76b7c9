import type { JsonArray, JsonMember, JsonNode, JsonNumber, JsonObject } from './json-node.js';
import { UnsignableBodyError } from './unsignable-body-error.js';

export type {
  JsonArray,
  JsonBoolean,
  JsonMember,
  JsonNode,
  JsonNull,
  JsonNumber,
  JsonObject,
  JsonSpan,
  JsonString,
} from './json-node.js';

/** Sees every name and number of the text, also of values that a repeated name replaces later. May throw. */
export interface JsonTextGuard {
  name(name: string, offset: number): void;
  number(text: string, offset: number): void;
}

/** Objects and arrays may be nested this deep. */
export const MAX_JSON_DEPTH = 512;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const MINUS = 0x2d;
const PLUS = 0x2b;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;

/** Up to this many members comparing with each is faster than a table of names. */
const FEW_MEMBERS = 16;

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/**
 * Reads strict RFC 8259 text without losing number text, the order of names, integer-like names, repeated names or
 * surrogates without a partner.
 *
 * @throws UnsignableBodyError `INVALID_JSON` for anything else, a leading byte order mark included; `TOO_DEEP` beyond
 * {@link MAX_JSON_DEPTH}; whatever `guard` throws.
 */
export function parseJsonText(text: string, guard?: JsonTextGuard): JsonNode {
  return new Reader(text, guard).document();
}

type MutableMember = { -readonly [K in keyof JsonMember]: JsonMember[K] };

class Reader {
  private at = 0;
  private depth = 0;

  constructor(
    private readonly text: string,
    private readonly guard: JsonTextGuard | undefined,
  ) {}

  document(): JsonNode {
    this.skipBlanks();
    const node = this.value();
    this.skipBlanks();
    if (this.at < this.text.length) throw this.unexpected('the end of the text');
    return node;
  }

  private value(): JsonNode {
    const start = this.at;
    const unit = this.text.charCodeAt(start);
    if (unit === QUOTE) {
      const value = this.string();
      return { kind: 'string', value, start, end: this.at };
    }
    if (unit === OPEN_OBJECT) return this.object();
    if (unit === OPEN_ARRAY) return this.array();
    if (unit === MINUS || (unit >= ZERO && unit <= NINE)) return this.number();
    if (this.text.startsWith('true', start)) {
      this.at += 4;
      return { kind: 'boolean', value: true, start, end: this.at };
    }
    if (this.text.startsWith('false', start)) {
      this.at += 5;
      return { kind: 'boolean', value: false, start, end: this.at };
    }
    if (this.text.startsWith('null', start)) {
      this.at += 4;
      return { kind: 'null', start, end: this.at };
    }
    throw this.unexpected('a JSON value');
  }

  private object(): JsonObject {
    const start = this.at;
    this.enter();
    const members: MutableMember[] = [];
    const repeated: string[] = [];
    let byName: Map<string, MutableMember> | undefined;
    let next = this.skipBlanks();
    if (next === CLOSE_OBJECT) {
      this.leave();
      return { kind: 'object', members, repeated, start, end: this.at };
    }
    for (;;) {
      if (next !== QUOTE) throw this.unexpected('a member name in double quotes');
      const nameStart = this.at;
      const name = this.string();
      const nameEnd = this.at;
      this.guard?.name(name, nameStart);
      if (this.skipBlanks() !== COLON) throw this.unexpected('":"');
      this.at += 1;
      this.skipBlanks();
      const value = this.value();
      const earlier = byName === undefined ? findMember(members, name) : byName.get(name);
      if (earlier === undefined) {
        const member: MutableMember = { name, nameStart, nameEnd, value };
        members.push(member);
        if (byName !== undefined) byName.set(name, member);
        else if (members.length > FEW_MEMBERS) byName = new Map(members.map((each) => [each.name, each]));
      } else {
        earlier.value = value;
        repeated.push(name);
      }
      next = this.skipBlanks();
      if (next === CLOSE_OBJECT) break;
      if (next !== COMMA) throw this.unexpected('"," or "}"');
      this.at += 1;
      next = this.skipBlanks();
    }
    this.leave();
    return { kind: 'object', members, repeated, start, end: this.at };
  }

  private array(): JsonArray {
    const start = this.at;
    this.enter();
    const elements: JsonNode[] = [];
    if (this.skipBlanks() !== CLOSE_ARRAY) {
      for (;;) {
        elements.push(this.value());
        const next = this.skipBlanks();
        if (next === CLOSE_ARRAY) break;
        if (next !== COMMA) throw this.unexpected('"," or "]"');
        this.at += 1;
        this.skipBlanks();
      }
    }
    this.leave();
    return { kind: 'array', elements, start, end: this.at };
  }

  private number(): JsonNumber {
    const start = this.at;
    if (this.text.charCodeAt(this.at) === MINUS) this.at += 1;
    if (this.text.charCodeAt(this.at) === ZERO) this.at += 1;
    else this.digits();
    if (this.text.charCodeAt(this.at) === POINT) {
      this.at += 1;
      this.digits();
    }
    const letter = this.text.charCodeAt(this.at) | 0x20;
    if (letter === 0x65) {
      this.at += 1;
      const sign = this.text.charCodeAt(this.at);
      if (sign === PLUS || sign === MINUS) this.at += 1;
      this.digits();
    }
    const text = this.text.slice(start, this.at);
    this.guard?.number(text, start);
    return { kind: 'number', text, start, end: this.at };
  }

  private digits(): void {
    const start = this.at;
    for (let unit = this.text.charCodeAt(start); unit >= ZERO && unit <= NINE; unit = this.text.charCodeAt(this.at)) {
      this.at += 1;
    }
    if (this.at === start) throw this.unexpected('a digit');
  }

  /** Reads the string at the cursor, decoded. */
  private string(): string {
    const text = this.text;
    const start = this.at + 1;
    let at = start;
    for (;;) {
      const unit = text.charCodeAt(at);
      if (unit === QUOTE) {
        this.at = at + 1;
        return text.slice(start, at);
      }
      // Not `unit < 0x20`: beyond the end of the text `charCodeAt` gives NaN.
      if (unit === BACKSLASH || !(unit >= 0x20)) break;
      at += 1;
    }
    this.at = at;
    return this.stringWithEscapes(text.slice(start, at));
  }

  /** Goes on where `string` met something other than a plain character; `decoded` is what it had read. */
  private stringWithEscapes(decoded: string): string {
    for (;;) {
      const unit = this.text.charCodeAt(this.at);
      if (unit === QUOTE) {
        this.at += 1;
        return decoded;
      }
      if (unit === BACKSLASH) {
        this.at += 1;
        decoded += this.escape();
      } else if (unit >= 0x20) {
        decoded += this.text.charAt(this.at);
        this.at += 1;
      } else {
        throw this.unexpected('a closing quotation mark, with control characters written as escapes');
      }
    }
  }

  private escape(): string {
    const letter = this.text.charAt(this.at);
    if (letter === 'u') {
      const digits = this.text.slice(this.at + 1, this.at + 5);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) throw this.unexpected('"u" and four hexadecimal digits');
      this.at += 5;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const decoded = Object.hasOwn(SHORT_ESCAPES, letter) ? SHORT_ESCAPES[letter] : undefined;
    if (decoded === undefined) throw this.unexpected('one of the escapes of RFC 8259');
    this.at += 1;
    return decoded;
  }

  /** Moves to the next character that is not white space and returns its code unit, NaN at the end. */
  private skipBlanks(): number {
    for (;;) {
      const unit = this.text.charCodeAt(this.at);
      if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return unit;
      this.at += 1;
    }
  }

  private enter(): void {
    this.depth += 1;
    if (this.depth > MAX_JSON_DEPTH) {
      throw new UnsignableBodyError('TOO_DEEP', {
        what: 'The JSON text is nested too deeply',
        offset: this.at,
        received: `level ${this.depth}`,
        expected: `at most ${MAX_JSON_DEPTH} levels of objects and arrays`,
        advice: 'Send a flatter body; no message of this API needs more than ten levels.',
      });
    }
    this.at += 1;
  }

  private leave(): void {
    this.depth -= 1;
    this.at += 1;
  }

  private unexpected(expected: string): UnsignableBodyError {
    const character = this.text.slice(this.at, this.at + 1);
    const bom = this.at === 0 && character === '\ufeff';
    return new UnsignableBodyError('INVALID_JSON', {
      what: 'The text is not valid JSON',
      offset: this.at,
      received: bom ? 'a byte order mark' : character === '' ? 'the end of the text' : JSON.stringify(character),
      expected,
      advice: bom ? 'Remove the byte order mark.' : 'Correct the text; only JSON as in RFC 8259 can be signed.',
    });
  }
}

function findMember(members: readonly MutableMember[], name: string): MutableMember | undefined {
  for (const member of members) if (member.name === name) return member;
  return undefined;
}
