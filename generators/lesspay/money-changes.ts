import * as fc from 'fast-check';
import { fromMinorUnits, readAmount } from '../../protocols/amount.js';
import { atElement, put } from '../twin/changes.js';
import type { ElementPath } from '../twin/element-path.js';
import type { Change } from '../twin/twin.js';
import { minorDigits, spellings } from './amounts.js';

/**
 * Adds 1 to `max` minor units of the message's currency (cents) to an amount, or takes them away where more than zero remains.
 * The value always changes. `max` defaults to 100.
 */
export function byMinorUnits(path: ElementPath, max = 100): Change {
  const draw = fc.record({ minor: fc.integer({ min: 1, max }), down: fc.boolean() });
  return atElement(path, draw, (found, { minor, down }, message) => {
    const before = readAmount(found.value);
    if (before === null) return null;
    const digits = minorDigits(currencyOf(message));
    const delta = fromMinorUnits(BigInt(minor), digits);
    const lowered = before.minus(delta);
    const subtract = down && lowered.isGreaterThan(0);
    const after = (subtract ? lowered : before.plus(delta)).toFixed(Math.max(digits, before.decimalPlaces() ?? 0));
    return put(found, after, `${found.value} ${subtract ? '-' : '+'} ${delta}`);
  });
}

/** Writes an amount in another spelling of the same value: `100.00` as `100` or `100.0`. A harmless change. */
export function respell(path: ElementPath): Change {
  return atElement(path, fc.nat({ max: 99 }), (found, pick) => {
    if (typeof found.value !== 'string') return null;
    const others = spellings(found.value);
    const other = others[pick % Math.max(1, others.length)];
    if (other === undefined) return null;
    // Not `put`: it refuses an amount that is equal to the one before.
    Reflect.set(found.parent, found.key, other);
    return { element: found.pointer, mutation: `${found.value} spelled ${other}` };
  });
}

function currencyOf(message: unknown): string {
  if (typeof message !== 'object' || message === null) return '';
  const currency: unknown = Reflect.get(message, 'currency') ?? Reflect.get(message, 'target_currency');
  return typeof currency === 'string' ? currency : '';
}
