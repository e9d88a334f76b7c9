import { describe, expect, test } from 'vitest';
import { locate, pointerOf, stepsOf } from '../../../generators/twin/element-path.js';

const message = { list: [{ name: 'a' }, { name: 'b' }, {}], empty: [], text: 'x', inner: { 'a/b': 1 } };

describe('stepsOf', () => {
  test('reads member names, indices and the star', () => {
    expect(stepsOf('payout_order_details[*].e_wallet.provider')).toEqual([
      'payout_order_details',
      '*',
      'e_wallet',
      'provider',
    ]);
    expect(stepsOf('a[12].b')).toEqual(['a', 12, 'b']);
    expect(stepsOf(['a', 0])).toEqual(['a', 0]);
  });

  test.each(['', '.a', 'a..b', 'a[', 'a[x]', '[0]', 'a[*]b'])('refuses %j', (path) => {
    expect(() => stepsOf(path)).toThrow(expect.objectContaining({ name: 'GeneratorError', code: 'badElementPath' }));
  });

  test('refuses no steps at all', () => {
    expect(() => stepsOf([])).toThrow(/element path \[\]/);
  });
});

describe('locate', () => {
  test('finds the element that the pick chooses', () => {
    expect(locate(message, 'list[*].name', 4)).toEqual({
      parent: { name: 'b' },
      key: 'name',
      present: true,
      value: 'b',
      pointer: '/list/1/name',
    });
  });

  test('says when only the parent exists', () => {
    expect(locate(message, 'list[2].name', 0)).toMatchObject({ present: false, pointer: '/list/2/name' });
    expect(locate(message, ['inner', 'a/b'], 0)).toMatchObject({ present: true, value: 1, pointer: '/inner/a~1b' });
  });

  test.each(['text.name', 'empty[*].name', 'list[7].name', 'absent.name', 'list[0].name.more'])(
    'null for %s',
    (path) => {
      expect(locate(message, path, 0)).toBeNull();
    },
  );

  test('inherited members are not elements', () => {
    expect(locate(message, 'toString', 0)).toMatchObject({ present: false, value: undefined });
    expect(locate(message, 'constructor.name', 0)).toBeNull();
  });
});

test('pointerOf escapes', () => {
  expect(pointerOf(['a/b', 0, '~'])).toBe('/a~1b/0/~0');
});
