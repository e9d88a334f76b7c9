import { describe, expect, test } from 'vitest';
import { changedNames } from '../../cli/selftest/changed-decisions.js';
import { nearestNames } from '../../cli/selftest/nearest.js';
import { combinationsOf, planOf } from '../../cli/selftest/plan.js';
import { variantNamed } from '../../cli/selftest/registry.js';
import { annexA } from '../../reference/lesspay/decisions.js';
import { lesspayFaults } from '../../reference/lesspay/faults/index.js';
import { lesspayVariants } from '../../reference/lesspay/variants/index.js';

describe('the plan', () => {
  test('has every fault, every variant alone, the plain platform, and twenty combinations', () => {
    const plan = planOf(1);
    expect(plan.filter(({ kind }) => kind === 'fault')).toHaveLength(lesspayFaults.length);
    expect(plan.filter(({ kind }) => kind === 'variant')).toHaveLength(1 + lesspayVariants.length + 20);
  });

  test('ids are unique', () => {
    const ids = [...lesspayFaults, ...lesspayVariants].map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('combinations are the same for the same seed, and others for another', () => {
    expect(combinationsOf(lesspayVariants, 1)).toEqual(combinationsOf(lesspayVariants, 1));
    expect(combinationsOf(lesspayVariants, 2)).not.toEqual(combinationsOf(lesspayVariants, 1));
  });

  test('the variants of a combination change different decisions', () => {
    for (const ids of combinationsOf(lesspayVariants, 1)) {
      expect(ids.length).toBeGreaterThan(1);
      const changed = ids.flatMap((id) => changedNames(variantNamed(id).change(annexA)));
      expect(changed.filter((name, index) => changed.indexOf(name) !== index)).toEqual([]);
    }
  });
});

describe('the nearest names', () => {
  const names = ['sum-not-compared', 'sum-compared-as-text', 'timestamp-not-checked'];

  test('come with the smallest slip first', () => {
    expect(nearestNames('sum-not-compard', names)[0]).toBe('sum-not-compared');
  });

  test('hold what contains the word', () => {
    expect(nearestNames('timestamp', names)).toEqual(['timestamp-not-checked']);
  });

  test('are none for something else', () => {
    expect(nearestNames('xyzzy', names)).toEqual([]);
  });
});
