import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalServer, localServer } from './local-server.js';
import { inProcess, type Ran } from './memory-io.js';
import { scratchFolder } from './scratch.js';

let server: LocalServer;
/** The same server, under an address that is not known to be this machine. */
let elsewhere: string;

beforeAll(async () => {
  server = await localServer((_request, _body, response) => {
    response.writeHead(401).end('{"code":30050,"msg":"Unauthorized"}');
  });
  elsewhere = `http://0.0.0.0:${server.port}`;
});

afterAll(() => server.close());

const CREDENTIALS = { LESSPAY_APP_ID: 'an-app', LESSPAY_APP_SECRET: 'a-secret' };

async function runWith(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran & { readonly requests: number }> {
  const before = server.requests();
  const ran = await inProcess(['run', ...args], { env: { ...CREDENTIALS, ...env }, cwd: scratchFolder() });
  return { ...ran, requests: server.requests() - before };
}

describe('nothing is sent to a host that is not this machine', () => {
  test('unless it is confirmed; the sentence names the option to add', async () => {
    const { code, out, err, requests } = await runWith(['--url', elsewhere]);
    expect(err).toBe(
      'error: --url: 0.0.0.0 is not this machine, and a run creates orders there. If it is a sandbox, confirm its host: add --confirm-host 0.0.0.0\n',
    );
    expect({ code, out, requests }).toEqual({ code: 2, out: '', requests: 0 });
  });

  test('with the host of another confirmed', async () => {
    const { code, err, requests } = await runWith(['--url', elsewhere, '--confirm-host', 'sandbox.example.com']);
    expect(err).toMatch(
      /--confirm-host is "sandbox\.example\.com"\..*add --confirm-host sandbox\.example\.com,0\.0\.0\.0/,
    );
    expect({ code, requests }).toEqual({ code: 2, requests: 0 });
  });

  test('that comes from the environment', async () => {
    const { code, err, requests } = await runWith([], { LESSPAY_BASE_URL: elsewhere });
    expect(err).toMatch(/^error: LESSPAY_BASE_URL: 0\.0\.0\.0 is not this machine/);
    expect({ code, requests }).toEqual({ code: 2, requests: 0 });
  });

  test('that is the control interface', async () => {
    const { code, err, requests } = await runWith(['--url', server.url, '--control-url', `${elsewhere}/control`]);
    expect(err).toMatch(/^error: --control-url: 0\.0\.0\.0 is not this machine/);
    expect({ code, requests }).toEqual({ code: 2, requests: 0 });
  });

  test.each(['--confirm-host', '--allow-payouts --confirm-host'])(
    'that looks like production, with %s',
    async (options) => {
      const host = 'api.prod1.example.com';
      const { code, err } = await runWith(['--url', `https://${host}`, ...options.split(' '), host]);
      expect(err).toMatch(
        /^error: --url: api\.prod1\.example\.com looks like production .*the word "prod".*Only a sandbox is to be tested/,
      );
      expect(code).toBe(2);
    },
  );

  test('whose control interface looks like production', async () => {
    const host = 'control.live.example.com';
    const { code, err, requests } = await runWith([
      ...['--url', server.url, '--control-url', `https://${host}`, '--confirm-host', host],
    ]);
    expect(err).toMatch(/^error: --control-url: control\.live\.example\.com looks like production/);
    expect({ code, requests }).toEqual({ code: 2, requests: 0 });
  });
});

describe('a host that is confirmed is asked', () => {
  test.each([
    ['by the option', ['--confirm-host', '0.0.0.0'], {}],
    ['among others', ['--confirm-host', 'sandbox.example.com, 0.0.0.0'], {}],
    ['by the environment', [], { LESSPAY_CONFIRM_HOST: '0.0.0.0' }],
  ])('%s', async (_name, args, env) => {
    const { code, err, requests } = await runWith(['--url', elsewhere, ...args], env);
    expect(err).toMatch(/^error: http:\/\/0\.0\.0\.0:\d+ refuses the credentials/);
    expect(code).toBe(3);
    expect(requests).toBeGreaterThan(0);
  });
});

describe('a limit that is none ends with 2 before anything is sent', () => {
  test.each([
    [['--max-orders', '0'], /--max-orders: received "0", expected a whole number from 1 to /],
    [['--max-orders', '1.5'], /--max-orders: received "1\.5"/],
    [['--max-amount', '0'], /--max-amount: received "0", expected a positive decimal number such as 10000 or 99\.50/],
    [['--max-amount', '1e3'], /--max-amount: received "1e3"/],
    [['--max-amount', '1,000'], /--max-amount: received "1,000"/],
    [['--max-duration', '0'], /--max-duration: received "0", expected a whole number from 1 to 86400/],
    [['--max-duration', '5m'], /--max-duration: received "5m"/],
  ])('%j', async (args, says) => {
    const { code, err, requests } = await runWith(['--url', server.url, ...args]);
    expect(err).toMatch(says);
    expect({ code, requests }).toEqual({ code: 2, requests: 0 });
  });
});
