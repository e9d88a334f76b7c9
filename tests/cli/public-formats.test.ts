import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { amend, annexA } from '../../reference/lesspay/decisions.js';
import { startReferencePlatform } from '../../reference/lesspay/start.js';
import { harProblems, junitProblems, partForAnt, sarifProblems } from '../reports/public-schemas.js';
import { command } from './process.js';
import { scratchFolder } from './scratch.js';
import { FIRST, SECOND, targetEnvironment } from './serve-child.js';

const KINDS = ['--report', 'junit,har,sarif', '--seed', '3', '--quiet'];

async function problemsIn(folder: string): Promise<Record<string, string[]>> {
  const text = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
  const junit = text('junit.xml');
  return {
    'SARIF 2.1.0': sarifProblems(text('results.sarif')),
    'HAR 1.2': harProblems(text('exchanges.har')),
    'jenkins-junit.xsd': await junitProblems(junit, 'jenkins-junit'),
    'JUnit.xsd': await junitProblems(partForAnt(junit), 'JUnit'),
  };
}

const NONE = { 'SARIF 2.1.0': [], 'HAR 1.2': [], 'jenkins-junit.xsd': [], 'JUnit.xsd': [] };

describe('what a run writes follows the public schemas', () => {
  test('of a clean run of everything', async () => {
    const cwd = scratchFolder();
    const { code } = await command(['run', '--runs', '1', ...KINDS], { cwd });
    expect(code).toBe(0);
    expect(await problemsIn(path.join(cwd, 'conformance-report'))).toEqual(NONE);
  }, 120_000);

  test('of a failing run, whose findings a forge would show', async () => {
    const cwd = scratchFolder();
    const platform = await startReferencePlatform({
      applications: [FIRST, SECOND],
      decisions: amend(annexA, 'createBatchRules', { totalIsTheSum: () => null }),
    });
    onTestFinished(() => platform.close());
    const args = ['run', '--only', 'PAYOUT-BATCH', '--runs', '2', ...KINDS];
    const { code } = await command(args, { cwd, env: targetEnvironment(platform.url) });
    expect(code).toBe(1);
    const folder = path.join(cwd, 'conformance-report');
    expect(await problemsIn(folder)).toEqual(NONE);
    const { runs } = JSON.parse(readFileSync(path.join(folder, 'results.sarif'), 'utf8'));
    expect(runs[0].results).toContainEqual(
      expect.objectContaining({ ruleId: 'PAYOUT-BATCH-010', level: 'error', suppressions: [] }),
    );
    const results = readFileSync(path.join(folder, 'results.json'), 'utf8').split('\n');
    const { startLine } = runs[0].results[0].locations[0].physicalLocation.region;
    expect(results[startLine - 1]).toContain(runs[0].results[0].properties.finding);
  }, 120_000);
});
