import { describe, expect, test } from 'vitest';
import { experiment } from '../../cli/selftest/experiment.js';
import { amend, annexA } from '../../reference/lesspay/decisions.js';

describe('an experiment', () => {
  test('nothing fails on the platform of Annex A, and the same seed gives the same result', async () => {
    const first = await experiment(annexA, 1);
    expect(first.errors).toEqual([]);
    expect(first.requirements.filter(({ verdict }) => verdict === 'fail' || verdict === 'error')).toEqual([]);
    expect(first.requirements.filter(({ verdict }) => verdict === 'pass').length).toBeGreaterThan(200);
    expect(await experiment(annexA, 1)).toEqual(first);
  });

  test('a webhook that never comes is missed, although nobody waits in real time', async () => {
    const silent = amend(annexA, 'notifications', { notifiesPayin: () => false });
    const startedAt = performance.now();
    const { requirements } = await experiment(silent, 1);
    const failed = requirements.filter(({ verdict }) => verdict === 'fail').map(({ area }) => area);
    expect(failed).toContain('WEBHOOK');
    // Many times five seconds of patience passed.
    expect(performance.now() - startedAt).toBeLessThan(60_000);
  });

  test('only the wanted scenarios are run', async () => {
    const started: string[] = [];
    const { exercises } = await experiment(annexA, 1, {
      only: new Set(['STATE-008']),
      within: (scenario, work) => {
        started.push(scenario);
        return work();
      },
    });
    expect(started).toEqual(['STATE-008']);
    expect(exercises).toBe(1);
  });
});
