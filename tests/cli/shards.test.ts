import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { amend, annexA } from '../../reference/lesspay/decisions.js';
import { startReferencePlatform } from '../../reference/lesspay/start.js';
import type { Finding, RequirementResult, RunResult } from '../../schemas/report/results.generated.js';
import { inProcess } from './memory-io.js';
import { command } from './process.js';
import { evidenceIn, resultsIn, scratchFolder } from './scratch.js';
import { FIRST, SECOND, targetEnvironment } from './serve-child.js';

const SELECTION = ['--only', 'PAYOUT-BATCH', 'PAYOUT-BANK', 'QUERY', '--seed', '11', '--runs', '2', '--report', 'json'];

/** Without ids, clocks and the numbers of exchanges. */
function findingOf({ exchanges, violations, replay: _replay, curl: _curl, ...finding }: Finding): unknown {
  return {
    ...finding,
    violations: violations.map(({ expected }) => expected),
    exchanges: exchanges.map(({ label, exchange }) => `${label}: ${exchange.operation}`),
  };
}

function requirementOf({ remarks, findings, ...requirement }: RequirementResult): unknown {
  return {
    ...requirement,
    remarks: remarks.map(({ text, count }) => `${text} (${count})`),
    findings: findings.map(findingOf),
  };
}

const WAIVERS = JSON.stringify({
  schemaVersion: 1,
  waivers: [
    ['PAYOUT-BATCH-010', 'The total is checked later.'],
    ['QUERY-001', 'It is mended by now.'],
    ['AUTH-001', 'It is not part of this run.'],
  ].map(([requirement, reason]) => ({ requirement, reason, owner: 'payouts team', expires: soon() })),
});

function soon(): string {
  return new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
}

const statesOf = ({ waivers }: RunResult): string[] =>
  waivers.map(({ requirement, state }) => `${requirement} ${state}`);

describe('run --shard', () => {
  test('three shards, merged, are the whole run', async () => {
    const cwd = scratchFolder();
    writeFileSync(path.join(cwd, 'waivers.json'), WAIVERS);
    const platform = await startReferencePlatform({
      applications: [FIRST, SECOND],
      decisions: amend(annexA, 'createBatchRules', { totalIsTheSum: () => null }),
    });
    onTestFinished(() => platform.close());
    const options = { cwd, env: targetEnvironment(platform.url) };
    const run = (out: string, ...more: readonly string[]) =>
      command(['run', ...SELECTION, '--waivers', 'waivers.json', '--out', out, ...more], options);

    const whole = await run('whole');
    const shards = [];
    for (const index of [1, 2, 3]) shards.push(await run(`shard-${index}`, '--shard', `${index}/3`));
    const merged = await inProcess(
      ['report', '--merge', 'shard-2', 'shard-3', 'shard-1', '--out', 'merged', '--report', 'json,junit'],
      { cwd },
    );

    const [expected, received] = ['whole', 'merged'].map((name) => resultsIn(path.join(cwd, name)));
    if (expected === undefined || received === undefined) throw new Error('two results');
    expect(received.requirements.map(requirementOf)).toEqual(expected.requirements.map(requirementOf));
    expect(received.requirements.find(({ id }) => id === 'PAYOUT-BATCH-010')).toMatchObject({
      verdict: 'fail',
      waived: true,
      findings: [
        {
          replay: `lesspay-conformance run --url ${platform.url} --replay PAYOUT-BATCH-010.1 ${path.join('merged', 'results.json')}`,
        },
      ],
    });
    expect({ ...received.summary, exchanges: 0 }).toEqual({ ...expected.summary, exchanges: 0 });
    expect(received).toMatchObject({ conformant: false, exitCode: 1, complete: true, selection: expected.selection });
    expect(received.target).toEqual(expected.target);
    expect({ code: merged.code, err: merged.err }).toEqual({ code: whole.code, err: '' });
    expect(whole.code).toBe(1);
    expect(merged.out).toMatch(/^NOT CONFORMANT: .*\n[\s\S]*written to merged: results\.json, junit\.xml, evidence/);

    expect(statesOf(received)).toEqual(statesOf(expected));
    expect(statesOf(received)).toEqual(['PAYOUT-BATCH-010 used', 'QUERY-001 stale', 'AUTH-001 notEvaluated']);
    const parts = [1, 2, 3].map((index) => resultsIn(path.join(cwd, `shard-${index}`)));
    const states = parts.flatMap((part) => part.waivers.map(({ state }) => state));
    expect([...states].sort()).toEqual([...Array<string>(8).fill('notEvaluated'), 'used']);
    expect(shards.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(shards[1]?.err).toMatch(/^ {2}\d+ scenarios \(shard 2 of 3\), /m);
    expect(shards[1]?.out).toMatch(/restricted to .*shard 2 of 3/);

    // Each requirement that a shard did not exercise says so, and one shard at least did.
    const batch = parts.map((part) => part.requirements.find(({ id }) => id === 'PAYOUT-BATCH-010'));
    expect(batch.filter((requirement) => requirement?.reason?.code === 'otherShard')).toHaveLength(2);
    const exercises = parts.map(({ summary }) => summary.exercises);
    expect(exercises.reduce((sum, each) => sum + each, 0)).toBe(expected.summary.exercises);
    expect(Math.min(...exercises)).toBeGreaterThan(expected.summary.exercises / 5);

    const records = await evidenceIn(path.join(cwd, 'merged'));
    const exchanges = records.flatMap((record) => (record.type === 'exchange' ? [record.exchange] : []));
    const byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]));
    expect(byId.size).toBe(exchanges.length);
    const shown = received.requirements.flatMap(({ findings }) => findings.flatMap((finding) => finding.exchanges));
    expect(shown.length).toBeGreaterThan(1);
    for (const { exchange } of shown) expect(exchange).toEqual(byId.get(exchange.id));
  }, 120_000);
});

describe('--shard that cannot be used ends with 2', () => {
  test.each(['', '1', '1/', '0/2', '3/2', '1/65', '-1/2', '1.5/2', '1/2/3', 'one/two', ' 1/2'])('%j', async (shard) => {
    const { code, out, err } = await inProcess(['run', '--shard', shard]);
    expect(err).toBe(
      `error: --shard: received ${JSON.stringify(shard)}, expected I/N with 1 ≤ I ≤ N ≤ 64, for example --shard 2/4.\n`,
    );
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  test('a part of which nothing is left', async () => {
    const cwd = scratchFolder();
    const parts = await Promise.all(
      ['63/64', '64/64'].map((shard) =>
        inProcess(['run', '--only', 'PAYOUT-BANK', '--seed', '1', '--shard', shard], { cwd }),
      ),
    );
    for (const { code, err } of parts) {
      expect(err).toMatch(/^error: --shard: 6[34]\/64 has nothing to do, as only \d+ scenarios are selected/);
      expect(code).toBe(2);
    }
  });

  test('a replay', async () => {
    const { code, err } = await inProcess(['run', '--shard', '1/2', '--replay', 'AUTH-001.1']);
    expect({ code, err }).toEqual({ code: 2, err: 'error: --replay sends one case: leave --shard out.\n' });
  });
});
