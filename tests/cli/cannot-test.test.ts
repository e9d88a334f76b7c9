import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startReferencePlatform } from '../../reference/lesspay/start.js';
import { type Answer, type LocalServer, localServer } from './local-server.js';
import { inProcess, type Ran } from './memory-io.js';
import { scratchFolder } from './scratch.js';

const SECRET = 'a-secret-that-nobody-prints';

async function runAgainst(url: string, more: readonly string[] = []): Promise<Ran> {
  const cwd = scratchFolder();
  const ran = await inProcess(['run', '--url', url, '--app-id', 'an-app', '--app-secret', SECRET, ...more], { cwd });
  expect(existsSync(path.join(cwd, 'conformance-report', 'results.json'))).toBe(false);
  expect(ran.out + ran.err).not.toContain(SECRET);
  return ran;
}

async function answering(answer: Answer): Promise<LocalServer> {
  const server = await localServer(answer);
  onTestFinished(() => server.close());
  return server;
}

describe('a target that cannot be tested ends the run with 3 and what was seen', () => {
  test('nobody listens', async () => {
    const server = await localServer(() => {});
    await server.close();
    const { code, out, err } = await runAgainst(server.url);
    expect(err).toMatch(
      new RegExp(
        `^error: Cannot reach ${server.url}\\. POST /.*ECONNREFUSED.*Check the URL, that the target is running`,
      ),
    );
    expect({ code, out }).toEqual({ code: 3, out: '' });
  });

  test('it never answers', async () => {
    const server = await answering(() => {});
    const { code, err } = await runAgainst(server.url, ['--timeout', '200']);
    expect(err).toMatch(/^error: Cannot reach .*no complete answer within 200 ms/);
    expect(code).toBe(3);
  });

  test('it hangs up', async () => {
    const server = await answering((request) => {
      request.socket.destroy();
    });
    const { code, err } = await runAgainst(server.url);
    expect(err).toMatch(/^error: Cannot reach /);
    expect(code).toBe(3);
  });

  test('the secret is wrong', async () => {
    const platform = await startReferencePlatform({
      applications: [{ appId: 'an-app', appSecret: 'another-secret' }],
    });
    onTestFinished(() => platform.close());
    const { code, out, err } = await runAgainst(platform.url);
    expect(err).toMatch(/^error: http:\/\/127\.0\.0\.1:\d+ refuses the credentials\. POST \/.*3005\d/);
    expect(err).toContain("Check the application id, the secret, and this machine's clock.");
    expect({ code, out }).toEqual({ code: 3, out: '' });
  });

  test('it answers with a web page', async () => {
    const server = await answering((_request, _body, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Shop</title>');
    });
    const { code, err } = await runAgainst(server.url);
    expect(err).toMatch(/^error: .* does not answer as a Lesspay platform does\. POST .*<!doctype html>/);
    expect(err).toContain('Expected JSON with an integer `code`.');
    expect(code).toBe(3);
  });

  test('it answers 404 to everything', async () => {
    const server = await answering((_request, _body, response) => {
      response.writeHead(404).end('not here');
    });
    const { code, err } = await runAgainst(`${server.url}/api`);
    expect(err).toMatch(/^error: .*\/api answers 404 on every Lesspay endpoint\. .*Give the base URL, without a path/);
    expect(code).toBe(3);
  });

  test('the control interface that was named is none', async () => {
    const server = await answering((_request, _body, response) => {
      response.end('{"code":30000}');
    });
    const { code, err } = await runAgainst(server.url, ['--control-url', `${server.url}/control`]);
    expect(err).toMatch(
      /^error: GET .*\/control\/health does not answer as a control interface does\. Check --control-url/,
    );
    expect(code).toBe(3);
  });

  test('what the target says is printed without control characters', async () => {
    const server = await answering((_request, _body, response) => {
      response.end('\u001b[2J\u001b]0;owned\u0007 hello');
    });
    const { err } = await runAgainst(server.url);
    expect(err).toContain('hello');
    expect([...err.replaceAll('\n', '')].filter((character) => character < ' ')).toEqual([]);
  });
});
