import * as fc from 'fast-check';
import { type Amount, readAmount } from '../../protocols/amount.js';
import { lengths } from '../../protocols/lesspay/limits.js';
import { atElement, put } from '../twin/changes.js';
import type { Change } from '../twin/twin.js';

const DETAILS = 'payout_order_details';

type Detail = Readonly<Record<string, unknown>>;

/** Gives one detail of a batch the `mch_order_id` of another. Applies to batches of two details or more. */
export function duplicateDetailId(): Change {
  return atElement([DETAILS, '*', 'mch_order_id'], fc.nat({ max: 99 }), (found, pick, message) => {
    const details = detailsOf(message);
    const others = details.filter((_, index) => !found.pointer.startsWith(`/${DETAILS}/${index}/`));
    const id = others[pick % Math.max(1, others.length)]?.mch_order_id;
    return id === undefined ? null : put(found, id, `duplicate of ${JSON.stringify(id)}`);
  });
}

/** Adds a detail, a copy of another with an id of its own, while the total stays: the total no longer is the sum. */
export function appendDetail(): Change {
  return atElement([DETAILS], fc.nat({ max: 99 }), (found, pick, message) => {
    const details = detailsOf(message);
    const source = details[pick % Math.max(1, details.length)];
    if (source === undefined || !Array.isArray(found.value)) return null;
    const detail: Detail = { ...source, mch_order_id: unusedId(details) };
    found.value.push(detail);
    return {
      element: `${found.pointer}/${details.length}`,
      mutation: `detail of ${detail.amount} appended, total unchanged`,
    };
  });
}

/**
 * Makes one detail's amount zero or negative and raises another's, so that the total still is the sum: nothing is wrong but the
 * amount. The element is the array, because two of its amounts change together. Applies to two details or more.
 */
export function nonPositiveDetail(): Change {
  const draw = fc.record({ first: fc.nat({ max: 99 }), second: fc.nat({ max: 98 }), negative: fc.boolean() });
  return atElement([DETAILS], draw, (found, { first, second, negative }, message) => {
    const details = detailsOf(message);
    if (details.length < 2) return null;
    const lowered = first % details.length;
    const raised = (lowered + 1 + (second % (details.length - 1))) % details.length;
    const before = [readAmount(details[lowered]?.amount), readAmount(details[raised]?.amount)] as const;
    if (before[0] === null || before[1] === null) return null;
    const places = Math.max(before[0].decimalPlaces() ?? 0, before[1].decimalPlaces() ?? 0);
    const low = negative ? before[0].negated() : before[0].minus(before[0]);
    const high = before[1].plus(before[0]).minus(low);
    const write = (amount: Amount) => amount.toFixed(places);
    const next = details.map((detail, index) => {
      if (index === lowered) return { ...detail, amount: write(low) };
      return index === raised ? { ...detail, amount: write(high) } : detail;
    });
    return put(found, next, `amount ${lowered} set to ${write(low)} and amount ${raised} to ${write(high)}`);
  });
}

function detailsOf(message: unknown): readonly Detail[] {
  const details: unknown = typeof message === 'object' && message !== null ? Reflect.get(message, DETAILS) : undefined;
  return Array.isArray(details) ? details.filter(isDetail) : [];
}

function isDetail(value: unknown): value is Detail {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An id that none of the details has, also when case is ignored. */
function unusedId(details: readonly Detail[]): string {
  const used = new Set(details.map((detail) => String(detail.mch_order_id).toLowerCase()));
  let number = details.length + 1;
  while (used.has(`appended_${number}`)) number += 1;
  return `appended_${number}`.slice(0, lengths.mchOrderId.max);
}
