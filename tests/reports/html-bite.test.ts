import { describe, expect, test } from 'vitest';
import { registryDigest } from '../../cli/selftest/registry-digest.js';
import { stampedScore } from '../../cli/selftest/score.generated.js';
import { biteOf } from '../../cli/selftest/stamp.js';
import { biteSection } from '../../reports/html/bite.js';
import { renderHtml } from '../../reports/html/page.js';
import type { BiteFault, BiteScore, RunResult } from '../../schemas/report/results.generated.js';
import { validator } from '../../schemas/validator.js';
import { sampleRequirement, sampleResult } from './sample-result.js';

const fault = (changes: Partial<BiteFault>): BiteFault => ({
  id: 'some-fault',
  defect: 'Something is wrong.',
  area: 'AUTH',
  layer: 'behaviour',
  caught: true,
  proves: ['AUTH-001'],
  ...changes,
});

function result(matrix: BiteFault[] | undefined, changes: Partial<BiteScore> = {}): RunResult {
  const bite: BiteScore = {
    version: '0.1.0',
    faults: { total: 3, caught: 2 },
    variants: { total: 4, clean: 4 },
    unproven: [],
    ...(matrix === undefined ? {} : { matrix }),
    ...changes,
  };
  return sampleResult([sampleRequirement('AUTH-001'), sampleRequirement('ENV-001')], { bite });
}

const three = [
  fault({ id: 'one', proves: ['AUTH-001', 'AUTH-002'] }),
  fault({ id: 'two', layer: 'time', defect: 'Something is late.' }),
  fault({ id: 'three', area: 'ENV', layer: 'shape', caught: false, proves: [] }),
];

describe('what proves that requirements can fail, on the page', () => {
  test('is part of a valid results file', () => {
    expect(
      validator('report/results')(result(three, { unproven: ['ENV-001'], reasons: { 'ENV-001': 'why' } })),
    ).toEqual([]);
    const [first] = three;
    expect(
      validator('report/results')(result([{ ...first, note: 'x' } as unknown as BiteFault])).length,
    ).toBeGreaterThan(0);
  });

  test('counts by area and layer', () => {
    const text = biteSection(result(three)).toString();
    expect(text).toContain('<th scope="row">AUTH</th><td>1/1</td><td></td><td>1/1</td><td>2/2</td>');
    expect(text).toContain('<th scope="row">ENV</th><td></td><td>0/1</td><td></td><td>0/1</td>');
    expect(text).toContain('<th scope="row">all</th><td>1/1</td><td>0/1</td><td>1/1</td><td>2/3</td>');
  });

  test('names for each requirement the faults that prove it, and describes a fault once in an area', () => {
    const text = biteSection(result(three)).toString();
    expect(text).toContain(
      '<dt><a href="#AUTH-001">AUTH-001</a></dt><dd><ul><li><code>one</code> Something is wrong.</li><li><code>two</code> Something is late.</li></ul></dd>',
    );
    // Not on this page, so that there is nothing to link to.
    expect(text).toContain('<dt>AUTH-002</dt><dd><ul><li><code>one</code></li></ul></dd>');
    expect(text).not.toContain('three');
  });

  test('says what is unproven, and why', () => {
    const text = biteSection(
      result(three, { unproven: ['ENV-001', 'ENV-002'], reasons: { 'ENV-001': 'The platform cannot.' } }),
    ).toString();
    expect(text).toContain('2 requirements not proven to bite');
    expect(text).toContain('<li><a href="#ENV-001">ENV-001</a>: The platform cannot.</li>');
    expect(text).toContain('<li>ENV-002: no fault that was caught breaks it</li>');
  });

  test('is closed at first and needs no script', () => {
    expect(renderHtml(result(three))).toContain(
      '<details class="bite"><summary>The faults that prove each requirement',
    );
    expect(biteSection(result(three)).toString()).not.toMatch(/<details[^>]* open/);
  });

  test('is left out where the score is out of date', () => {
    expect(biteSection(result(undefined, { outOfDate: true })).toString()).toBe('');
    expect(biteSection(sampleResult([sampleRequirement('AUTH-001')])).toString()).toBe('');
  });

  test('escapes and cuts texts of a results file from elsewhere', () => {
    const hostile = fault({ id: `<b>${'x'.repeat(500)}`, defect: '<script>alert(1)</script>', proves: ['<i>-001'] });
    const text = biteSection(result([hostile])).toString();
    expect(text).not.toMatch(/<(b|i|script)>/);
    expect(text.length).toBeLessThan(3_000);
    const many = Array.from({ length: 2_005 }, (_, index) => fault({ id: `fault-${index}` }));
    expect(biteSection(result(many)).toString()).toContain('5 further faults in results.json.');
  });

  test('takes at most 150 KB for the real matrix', () => {
    const bite = biteOf({ ...stampedScore, digest: registryDigest() });
    const text = biteSection({ ...result([]), bite }).toString();
    expect(text).toContain('batch-sum-in-binary-floats');
    expect(Buffer.byteLength(text)).toBeLessThan(150_000);
  });
});
