import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalServer, localServer } from './local-server.js';
import { inProcess } from './memory-io.js';
import { scratchFolder } from './scratch.js';

let server: LocalServer;

beforeAll(async () => {
  server = await localServer((_request, _body, response) => {
    response.end('{"code":30000}');
  });
});

afterAll(() => server.close());

const CREDENTIALS = { LESSPAY_APP_ID: 'an-app', LESSPAY_APP_SECRET: 'a-secret' };

/** A mistake in a `run` that would otherwise reach the counting server. */
interface Mistake {
  readonly name: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly says: RegExp;
}

const mistakes: readonly Mistake[] = [
  {
    name: 'no secret',
    args: ['--app-id', 'x'],
    env: {},
    says: /secret of application x is missing: set LESSPAY_APP_SECRET/,
  },
  { name: 'no id', args: ['--app-secret', 'x'], env: {}, says: /application id is missing: give --app-id/ },
  { name: 'no credentials', args: [], env: {}, says: /needs credentials: set LESSPAY_APP_ID and LESSPAY_APP_SECRET/ },
  {
    name: 'an empty secret',
    args: ['--app-id', 'x', '--app-secret', ''],
    env: {},
    says: /secret of application x is missing/,
  },
  { name: 'a second id alone', args: ['--second-app-id', 'y'], says: /set LESSPAY_SECOND_APP_SECRET/ },
  {
    name: 'a relative URL',
    args: ['--url', 'foo'],
    says: /--url: received "foo", expected an absolute http or https URL/,
  },
  { name: 'an empty URL', args: ['--url', ''], says: /--url: received "", expected an absolute http or https URL/ },
  {
    name: 'another scheme',
    args: ['--url', 'ftp://127.0.0.1/'],
    says: /expected a URL that begins with http:\/\/ or https:\/\//,
  },
  {
    name: 'credentials in the URL',
    args: ['--url', 'http://me:pw@127.0.0.1'],
    says: /holds credentials\. Leave them out/,
  },
  {
    name: 'a query in the URL',
    args: ['--url', 'http://127.0.0.1/?a=b'],
    says: /ends with \?a=b\. Give the base URL without it/,
  },
  { name: 'a fragment in the URL', args: ['--url', 'http://127.0.0.1/#top'], says: /ends with #top/ },
  {
    name: 'an unknown requirement',
    args: ['--only', 'AUTH-999'],
    says: /no requirement or area "AUTH-999"\. Areas: .*AUTH/,
  },
  { name: 'an unknown area', args: ['--only', 'IDEM', 'NOPE'], says: /no requirement or area "NOPE"/ },
  { name: 'a level', args: ['--level', 'maybe'], says: /--level: received "maybe", expected must, should or may/ },
  {
    name: 'a fraction as seed',
    args: ['--seed', '1.5'],
    says: /--seed: received "1\.5", expected a whole number from 0 to /,
  },
  { name: 'a negative seed', args: ['--seed', '-1'], says: /--seed: received "-1"/ },
  {
    name: 'a word as runs',
    args: ['--runs', 'many'],
    says: /--runs: received "many", expected a whole number from 1 to /,
  },
  { name: 'no runs', args: ['--runs', '0'], says: /--runs: received "0"/ },
  { name: 'an exponent', args: ['--concurrency', '1e1'], says: /--concurrency: received "1e1"/ },
  { name: 'no requests', args: ['--max-requests', '0'], says: /--max-requests: received "0"/ },
  {
    name: 'a short timeout',
    args: ['--timeout', '5'],
    says: /--timeout: received "5", expected a whole number from 100/,
  },
  {
    name: 'a report',
    args: ['--report', 'html,pdf'],
    says: /--report: received "pdf" in "html,pdf", expected a list of .*allure/,
  },
  { name: 'an empty report list', args: ['--report', ''], says: /--report: received ""/ },
  { name: 'a protocol', args: ['--protocol', 'smtp'], says: /--protocol: received "smtp", expected lesspay/ },
  {
    name: 'a webhook port alone',
    args: ['--webhook-port', '9000'],
    says: /give its public address with --webhook-url too/,
  },
  { name: 'a webhook URL', args: ['--webhook-url', 'hooks'], says: /--webhook-url: received "hooks"/ },
  { name: 'a control URL', args: ['--control-url', 'there'], says: /--control-url: received "there"/ },
  { name: 'a missing ICS', args: ['--ics', 'none.json'], says: /--ics: cannot read .*none\.json \(ENOENT\)/ },
  {
    name: 'a missing waiver file',
    args: ['--waivers', 'none.json'],
    says: /--waivers: cannot read .*none\.json \(ENOENT\)/,
  },
  { name: 'a missing results file', args: ['--replay', 'AUTH-001.1'], says: /--replay: cannot read the results file/ },
];

/** The lines that tell the user about the mistake; the hint about --help is none of them. */
function errorLines(err: string): string[] {
  return err.split('\n').filter((line) => line !== '' && !line.startsWith('(all options:'));
}

describe('a mistake in the command line ends with 2 before anything is sent', () => {
  test.each(mistakes)('$name', async ({ args, env, says }) => {
    const { code, out, err } = await inProcess(['run', '--url', server.url, ...args], {
      env: env ?? CREDENTIALS,
      cwd: scratchFolder(),
    });
    expect(err).toMatch(says);
    expect(errorLines(err)).toHaveLength(1);
    expect(err).toMatch(/^error: /);
    expect({ code, out, requests: server.requests() }).toEqual({ code: 2, out: '', requests: 0 });
  });

  test.each([
    ['ics that is no JSON', '--ics', '{', /--ics: .*file\.json is not JSON: /],
    ['ics of another form', '--ics', '[]', /--ics: .*file\.json at \/: expected .*The format is schemas\/config\/ics/],
    ['waivers that are no JSON', '--waivers', 'waived', /--waivers: .*file\.json is not JSON: /],
    [
      'waivers of another form',
      '--waivers',
      '{}',
      /--waivers: .*file\.json at \/schemaVersion: expected .*The format is schemas\/config\/waivers/,
    ],
  ])('%s', async (_name, option, content, says) => {
    const cwd = scratchFolder();
    writeFileSync(path.join(cwd, 'file.json'), content);
    const { code, err } = await inProcess(['run', '--url', server.url, option, 'file.json'], { env: CREDENTIALS, cwd });
    expect(err).toMatch(says);
    expect(errorLines(err)).toHaveLength(1);
    expect({ code, requests: server.requests() }).toEqual({ code: 2, requests: 0 });
  });

  test('an output folder that is a file', async () => {
    const cwd = scratchFolder();
    writeFileSync(path.join(cwd, 'taken'), '');
    const { code, err } = await inProcess(['run', '--url', server.url, '--out', 'taken'], { env: CREDENTIALS, cwd });
    expect(err).toMatch(/^error: --out: cannot write to the folder .*taken \(EEXIST\)\. Give a folder/);
    expect({ code, requests: server.requests() }).toEqual({ code: 2, requests: 0 });
  });

  test('a webhook port that is taken', async () => {
    const args = ['--webhook-url', 'https://hooks.example.com', '--webhook-port', String(server.port)];
    const { code, err } = await inProcess(['run', '--url', server.url, ...args], {
      env: CREDENTIALS,
      cwd: scratchFolder(),
    });
    expect(err).toMatch(/^error: --webhook-port: cannot listen on 127\.0\.0\.1:\d+ \(EADDRINUSE\)\. Free the port/);
    expect({ code, requests: server.requests() }).toEqual({ code: 2, requests: 0 });
  });

  test('credentials without a target', async () => {
    const { code, err } = await inProcess(['run', '--app-id', 'x', '--app-secret', 'y']);
    expect(err).toBe(
      'error: Credentials were given without a target: add --url, or leave the credentials out to test the reference platform.\n',
    );
    expect(code).toBe(2);
  });

  test('a URL from the environment is named by its variable', async () => {
    const { code, err } = await inProcess(['run'], { env: { ...CREDENTIALS, LESSPAY_BASE_URL: 'nowhere' } });
    expect(err).toMatch(/^error: LESSPAY_BASE_URL: received "nowhere", expected an absolute http or https URL/);
    expect(code).toBe(2);
  });
});

describe('options and commands that do not exist', () => {
  test.each([
    ['an option with a near name', ['run', '--sed', '1'], /unknown option '--sed'\n\(Did you mean --seed\?\)/],
    ['a command with a near name', ['rum'], /unknown command 'rum'\n\(Did you mean run\?\)/],
    ['an option without its value', ['run', '--seed'], /option '--seed <n>' argument missing/],
    ['too many arguments', ['explain', 'AUTH-001', 'AUTH-002'], /too many arguments/],
    ['a missing argument', ['explain'], /missing required argument 'id'/],
  ])('%s', async (_name, args, says) => {
    const { code, out, err } = await inProcess(args);
    expect(err).toMatch(says);
    expect(err).toContain('(all options: lesspay-conformance --help, or lesspay-conformance COMMAND --help)');
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});
