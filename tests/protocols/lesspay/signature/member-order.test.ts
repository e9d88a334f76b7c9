import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memberOrder, spreadHash } from '../../../../protocols/lesspay/signature/member-order.js';
import { golden } from './fixtures.js';

const names = fc.uniqueArray(fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.stringMatching(/^[AaB]{0,8}$/)), {
  maxLength: 120,
});

describe('memberOrder', () => {
  test.each(golden.member_order.map((each, index) => ({ ...each, number: index + 1 })))(
    '$number: $description',
    ({ members, order }) => {
      expect(memberOrder(members)).toEqual(order);
    },
  );

  test('the hash of a name', () => {
    expect(spreadHash('amount')).toBe(-1_413_809_182);
    expect(spreadHash('')).toBe(0);
  });

  test('loses and invents no name', () => {
    fc.assert(
      fc.property(names, (list) => {
        expect(memberOrder(list).toSorted()).toEqual(list.toSorted());
      }),
    );
  });

  test('is a stable sort by slot where no slot is crowded', () => {
    fc.assert(
      fc.property(names, (list) => {
        let size = 16;
        while (list.length > 0.75 * size) size *= 2;
        const slotIn16 = (name: string): number => spreadHash(name) & 15;
        fc.pre(list.every((name) => list.filter((other) => slotIn16(other) === slotIn16(name)).length <= 8));
        const slot = (name: string): number => spreadHash(name) & (size - 1);
        expect(memberOrder(list)).toEqual(list.toSorted((a, b) => slot(a) - slot(b)));
      }),
    );
  });
});
