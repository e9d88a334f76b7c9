import type { Json } from '../../../harness/exchange.js';
import { type Amount, readAmount } from '../../../protocols/amount.js';

/**
 * The value of an amount in an answer: of plain decimal text, or of a JSON number, which is a mistake of its own (AMT-009). Null
 * for anything else.
 */
export function amountValue(value: Json | undefined): Amount | null {
  return readAmount(typeof value === 'number' ? String(value) : value);
}
