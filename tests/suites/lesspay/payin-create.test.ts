import { describe, expect, test } from 'vitest';
import { payinCreateScenarios } from '../../../suites/lesspay/payin-create/index.js';
import { judgedOf, scenarioRequirementsOf } from './coverage.js';
import { failedOf, remarksOf, runInProcess, unexpected } from './in-process.js';

describe('PAYIN-CREATE against the reference platform', () => {
  test.each([1, 20_26])('everything passes with seed %i', async (seed) => {
    const run = await runInProcess(payinCreateScenarios, { runs: 5, seed });
    expect(unexpected(run)).toEqual([]);
    expect(remarksOf(run).filter((remark) => !remark.includes('recorded: '))).toEqual([]);
  });

  test('every requirement of the area is judged', () => {
    expect(judgedOf(payinCreateScenarios)).toEqual(scenarioRequirementsOf('PAYIN-CREATE'));
  });
});
