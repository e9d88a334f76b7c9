import type { MessagePart } from '../../messages.js';
import type { MemberForm, ShapeKind } from './reshape.js';

/** The requirements that must fail for each kind of wrong form; kinds that are left out are no fault, see `unplanted`. */
export type MustByKind = Readonly<Partial<Record<ShapeKind, readonly string[]>>>;

/** A member of a message, and what tells that its form is wrong. */
export interface MemberShape {
  readonly part: MessagePart;
  /** Dotted, within the part. */
  readonly path: string;
  readonly form: MemberForm;
  readonly area: string;
  readonly must: MustByKind;
  /** What may fail as a consequence of any of the kinds. */
  readonly may: readonly string[];
}

/** The same requirements for several kinds. */
export function each(kinds: readonly ShapeKind[], ...ids: readonly string[]): MustByKind {
  return Object.fromEntries(kinds.map((kind) => [kind, ids]));
}

/** What must fail for any of these tables, kind by kind. */
export function both(...tables: readonly MustByKind[]): MustByKind {
  const merged = new Map<string, string[]>();
  for (const [kind, ids] of tables.flatMap((table) => Object.entries(table))) {
    merged.set(kind, [...(merged.get(kind) ?? []), ...ids]);
  }
  return Object.fromEntries(merged);
}

/** The member is not where it should be. */
export const gone: readonly ShapeKind[] = ['dropped', 'null', 'renamed'];
/** Its value is there and is none. */
export const worthless: readonly ShapeKind[] = ['otherType', 'emptied'];
/** Every kind. */
export const wrong: readonly ShapeKind[] = [...gone, ...worthless];
/** Every kind that integers have: they have no empty form. */
export const wrongInteger: readonly ShapeKind[] = [...gone, 'otherType'];
