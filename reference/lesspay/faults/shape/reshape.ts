import { isJsonObject, type JsonObject, member } from '../../core/json.js';
import { renamed, without } from '../../messages.js';

/** The ways in which a member's form can be wrong. */
export const shapeKinds = ['dropped', 'null', 'otherType', 'renamed', 'emptied'] as const;
export type ShapeKind = (typeof shapeKinds)[number];

/** What a member holds; it decides what another type and what empty means. */
export type MemberForm = 'text' | 'amount' | 'integer' | 'object' | 'array';

/** Each kind of wrong form in words that complete "the member …". */
export const shapeWords: Readonly<Record<ShapeKind, string>> = {
  dropped: 'is missing',
  null: 'is null',
  otherType: 'has another JSON type',
  renamed: 'has another name',
  emptied: 'is empty',
};

/** A name that no document and no reader of the documents knows. */
const OTHER_NAME = 'unheard_of';

function otherType(value: unknown, form: MemberForm): unknown {
  if (value === null || value === undefined) return 7;
  switch (form) {
    case 'text':
      return { value };
    case 'amount':
      return Number(value);
    case 'integer':
      return String(value);
    case 'object':
      return JSON.stringify(value);
    case 'array':
      return Object.fromEntries(Object.entries(value));
  }
}

function empty(form: MemberForm): unknown {
  if (form === 'array') return [];
  return form === 'object' ? {} : '';
}

/** The part of a message with one member in a wrong form. Members are named by dotted paths; one that is not there stays so. */
export function reshaped(part: JsonObject, path: string, form: MemberForm, kind: ShapeKind): JsonObject {
  const [name = '', ...inner] = path.split('.');
  if (!Object.hasOwn(part, name)) return part;
  const value = member(part, name);
  if (inner.length > 0) {
    return isJsonObject(value) ? { ...part, [name]: reshaped(value, inner.join('.'), form, kind) } : part;
  }
  switch (kind) {
    case 'dropped':
      return without(part, name);
    case 'null':
      return { ...part, [name]: null };
    case 'otherType':
      return { ...part, [name]: otherType(value, form) };
    case 'renamed':
      return renamed(part, name, OTHER_NAME);
    case 'emptied':
      return { ...part, [name]: empty(form) };
  }
}
