/** A scalar in JSON text: where it stands, what it says, and under which of the wanted members it stands. */
export interface ScannedScalar {
  /** Offset of the first character, with the quote. */
  readonly start: number;
  /** Offset behind the last character, with the quote. */
  readonly end: number;
  /** The text of a string without escapes; anything else as it is written. */
  readonly value: string;
  readonly quoted: boolean;
  /** False for a string that the text ends in. */
  readonly closed: boolean;
  /** The wanted member that it is the value of, or an element or member of; null: none. */
  readonly member: string | null;
}

const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const BACKSLASH = 0x5c;

/** What ends a word that has no quotes. `&` and `=` as some bodies are forms. */
const BARE_END = new Set([...' \t\r\n,:={}[]"\'&']);

function decode(inner: string): string {
  if (!inner.includes('\\')) return inner;
  try {
    return JSON.parse(`"${inner}"`) as string;
  } catch {
    return inner.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_whole, hex: string | undefined, character: string) =>
      hex === undefined ? character : String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }
}

function quotedEnd(text: string, start: number): number {
  const quote = text.charCodeAt(start);
  let at = start + 1;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit === quote) return at + 1;
    at += unit === BACKSLASH ? 2 : 1;
  }
  return text.length;
}

function bareEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && !BARE_END.has(text.charAt(at))) at += 1;
  return at;
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
}

/**
 * Walks through JSON text and calls `visit` for every scalar that is a value. Forgiving, because what must not be stored may
 * stand in broken text too: unfinished strings, single quotes, names without quotes, forms. Takes time in proportion to the
 * length of the text, whatever is in it.
 */
export function scanScalars(
  text: string,
  isWanted: (member: string) => boolean,
  visit: (scalar: ScannedScalar) => void,
): void {
  const enclosing: (string | null)[] = [];
  let name: string | null = null;
  let at = 0;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    const character = text.charAt(at);
    const outer = enclosing.at(-1) ?? null;
    if (character === '{' || character === '[') {
      enclosing.push(name !== null && isWanted(name) ? name : outer);
      name = null;
      at += 1;
    } else if (character === '}' || character === ']') {
      enclosing.pop();
      name = null;
      at += 1;
    } else if (character === ',' || character === '&') {
      name = null;
      at += 1;
    } else if (isBlank(unit) || character === ':' || character === '=') {
      at += 1;
    } else {
      const quoted = unit === QUOTE || unit === APOSTROPHE;
      const end = quoted ? quotedEnd(text, at) : bareEnd(text, at);
      const closed = quoted && end - at >= 2 && text.charCodeAt(end - 1) === unit;
      const value = quoted ? decode(text.slice(at + 1, closed ? end - 1 : end)) : text.slice(at, end);
      let next = end;
      while (next < text.length && isBlank(text.charCodeAt(next))) next += 1;
      if (text.charAt(next) === ':' || text.charAt(next) === '=') name = value;
      else {
        const member = name !== null && isWanted(name) ? name : outer;
        visit({ start: at, end, value, quoted, closed: closed || !quoted, member });
      }
      at = next;
    }
  }
}
