import type { Variant } from '../../reference/lesspay/bite.js';
import { lesspayFaults } from '../../reference/lesspay/faults/index.js';
import { lesspayVariants } from '../../reference/lesspay/variants/index.js';
import { brokenFault, brokenVariant, judgeFault, judgeVariants, type VariantCombination } from './judge-bite.js';
import type { Outcome } from './outcome.js';
import { measureReach } from './reach.js';
import { faultNamed, variantNamed } from './registry.js';

/** One line of the matrix to fill. Plain data: it crosses a thread boundary. */
export type Task =
  | { readonly kind: 'fault'; readonly id: string }
  /** No ids: the platform of Annex A. */
  | { readonly kind: 'variant'; readonly ids: readonly string[] };

/** The id of the platform without any variant. */
export const ANNEX_A = 'annex-a';

/** Several variants at once. */
function combined(variants: readonly Variant[]): VariantCombination {
  const [first, ...more] = variants;
  return {
    id: variants.map(({ id }) => id).join('+') || ANNEX_A,
    behaviour:
      first === undefined
        ? 'The choices of Annex A, and nothing else.'
        : more.length === 0
          ? first.behaviour
          : `${variants.length} variants at once.`,
    changes: variants,
  };
}

/** Does one task in this thread. Never throws for what a platform does. */
export async function carryOut(task: Task, seed: number): Promise<Outcome> {
  // For all at once: the first task waits for it.
  await measureReach([...lesspayFaults, ...lesspayVariants], seed);
  return task.kind === 'fault'
    ? judgeFault(faultNamed(task.id), seed)
    : judgeVariants(combined(task.ids.map(variantNamed)), seed);
}

/** The outcome of a task that could not be carried out to its end. */
export function brokenTask(task: Task, message: string): Outcome {
  return task.kind === 'fault'
    ? brokenFault(faultNamed(task.id), message)
    : brokenVariant(combined(task.ids.map(variantNamed)), message);
}
