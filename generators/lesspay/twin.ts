import type * as fc from 'fast-check';
import { memberOrder } from '../../protocols/lesspay/signature/member-order.js';
import { twin as anyTwin, type Change, type Twin, type TwinOptions } from '../twin/twin.js';

export {
  blank,
  type JsonKind,
  lengthen,
  missing,
  nullify,
  oneOf,
  remove,
  retype,
  rewrite,
  setTo,
  shorten,
} from '../twin/changes.js';
export { differingPaths } from '../twin/differing-paths.js';
export type { ElementPath } from '../twin/element-path.js';
export { applyChange, type Change, type Edit, type Twin, type TwinOptions } from '../twin/twin.js';
export { appendDetail, duplicateDetailId, nonPositiveDetail } from './batch-changes.js';
export { byMinorUnits, respell } from './money-changes.js';

/**
 * As `twin` of `generators/twin/twin.ts`; besides, objects inside arrays are written in the member order that the signature uses,
 * so that a member that was added does not also change how the request is signed.
 */
export function twin<M>(base: fc.Arbitrary<M>, change: Change, options: TwinOptions<M> = {}): fc.Arbitrary<Twin<M>> {
  return anyTwin(base, change, options).map((pair) => ({ ...pair, altered: inSigningOrder(pair.altered) }));
}

/** A copy with the members of objects inside arrays in the order of the signature. Nothing is left out, unlike in `orderNeutral`. */
function inSigningOrder<M>(message: M): M {
  // Only the order of members changes, hence the shape stays that of M.
  return reorder(message, false) as M;
}

function reorder(value: unknown, insideArray: boolean): unknown {
  if (Array.isArray(value)) return value.map((element: unknown) => reorder(element, true));
  if (typeof value !== 'object' || value === null) return value;
  const members = new Map<string, unknown>(Object.entries(value));
  const names = insideArray ? memberOrder([...members.keys()]) : [...members.keys()];
  return Object.fromEntries(names.map((name) => [name, reorder(members.get(name), insideArray)]));
}
