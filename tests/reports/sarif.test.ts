import { describe, expect, test } from 'vitest';
import { renderSarif } from '../../reports/sarif.js';
import type { RunResult } from '../../schemas/report/results.generated.js';
import {
  cleanResult,
  fullResult,
  hostileResult,
  sampleFinding,
  sampleRequirement,
  sampleResult,
  smallResult,
} from './sample-result.js';

interface Rule {
  id: string;
  defaultConfiguration: { level: string };
}

interface Result {
  ruleId: string;
  ruleIndex: number;
  level: string;
  message: { text: string; markdown?: string };
  locations: { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } } }[];
  partialFingerprints: Record<string, string>;
  suppressions: { justification: string }[];
}

interface Run {
  tool: { driver: { rules: Rule[] } };
  invocations: [{ executionSuccessful: boolean; toolExecutionNotifications: { level: string }[] }];
  results: Result[];
}

function runOf(result: RunResult): Run {
  return (JSON.parse(renderSarif(result)) as { runs: [Run] }).runs[0];
}

describe('renderSarif', () => {
  test('a rule for each failed requirement, its level from the requirement, waived failures suppressed', () => {
    const { tool, results } = runOf(fullResult());
    expect(tool.driver.rules.map(({ id, defaultConfiguration }) => [id, defaultConfiguration.level])).toEqual([
      ['PAYOUT-BATCH-010', 'error'],
      ['IDEM-003', 'warning'],
      ['IDEM-004', 'note'],
      ['IDEM-002', 'error'],
    ]);
    expect(results.map(({ ruleId, ruleIndex, level }) => [ruleId, ruleIndex, level])).toEqual([
      ['PAYOUT-BATCH-010', 0, 'error'],
      ['IDEM-003', 1, 'warning'],
      ['IDEM-004', 2, 'note'],
      ['IDEM-002', 3, 'error'],
    ]);
    expect(results.map(({ suppressions }) => suppressions.map(({ justification }) => justification))).toEqual([
      [],
      [],
      [],
      ['fixed in the next release (payments team, until 2026-03-01)'],
    ]);
  });

  test('the message says what was altered, expected and received, and how to send it again', () => {
    expect(runOf(smallResult()).results[0]?.message.text).toBe(
      'Altered /total_amount: plus 0.01. Expected HTTP 200 with code 30002; received HTTP 200 with code 0. Reproduce: lesspay-conformance run --only PAYOUT-BATCH-010 --seed 7',
    );
  });

  test('a result lies in the line of results.json at which its finding begins', () => {
    const result = fullResult();
    const lines = JSON.stringify(result, null, 2).split('\n');
    for (const { ruleId, locations } of runOf(result).results) {
      const [{ physicalLocation: place } = { physicalLocation: undefined }] = locations;
      expect(place?.artifactLocation.uri).toBe('results.json');
      const id = ruleId === 'IDEM-004' ? ruleId : `${ruleId}-1`;
      expect(lines[(place?.region.startLine ?? 0) - 1]?.trim()).toBe(`"id": "${id}",`);
    }
  });

  test('fingerprints stay when the run, its seed and the order of findings change, and tell findings apart', () => {
    const finding = (scenario: string, over = {}) => sampleFinding('AUTH-005', { scenario, ...over });
    const of = (findings: ReturnType<typeof finding>[], over: Partial<RunResult> = {}) =>
      runOf(sampleResult([sampleRequirement('AUTH-005', { verdict: 'fail', findings })], over)).results.map(
        ({ partialFingerprints: { primaryLocationLineHash: hash } }) => hash,
      );
    const first = of([finding('a'), finding('b'), finding('b', { case: 'x' }), finding('b')]);
    expect(new Set(first).size).toBe(4);
    const again = of([finding('b', { case: 'x', id: 'AUTH-005.7', seed: 9 }), finding('a')], { seed: 9 });
    expect(again).toEqual([first[2], first[0]]);
  });

  test('nothing failed: no rules, no results, a successful invocation', () => {
    const { tool, results, invocations } = runOf(cleanResult());
    expect([tool.driver.rules, results, invocations[0].executionSuccessful]).toEqual([[], [], true]);
  });

  test('an early end and our own errors are notifications, not results', () => {
    const broken = { ...cleanResult(), complete: false, errors: [{ where: 'judge', message: 'TypeError' }] };
    const { results, invocations } = runOf(broken);
    expect(results).toEqual([]);
    expect(invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'warning' }, { level: 'error' }],
    });
  });

  test('hostile text is cut and visible, and holds neither links nor placeholders', () => {
    const text = renderSarif(hostileResult());
    expect(text.length).toBeLessThan(400_000);
    const invisible: unknown[] = [];
    JSON.parse(text, (_name, value: unknown) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
      if (typeof value === 'string' && /[\u0000-\u0009\u000b-\u001f\u202e\uffff]/.test(value)) invisible.push(value);
      return value;
    });
    expect(invisible).toEqual([]);
    for (const { message } of runOf(hostileResult()).results) {
      expect(message.text).not.toMatch(/(?<!\\)[[\]]/);
      expect(message.text.replace(/\{\{|\}\}/g, '')).not.toMatch(/[{}]/);
    }
  });
});
