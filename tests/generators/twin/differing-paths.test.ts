import { describe, expect, test } from 'vitest';
import { differingPaths } from '../../../generators/twin/differing-paths.js';

describe('differingPaths', () => {
  test.each([
    ['equal values', { a: [1, { b: null }] }, { a: [1, { b: null }] }, []],
    ['the order of members does not count', { a: 1, b: 2 }, { b: 2, a: 1 }, []],
    ['a scalar', { a: 1, b: [1, 2] }, { a: 1, b: [1, 3] }, ['/b/1']],
    ['a missing member', { a: 1, b: { c: 2 } }, { b: {} }, ['/a', '/b/c']],
    ['null is not absent', { a: null }, {}, ['/a']],
    ['text is not a number', { a: '1' }, { a: 1 }, ['/a']],
    ['an array is not an object', { a: ['x'] }, { a: { 0: 'x' } }, ['/a']],
    ['an added element', { a: [1] }, { a: [1, 2, 3] }, ['/a/1', '/a/2']],
    ['escaped names', { 'a/b': { '~': 1 } }, { 'a/b': { '~': 2 } }, ['/a~1b/~0']],
    ['the whole value', 1, 2, ['']],
  ])('%s', (_, a, b, expected) => {
    expect(differingPaths(a, b)).toEqual(expected);
    expect(differingPaths(b, a).sort()).toEqual([...expected].sort());
  });
});
