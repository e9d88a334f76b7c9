import { describe, expect, test } from 'vitest';
import { conclude } from '../../reports/conclusion.js';
import { failuresOf, groupByReason } from '../../reports/selections.js';
import type { WaiverResult } from '../../schemas/report/results.generated.js';
import { cleanResult, fullResult, sampleRequirement, sampleResult, smallResult } from './sample-result.js';

const waiver = (state: WaiverResult['state']): WaiverResult => ({
  requirement: 'TRANS-001',
  reason: 'known',
  owner: 'us',
  expires: '2026-03-01',
  state,
  entry: 0,
});

describe('conclude', () => {
  test('a clean run is conformant', () => {
    expect(conclude(cleanResult())).toEqual({
      word: 'conformant',
      because: 'no MUST requirement failed, 1 MUST requirement passed',
      notes: [],
    });
  });

  test('a failed MUST settles it, even when the run was interrupted', () => {
    const result = { ...smallResult(), complete: false, incompleteReason: 'interrupted.' };
    expect(conclude(result)).toEqual({
      word: 'not conformant',
      because: '1 MUST requirement failed',
      notes: ['the run ended early: interrupted'],
    });
  });

  test('a failed SHOULD and a waived MUST do not', () => {
    const result = sampleResult([
      sampleRequirement('A-001'),
      sampleRequirement('A-002', { verdict: 'fail', level: 'SHOULD' }),
      sampleRequirement('A-003', { verdict: 'fail', waived: true }),
    ]);
    expect(conclude(result).word).toBe('conformant');
  });

  test('an interrupted run without a failure proves nothing', () => {
    expect(conclude({ ...cleanResult(), complete: false, conformant: false })).toEqual({
      word: 'incomplete',
      because: 'the run ended early',
      notes: [],
    });
  });

  test('an error of the suite itself proves nothing', () => {
    expect(conclude({ ...cleanResult(), errors: [{ where: 'judge', message: 'TypeError' }] })).toMatchObject({
      word: 'incomplete',
      because: '1 error of the suite itself',
    });
  });

  test('nothing exercised proves nothing', () => {
    const result = sampleResult([sampleRequirement('A-001', { verdict: 'notTested' })], { conformant: false });
    expect(conclude(result)).toMatchObject({
      word: 'incomplete',
      because: 'no MUST requirement could be exercised',
    });
  });

  test.each(['stale', 'unused', 'expired'] as const)('a waiver that is %s is named', (state) => {
    const because = `1 waiver needs attention (1 ${state})`;
    const result = { ...cleanResult(), waivers: [waiver(state), waiver('used'), waiver('notEvaluated')] };
    expect(conclude({ ...result, conformant: false })).toEqual({ word: 'not conformant', because, notes: [] });
    expect(conclude(result)).toMatchObject({ word: 'conformant', notes: [because] });
  });

  test('a restricted run says so', () => {
    const selection = { only: ['IDEM', 'TRANS-001'], level: 'must' as const };
    expect(conclude({ ...cleanResult(), selection }).notes).toEqual([
      'the run was restricted to only IDEM, TRANS-001, level must',
    ]);
  });
});

test('failures come without waiver first, then by level', () => {
  expect(failuresOf(fullResult()).map(({ id }) => id)).toEqual([
    'PAYOUT-BATCH-010',
    'IDEM-003',
    'IDEM-004',
    'IDEM-002',
  ]);
});

test('reasons are grouped by code, the largest group first', () => {
  const notTested = (id: string, code: string, message: string) =>
    sampleRequirement(id, { verdict: 'notTested', reason: { code, message } });
  const requirements = [
    notTested('A-001', 'needsCard', 'No card.'),
    notTested('A-002', 'needsMover', 'No mover.'),
    notTested('A-003', 'needsMover', 'No mover for cards.'),
    sampleRequirement('A-004', { verdict: 'notTested' }),
    sampleRequirement('A-005'),
  ];
  expect(groupByReason(requirements, 'notTested')).toEqual([
    { code: 'needsMover', message: 'No mover.', messages: 2, ids: ['A-002', 'A-003'] },
    { code: 'needsCard', message: 'No card.', messages: 1, ids: ['A-001'] },
    { code: 'unstated', message: 'no reason was recorded', messages: 1, ids: ['A-004'] },
  ]);
});
