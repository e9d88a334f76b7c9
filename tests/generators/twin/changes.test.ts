import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  blank,
  lengthen,
  missing,
  nullify,
  oneOf,
  remove,
  retype,
  rewrite,
  setTo,
  shorten,
} from '../../../generators/twin/changes.js';
import { applyChange, type Change } from '../../../generators/twin/twin.js';

const message = {
  name: 'abc',
  smile: 'a😀b',
  amount: '100.50',
  precise: '0.12345678901234567890123',
  count: 3,
  flag: false,
  list: ['a', 'b'],
  inner: { a: '' },
};

/** What the change makes of the message, over several draws. */
function altered(change: Change, numRuns = 40) {
  return fc.sample(change, { seed: 2, numRuns }).map((edit) => applyChange(message, edit));
}

const only = (change: Change) => {
  const [first, ...rest] = altered(change, 3);
  for (const other of rest) expect(other).toEqual(first);
  return first ?? null;
};

describe('changes', () => {
  test('remove leaves the member out', () => {
    expect(only(remove('name'))).toMatchObject({ element: '/name', mutation: 'removed' });
    expect(only(remove('name'))?.altered).not.toHaveProperty('name');
    expect(only(remove('absent'))).toBeNull();
  });

  test('remove of an element names the array, because the others move up', () => {
    expect(only(remove('list[0]'))).toMatchObject({
      altered: { list: ['b'] },
      element: '/list',
      mutation: 'element 0 removed',
    });
  });

  test('setTo sets, adds, and refuses what changes nothing', () => {
    expect(only(setTo('name', 'x'))).toMatchObject({ altered: { name: 'x' }, mutation: 'set to "x"' });
    expect(only(setTo('inner.more', 1))).toMatchObject({ element: '/inner/more', mutation: 'added, set to 1' });
    expect(only(setTo('name', 'abc'))).toBeNull();
    expect(only(setTo('list', ['a', 'b']))).toBeNull();
    expect(only(setTo('absent.more', 1))).toBeNull();
  });

  test('setTo does not take another spelling of an amount for a change', () => {
    expect(only(setTo('amount', '100.5'))).toBeNull();
    expect(only(setTo('amount', '100.500'))).toBeNull();
    expect(only(setTo('amount', '100.51'))).toMatchObject({ altered: { amount: '100.51' } });
    expect(only(setTo('amount', 100.5))).toMatchObject({ altered: { amount: 100.5 } });
  });

  test('setTo draws from an arbitrary', () => {
    const values = altered(setTo('name', fc.constantFrom('x', 'y'))).map((pair) => pair?.altered.name);
    expect(new Set(values)).toEqual(new Set(['x', 'y']));
  });

  test('what is set is not shared between the draws', () => {
    const value = { a: 1 };
    expect(only(setTo('inner', value))?.altered.inner).not.toBe(value);
  });

  test('nullify and blank', () => {
    expect(only(nullify('name'))).toMatchObject({ altered: { name: null }, mutation: 'set to null' });
    expect(only(blank('name'))).toMatchObject({ altered: { name: '' }, mutation: 'set to ""' });
    expect(only(blank('inner.a'))).toBeNull();
    expect(only(nullify('absent'))).toBeNull();
  });

  test('missing is all three', () => {
    const mutations = altered(missing('name')).map((pair) => pair?.mutation);
    expect(new Set(mutations)).toEqual(new Set(['removed', 'set to null', 'set to ""']));
  });

  test('retype gives each other JSON type', () => {
    const values = altered(retype('name'), 60).map((pair) => pair?.altered.name);
    expect(new Set(values.map((value) => JSON.stringify(value)))).toEqual(
      new Set([undefined, '12345', 'true', '{"unexpected":"object"}', '["unexpected"]']),
    );
  });

  test('retype keeps the value of an amount where a number holds it exactly', () => {
    expect(only(retype('amount', ['number']))).toMatchObject({ altered: { amount: 100.5 } });
    expect(only(retype('precise', ['number']))).toMatchObject({ altered: { precise: 12345 } });
    expect(only(retype('count', ['string']))).toMatchObject({ altered: { count: 'text 3' } });
    expect(only(retype('count', ['number']))).toBeNull();
  });

  test('retype says what it did', () => {
    expect(only(retype('flag', ['array']))?.mutation).toBe('retyped to array ["unexpected"]');
  });

  test('lengthen and shorten give exactly the length, whatever counts as a character', () => {
    expect(only(lengthen('name', 6))).toMatchObject({ altered: { name: 'abcxxx' }, mutation: 'set to 6 characters' });
    expect(only(lengthen('smile', 5))).toMatchObject({ altered: { smile: 'abxxx' } });
    expect(only(lengthen('name', 3))).toBeNull();
    expect(only(shorten('name', 1))).toMatchObject({ altered: { name: 'a' } });
    expect(only(shorten('name', 3))).toBeNull();
    expect(only(lengthen('count', 9))).toBeNull();
  });

  test('rewrite applies a function of the value', () => {
    const upper = rewrite('name', (value) => ({ value: String(value).toUpperCase(), mutation: 'upper case' }));
    expect(only(upper)).toMatchObject({ altered: { name: 'ABC' }, mutation: 'upper case' });
    expect(only(rewrite('name', () => null))).toBeNull();
  });

  test('oneOf reaches each of its changes', () => {
    const elements = altered(oneOf(remove('name'), nullify('count'), setTo('list[*]', 'x'))).map(
      (pair) => pair?.element,
    );
    expect(new Set(elements)).toEqual(new Set(['/name', '/count', '/list/0', '/list/1']));
  });

  test('long values are cut in the description', () => {
    expect(only(setTo('name', 'y'.repeat(500)))?.mutation).toHaveLength('set to '.length + 60);
  });
});
