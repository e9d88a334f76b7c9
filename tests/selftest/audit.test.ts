import { describe, expect, test } from 'vitest';
import { auditFlakes, LOADS } from '../../cli/selftest/audit/flakes.js';
import { auditGenerators } from '../../cli/selftest/audit/generators.js';
import { auditSelection } from '../../cli/selftest/audit/selection.js';
import { lesspayFaults } from '../../reference/lesspay/faults/index.js';

const LONG = 240_000;

describe('the audit', () => {
  test(
    'what generators call valid or invalid is so by both judges',
    async () => {
      const { valid, invalid, onlyPlatform, passedOver, disagreements } = await auditGenerators(1, 1);
      expect(disagreements).toEqual([]);
      expect(valid).toBeGreaterThan(400);
      expect(invalid).toBeGreaterThan(100);
      expect(onlyPlatform).toBeGreaterThan(10);
      expect(passedOver).toBe(0);
    },
    LONG,
  );

  test(
    'the scenarios that are left out make no difference',
    async () => {
      const step = Math.ceil(lesspayFaults.length / 4);
      expect(await auditSelection(1, step)).toEqual({
        faults: Math.ceil(lesspayFaults.length / step),
        differences: [],
      });
    },
    LONG,
  );

  test(
    'no verdict differs under load or latency',
    async () => {
      const seen: string[] = [];
      const { passes, exchanges, differences } = await auditFlakes({
        firstSeed: 1,
        seeds: 1,
        now: () => Date.now(),
        random: () => Math.random(),
        onPass: (seed, load) => seen.push(`${seed} ${load}`),
      });
      expect(differences).toEqual([]);
      expect(passes).toBe(LOADS.length);
      expect(exchanges).toBeGreaterThan(3_000);
      expect(seen).toEqual(LOADS.map((load) => `1 ${load}`));
    },
    LONG,
  );
});
