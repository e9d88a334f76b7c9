import { expect, test } from 'vitest';
import { renderHtml } from '../../reports/html/page.js';
import type { RunResult } from '../../schemas/report/results.generated.js';
import { sampleExchange, sampleFinding, sampleRequirement, sampleResult } from './sample-result.js';

/** A run in which all of 360 requirements failed, each with some findings whose bodies have a size. */
function failingRun(findings: number, bodyLength: number): RunResult {
  const members = Array.from({ length: bodyLength / 50 }, (_, index) => `"member_${index}":"${'x'.repeat(34)}"`);
  const body = `{${members.join(',')},"text":"${'支付'.repeat(20)}"}`;
  const exchange = (id: string, role: 'control' | 'altered') =>
    sampleExchange(id, {
      intent: { role },
      request: { headers: { 'content-type': 'application/json' }, body, bytes: body.length, truncated: false },
      response: { status: 200, headers: {}, body, bytes: body.length, truncated: false },
    });
  return sampleResult(
    Array.from({ length: 360 }, (_, index) => {
      const id = `AREA-${String(index + 1).padStart(3, '0')}`;
      return sampleRequirement(id, {
        verdict: 'fail',
        findings: Array.from({ length: findings }, (__, turn) =>
          sampleFinding(id, {
            id: `${id}.${turn + 1}`,
            curl: `curl ${'x'.repeat(600)}`,
            exchanges: [
              { label: 'control', exchange: exchange('x1', 'control') },
              { label: 'altered', exchange: exchange('x2', 'altered') },
            ],
          }),
        ),
      });
    }),
  );
}

test.each([
  [1, 500],
  [3, 5_000],
  [10, 50_000],
])(
  '360 failures of %i findings, bodies of %i characters: below 2 MB, and what is left out is counted',
  (findings, size) => {
    const page = renderHtml(failingRun(findings, size));
    expect(Buffer.byteLength(page)).toBeLessThan(2_000_000);
    const whole = page.match(/<h5>Timeline<\/h5>/g)?.length ?? 0;
    const short = page.match(/To keep the page small/g)?.length ?? 0;
    const counted = [...page.matchAll(/>(\d+) more findings? in results\.json/g)].reduce(
      (sum, [, n]) => sum + Number(n),
      0,
    );
    expect(whole).toBeGreaterThan(8);
    expect(whole + short + counted).toBe(360 * findings);
  },
);

test('the first finding of every failed requirement comes before the second of any', () => {
  const result = failingRun(2, 5_000);
  const page = renderHtml(result);
  const isWhole = (id: string) => page.includes(`id="finding-${id}-exchange-1"`);
  const firsts = result.requirements.map(({ id }) => isWhole(`${id}.1`));
  expect(firsts.indexOf(false)).toBeGreaterThan(8);
  expect(result.requirements.map(({ id }) => isWhole(`${id}.2`))).not.toContain(true);
});
