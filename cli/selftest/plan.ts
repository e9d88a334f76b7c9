import { createHash } from 'node:crypto';
import type { Variant } from '../../reference/lesspay/bite.js';
import { annexA } from '../../reference/lesspay/decisions.js';
import { lesspayFaults } from '../../reference/lesspay/faults/index.js';
import { lesspayVariants } from '../../reference/lesspay/variants/index.js';
import { changedNames } from './changed-decisions.js';
import type { Task } from './task.js';

/** How many random combinations of variants are tried, and how many variants each has at the most. */
const COMBINATIONS = 20;
const LARGEST_COMBINATION = 5;

/** Everything that the self-test does: the plain platform, every variant alone, combinations of them, every fault. */
export function planOf(seed: number): Task[] {
  return [
    { kind: 'variant', ids: [] },
    ...lesspayVariants.map(({ id }): Task => ({ kind: 'variant', ids: [id] })),
    ...combinationsOf(lesspayVariants, seed).map((ids): Task => ({ kind: 'variant', ids })),
    ...lesspayFaults.map(({ id }): Task => ({ kind: 'fault', id })),
  ];
}

/** Combinations of two to five variants that change different decisions, so that each of them takes effect. */
export function combinationsOf(variants: readonly Variant[], seed: number): string[][] {
  const known = variants.map(({ id, change }) => ({ id, changed: changedNames(change(annexA)) }));
  const combinations: string[][] = [];
  for (let index = 0; index < COMBINATIONS; index += 1) {
    const size = 2 + (place(seed, `size ${index}`) % (LARGEST_COMBINATION - 1));
    const shuffled = known
      .map((variant) => ({ ...variant, place: place(seed, `${index} ${variant.id}`) }))
      .sort((a, b) => a.place - b.place);
    const chosen: string[] = [];
    const taken = new Set<string>();
    for (const { id, changed } of shuffled) {
      if (chosen.length === size || changed.some((name) => taken.has(name))) continue;
      chosen.push(id);
      for (const name of changed) taken.add(name);
    }
    if (chosen.length > 1) combinations.push(chosen);
  }
  return combinations;
}

function place(seed: number, what: string): number {
  return createHash('sha256').update(`${seed}\n${what}`).digest().readUInt32BE(0);
}
