import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readIcs } from '../../harness/config-file.js';
import { profileOf } from '../../harness/lesspay/profile.js';
import { type OperationName, operations } from '../../protocols/lesspay/operations.js';
import { packageRoot } from '../../protocols/package-root.js';
import { type StartApplication, startReferencePlatform } from '../../reference/lesspay/start.js';
import type { Ics } from '../../schemas/config/config.generated.js';
import { localServer } from './local-server.js';
import { inProcess } from './memory-io.js';
import { command } from './process.js';
import { resultsIn, scratchFolder } from './scratch.js';
import { FIRST, targetEnvironment } from './serve-child.js';

const WORKFLOW = path.join('.github', 'workflows', 'lesspay-conformance.yml');

const statementIn = (folder: string): Ics => readIcs(path.join(folder, 'lesspay-ics.json'));

const creates = (Object.keys(operations) as OperationName[])
  .filter((name) => operations[name].creates)
  .map((name) => operations[name].path as string);

/** A platform of which some endpoints answer as a web server does that does not know them. */
async function platform(
  application: Partial<StartApplication>,
  missing: readonly OperationName[] = [],
): Promise<{ readonly url: string; readonly asked: string[] }> {
  const running = await startReferencePlatform({ applications: [{ ...FIRST, ...application }] });
  const asked: string[] = [];
  const gone = missing.map((name) => operations[name].path as string);
  const face = await localServer(async (request, body, response) => {
    const address = request.url ?? '/';
    asked.push(address);
    if (gone.includes(address)) {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not Found</h1>');
      return;
    }
    const headers = Object.entries(request.headers).flatMap(([name, value]) =>
      typeof value === 'string' && /^(x-|content-type)/.test(name) ? [[name, value] as [string, string]] : [],
    );
    const answer = await fetch(running.url + address, { method: request.method ?? 'POST', headers, body });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  });
  onTestFinished(async () => {
    await face.close();
    await running.close();
  });
  return { url: face.url, asked };
}

describe('init', () => {
  test('writes environment, statement and workflow; the statement spells out every default', async () => {
    const cwd = scratchFolder();
    const { code, out, err } = await inProcess(['init', 'project'], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.trimEnd().split('\n')).toEqual(
      ['.env.example', 'lesspay-ics.json', WORKFLOW].map((name) => `wrote ${path.join('project', name)}`),
    );
    const folder = path.join(cwd, 'project');
    const { $schema, ...statement } = statementIn(folder);
    expect($schema).toMatch(/schemas\/config\/ics\.schema\.json$/);
    expect(profileOf(statement)).toEqual(profileOf());
    expect(Object.keys(statement.endpoints ?? {}).sort()).toEqual(Object.keys(operations).sort());
    expect(Object.keys(statement.payin ?? {})).toEqual(['currencies', 'wayCodes', 'cardModes']);
    expect(Object.keys(statement.payout ?? {})).toEqual(['currencies', 'wayCode', 'destinations']);
    const example = readFileSync(path.join(packageRoot, '.env.example'), 'utf8');
    expect(readFileSync(path.join(folder, '.env.example'), 'utf8')).toBe(example);

    const workflow = readFileSync(path.join(folder, WORKFLOW), 'utf8');
    expect(workflow).toMatch(/npx --yes lesspay-conformance@\d+\.\d+\.\d+ run\n +--url "\$LESSPAY_BASE_URL"/);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the syntax of the workflow
    expect(workflow).toContain('LESSPAY_APP_SECRET: ${{ secrets.LESSPAY_APP_SECRET }}');
    expect(workflow).toMatch(/uses: actions\/upload-artifact@v\d+\n +with:\n +name: conformance-report/);
  });

  test('keeps what exists, and says so', async () => {
    const cwd = scratchFolder();
    writeFileSync(path.join(cwd, 'lesspay-ics.json'), 'mine');
    const { code, out } = await inProcess(['init'], { cwd });
    expect({ code, out: out.trimEnd().split('\n') }).toEqual({
      code: 0,
      out: ['wrote .env.example', 'kept lesspay-ics.json: it was there already', `wrote ${WORKFLOW}`],
    });
    expect(readFileSync(path.join(cwd, 'lesspay-ics.json'), 'utf8')).toBe('mine');
    const again = await inProcess(['init'], { cwd });
    expect(again.out.match(/^kept /gm)).toHaveLength(3);
  });

  test('a folder that is a file, and options for a target without --probe, end with 2', async () => {
    const cwd = scratchFolder();
    writeFileSync(path.join(cwd, 'taken'), '');
    const taken = await inProcess(['init', 'taken'], { cwd });
    expect(taken).toMatchObject({ code: 2, err: expect.stringMatching(/^error: init: cannot write .*taken/) });
    for (const option of [['--url', 'http://127.0.0.1:9'], ['--create-orders']]) {
      const { code, err } = await inProcess(['init', ...option], { cwd });
      expect({ code, err }).toMatchObject({ code: 2, err: expect.stringMatching(/nothing is sent without --probe/) });
    }
    expect(readdirSync(cwd)).toEqual(['taken']);
  });
});

describe('init --probe', () => {
  test('without --create-orders nothing is created, and what was not looked at is said', async () => {
    const cwd = scratchFolder();
    const { url, asked } = await platform({}, ['triggerNotify']);
    const { code, out, err } = await inProcess(['init', '--probe'], { cwd, env: targetEnvironment(url) });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(asked.filter((address) => creates.includes(address))).toEqual([]);
    expect(asked.length).toBeGreaterThan(5);
    expect(out).toContain(`Asking ${url}; nothing is created\n`);
    expect(out).toContain(
      '  endpoints.triggerNotify: not offered. POST /api/global/payout/triggerNotify: HTTP 404, no envelope: "<h1>Not Found</h1>"\n',
    );
    expect(out).toContain('  endpoints.fetchPayout: offered. POST /api/global/payout/query: HTTP 200, code 30020');
    for (const claim of ['endpoints.createPayin, payin', 'endpoints.createPayout, endpoints.createPayoutBatch']) {
      expect(out).toMatch(new RegExp(`^ {2}${claim}.*: not probed, left claimed\\. .*--create-orders`, 'm'));
    }
    expect(out).not.toContain(FIRST.appSecret);
    const { endpoints, payin } = statementIn(cwd);
    expect(Object.entries(endpoints ?? {}).filter(([, offered]) => !offered)).toEqual([['triggerNotify', false]]);
    expect(payin?.wayCodes).toEqual(profileOf().payin.wayCodes);
  });

  test('finds the channel that the application has by asking for banks and balances', async () => {
    const cwd = scratchFolder();
    const { url } = await platform({ channels: ['CHECKOUT_CARDPAYMENT', 'EPAY_PAYOUT'] });
    await inProcess(['init', '--probe'], { cwd, env: targetEnvironment(url) });
    expect(statementIn(cwd).payout).toMatchObject({ wayCode: 'EPAY_PAYOUT', currencies: ['PHP'] });
  });

  test('--create-orders shows ways and destinations; a run takes the statement and passes', async () => {
    const cwd = scratchFolder();
    const { url, asked } = await platform({ channels: ['CHECKOUT_CARDPAYMENT', 'TAZAPAY_PAYOUT'] }, ['createPayout']);
    const env = targetEnvironment(url);
    const { code, out } = await inProcess(['init', '--probe', '--create-orders'], { cwd, env });
    expect(code).toBe(0);
    expect(out).toMatch(
      /^ {2}payin\.wayCodes WX_H5: not accepted\. POST \/api\/global\/v1\/pay\/create-order: HTTP 200, code \d+/m,
    );
    expect(out).toMatch(/^ {2}payin\.currencies USD: accepted\. POST .*code 0/m);
    const { endpoints, payin, payout } = statementIn(cwd);
    expect(endpoints).toMatchObject({ createPayin: true, createPayoutBatch: true, createPayout: false });
    expect(payin?.wayCodes).toEqual(['CHECKOUT_CARDPAYMENT']);
    expect(payin?.cardModes).toEqual(['cashier', 'openapi', 'token', 'session']);
    expect(payout).toMatchObject({ wayCode: 'TAZAPAY_PAYOUT', currencies: ['PHP', 'INR', 'IDR'] });
    expect(payout?.destinations).toContain('ewallet');
    const orders = asked.filter((address) => creates.includes(address)).length;
    expect(orders).toBeLessThan(45);

    const only = ['--only', 'PAYIN-CREATE-001', 'PAYOUT-BATCH-001', 'PAYOUT-CREATE-001', '--runs', '2'];
    const run = await command(['run', ...only, '--ics', 'lesspay-ics.json', '--report', 'json'], { cwd, env });
    expect(run).toMatchObject({ code: 0, out: expect.stringMatching(/^CONFORMANT/) });
    const verdicts = resultsIn(path.join(cwd, 'conformance-report')).requirements.flatMap(({ id, verdict, reason }) =>
      reason?.code === 'notSelected' ? [] : [`${id} ${verdict}`],
    );
    expect(verdicts).toEqual(['PAYIN-CREATE-001 pass', 'PAYOUT-CREATE-001 notApplicable', 'PAYOUT-BATCH-001 pass']);
  });

  test('a target that cannot be asked: exit 3, nothing written', async () => {
    const cwd = scratchFolder();
    mkdirSync(path.join(cwd, 'project'));
    const env = targetEnvironment('http://127.0.0.1:9');
    const { code, err } = await inProcess(['init', 'project', '--probe', '--timeout', '500'], { cwd, env });
    expect({ code, err }).toMatchObject({ code: 3, err: expect.stringMatching(/^error: Cannot reach http/) });
    expect(readdirSync(path.join(cwd, 'project'))).toEqual([]);
  });

  test.each([
    ['no target', {}, /^error: --probe: give the platform that is to be asked: --url/],
    [
      'no secret',
      { LESSPAY_BASE_URL: 'http://127.0.0.1:9', LESSPAY_APP_ID: 'a' },
      /^error: The secret of application a/,
    ],
    [
      'a host that was not confirmed',
      { LESSPAY_BASE_URL: 'https://sandbox.example.com', LESSPAY_APP_ID: 'a', LESSPAY_APP_SECRET: 'b' },
      /confirm its host: add --confirm-host sandbox\.example\.com/,
    ],
  ])('%s ends with 2', async (_name, env, says) => {
    const { code, err } = await inProcess(['init', '--probe'], { env: env as Record<string, string> });
    expect(err).toMatch(says);
    expect(code).toBe(2);
  });
});
