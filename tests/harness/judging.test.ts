import { describe, expect, test } from 'vitest';
import { type Check, met, unmet, violated } from '../../harness/check.js';
import { judgeEvidence, UNMET } from '../../harness/judging.js';

/** One requirement that looks at the evidence, and one that nothing is said about. */
const scenario = {
  judge: {
    'X-001': (evidence: object, situation: string): Check[] =>
      'order' in evidence && situation === 'paid' ? [met] : [violated('an order', 'none')],
    'X-002': (): Check[] => [],
  },
};

describe('judgeEvidence', () => {
  test('judges every requirement of the scenario, in the situation', () => {
    const judged = judgeEvidence(scenario, { order: 'a' }, 'paid');
    expect([...judged]).toEqual([
      ['X-001', { verdict: 'pass', remarks: [] }],
      ['X-002', { verdict: 'inconclusive', code: 'nothingToJudge', message: expect.any(String) }],
    ]);
    expect(judgeEvidence(scenario, { order: 'a' }, 'free').get('X-001')).toMatchObject({ verdict: 'fail' });
    expect(judgeEvidence(scenario, {}, 'paid').get('X-001')).toMatchObject({ verdict: 'fail' });
  });

  test('an exercise that could not be carried out is inconclusive for all of them', () => {
    const { kind: _, ...reason } = unmet('noOrderId', 'There is none.') as Extract<Check, { kind: 'unmet' }>;
    const judged = judgeEvidence(scenario, { order: 'a', [UNMET]: reason }, 'paid');
    const judgement = { verdict: 'inconclusive', code: 'noOrderId', message: 'There is none.' };
    expect([...judged]).toEqual([
      ['X-001', judgement],
      ['X-002', judgement],
    ]);
  });

  test('other evidence under that label is evidence', () => {
    expect(judgeEvidence(scenario, { order: 'a', [UNMET]: null }, 'paid').get('X-001')).toMatchObject({
      verdict: 'pass',
    });
  });
});
