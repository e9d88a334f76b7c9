import { memberOrder } from './member-order.js';

/**
 * A copy of a plain JSON value that the demo client's reading and every reading that keeps the order of the body sign alike,
 * as far as order and blank members go: in objects inside arrays, at any depth, the members stand in hash-table order and
 * those that are `null`, `""` or `undefined` are left out. Objects outside arrays keep theirs.
 *
 * Elements of arrays stay as they are. JavaScript moves integer-like names (`"10"`) to the front of any object, so bodies
 * with such names inside arrays are not covered, nor are the other exclusions of the signature specification, section 10.
 */
export function orderNeutral<T>(body: T): T {
  // The shape stays that of T but for optional members that are left out.
  return rewrite(body, false) as T;
}

function rewrite(value: unknown, insideArray: boolean): unknown {
  if (Array.isArray(value)) return value.map((element: unknown) => rewrite(element, true));
  if (typeof value !== 'object' || value === null) return value;
  const members = new Map<string, unknown>(Object.entries(value));
  const names = [...members.keys()];
  const kept = insideArray ? memberOrder(names.filter((name) => !isBlank(members.get(name)))) : names;
  // `fromEntries` defines members instead of assigning them, so one named `__proto__` stays a member.
  return Object.fromEntries(kept.map((name) => [name, rewrite(members.get(name), insideArray)]));
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}
