/** A text as it reads once its escapes are undone, with the way back to what was on the wire. */
interface Reading {
  /** In lower case: a name in capitals is still the name. */
  readonly text: string;
  /** For each character: the first and the last offset in the text on the wire; null: the same. */
  readonly origin: { readonly start: Uint32Array; readonly end: Uint32Array } | null;
}

/** Where a clear value stands in a text. */
export interface ClearHit {
  readonly start: number;
  readonly end: number;
  /** What the value was remembered under. */
  readonly label: string;
  readonly value: string;
}

/** Values this long are searched for anywhere in a text; shorter ones would hit by chance. */
export const UNMISTAKABLE_LENGTH = 9;

/** JSON in JSON in JSON is as deep as it gets. */
const MOST_LEVELS = 3;

const ESCAPES =
  /\\u([0-9a-f]{4})|\\(["'\\/bfnrt])|((?:%[0-9a-f]{2})+)|&#([0-9]{1,7});|&#x([0-9a-f]{1,6});|&(amp|lt|gt|quot|apos);/gi;

const CONTROL: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Lower case that changes no length, so that offsets stay, and does not depend on the letters around. */
function lowered(text: string): string {
  const all = text.replaceAll('Σ', 'σ').toLowerCase();
  if (all.length === text.length) return all;
  return Array.from(text, (letter) => {
    const low = letter.toLowerCase();
    return low.length === letter.length ? low : letter;
  }).join('');
}

function fromCodePoint(point: number): string {
  return point <= 0x10ffff ? String.fromCodePoint(point) : '';
}

function percentDecoded(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
}

function unescaped(match: RegExpExecArray): string {
  const [whole, unit, character, percent, decimal, hexadecimal, entity] = match;
  if (unit !== undefined) return String.fromCharCode(Number.parseInt(unit, 16));
  if (character !== undefined) return CONTROL[character] ?? character;
  if (percent !== undefined) return percentDecoded(percent);
  if (decimal !== undefined) return fromCodePoint(Number(decimal));
  if (hexadecimal !== undefined) return fromCodePoint(Number.parseInt(hexadecimal, 16));
  return entity === undefined ? whole : (ENTITIES[entity.toLowerCase()] ?? whole);
}

/** Most texts have no escapes at all; looking costs less than building the way back. */
const MAY_HOLD_ESCAPES = /\\|%[0-9a-f]{2}|&[#a-z]/i;

/** Undoes one level of escapes: of JSON strings, URLs and HTML. Null when there are none. */
function nextReading({ text, origin }: Reading): Reading | null {
  if (!MAY_HOLD_ESCAPES.test(text)) return null;
  const parts: string[] = [];
  const start = new Uint32Array(text.length);
  const end = new Uint32Array(text.length);
  let length = 0;
  let done = 0;
  const keep = (until: number): void => {
    for (let at = done; at < until; at += 1) {
      start[length] = origin?.start[at] ?? at;
      end[length] = origin?.end[at] ?? at;
      length += 1;
    }
    parts.push(text.slice(done, until));
  };
  for (const match of text.matchAll(ESCAPES)) {
    const meaning = lowered(unescaped(match));
    const last = match.index + match[0].length - 1;
    keep(match.index);
    for (let unit = 0; unit < meaning.length; unit += 1) {
      start[length] = origin?.start[match.index] ?? match.index;
      end[length] = origin?.end[last] ?? last;
      length += 1;
    }
    parts.push(meaning);
    done = last + 1;
  }
  if (done === 0) return null;
  keep(text.length);
  return { text: parts.join(''), origin: { start, end } };
}

/** The text as it is on the wire, and with its escapes undone level by level. */
class Readings {
  readonly levels: readonly Reading[];

  constructor(wire: string) {
    const levels: Reading[] = [{ text: lowered(wire), origin: null }];
    for (let level = 0; level < MOST_LEVELS; level += 1) {
      const deepest = levels.at(-1);
      const next = deepest === undefined ? null : nextReading(deepest);
      if (next === null) break;
      levels.push(next);
    }
    this.levels = levels;
  }
}

/** Each text is looked at a few times in a row: by the masker for secrets and clear values, and for the facts. */
const REMEMBERED_TEXTS = 8;
const remembered = new Map<string, Readings>();

/** The readings of a text; those of the last few texts are kept. */
export function readingsOf(wire: string): Readings {
  const known = remembered.get(wire);
  if (known !== undefined) return known;
  const readings = new Readings(wire);
  for (const oldest of remembered.keys()) {
    if (remembered.size < REMEMBERED_TEXTS) break;
    remembered.delete(oldest);
  }
  remembered.set(wire, readings);
  return readings;
}

export type { Readings };

const BASE = 0x01000193;
const LEADING = ((): number => {
  let power = 1;
  for (let index = 1; index < UNMISTAKABLE_LENGTH; index += 1) power = Math.imul(power, BASE);
  return power;
})();

function hashOfStart(text: string): number {
  let hash = 0;
  for (let at = 0; at < UNMISTAKABLE_LENGTH; at += 1) hash = (Math.imul(hash, BASE) + text.charCodeAt(at)) | 0;
  return hash;
}

const DIGIT = /[0-9]/;

/**
 * True for a number that is only a part of a longer one: among the many digits of ids and times every account number stands
 * somewhere by chance.
 */
function isWithinNumber(text: string, at: number, value: string): boolean {
  if (!DIGIT.test(value.charAt(0)) || !DIGIT.test(value.charAt(value.length - 1))) return false;
  return DIGIT.test(text.charAt(at - 1)) || DIGIT.test(text.charAt(at + value.length));
}

/**
 * Clear values of nine or more characters, found again in a text however they are escaped there. The time depends on the
 * length of the text, not on the number of values (Karp and Rabin's rolling hash over the first nine characters).
 */
export class ClearValues {
  /** Set for the lower bits of each hash that a value has: most places of a text are passed over by it. */
  #mayStart: Uint8Array | null = null;
  readonly #byStart = new Map<number, { low: string; value: string; label: string }[]>();
  readonly #known = new Set<string>();
  readonly #lowerBits: number;

  /** @param expected `few` for those of one exercise, `many` for those of a run: how much memory the search takes */
  constructor(expected: 'few' | 'many') {
    this.#lowerBits = expected === 'few' ? 0x3ff : 0xffff;
  }

  /** Remembers a value; shorter ones are left out. */
  add(value: string, label: string): void {
    if (value.length < UNMISTAKABLE_LENGTH || this.#known.has(value)) return;
    this.#known.add(value);
    const spaced = lowered(value);
    for (const low of new Set([spaced, spaced.replaceAll(' ', '+')])) {
      const hash = hashOfStart(low);
      this.#mayStart ??= new Uint8Array(this.#lowerBits + 1);
      this.#mayStart[hash & this.#lowerBits] = 1;
      const same = this.#byStart.get(hash);
      if (same === undefined) this.#byStart.set(hash, [{ low, value, label }]);
      else same.push({ low, value, label });
    }
  }

  /** The places where one of the values stands. Those of different values may overlap. */
  hitsIn({ levels }: Readings): ClearHit[] {
    return this.#mayStart === null ? [] : levels.flatMap((reading) => this.#hitsInReading(reading));
  }

  #hitsInReading({ text, origin }: Reading): ClearHit[] {
    const hits: ClearHit[] = [];
    const mayStart = this.#mayStart;
    const lowerBits = this.#lowerBits;
    if (mayStart === null || text.length < UNMISTAKABLE_LENGTH) return hits;
    /** Up to where a value was found: a long one that repeats itself is not compared at each of its places. */
    const covered = new Map<string, number>();
    let hash = hashOfStart(text);
    for (let at = 0; ; at += 1) {
      if (mayStart[hash & lowerBits] === 1) {
        for (const { low, value, label } of this.#byStart.get(hash) ?? []) {
          if (at < (covered.get(low) ?? 0) || !text.startsWith(low, at) || isWithinNumber(text, at, low)) continue;
          covered.set(low, at + low.length);
          const last = at + low.length - 1;
          hits.push({ start: origin?.start[at] ?? at, end: (origin?.end[last] ?? last) + 1, label, value });
        }
      }
      const next = at + UNMISTAKABLE_LENGTH;
      if (next >= text.length) return hits;
      hash = (Math.imul(hash - Math.imul(text.charCodeAt(at), LEADING), BASE) + text.charCodeAt(next)) | 0;
    }
  }
}
