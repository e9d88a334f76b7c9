import { afterEach, describe, expect, test } from 'vitest';
import { openTransport, type Transport, type WireResult } from '../../harness/transport.js';
import { bodyOf, serveHttp, serveTcp, type TestServer } from './http-server.js';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

function transport(timeoutMs = 5000, signal?: AbortSignal): Transport {
  const made = openTransport({ timeoutMs, connections: 4, ...(signal === undefined ? {} : { signal }) });
  open.push(made);
  return made;
}

async function ask(server: TestServer, own = transport()): Promise<WireResult> {
  open.push(server);
  return own.send({ method: 'POST', url: `${server.url}/x?y=1`, headers: { 'X-A': 'b' }, body: '{"é":1}' });
}

describe('transport', () => {
  test('sends exactly what it is given and returns what comes back', async () => {
    const server = await serveHttp(async (request, response) => {
      const body = await bodyOf(request);
      response.writeHead(201, { 'Set-Cookie': ['a=1', 'b=2'], 'X-B': 'c' });
      response.end(`${request.method} ${request.url} ${request.headers['x-a']} ${body}`);
    });
    expect(await ask(server)).toMatchObject({
      kind: 'answer',
      status: 201,
      headers: { 'set-cookie': 'a=1, b=2', 'x-b': 'c' },
      body: 'POST /x?y=1 b {"é":1}',
      bytes: 22,
      truncated: false,
    });
  });

  test('sends exact bytes', async () => {
    const server = await serveHttp(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      response.end(Buffer.concat(chunks).toString('hex'));
    });
    open.push(server);
    const body = new Uint8Array([0xff, 0x00, 0xc3]);
    expect(await transport().send({ method: 'POST', url: server.url, headers: {}, body })).toMatchObject({
      body: 'ff00c3',
    });
  });

  test('refused connection', async () => {
    const server = await serveHttp(() => {});
    await server.close();
    const result = await transport().send({ method: 'POST', url: server.url, headers: {}, body: '' });
    expect(result).toMatchObject({ kind: 'failure', code: 'ECONNREFUSED' });
  });

  test.each([
    ['no answer at all', () => {}],
    ['headers that never end', (send: (text: string) => void) => send('HTTP/1.1 200 OK\r\nX-A: b\r\n')],
    [
      'chunks that never end',
      (send: (text: string) => void) => send('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n'),
    ],
    [
      'a body shorter than announced',
      (send: (text: string) => void) => send('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab'),
    ],
  ])('%s: ended by the timeout', async (_what, speak) => {
    const server = await serveTcp((socket) => {
      socket.once('data', () => speak((text) => socket.write(text)));
    });
    expect(await ask(server, transport(150))).toEqual({
      kind: 'failure',
      code: 'TIMEOUT',
      message: 'no complete answer within 150 ms',
    });
  });

  test('a drop at a time does not outlast the timeout', async () => {
    const server = await serveTcp((socket) => {
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n');
        const drip = setInterval(() => socket.write('1\r\nx\r\n'), 10);
        socket.once('close', () => clearInterval(drip));
      });
    });
    expect(await ask(server, transport(200))).toMatchObject({ kind: 'failure', code: 'TIMEOUT' });
  });

  test.each<[string, (write: (text: string) => void) => void]>([
    ['before the answer', () => {}],
    ['in the headers', (write) => write('HTTP/1.1 200 OK\r\nX-')],
    ['in the body', (write) => write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab')],
  ])('reset %s', async (_where, speak) => {
    const server = await serveTcp((socket) => {
      socket.once('data', () => {
        speak((text) => socket.write(text));
        setImmediate(() => socket.resetAndDestroy());
      });
    });
    const result = await ask(server);
    expect(result.kind).toBe('failure');
    expect(result).not.toMatchObject({ code: 'TIMEOUT' });
  });

  test.each([
    ['another protocol', 'SSH-2.0-OpenSSH_9.0\r\n'],
    ['an impossible status line', 'HTTP/9.9 banana\r\n\r\n'],
    ['binary', '\u0000\u0001\u0002\u0003\r\n\r\n'],
  ])('%s is no answer', async (_what, text) => {
    const server = await serveTcp((socket) => socket.once('data', () => socket.end(text)));
    expect((await ask(server)).kind).toBe('failure');
  });

  test('an answer is read up to its bound, and marked', async () => {
    const server = await serveHttp((_request, response) => {
      response.writeHead(200);
      const pour = (): void => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
        response.once('drain', pour);
      };
      pour();
    });
    const result = await ask(server);
    expect(result).toMatchObject({ kind: 'answer', status: 200, truncated: true });
    expect(result.kind === 'answer' ? result.body : '').toHaveLength(1024 * 1024);
  });

  test('an answer of exactly the bound is whole', async () => {
    const server = await serveHttp((_request, response) => {
      response.end('x'.repeat(1024 * 1024));
    });
    expect(await ask(server)).toMatchObject({ truncated: false, bytes: 1024 * 1024 });
  });

  test('the connections still work after a failure', async () => {
    let count = 0;
    const server = await serveHttp((request, response) => {
      count += 1;
      if (count === 1) request.socket.destroy();
      else response.end('fine');
    });
    const own = transport();
    expect((await ask(server, own)).kind).toBe('failure');
    expect(await own.send({ method: 'GET', url: server.url, headers: {}, body: null })).toMatchObject({ body: 'fine' });
  });

  test('the end of the run ends what is in flight', async () => {
    const ended = new AbortController();
    const server = await serveHttp(() => ended.abort());
    expect(await ask(server, transport(5000, ended.signal))).toEqual({
      kind: 'failure',
      code: 'ABORTED',
      message: 'the run was ended',
    });
  });

  test.each([
    ['no URL', { url: 'nonsense', headers: {} }],
    ['another scheme', { url: 'ftp://127.0.0.1/', headers: {} }],
    ['a header with a line break', { url: 'http://127.0.0.1:1/', headers: { a: 'b\r\nc: d' } }],
    ['an impossible header name', { url: 'http://127.0.0.1:1/', headers: { 'a b': 'c' } }],
  ])('%s is a failure, not an exception', async (_what, request) => {
    expect((await transport().send({ method: 'POST', body: '', ...request })).kind).toBe('failure');
  });
});
