import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { proxyTo } from './local-server.js';
import { start } from './process.js';
import { scratchFolder } from './scratch.js';
import { FIRST, SECOND, serve, targetEnvironment } from './serve-child.js';

/** Members whose values must not leave the machine in full. */
const ACCOUNT_MEMBERS = new Set([
  'bank_account_no',
  'account_number',
  'number',
  'iban',
  'deposit_key',
  'wallet_address',
]);

/** Shorter values may stand in a report by chance. */
const UNMISTAKABLE_LENGTH = 9;

/** Collects the values of account members anywhere below `value`. */
function collect(value: unknown, into: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (ACCOUNT_MEMBERS.has(name) && typeof inner === 'string' && inner.length >= UNMISTAKABLE_LENGTH) into.add(inner);
    collect(inner, into);
  }
}

/** Whether the value stands in the text for itself: among the digits of times and ids a number occurs by chance. */
function stands(value: string, text: string): boolean {
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    const around = /^\d+$/.test(value) ? text.charAt(at - 1) + text.charAt(at + value.length) : '';
    if (!/\d/.test(around)) return true;
  }
  return false;
}

/** Every file below a folder as text, compressed ones unpacked. */
function textsBelow(folder: string): { readonly name: string; readonly text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .map((name) => {
      const bytes = readFileSync(path.join(folder, name));
      return { name, text: (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8') };
    });
}

test('secrets and account numbers stand in no file and in no line of the terminal', async () => {
  const cwd = scratchFolder();
  const { url } = await serve();
  const accounts = new Set<string>();
  // The proxy changes an answer, so that there are findings, whose exchanges the reports show.
  const proxy = await proxyTo(
    url,
    (_path, body) => {
      try {
        collect(JSON.parse(body), accounts);
      } catch {
        // Some requests are no JSON on purpose.
      }
    },
    (address, answer) =>
      address.includes('batch/create-order') ? answer.replace(/"code":30002\b/, '"code":30003') : answer,
  );
  onTestFinished(() => proxy.close());
  const ids = [
    'PAYOUT-BATCH-001',
    'PAYOUT-BATCH-010',
    'PAYOUT-CREATE-001',
    'PAYIN-CARD-003',
    'PAYIN-CARD-007',
    'AUTH-002',
  ];
  const args = ['run', '--only', ...ids, '--runs', '6', '--report', 'json,html,markdown,junit,har,sarif,badge,allure'];
  const { code, out, err } = await start(args, { cwd, env: targetEnvironment(proxy.url) }).ended;

  expect({ code, err: err.includes('internal error') }).toEqual({ code: 1, err: false });
  expect(accounts.size).toBeGreaterThan(10);
  const texts = [...textsBelow(path.join(cwd, 'conformance-report')), { name: 'terminal', text: out + err }];
  expect(texts.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'results.json',
      'evidence.ndjson.gz',
      'ledger.ndjson',
      'report.html',
      'exchanges.har',
      'junit.xml',
      'summary.md',
    ]),
  );
  const leaks = [FIRST.appSecret, SECOND.appSecret, ...accounts].flatMap((value) =>
    texts.filter(({ text }) => stands(value, text)).map(({ name }) => `${name}: ${value}`),
  );
  expect(leaks).toEqual([]);
  // The masked form is there, so the messages themselves were kept.
  expect(texts.find(({ name }) => name === 'exchanges.har')?.text).toContain('****');
}, 60_000);
