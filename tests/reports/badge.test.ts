import { describe, expect, test } from 'vitest';
import { create } from 'xmlbuilder2';
import { renderBadge } from '../../reports/badge.js';
import type { RunResult } from '../../schemas/report/results.generated.js';
import {
  cleanResult,
  fullResult,
  hostileResult,
  sampleFinding,
  sampleRequirement,
  sampleResult,
} from './sample-result.js';

function titleOf(svg: string): string | undefined {
  return /<title>(.*)<\/title>/.exec(svg)?.[1];
}

/** Contrast of white on a colour (WCAG 2.2, relative luminance). */
function contrastWithWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (/^#(..)(..)(..)$/.exec(colour) ?? []).slice(1).map((part) => {
    const value = Number.parseInt(part, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

const failed = sampleRequirement('IDEM-001', { verdict: 'fail', findings: [sampleFinding('IDEM-001')] });
const passed = sampleRequirement('IDEM-002');
const stale = {
  requirement: 'IDEM-002',
  reason: 'r',
  owner: 'o',
  expires: '2026-03-01',
  state: 'stale',
  entry: 0,
} as const;

const cases: [string, RunResult, string, string][] = [
  ['a clean run', cleanResult(), 'Lesspay 2.0: conformant · 1 MUST', '#1e7b34'],
  ['a failing run', sampleResult([failed, passed]), 'Lesspay 2.0: not conformant · 1 MUST failed', '#b3261e'],
  [
    'a failed SHOULD',
    sampleResult([passed, { ...failed, level: 'SHOULD' }]),
    'Lesspay 2.0: conformant · 1 MUST · 1 SHOULD failed',
    '#1e7b34',
  ],
  [
    'a waived failure',
    sampleResult([passed, { ...failed, waived: true }]),
    'Lesspay 2.0: conformant · 1 MUST · 1 waived failure',
    '#1e7b34',
  ],
  [
    'a stale waiver',
    sampleResult([passed], { conformant: false, exitCode: 1, waivers: [stale] }),
    'Lesspay 2.0: not conformant · waivers out of order',
    '#b3261e',
  ],
  ['an interrupted run', { ...cleanResult(), complete: false }, 'Lesspay 2.0: incomplete', '#8a5a00'],
  [
    'a restricted run',
    { ...cleanResult(), selection: { only: ['TRANS'], level: null } },
    'Lesspay 2.0: conformant · partial · 1 MUST',
    '#1e7b34',
  ],
];

describe('renderBadge', () => {
  test.each(cases)('%s', (_name, result, title, colour) => {
    const svg = renderBadge(result);
    expect(titleOf(svg)).toBe(title);
    expect(svg).toContain(`role="img" aria-label="${title}"`);
    expect(svg).toContain(`fill="${colour}"`);
    expect(contrastWithWhite(colour)).toBeGreaterThan(4.5);
  });

  test.each([
    ['full', fullResult()],
    ['hostile', hostileResult()],
  ])('the %s result is well-formed, small, and loads nothing', (_name, result) => {
    const svg = renderBadge(result);
    expect(create(svg).root().node.nodeName).toBe('svg');
    expect(svg.length).toBeLessThan(1500);
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/http|href|url\(|<script|<style|<image/);
  });
});
