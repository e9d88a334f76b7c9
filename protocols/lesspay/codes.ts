import type { BusinessCode } from './business-code.js';
import type { Product } from './operations.js';
import { payinCodes } from './payin-codes.js';
import { payoutCodes } from './payout-codes.js';

export type { BusinessCode, Trigger } from './business-code.js';
export { type HttpStatus, httpStatuses, retryableHttpStatuses } from './http-statuses.js';
export { fetchPayinMessages, payinCodes } from './payin-codes.js';
export { payoutCodes } from './payout-codes.js';

/** A code of the pay-in table. */
export type PayinCode = (typeof payinCodes)[number]['code'];

/** A code of the payout table. */
export type PayoutCode = (typeof payoutCodes)[number]['code'];

/** The error table of a product, in the order of its document (S001 for pay-in, S000 for payout). */
export const codesOf: Readonly<Record<Product, readonly BusinessCode[]>> = { payin: payinCodes, payout: payoutCodes };

const byCode: Readonly<Record<Product, ReadonlyMap<number, BusinessCode>>> = {
  payin: new Map(payinCodes.map((entry) => [entry.code, entry])),
  payout: new Map(payoutCodes.map((entry) => [entry.code, entry])),
};

/** The row of the product's error table, or undefined for a code that the table does not have. */
export function findCode(product: Product, code: number): BusinessCode | undefined {
  return byCode[product].get(code);
}

/** True when the product's error table has the code. */
export function isDocumentedCode(product: Product, code: number): boolean {
  return byCode[product].has(code);
}

/** True when the documents allow the same request to be sent again after this code. */
export function isRetryableCode(product: Product, code: number): boolean {
  return findCode(product, code)?.retryable ?? false;
}
