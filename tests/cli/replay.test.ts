import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readReplay } from '../../cli/run/replay.js';
import { replayCommand } from '../../cli/run/run-result.js';
import { amend, annexA, type Decisions } from '../../reference/lesspay/decisions.js';
import { startReferencePlatform } from '../../reference/lesspay/start.js';
import type { RunResult } from '../../schemas/report/results.generated.js';
import { sampleFinding, sampleRequirement, sampleResult } from '../reports/sample-result.js';
import { inProcess } from './memory-io.js';
import { command } from './process.js';
import { resultsIn, scratchFolder } from './scratch.js';
import { FIRST, SECOND, targetEnvironment } from './serve-child.js';

const CREDENTIALS = { LESSPAY_APP_ID: 'an-app', LESSPAY_APP_SECRET: 'a-secret' };

async function platformWith(decisions: Decisions): Promise<string> {
  const platform = await startReferencePlatform({ applications: [FIRST, SECOND], decisions });
  onTestFinished(() => platform.close());
  return platform.url;
}

describe('--replay', () => {
  test('sends the smallest case of a finding again: reproduced, then gone', async () => {
    const cwd = scratchFolder();
    const faulty = await platformWith(amend(annexA, 'createBatchRules', { totalIsTheSum: () => null }));
    const ics = { schemaVersion: 1, protocol: 'lesspay', endpoints: { createPayin: false } };
    writeFileSync(path.join(cwd, 'ics.json'), JSON.stringify(ics));
    const found = await command(
      ['run', '--only', 'PAYOUT-BATCH-010', '--seed', '5', '--ics', 'ics.json', '--out', 'found'],
      { cwd, env: targetEnvironment(faulty) },
    );
    expect(found.code).toBe(1);
    const results = resultsIn(path.join(cwd, 'found'));
    const requirement = results.requirements.find(({ id }) => id === 'PAYOUT-BATCH-010');
    const finding = requirement?.findings[0];
    expect(requirement?.verdict).toBe('fail');
    expect(finding).toMatchObject({
      id: 'PAYOUT-BATCH-010.1',
      reproduced: true,
      replay: `lesspay-conformance run --url ${faulty} --replay PAYOUT-BATCH-010.1 found/results.json`,
    });
    expect(found.out).toContain(finding?.replay);
    // What is claimed decides what is generated, so a replay goes by the claims under which the finding was made.
    expect(readReplay('PAYOUT-BATCH-010.1', 'found/results.json', { cwd })).toMatchObject({ seed: 5, ics });

    expect(readReplay('PAYOUT-BATCH-010.1', 'found', { cwd })).toMatchObject({ seed: 5, ics });

    const args = ['run', '--replay', 'PAYOUT-BATCH-010.1', 'found/results.json'];
    const again = await command(args, { cwd, env: targetEnvironment(faulty) });
    expect({ code: again.code, out: again.out }).toEqual({
      code: 1,
      out: [
        'PAYOUT-BATCH-010.1: reproduced.',
        ...(finding?.violations ?? []).flatMap(({ expected, received }) => [
          `  expected ${expected}`,
          `  received ${received}`,
        ]),
        '',
      ].join('\n'),
    });

    const healthy = await platformWith(annexA);
    const mended = await command(args, { cwd, env: targetEnvironment(healthy) });
    expect({ code: mended.code, out: mended.out }).toEqual({
      code: 0,
      out: 'PAYOUT-BATCH-010.1: gone. The same case is now answered as PAYOUT-BATCH-010 requires.\n',
    });
    expect(resultsIn(path.join(cwd, 'found'))).toEqual(results);

    const unknown = await inProcess(['run', '--replay', 'PAYOUT-BATCH-010.9', 'found/results.json'], {
      cwd,
      env: { ...CREDENTIALS, LESSPAY_BASE_URL: healthy },
    });
    expect({ code: unknown.code, err: unknown.err }).toEqual({
      code: 2,
      err: 'error: --replay: found/results.json has no finding "PAYOUT-BATCH-010.9". It has: PAYOUT-BATCH-010.1.\n',
    });
  }, 60_000);

  test('its command names the results file as one word of a shell', () => {
    const target = { url: 'https://a.example.com', reference: false } as RunResult['target'];
    expect(replayCommand('out/results.json', target, ' --allow-payouts')('A-001.1')).toBe(
      'lesspay-conformance run --url https://a.example.com --allow-payouts --replay A-001.1 out/results.json',
    );
    expect(replayCommand("it's mine/results.json", target, '')('A-001.1')).toBe(
      "lesspay-conformance run --url https://a.example.com --replay A-001.1 'it'\\''s mine/results.json'",
    );
  });

  test('exit 3 when the target cannot be reached, 2 for what was judged on all traffic', async () => {
    const cwd = scratchFolder();
    const findings = [sampleFinding('AUTH-001', { id: 'AUTH-001.1', scenario: 'AUTH-001' })];
    const seen = [sampleFinding('ERR-001', { id: 'ERR-001.1', scenario: 'observed', path: null, replay: '' })];
    const result = sampleResult([
      sampleRequirement('AUTH-001', { verdict: 'fail', findings }),
      sampleRequirement('ERR-001', { verdict: 'fail', findings: seen }),
    ]);
    writeFileSync(path.join(cwd, 'results.json'), JSON.stringify(result));
    const env = { ...CREDENTIALS, LESSPAY_BASE_URL: 'http://127.0.0.1:9' };
    const silent = await inProcess(['run', '--quiet', '--replay', 'AUTH-001.1', '.'], { cwd, env });
    expect({ code: silent.code, out: silent.out }).toEqual({ code: 3, out: '' });
    const observed = await inProcess(['run', '--replay', 'ERR-001.1', 'results.json'], { cwd, env });
    expect(observed.code).toBe(2);
    expect(observed.err).toContain('Run again with --only ERR-001 --seed 7.');
  });
});
