import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { remove, setTo } from '../../../generators/twin/changes.js';
import { applyChange, type Edit, twin } from '../../../generators/twin/twin.js';

const base = fc.record({ id: fc.nat(), list: fc.array(fc.nat(), { minLength: 1 }) }).map((drawn) => ({ ...drawn }));

describe('applyChange', () => {
  const control = { id: 1, list: [{ a: 1 }] };

  test('changes a copy', () => {
    const frozen = structuredClone(control);
    const edit: Edit = (message) => {
      Reflect.set(Object(message), 'id', 2);
      return { element: '/id', mutation: 'set to 2' };
    };
    expect(applyChange(control, edit)).toEqual({
      control: frozen,
      altered: { id: 2, list: [{ a: 1 }] },
      element: '/id',
      mutation: 'set to 2',
    });
    expect(control).toEqual(frozen);
  });

  test('refuses an edit that changes nothing', () => {
    expect(() => applyChange(control, () => ({ element: '/id', mutation: 'nothing' }))).toThrow(
      expect.objectContaining({ code: 'notOneElement', message: expect.stringContaining('differ in nothing') }),
    );
  });

  test.each(['/id', '/list/0/b', '/li'])('refuses an edit of /list/0/a that reports %s', (element) => {
    const edit: Edit = (message) => {
      Reflect.set(Object(message).list[0], 'a', 2);
      return { element, mutation: 'odd' };
    };
    expect(() => applyChange(control, edit)).toThrow(/differ in \/list\/0\/a/);
  });

  test('refuses an edit that changes a second element', () => {
    const edit: Edit = (message) => {
      Reflect.set(Object(message), 'id', 2);
      Reflect.set(Object(message), 'more', 2);
      return { element: '/id', mutation: 'two' };
    };
    expect(() => applyChange(control, edit)).toThrow(expect.objectContaining({ code: 'notOneElement' }));
  });

  test('gives null where the edit does not apply', () => {
    expect(applyChange(control, () => null)).toBeNull();
  });
});

describe('twin', () => {
  test('draws only messages that the change applies to', () => {
    const pairs = fc.sample(twin(base, setTo('id', fc.constantFrom(0, 1))), { seed: 1, numRuns: 300 });
    for (const { control, altered } of pairs) expect(control.id).not.toBe(altered.id);
  });

  test('draws only alterations that the oracle calls broken', () => {
    const pairs = fc.sample(twin(base, setTo('id', fc.nat({ max: 9 })), { breaks: ({ id }) => id > 6 }), {
      seed: 1,
      numRuns: 100,
    });
    expect(new Set(pairs.map(({ altered }) => altered.id))).toEqual(new Set([7, 8, 9]));
  });

  test.each([
    ['an element that never exists', twin(base, remove('absent'))],
    ['an oracle that is never content', twin(base, setTo('id', 'x'), { breaks: () => false })],
  ])('says so instead of searching for ever: %s', (_, never) => {
    expect(() => fc.sample(never, { seed: 1, numRuns: 1 })).toThrow(
      expect.objectContaining({ name: 'GeneratorError', code: 'changeNeverApplies' }),
    );
  });

  test('shrinks control and altered together', () => {
    const result = fc.check(
      fc.property(twin(base, setTo('list[*]', 'x')), () => false),
      { seed: 5 },
    );
    expect(result.counterexample).toEqual([
      { control: { id: 0, list: [0] }, altered: { id: 0, list: ['x'] }, element: '/list/0', mutation: 'set to "x"' },
    ]);
  });
});
