import { type SlotContent, type Slotted, TreeSlot } from './tree-slot.js';

const FIRST_SIZE = 16;
/** A slot that holds this many names already is crowded when another arrives. */
const CROWDED = 8;
/** From this size on a crowded slot becomes a tree slot; a smaller table doubles instead. */
const SIZE_FOR_TREES = 64;

/**
 * The order in which the platform's hash table returns these names after they were put into it in the given order. One pass;
 * an object inside an array goes through several (signature specification, section 6).
 *
 * @param names without repetitions
 * @example memberOrder(['mch_order_id', 'amount', 'bank_account_name']) // ['bank_account_name', 'amount', 'mch_order_id']
 */
export function memberOrder(names: readonly string[]): string[] {
  return orderSlotted(names.map((name) => ({ name, spread: spreadHash(name) }))).map((entry) => entry.name);
}

/** The hash of a name that decides its slot: a signed 32-bit number (section 6.2). */
export function spreadHash(name: string): number {
  let hash = 0;
  for (let at = 0; at < name.length; at += 1) hash = (Math.imul(31, hash) + name.charCodeAt(at)) | 0;
  return hash ^ (hash >>> 16);
}

/** As {@link memberOrder}, for entries whose hash is known. */
export function orderSlotted<T extends Slotted>(entries: readonly T[]): readonly T[] {
  return orderInSmallestTable(entries) ?? orderInTable(entries);
}

/**
 * Up to twelve names without a crowded slot stay in the table of 16, where the result is the names sorted by slot. Returns
 * null when that does not hold.
 */
function orderInSmallestTable<T extends Slotted>(entries: readonly T[]): readonly T[] | null {
  if (entries.length > 0.75 * FIRST_SIZE) return null;
  const mask = FIRST_SIZE - 1;
  const sorted: T[] = [];
  for (const entry of entries) {
    const slot = entry.spread & mask;
    let at = sorted.length;
    for (; at > 0; at -= 1) {
      const before = sorted[at - 1];
      if (before === undefined || (before.spread & mask) <= slot) break;
      sorted[at] = before;
    }
    sorted[at] = entry;
  }
  for (let at = CROWDED; at < sorted.length; at += 1) {
    const first = sorted[at - CROWDED];
    const last = sorted[at];
    if (first !== undefined && last !== undefined && (first.spread & mask) === (last.spread & mask)) return null;
  }
  return sorted;
}

function orderInTable<T extends Slotted>(entries: readonly T[]): T[] {
  let slots = emptySlots<T>(FIRST_SIZE);
  let count = 0;
  for (const entry of entries) {
    const index = entry.spread & (slots.length - 1);
    const slot = slots[index] ?? [];
    if (slot instanceof TreeSlot) {
      slot.insert(entry);
    } else {
      slot.push(entry);
      if (slot.length > CROWDED) {
        if (slots.length < SIZE_FOR_TREES) slots = doubled(slots);
        else slots[index] = new TreeSlot(slot);
      }
    }
    count += 1;
    if (count > 0.75 * slots.length) slots = doubled(slots);
  }
  return slots.flatMap((slot) => (slot instanceof TreeSlot ? slot.entries : slot));
}

function emptySlots<T extends Slotted>(size: number): SlotContent<T>[] {
  return Array.from({ length: size }, () => []);
}

function doubled<T extends Slotted>(slots: readonly SlotContent<T>[]): SlotContent<T>[] {
  const bit = slots.length;
  const low: SlotContent<T>[] = [];
  const high: SlotContent<T>[] = [];
  for (const slot of slots) {
    if (slot instanceof TreeSlot) {
      const parts = slot.split(bit);
      low.push(parts.low);
      high.push(parts.high);
    } else {
      low.push(slot.filter((entry) => (entry.spread & bit) === 0));
      high.push(slot.filter((entry) => (entry.spread & bit) !== 0));
    }
  }
  return [...low, ...high];
}
