import { describe, expect, test } from 'vitest';
import { type SlotContent, type Slotted, TreeSlot } from '../../../../protocols/lesspay/signature/tree-slot.js';

const BIT = 64;
const entries = (names: string, high = ''): Slotted[] =>
  [...names].map((name) => ({ name, spread: high.includes(name) ? BIT : 0 }));
const text = (slot: SlotContent<Slotted>): string =>
  (slot instanceof TreeSlot ? slot.entries : slot).map((entry) => entry.name).join('');

describe('TreeSlot', () => {
  // Ascending insertion into a red-black tree: the fourth entry becomes the root with the 8th insertion, the eighth with the 18th.
  test('moves the root of the tree to the front when the slot is made and when the root changes', () => {
    const slot = new TreeSlot(entries('abcdefghi'));
    expect(text(slot)).toBe('dabcefghi');
    for (const entry of entries('jklmnopq')) slot.insert(entry);
    expect(text(slot)).toBe('dabcefghijklmnopq');
    for (const entry of entries('r')) slot.insert(entry);
    expect(text(slot)).toBe('hdabcefgijklmnopqr');
  });

  test('puts a name behind the one that becomes its parent', () => {
    const slot = new TreeSlot(entries('acegikmoq'));
    expect(text(slot)).toBe('gaceikmoq');
    for (const entry of entries('bh')) slot.insert(entry);
    expect(text(slot)).toBe('gabceihkmoq');
  });

  test('orders the tree by the signed hash before the name', () => {
    const slot = new TreeSlot([...'ihgfedcba'].map((name, index) => ({ name, spread: index - 4 })));
    expect(text(slot)).toBe('fihgedcba');
  });

  test('parts of six or fewer become ordinary slots in list order', () => {
    const { low, high } = new TreeSlot(entries('abcdefghi', 'ghi')).split(BIT);
    expect([Array.isArray(low), Array.isArray(high)]).toEqual([true, true]);
    expect([text(low), text(high)]).toEqual(['dabcef', 'ghi']);
  });

  test('a longer part becomes a tree slot of its own', () => {
    const { low, high } = new TreeSlot(entries('abcdefghij', 'hij')).split(BIT);
    expect(low).toBeInstanceOf(TreeSlot);
    expect([text(low), text(high)]).toEqual(['bdacefg', 'hij']);
  });

  test('stays as it is when all entries go the same way', () => {
    const slot = new TreeSlot(entries('abcdefghi'));
    const { low, high } = slot.split(BIT);
    expect(low).toBe(slot);
    expect(high).toEqual([]);
  });
});
