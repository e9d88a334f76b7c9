import { UsageError } from '../../harness/usage-error.js';
import type { Fault, Variant } from '../../reference/lesspay/bite.js';
import { lesspayFaults } from '../../reference/lesspay/faults/index.js';
import { lesspayVariants } from '../../reference/lesspay/variants/index.js';
import { nearestNames } from './nearest.js';

/** The planted defect with the id. @throws UsageError with the nearest names */
export function faultNamed(id: string): Fault {
  return named(id, lesspayFaults, 'fault');
}

/** The conforming variant with the id. @throws UsageError with the nearest names */
export function variantNamed(id: string): Variant {
  return named(id, lesspayVariants, 'variant');
}

function named<Item extends { readonly id: string }>(id: string, items: readonly Item[], what: string): Item {
  const found = items.find((item) => item.id === id);
  if (found !== undefined) return found;
  const near = nearestNames(
    id,
    items.map((item) => item.id),
  );
  throw new UsageError(
    what === 'fault' ? 'UNKNOWN_FAULT' : 'UNKNOWN_VARIANT',
    `There is no ${what} ${JSON.stringify(id)}. ${near.length === 0 ? '' : `Did you mean ${near.join(', ')}? `}List them with: lesspay-conformance serve --list-faults`,
  );
}
