import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { amend, annexA } from '../../reference/lesspay/decisions.js';
import { startReferencePlatform } from '../../reference/lesspay/start.js';
import { command } from './process.js';
import { resultsIn, scratchFolder } from './scratch.js';
import { FIRST, targetEnvironment } from './serve-child.js';

const FEW = ['run', '--only', 'PAYOUT-BATCH-010', '--runs', '2'];

interface AllureResult {
  readonly name: string;
  readonly status: string;
  readonly labels: readonly { readonly name: string; readonly value: string }[];
  readonly historyId: string;
  readonly description: string;
  readonly steps: readonly {
    readonly name: string;
    readonly status: string;
    readonly parameters: readonly { readonly name: string; readonly value: string }[];
    readonly steps: readonly { readonly attachments: readonly { readonly name: string; readonly source: string }[] }[];
  }[];
}

function allureResults(folder: string): readonly AllureResult[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('-result.json'))
    .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as AllureResult);
}

describe('--report', () => {
  test('a list: those, the results, the evidence, the ledger and the manifest', async () => {
    const cwd = scratchFolder();
    const { code } = await command([...FEW, '--report', 'junit, har', '--out', 'here'], { cwd });
    const there = [
      'evidence.ndjson.gz',
      'exchanges.har',
      'junit.xml',
      'ledger.ndjson',
      'manifest.json',
      'results.json',
    ];
    expect({ code, there: readdirSync(path.join(cwd, 'here')).sort() }).toEqual({ code: 0, there });
    const manifest = readFileSync(path.join(cwd, 'here', 'manifest.json'), 'utf8');
    for (const name of there.filter((each) => each !== 'manifest.json')) expect(manifest).toContain(`"${name}"`);
  });

  test('none: all but allure', async () => {
    const cwd = scratchFolder();
    const { code, out } = await command(FEW, { cwd });
    const there = readdirSync(path.join(cwd, 'conformance-report')).sort();
    expect({ code, there }).toEqual({
      code: 0,
      there: [
        'evidence.ndjson.gz',
        'exchanges.har',
        'junit.xml',
        'ledger.ndjson',
        'manifest.json',
        'report.html',
        'results.json',
        'summary.md',
      ],
    });
    expect(out).toMatch(/written to conformance-report: results\.json, report\.html, /);
  });

  test('json with --quiet: nothing else, and nothing on standard error', async () => {
    const cwd = scratchFolder();
    const { code, out, err } = await command([...FEW, '--quiet', '--report', 'json'], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(readdirSync(path.join(cwd, 'conformance-report')).sort()).toEqual([
      'evidence.ndjson.gz',
      'ledger.ndjson',
      'manifest.json',
      'results.json',
    ]);
    expect(out).toMatch(/^CONFORMANT: /);
  });

  test('allure: a labelled result for each scenario, with the evidence of findings; nothing left of an earlier run', async () => {
    const cwd = scratchFolder();
    const platform = await startReferencePlatform({
      applications: [FIRST],
      decisions: amend(annexA, 'createBatchRules', { totalIsTheSum: () => null }),
    });
    try {
      const env = targetEnvironment(platform.url);
      const args = [...FEW, '--report', 'allure'];
      const folder = path.join(cwd, 'conformance-report', 'allure-results');
      mkdirSync(folder, { recursive: true });
      writeFileSync(path.join(folder, 'earlier-result.json'), '{}');
      const { code, err } = await command(args, { cwd, env });
      expect(code).toBe(1);
      expect(err).not.toMatch(/allure|warn|deprecat/i);

      const { scenarios, findings } = resultsIn(path.join(cwd, 'conformance-report')).requirements.find(
        ({ id }) => id === 'PAYOUT-BATCH-010',
      ) ?? { scenarios: [], findings: [] };
      const results = allureResults(folder);
      expect(results.map(({ name }) => name.split(':')[0]).sort()).toEqual([...scenarios].sort());
      const [result] = results;
      expect(result).toMatchObject({ status: 'failed', historyId: 'lesspay-conformance/PAYOUT-BATCH-010' });
      const labels = Object.fromEntries((result?.labels ?? []).map(({ name, value }) => [name, value]));
      expect(labels).toMatchObject({
        epic: 'Lesspay 2.0',
        feature: 'PAYOUT-BATCH',
        parentSuite: 'PAYOUT-BATCH',
        suite: 'PAYOUT-BATCH-010',
        story: 'PAYOUT-BATCH-010',
        scenario: 'PAYOUT-BATCH-010',
        severity: 'critical',
        tag: 'MUST',
        requirement: 'PAYOUT-BATCH-010',
        layer: 'conformance',
      });
      const exchanges = findings.flatMap((finding) =>
        finding.exchanges.map(({ label }) => `PAYOUT-BATCH-010: ${label}`),
      );
      expect(result?.description).toContain('Source: ');
      const [step, ...others] = result?.steps ?? [];
      expect(others).toEqual([]);
      expect(step).toMatchObject({
        status: 'failed',
        name: expect.stringMatching(/^PAYOUT-BATCH-010: expected .*; received /),
      });
      expect(step?.parameters.map(({ name }) => name)).toEqual(['seed', 'path', 'altered']);
      const attached = (step?.steps ?? []).flatMap(({ attachments }) => attachments);
      expect(attached.map(({ name }) => name)).toEqual(['PAYOUT-BATCH-010: violations', ...exchanges]);
      const [violations] = attached;
      expect(JSON.parse(readFileSync(path.join(folder, violations?.source ?? ''), 'utf8'))).toMatchObject([
        { expected: expect.any(String), received: expect.any(String) },
      ]);
    } finally {
      await platform.close();
    }
  });
});
