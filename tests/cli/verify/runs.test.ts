import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inProcess } from '../memory-io.js';
import { command, start } from '../process.js';
import { resultsIn } from '../scratch.js';
import { givenCredentials, targetEnvironment } from '../serve-child.js';
import { codesOf, Tampered, verified } from './tampering.js';

let scratch: string;
beforeAll(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'lesspay-verify-runs-'));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Runs command lines against a platform with a fault, or a sound one. Resolves with the exit codes. */
async function against(fault: string | null, lines: readonly (readonly string[])[]): Promise<(number | null)[]> {
  const platform = start(['serve', ...givenCredentials, ...(fault === null ? [] : ['--fault', fault])]);
  try {
    const [, url = ''] = await platform.until('out', /listening on (http:\/\/127\.0\.0\.1:\d+)\n/);
    const codes: (number | null)[] = [];
    for (const line of lines) {
      codes.push((await command(['run', ...line], { env: targetEnvironment(url), cwd: scratch })).code);
    }
    return codes;
  } finally {
    platform.signal('SIGKILL');
    await platform.ended;
  }
}

describe('what failed fails again when the evidence is judged again', () => {
  test.each([
    // Judged by the facts that the recorder established about signatures, on all traffic.
    'webhook-not-signed',
    // Compared across exchanges.
    'payin-webhook-shows-a-cent-less',
  ])(
    '%s',
    async (fault) => {
      const [code] = await against(fault, [['--runs', '1', '--seed', '2', '--out', fault]]);
      expect(code).toBe(1);
      const result = resultsIn(path.join(scratch, fault));
      expect(result.summary.verdicts.fail).toBeGreaterThan(0);
      const verification = await verified(path.join(scratch, fault));
      expect(verification.problems).toEqual([]);
      expect(verification.evidence).toMatchObject({ exchanges: result.summary.exchanges });
    },
    120_000,
  );
});

test('shards, and what they are merged into', async () => {
  const only = ['--only', 'PAYOUT-BATCH-010', 'AUTH-007', 'WEBHOOK-052', '--runs', '2', '--seed', '3'];
  await against('signature-unchecked', [
    [...only, '--shard', '1/2', '--out', 's1'],
    [...only, '--shard', '2/2', '--out', 's2'],
  ]);
  const merged = await inProcess(['report', '--merge', 's1', 's2', '--out', 'whole'], { cwd: scratch });
  expect(merged.code).toBe(1);
  for (const name of ['s1', 's2', 'whole']) {
    const verification = await verified(path.join(scratch, name));
    expect(verification.problems).toEqual([]);
    expect(verification.evidence?.exercises).toBeGreaterThan(0);
  }
  const shards = ['s1', 's2'].map((name) => new Tampered(path.join(scratch, name), scratch));
  for (const shard of shards) {
    shard.json('shard.json', ({ scenarios }) => {
      for (const { tallies } of scenarios) for (const tally of tallies) tally.failed = 0;
    });
    shard.fixManifest();
  }
  const found = await Promise.all(shards.map(async ({ dir }) => codesOf(await verified(dir))));
  expect(found).toContainEqual(['SHARD_DIFFERS']);
}, 120_000);

test('a run that a limit ended is verified, and said to be incomplete', async () => {
  await against(null, [['--runs', '2', '--seed', '3', '--max-requests', '60', '--out', 'short']]);
  const verification = await verified(path.join(scratch, 'short'));
  expect(verification.problems).toEqual([]);
  expect(verification.run?.complete).toBe(false);
  expect(verification.notes.join(' ')).toContain('incomplete: the budget of --max-requests was spent');
  expect((await inProcess(['verify', path.join(scratch, 'short')])).out).toContain('INCOMPLETE');
}, 120_000);

test('a run that may create few orders: what it could not exercise is the same again', async () => {
  const only = ['--only', 'WEBHOOK-052', 'PAYOUT-BATCH-010', 'PAYOUT-QUERY', 'PAYIN-CREATE-001'];
  const [code] = await against(null, [[...only, '--runs', '2', '--seed', '3', '--max-orders', '3', '--out', 'few']]);
  expect(code).not.toBe(2);
  const result = resultsIn(path.join(scratch, 'few'));
  expect(result.requirements.filter(({ reason }) => reason?.code === 'capOrders').length).toBeGreaterThan(0);
  expect((await verified(path.join(scratch, 'few'))).problems).toEqual([]);
}, 120_000);
