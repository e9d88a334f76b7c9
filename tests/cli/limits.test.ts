import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type LedgerEntry, readLedger } from '../../harness/ledger.js';
import { isLoopback } from '../../harness/loopback.js';
import { operations } from '../../protocols/lesspay/operations.js';
import { localServer, proxyTo } from './local-server.js';
import { command, start } from './process.js';
import { evidenceIn, resultsIn, scratchFolder } from './scratch.js';
import { serve, targetEnvironment } from './serve-child.js';

function ledgerIn(folder: string): LedgerEntry[] {
  return readLedger(readFileSync(path.join(folder, 'ledger.ndjson'), 'utf8').split('\n'));
}

/** A served platform behind a proxy that tells the paths of all requests. */
async function watched(
  atRequest: (count: number) => void = () => {},
): Promise<{ url: string; direct: string; paths: string[] }> {
  const { url } = await serve();
  const paths: string[] = [];
  const proxy = await proxyTo(url, (seen) => {
    paths.push(seen);
    atRequest(paths.length);
  });
  onTestFinished(() => proxy.close());
  return { url: proxy.url, direct: url, paths };
}

/** What the platform says of an order, over its control interface. */
async function stateOf(platform: string, payOrderId: string): Promise<number> {
  const to = { to: 'NO_SUCH_STATE' };
  const answer = await fetch(`${platform}/__control/orders/${encodeURIComponent(payOrderId)}/transition`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(to),
  });
  return answer.status;
}

describe('a target that is not this machine', () => {
  test('gets no payout and no order too many; the limits are shown, the ledger is part of the results', async () => {
    const { url, paths } = await watched();
    const elsewhere = url.replace('127.0.0.1', '0.0.0.0');
    expect(isLoopback(elsewhere)).toBe(false);
    const cwd = scratchFolder();
    const args = ['run', '--confirm-host', '0.0.0.0', '--only', 'PAYOUT-CREATE', 'PAYIN-CREATE', '--runs', '2'];
    const ended = await command([...args, '--max-orders', '8', '--report', 'json'], {
      cwd,
      env: targetEnvironment(elsewhere),
    });
    expect(ended.err).toContain(
      '  no payouts (--allow-payouts), at most 8 orders (--max-orders), at most 10000 an order in its own currency (--max-amount)\n',
    );
    expect(paths).toContain(operations.createPayin.path);
    expect(paths).not.toContain(operations.createPayout.path);
    expect(paths).not.toContain(operations.createPayoutBatch.path);

    const out = path.join(cwd, 'conformance-report');
    const results = resultsIn(out);
    const payouts = results.requirements.filter(
      ({ area, reason }) => area === 'PAYOUT-CREATE' && reason?.code === 'payoutsNotAllowed',
    );
    expect(payouts.length).toBeGreaterThan(5);
    expect(new Set(payouts.map(({ verdict }) => verdict))).toEqual(new Set(['notTested']));
    expect(
      results.requirements.some(({ verdict, reason }) => verdict === 'inconclusive' && reason?.code === 'capOrders'),
    ).toBe(true);
    expect(results.requirements.filter(({ verdict }) => verdict === 'fail' || verdict === 'error')).toEqual([]);

    const ledger = ledgerIn(out);
    expect(ledger).toHaveLength(8);
    expect(ended.out).toMatch(/^8 orders created; see ledger\.ndjson$/m);
    const manifest = JSON.parse(readFileSync(path.join(out, 'manifest.json'), 'utf8')) as {
      files: { name: string; sha256: string }[];
    };
    const sum = createHash('sha256')
      .update(readFileSync(path.join(out, 'ledger.ndjson')))
      .digest('hex');
    expect(manifest.files.find(({ name }) => name === 'ledger.ndjson')?.sha256).toBe(sum);
  });
});

describe('the ledger', () => {
  test('survives a killed run, and every order in it is on the platform; the next run begins a new one', async () => {
    let underWay = (): void => {};
    const manyRequests = new Promise<void>((resolve) => {
      underWay = resolve;
    });
    const { url, direct } = await watched((count) => {
      if (count === 120) underWay();
    });
    const cwd = scratchFolder();
    const child = start(['run', '--only', 'PAYOUT-BATCH', '--runs', '2000'], { cwd, env: targetEnvironment(url) });
    await manyRequests;
    child.signal('SIGKILL');
    expect(await child.ended).toMatchObject({ code: null, signal: 'SIGKILL' });

    const out = path.join(cwd, 'conformance-report');
    const killed = ledgerIn(out);
    expect(killed.length).toBeGreaterThan(10);
    expect(await stateOf(direct, 'PO0')).toBe(404);
    for (const { pay_order_id: id } of killed)
      expect({ id, status: await stateOf(direct, id) }).not.toEqual({ id, status: 404 });

    const again = await command(['run', '--only', 'PAYOUT-CREATE', '--runs', '1', '--report', 'json'], {
      cwd,
      env: targetEnvironment(direct),
    });
    expect(again.code).toBe(0);
    const next = ledgerIn(out);
    expect(next.length).toBeGreaterThan(0);
    const before = new Set(killed.map(({ pay_order_id: id }) => id));
    expect(next.filter(({ pay_order_id: id }) => before.has(id))).toEqual([]);
  });
});

describe('a limit that ends the run', () => {
  test('--max-duration: what was found is written, marked incomplete', async () => {
    const { url } = await watched();
    const cwd = scratchFolder();
    const args = ['run', '--only', 'PAYOUT-BATCH', '--runs', '2000', '--max-duration', '12', '--report', 'json'];
    const ended = await command(args, { cwd, env: targetEnvironment(url) });
    expect(ended).toMatchObject({ code: 1, signal: null });
    expect(ended.err).toContain('The time of --max-duration is over: ending the exercises under way');
    const out = path.join(cwd, 'conformance-report');
    const results = resultsIn(out);
    expect(results).toMatchObject({
      complete: false,
      incompleteReason: 'the time limit of --max-duration was reached',
      conformant: false,
      exitCode: 1,
      errors: [],
    });
    expect(results.summary.exercises).toBeGreaterThan(0);
    expect(results.requirements.filter(({ verdict }) => verdict === 'fail' || verdict === 'error')).toEqual([]);
    expect((await evidenceIn(out)).at(-1)).toMatchObject({ type: 'footer', exercises: results.summary.exercises });
    expect(ledgerIn(out).length).toBeGreaterThan(0);
  });

  test('--max-duration, before anything was tested', async () => {
    const silent = await localServer(() => {});
    onTestFinished(() => silent.close());
    const ended = await command(['run', '--max-duration', '1', '--timeout', '60000'], {
      cwd: scratchFolder(),
      env: targetEnvironment(silent.url),
    });
    expect(ended).toMatchObject({
      code: 3,
      out: '',
      err: 'The time of --max-duration was over before anything was tested; no report was written.\n',
    });
  });

  test('--max-requests: a budget that was spent is told; one that was just enough is not', async () => {
    const { url } = await watched();
    const cwd = scratchFolder();
    const args = ['run', '--only', 'PAYOUT-BANK', '--seed', '1', '--runs', '1', '--report', 'json', '--max-requests'];
    const short = await command([...args, '3'], { cwd, env: targetEnvironment(url) });
    expect(short.code).not.toBe(0);
    const out = path.join(cwd, 'conformance-report');
    expect(resultsIn(out)).toMatchObject({
      complete: false,
      incompleteReason: 'the budget of --max-requests was spent',
      conformant: false,
    });

    await command([...args, '100000'], { cwd, env: targetEnvironment(url) });
    const needed = resultsIn(out).summary.exchanges;
    const enough = await command([...args, String(needed)], { cwd, env: targetEnvironment(url) });
    expect(enough.code).toBe(0);
    expect(resultsIn(out)).toMatchObject({ complete: true, conformant: true });
  });
});
