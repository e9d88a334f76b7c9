import * as fc from 'fast-check';
import { equalAmounts, readAmount } from '../../protocols/amount.js';
import { type ElementPath, type Located, locate, stepsOf } from './element-path.js';
import type { Applied, Change, Edit } from './twin.js';

/** The kinds of JSON values that `retype` can turn an element into. */
export type JsonKind = 'string' | 'number' | 'boolean' | 'object' | 'array';

const jsonKinds: readonly JsonKind[] = ['string', 'number', 'boolean', 'object', 'array'];

/** Arrays are short; a larger bound would only make counterexamples longer to shrink. */
const anyIndex = fc.nat({ max: 999 });

/** Leaves the element out. In an array the later elements move up, so there the whole array counts as the element. */
export function remove(path: ElementPath): Change {
  return atElement(path, fc.constant(null), (found) => {
    if (!found.present) return null;
    if (Array.isArray(found.parent)) {
      found.parent.splice(Number(found.key), 1);
      return { element: found.pointer.replace(/\/[^/]*$/, ''), mutation: `element ${found.key} removed` };
    }
    Reflect.deleteProperty(found.parent, found.key);
    return { element: found.pointer, mutation: 'removed' };
  });
}

/**
 * Sets the element to a value, or to one drawn from an arbitrary; adds it when only its parent exists. A value that the element
 * has already is not drawn, nor is a money element's own amount in another spelling (`100` for `100.00`).
 */
export function setTo(path: ElementPath, value: unknown): Change {
  const values: fc.Arbitrary<unknown> = value instanceof fc.Arbitrary ? value : fc.constant(value);
  return atElement(path, values, (found, drawn) => put(found, drawn, `set to ${show(drawn)}`));
}

/** Sets the element to null. */
export function nullify(path: ElementPath): Change {
  return atElement(path, fc.constant(null), (found) => (found.present ? put(found, null, 'set to null') : null));
}

/** Sets the element to the empty string. */
export function blank(path: ElementPath): Change {
  return atElement(path, fc.constant(null), (found) => (found.present ? put(found, '', 'set to ""') : null));
}

/** The three ways in which a member can be missing: left out, null, empty text. */
export function missing(path: ElementPath): Change {
  return oneOf(remove(path), nullify(path), blank(path));
}

/**
 * Replaces the element by a value of another JSON type. Decimal text becomes a number of the same value where a JSON number
 * holds it exactly, so that nothing but the type is wrong.
 */
export function retype(path: ElementPath, to: readonly JsonKind[] = jsonKinds): Change {
  return atElement(path, fc.constantFrom(...to), (found, kind) => {
    if (!found.present || kind === kindOf(found.value)) return null;
    const other = asKind(found.value, kind);
    return put(found, other, `retyped to ${kind} ${show(other)}`);
  });
}

/** Pads the text to exactly `length` characters. Applies to shorter text only. */
export function lengthen(path: ElementPath, length: number): Change {
  return resize(path, (before) => before < length, length);
}

/** Cuts the text to exactly `length` characters. Applies to longer text only. */
export function shorten(path: ElementPath, length: number): Change {
  return resize(path, (before) => before > length, length);
}

/** One of several changes. */
export function oneOf(...changes: readonly [Change, ...Change[]]): Change {
  return fc.oneof(...changes);
}

/** Replaces the element by a function of its value. The change does not apply where the function gives null. */
export function rewrite(
  path: ElementPath,
  next: (value: unknown) => { value: unknown; mutation: string } | null,
): Change {
  return atElement(path, fc.constant(null), (found) => {
    const result = found.present ? next(found.value) : null;
    return result === null ? null : put(found, result.value, result.mutation);
  });
}

/**
 * A change of the element at `path`, for writing further changes: `draw` gives what varies, `edit` changes the parent in place.
 */
export function atElement<T>(
  path: ElementPath,
  draw: fc.Arbitrary<T>,
  edit: (found: Located, drawn: T, message: unknown) => Applied | null,
): Change {
  const steps = stepsOf(path);
  return fc.tuple(anyIndex, draw).map(
    ([pick, drawn]): Edit =>
      (message) => {
        const found = locate(message, steps, pick);
        return found === null ? null : edit(found, drawn, message);
      },
  );
}

/** Puts a value in the element's place. Null, and no edit, when that would not change its meaning. */
export function put(found: Located, value: unknown, mutation: string): Applied | null {
  const before = JSON.stringify(found.value);
  if (found.present && before === JSON.stringify(value)) return null;
  if (isMoney(found) && equalAmounts(found.value, value)) return null;
  Reflect.set(found.parent, found.key, structuredClone(value));
  return { element: found.pointer, mutation: found.present ? mutation : `added, ${mutation}` };
}

/** A value as it appears in the description of a mutation: JSON, cut after 60 characters. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** The members that hold money in every protocol under test are called `amount` or end in `_amount`. */
function isMoney(found: Located): boolean {
  return /(^|_)amount$/i.test(String(found.key));
}

function resize(path: ElementPath, applies: (before: number) => boolean, length: number): Change {
  return atElement(path, fc.constant(null), (found) => {
    if (typeof found.value !== 'string') return null;
    // Characters outside the BMP count once or twice, depending on the platform; without them the length is beyond doubt.
    const text = found.value.replace(/[\u{10000}-\u{10FFFF}]/gu, '');
    if (!applies(text.length)) return null;
    return put(found, text.padEnd(length, 'x').slice(0, length), `set to ${length} characters`);
  });
}

function kindOf(value: unknown): JsonKind | 'null' {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  const kind = jsonKinds.find((known) => known === typeof value);
  return kind ?? 'null';
}

function asKind(value: unknown, kind: JsonKind): unknown {
  switch (kind) {
    case 'string':
      return typeof value === 'number' || typeof value === 'boolean' ? `text ${value}` : 'text';
    case 'number': {
      const exact = readAmount(value);
      const number = exact?.toNumber() ?? Number.NaN;
      return exact?.isEqualTo(String(number)) ? number : 12345;
    }
    case 'boolean':
      return true;
    case 'object':
      return { unexpected: 'object' };
    case 'array':
      return ['unexpected'];
  }
}
