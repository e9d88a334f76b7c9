import { describe, expect, test } from 'vitest';
import { annexA, type Decisions } from '../../../reference/lesspay/decisions.js';
import { lesspayVariants } from '../../../reference/lesspay/variants/index.js';

type Groups = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The names of the decisions that differ. */
function changedIn(decisions: Decisions): string[] {
  const [before, after] = [annexA as unknown as Groups, decisions as unknown as Groups];
  return Object.keys(before).flatMap((group) =>
    Object.keys({ ...before[group], ...after[group] })
      .filter((name) => before[group]?.[name] !== after[group]?.[name])
      .map((name) => `${group}.${name}`),
  );
}

describe('variants', () => {
  test('there are enough, each with an id of its own, a sentence and a source', () => {
    expect(lesspayVariants.length).toBeGreaterThanOrEqual(80);
    expect(new Set(lesspayVariants.map(({ id }) => id)).size).toBe(lesspayVariants.length);
    expect(lesspayVariants.filter(({ id }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
    expect(lesspayVariants.filter(({ behaviour }) => !behaviour.endsWith('.'))).toEqual([]);
    expect(lesspayVariants.filter(({ source }) => !/[A-Z]+-[A-Z0-9]+|S00[0-3]|Section|PO\(|demo/.test(source))).toEqual(
      [],
    );
  });

  test.each(lesspayVariants.map((variant) => [variant.id, variant] as const))(
    '%s changes decisions, and builds on those that it is given',
    (_id, { change }) => {
      expect(changedIn(change(annexA))).not.toEqual([]);
      const marked: Decisions = { ...annexA, transport: { ...annexA.transport, isAllowedMethod: () => true } };
      expect(change(marked).transport.isAllowedMethod('DELETE')).toBe(true);
    },
  );
});
