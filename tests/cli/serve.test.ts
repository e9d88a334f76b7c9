import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { batch } from '../reference/lesspay/merchant.js';
import { localServer } from './local-server.js';
import { inProcess } from './memory-io.js';
import { command } from './process.js';
import { scratchFolder } from './scratch.js';
import { FIRST, givenCredentials, SECOND, serve } from './serve-child.js';
import { signedCall } from './signed-call.js';

/** The code of a request that was accepted. */
const SUCCESS = 0;

describe('serve', () => {
  test('prints where it listens, then the credentials that it chose, which work', async () => {
    const { child, url } = await serve([]);
    await child.until('err', /stop with Ctrl-C/);
    child.signal('SIGINT');
    const { code, out, err } = await child.ended;
    expect(code).toBe(0);
    const lines = out.trimEnd().split('\n');
    expect(lines[0]).toBe(`listening on ${url}`);
    expect(lines.slice(1).map((line) => line.replace(/\S+$/, ''))).toEqual([
      'app id     ',
      'app secret ',
      'second app id     ',
      'second app secret ',
    ]);
    expect(new Set(lines).size).toBe(5);
    expect(err).toBe(`control interface at ${url}/__control; stop with Ctrl-C\n`);
  });

  test('the credentials that it chose are accepted', async () => {
    const { child, url } = await serve([]);
    const [, appId = '', appSecret = ''] = await child.until('out', /^app id +(\S+)\napp secret +(\S+)$/m);
    const answer = await signedCall(url, 'createPayoutBatch', batch(), { appId, appSecret });
    expect(answer.code).toBe(SUCCESS);
  });

  test('prints no credentials that it was given, and accepts both applications', async () => {
    const { child, url } = await serve(givenCredentials);
    for (const application of [FIRST, SECOND]) {
      expect((await signedCall(url, 'createPayoutBatch', batch(), application)).code).toBe(SUCCESS);
    }
    child.signal('SIGTERM');
    const { code, out, err } = await child.ended;
    expect({ code, out }).toEqual({ code: 0, out: `listening on ${url}\n` });
    for (const { appId, appSecret } of [FIRST, SECOND]) {
      expect(err).not.toContain(appSecret);
      expect(err).not.toContain(appId);
    }
  });

  test('takes credentials from the environment', async () => {
    const env = { LESSPAY_APP_ID: FIRST.appId, LESSPAY_APP_SECRET: FIRST.appSecret };
    const { child, url } = await serve([], { env });
    expect((await signedCall(url, 'createPayoutBatch', batch(), FIRST)).code).toBe(SUCCESS);
    child.signal('SIGINT');
    expect((await child.ended).out).toBe(`listening on ${url}\n`);
  });

  test('ends although a client keeps its connection open', async () => {
    const { child, url } = await serve();
    await fetch(`${url}/__control/health`);
    const asked = performance.now();
    child.signal('SIGINT');
    expect((await child.ended).code).toBe(0);
    expect(performance.now() - asked).toBeLessThan(5_000);
  });

  test('--store keeps orders across a restart, and a torn last line is cut off', async () => {
    const cwd = scratchFolder();
    const store = path.join(cwd, 'store.ndjson');
    const order = batch();
    const query = { request_id: order.request_id };

    const before = await serve([...givenCredentials, '--store', 'store.ndjson'], { cwd });
    expect((await signedCall(before.url, 'createPayoutBatch', order, FIRST)).code).toBe(SUCCESS);
    const known = await signedCall(before.url, 'fetchPayout', query, FIRST);
    expect(known.code).toBe(SUCCESS);
    before.child.signal('SIGTERM');
    expect((await before.child.ended).code).toBe(0);
    appendFileSync(store, '{"type":"orderCha');

    const after = await serve([...givenCredentials, '--store', 'store.ndjson'], { cwd });
    expect(await signedCall(after.url, 'fetchPayout', query, FIRST)).toEqual(known);
    expect((await signedCall(after.url, 'createPayoutBatch', batch(), FIRST)).code).toBe(SUCCESS);
    after.child.signal('SIGTERM');
    expect((await after.child.ended).code).toBe(0);
    for (const line of readFileSync(store, 'utf8').trimEnd().split('\n')) expect(JSON.parse(line)).toBeTypeOf('object');
  });

  test('a process that was killed leaves a store that can be read', async () => {
    const cwd = scratchFolder();
    const order = batch();
    const before = await serve([...givenCredentials, '--store', 'store.ndjson'], { cwd });
    await signedCall(before.url, 'createPayoutBatch', order, FIRST);
    before.child.signal('SIGKILL');
    await before.child.ended;
    const after = await serve([...givenCredentials, '--store', 'store.ndjson'], { cwd });
    const found = await signedCall(after.url, 'fetchPayout', { request_id: order.request_id }, FIRST);
    expect(found.code).toBe(SUCCESS);
  });
});

describe('serve that cannot start ends with 2 and one sentence', () => {
  test('the port is taken', async () => {
    const server = await localServer(() => {});
    onTestFinished(() => server.close());
    expect(await command(['serve', '--port', String(server.port)])).toMatchObject({
      code: 2,
      out: '',
      err: `error: The reference platform cannot listen on 127.0.0.1:${server.port} (EADDRINUSE). Free the port, or name another; 0 means any.\n`,
    });
  });

  test('the store is another file', async () => {
    const cwd = scratchFolder();
    writeFileSync(path.join(cwd, 'notes.txt'), 'shopping list\n');
    const { code, out, err } = await inProcess(['serve', '--store', 'notes.txt'], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(
      /^error: .*notes\.txt is not a store file of this version of the reference platform\. Name another/,
    );
    expect(readFileSync(path.join(cwd, 'notes.txt'), 'utf8')).toBe('shopping list\n');
  });

  test('the store cannot be opened', async () => {
    const { code, out, err } = await inProcess(['serve', '--store', 'no/such/folder/store'], { cwd: scratchFolder() });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^error: .*no\/such\/folder\/store cannot be (used|opened): .*ENOENT/);
  });

  test.each([
    ['a port', ['--port', 'http'], /--port: received "http", expected a whole number from 0 to 65535/],
    ['an id alone', ['--app-id', 'x'], /--app-id was given without --app-secret: give both/],
    ['a secret alone', ['--app-secret', 'x'], /--app-secret was given without --app-id: give both/],
    [
      'a second application alone',
      ['--second-app-id', 'x', '--second-app-secret', 'y'],
      /A second application was given without a first: add --app-id and --app-secret/,
    ],
    [
      'the same id twice',
      ['--app-id', 'x', '--app-secret', 'y', '--second-app-id', 'x', '--second-app-secret', 'z'],
      /Both applications have the id x: give them different ids/,
    ],
    ['a notify URL', ['--default-notify-url', 'hooks'], /--default-notify-url: received "hooks", expected an absolute/],
  ])('%s', async (_name, args, says) => {
    const { code, out, err } = await inProcess(['serve', ...args]);
    expect(err).toMatch(says);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});
