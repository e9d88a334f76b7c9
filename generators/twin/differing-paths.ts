import { pointerOf, type Step } from './element-path.js';

/**
 * The JSON pointers of the smallest elements in which two JSON values differ, in document order. A member or element that only
 * one side has counts as one difference. Member order does not count. Empty when the values are equal.
 *
 * @example differingPaths({ a: 1, b: [1, 2] }, { a: 1, b: [1, 3] }) // ['/b/1']
 */
export function differingPaths(a: unknown, b: unknown): string[] {
  return differences(a, b, []);
}

function differences(a: unknown, b: unknown, at: readonly Step[]): string[] {
  if (isObject(a) && isObject(b) && Array.isArray(a) === Array.isArray(b)) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...keys].flatMap((key) =>
      Object.hasOwn(a, key) && Object.hasOwn(b, key)
        ? differences(Reflect.get(a, key), Reflect.get(b, key), [...at, key])
        : [pointerOf([...at, key])],
    );
  }
  return Object.is(a, b) ? [] : [pointerOf(at)];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
