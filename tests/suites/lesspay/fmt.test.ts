import { describe, expect, test } from 'vitest';
import { amend, annexA, type Decisions } from '../../../reference/lesspay/decisions.js';
import { fmtScenarios } from '../../../suites/lesspay/fmt/index.js';
import { judgedOf, scenarioRequirementsOf } from './coverage.js';
import { failedOf, remarksOf, runInProcess, unexpected } from './in-process.js';

describe('scenarios of formats', () => {
  test.each([1, 20_263])('pass on the reference platform, seed %i', async (seed) => {
    const run = await runInProcess(fmtScenarios, { runs: 5, seed });
    expect(unexpected(run)).toEqual([]);
    expect(remarksOf(run).filter((remark) => !remark.includes('recorded:'))).toEqual([]);
  });

  test('judge every requirement of the area that is covered by a scenario', () => {
    const judged = judgedOf(fmtScenarios);
    expect(scenarioRequirementsOf('FMT').filter((id) => !judged.includes(id))).toEqual([]);
  });

  test('record what the documents leave open', async () => {
    const open = fmtScenarios.filter(({ id }) => id === 'FMT-004' || id === 'FMT-013');
    const run = await runInProcess(open, { runs: 2 });
    expect(remarksOf(run).map((remark) => remark.replace(/ \(.*$/, ''))).toEqual([
      'FMT-004 FMT-004: recorded: refused with code 11',
      'FMT-013 FMT-013: recorded: refused with code 30001',
    ]);
  });
});

const { syntax } = annexA;

/** A platform that does one thing wrong, and the only requirement that it breaks. */
const lies: readonly (readonly [id: string, what: string, decisions: Decisions])[] = [
  [
    'FMT-003',
    'takes numbers for amounts',
    amend(annexA, 'syntax', { isAmount: (value) => typeof value === 'number' || syntax.isAmount(value) }),
  ],
  ['FMT-008', 'takes any text for a URL', amend(annexA, 'syntax', { isHttpUrl: () => true })],
  [
    'FMT-009',
    'insists on https',
    amend(annexA, 'syntax', {
      isHttpUrl: (value) => !String(value).startsWith('http://shop.') && syntax.isHttpUrl(value),
    }),
  ],
];

describe('a platform that breaks one rule of formats', () => {
  test.each(lies)('%s: it %s', async (id, _what, decisions) => {
    const run = await runInProcess(
      fmtScenarios.filter(({ judge }) => id in judge),
      { runs: 6, decisions },
    );
    expect(failedOf(run)).toContain(id);
    expect(failedOf(run).filter((failed) => failed.startsWith('FMT-00'))).toEqual([id]);
  });
});
