import { describe, expect, test } from 'vitest';
import { changedNames, coverageOf, scenariosReaching } from '../../cli/selftest/coverage.js';
import { countHits, type Hits } from '../../cli/selftest/hit-counters.js';
import { unchecked } from '../../reference/lesspay/decisions/check.js';
import { amend, annexA } from '../../reference/lesspay/decisions.js';
import { lesspayScenarios } from '../../suites/lesspay/index.js';

describe('which scenarios a change can make a difference to', () => {
  test('every one for how answers are written', async () => {
    const changed = amend(annexA, 'envelope', { successStatus: 201 });
    expect((await scenariosReaching(changed, 1)).size).toBeGreaterThan(lesspayScenarios.length * 0.9);
  });

  test('only those that create batches for a rule about batches', async () => {
    const reaching = await scenariosReaching(amend(annexA, 'createBatchRules', { totalIsTheSum: unchecked }), 1);
    expect(reaching).toContain('PAYOUT-BATCH-010');
    expect([...reaching].filter((id) => id.startsWith('PAYIN-CARD'))).toEqual([]);
  });

  test('none where nothing is changed', async () => {
    expect(await scenariosReaching({ ...annexA }, 1)).toEqual(new Set());
  });

  test('most decisions are asked by some scenario', async () => {
    const coverage = await coverageOf(1);
    for (const name of ['steps', 'requestIds.repeatedPayout', 'lookup.isAskedFor', 'notifications.retryDelaysMs']) {
      expect(coverage.get(name)?.size ?? 0, name).toBeGreaterThan(0);
    }
  });
});

describe('what a change changes', () => {
  test('single decisions', () => {
    const changed = amend(amend(annexA, 'envelope', { successStatus: 201 }), 'notifications', { method: 'PUT' });
    expect(changedNames(changed)).toEqual(['envelope.successStatus', 'notifications.method']);
  });

  test('a whole group that lost a member', () => {
    const { totalIsTheSum: _left, ...others } = annexA.createBatchRules;
    const changed = { ...annexA, createBatchRules: others as typeof annexA.createBatchRules };
    expect(changedNames(changed)).toEqual(['createBatchRules']);
  });

  test('the order of the steps', () => {
    expect(changedNames({ ...annexA, steps: [...annexA.steps].reverse() })).toEqual(['steps']);
  });
});

describe('hit counters', () => {
  test('count calls of changed functions and reads of changed values', () => {
    const hits: Hits = new Map();
    const counted = countHits(
      amend(amend(annexA, 'transport', { isJson: () => true }), 'envelope', { successStatus: 201 }),
      hits,
    );
    expect(hits).toEqual(
      new Map([
        ['transport.isJson', 0],
        ['envelope.successStatus', 0],
      ]),
    );
    expect(counted.transport.isJson('text/plain')).toBe(true);
    expect(counted.transport.isAllowedMethod('POST')).toBe(true);
    expect(counted.envelope.successStatus).toBe(201);
    expect(Object.fromEntries(hits)).toEqual({ 'transport.isJson': 1, 'envelope.successStatus': 1 });
  });
});
