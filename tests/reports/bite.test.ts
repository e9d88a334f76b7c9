import { describe, expect, test } from 'vitest';
import { renderHtml } from '../../reports/html/page.js';
import { renderJunit } from '../../reports/junit.js';
import { renderMarkdown } from '../../reports/markdown.js';
import { renderTerminal } from '../../reports/terminal.js';
import type { BiteScore, RunResult } from '../../schemas/report/results.generated.js';
import { validator } from '../../schemas/validator.js';
import { sampleRequirement, sampleResult } from './sample-result.js';

const bite: BiteScore = {
  version: '0.1.0',
  faults: { total: 300, caught: 299 },
  variants: { total: 40, clean: 40 },
  unproven: ['AUTH-002'],
};

function result(score: BiteScore): RunResult {
  return sampleResult(
    [sampleRequirement('AUTH-001'), sampleRequirement('AUTH-002', { unproven: true }), sampleRequirement('AUTH-003')],
    { bite: score },
  );
}

const render: readonly (readonly [string, (shown: RunResult) => string])[] = [
  ['the terminal', (shown) => renderTerminal(shown, { color: false })],
  ['the summary', renderMarkdown],
  ['the page', renderHtml],
];

describe('the score of the self-test', () => {
  test('is part of a valid results file', () => {
    expect(validator('report/results')(result(bite))).toEqual([]);
  });

  test.each(render)('is shown on %s', (_where, show) => {
    const text = show(result(bite));
    expect(text).toContain('299 of 300 planted faults caught, 40 of 40 conforming platforms clean');
    expect(text).toContain('1 requirement not proven to bite');
  });

  test.each(render)('is not made up where there is none: %s', (_where, show) => {
    expect(show(sampleResult([sampleRequirement('AUTH-001')]))).not.toContain('planted faults');
  });

  test.each(render)('is called out of date: %s', (_where, show) => {
    const text = show(result({ ...bite, outOfDate: true }));
    expect(text).toContain('bite score out of date');
    expect(text).not.toContain('299 of 300');
  });
});

describe('a requirement that passed without being proven to bite', () => {
  test('is named in the summary', () => {
    expect(renderMarkdown(result(bite))).toContain('<summary>Passed, not proven to bite (1)</summary>\n\nAUTH-002\n');
  });

  test('has it on its badge on the page', () => {
    const badges = [...renderHtml(result(bite)).matchAll(/class="verdict pass">([^<]*)</g)].map(([, words]) => words);
    expect(badges.filter((words) => words === 'passed, not proven to bite')).toHaveLength(1);
    expect(badges.filter((words) => words === 'passed')).toHaveLength(2);
  });

  test('says so in its JUnit test case, and stays a passed one', () => {
    const xml = renderJunit(result(bite));
    expect(xml.match(/passed, not proven to bite/g)).toHaveLength(1);
    expect(xml).not.toContain('<skipped');
  });
});
