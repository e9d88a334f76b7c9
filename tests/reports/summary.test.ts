import { describe, expect, test } from 'vitest';
import { summarise } from '../../reports/summary.js';
import { LEVELS, VERDICTS } from '../../reports/words.js';
import { fullResult, hostileResult, sampleRequirement, smallResult } from './sample-result.js';
import { violationsOf } from './schemas.js';

describe('summarise', () => {
  test('counts by verdict and level', () => {
    const none = { pass: 0, fail: 0, inconclusive: 0, notApplicable: 0, notTested: 0, error: 0 };
    expect(summarise(fullResult().requirements, 60, 123)).toEqual({
      requirements: 11,
      verdicts: { pass: 2, fail: 4, inconclusive: 1, notApplicable: 1, notTested: 2, error: 1 },
      byLevel: {
        MUST: { pass: 1, fail: 2, inconclusive: 1, notApplicable: 1, notTested: 2, error: 1 },
        SHOULD: { ...none, fail: 1 },
        MAY: { ...none, fail: 1 },
        info: { ...none, pass: 1 },
      },
      remarks: 2,
      waived: 1,
      exercises: 60,
      exchanges: 123,
    });
  });

  test('the levels add up to the whole, and the whole to the requirements', () => {
    const summary = summarise(hostileResult().requirements, 0, 0);
    for (const verdict of VERDICTS) {
      const sum = LEVELS.reduce((total, level) => total + summary.byLevel[level][verdict], 0);
      expect(sum).toBe(summary.verdicts[verdict]);
    }
    expect(VERDICTS.reduce((total, verdict) => total + summary.verdicts[verdict], 0)).toBe(summary.requirements);
  });

  test('a remark on a requirement that did not pass is not counted as passed with a remark', () => {
    const remarks = [{ text: 'seen', count: 1 }];
    const requirements = [
      sampleRequirement('A-001', { verdict: 'fail', remarks }),
      sampleRequirement('A-002', { remarks }),
    ];
    expect(summarise(requirements, 0, 0).remarks).toBe(1);
  });
});

test.each([
  ['small', smallResult()],
  ['full', fullResult()],
  ['hostile', hostileResult()],
])('the %s sample is a valid results file', (_name, result) => {
  expect(violationsOf('results', JSON.parse(JSON.stringify(result)))).toEqual([]);
});
