import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operationNames, operations } from '../../../protocols/lesspay/operations.js';
import type { RunningPlatform } from '../../../reference/lesspay/start.js';
import { batch, call, payin, send, signedHeaders, single, start } from './merchant.js';

let platform: RunningPlatform;
beforeAll(async () => {
  platform = await start();
});
afterAll(() => platform.close());

describe.each(operationNames)('%s', (operation) => {
  const { path, product } = operations[operation];
  const malformed = product === 'payin' ? 11 : 30000;

  test.each<[string, string | Buffer]>([
    ['no JSON', 'hello'],
    ['half a document', '{"request_id":"x"'],
    ['an array', '[]'],
    ['text', '"x"'],
    ['a number', '1'],
    ['null', 'null'],
    ['no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
    ['a byte order mark', '\ufeff{"request_id":"x"}'],
    ['too many bytes', `{"request_id":"${'x'.repeat(1024 * 1024)}"}`],
    ['too many levels', `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`],
    ['a reserved name', '{"request_id":"x","$ref":"$"}'],
  ])('%s is answered with 400', async (_name, body) => {
    const reply = await send(platform, path, body, signedHeaders('{}'));
    expect(reply.status).toBe(400);
    expect(reply.body).toEqual({ code: malformed, msg: expect.stringMatching(/./), data: null });
  });

  test.each(['', '{}'])('an empty body (%j) is answered with 400', async (text) => {
    const reply = await call(platform, operation, text);
    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({ code: malformed, data: null });
  });

  test.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s is answered with 405', async (method) => {
    const reply = await send(platform, path, null, signedHeaders('{}'), method);
    expect(reply.status).toBe(405);
    expect(reply.headers.allow).toBe('POST');
    expect(reply.body.code).not.toBe(0);
  });

  test('another content type is answered with 400', async () => {
    const text = '{"request_id":"x"}';
    const reply = await send(platform, path, text, { ...signedHeaders(text), 'content-type': 'text/plain' });
    expect(reply.status).toBe(400);
  });
});

test.each(['/', '/api/global/v1/pay/', '//api/global/payout/query', '/api/global/payout/unknown', '/__controls'])(
  'the path %s is answered with 404',
  async (path) => {
    const reply = await send(platform, path, '{}', signedHeaders('{}'));
    expect(reply.status).toBe(404);
    expect(reply.body).toMatchObject({ data: null });
    expect(reply.body.code).not.toBe(0);
  },
);

const nonsense: readonly unknown[] = [
  null,
  '',
  ' ',
  0,
  -1,
  1.5,
  1e300,
  true,
  [],
  [null],
  {},
  { toString: 'x' },
  '\u0000',
  '\ud800',
  '__proto__',
];

test.each([
  ['createPayin', payin],
  ['createPayout', single],
  ['createPayoutBatch', batch],
] as const)('%s never fails with 5xx, whatever stands in a member', async (operation, valid) => {
  for (const name of Object.keys(valid())) {
    for (const value of nonsense) {
      const reply = await call(platform, operation, { ...valid(), [name]: value });
      expect(reply.status).toBeLessThan(500);
      expect(Number.isInteger(reply.body.code)).toBe(true);
      expect([10, 12]).not.toContain(reply.body.code);
      expect(reply.text).not.toContain('138000000001');
    }
  }
});

test.each(['__proto__', 'constructor', 'hasOwnProperty'])('a member named %s is an unknown member', async (name) => {
  const text = JSON.stringify(payin()).replace('{', `{"${name}":{"request_id":"x","code":0},`);
  expect((await call(platform, 'createPayin', text)).body.code).toBe(0);
  const without = JSON.stringify(payin({ request_id: undefined })).replace('{', `{"${name}":{"request_id":"x"},`);
  expect((await call(platform, 'createPayin', without)).body.code).toBe(11);
});

test('of a repeated member the value that was signed counts', async () => {
  const text = JSON.stringify(payin({ description: 'second' })).replace('{', '{"description":"first",');
  const created = await call(platform, 'createPayin', text);
  const found = await call(platform, 'fetchPayin', { pay_order_id: created.body.data.pay_order_id });
  expect(found.body.data.records[0].description).toBe('second');
});

test('a caller that goes away in the middle of its request harms nobody', async () => {
  const socket = connect(Number(new URL(platform.url).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write('POST /api/global/payout/query HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"a"');
  socket.destroy();
  await once(socket, 'close');
  expect((await call(platform, 'fetchPayout', { request_id: 'x' })).body.code).toBe(30020);
});

test('what is not HTTP is answered and cut off', async () => {
  const socket = connect(Number(new URL(platform.url).port), '127.0.0.1');
  socket.setEncoding('utf8');
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk;
  });
  socket.write('hello\r\n\r\n');
  await once(socket, 'close');
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
});
