import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { preflight } from '../../../harness/lesspay/preflight.js';
import { openTransport } from '../../../harness/transport.js';
import { CannotTestError } from '../../../harness/usage-error.js';
import type { PreflightResult } from '../../../schemas/report/results.generated.js';
import { serveHttp, type TestServer } from '../http-server.js';

const SECRET = 'preflight-test-secret';
const credentials = { name: 'first', appId: 'a'.repeat(24), appSecret: SECRET };
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function look(listener: RequestListener, controlNow: number | null = null): Promise<PreflightResult> {
  const server = await serveHttp(listener);
  open.push(server);
  return lookAt(server, controlNow);
}

async function lookAt({ url }: TestServer, controlNow: number | null = null): Promise<PreflightResult> {
  const transport = openTransport({ timeoutMs: 2000, connections: 2 });
  open.push(transport);
  return preflight({ url, credentials, transport, now: Date.now, controlNow, wait: async () => {} });
}

async function refusal(listener: RequestListener): Promise<CannotTestError> {
  try {
    await look(listener);
  } catch (error) {
    if (error instanceof CannotTestError) return error;
    throw error;
  }
  throw new Error('the target was accepted');
}

const always =
  (status: number, body: string): RequestListener =>
  (_request, response) => {
    response.writeHead(status).end(body);
  };

describe('preflight', () => {
  test('a target that answers with envelopes can be tested', async () => {
    const result = await look(always(200, '{"code":0}'));
    expect(result.latencyMs.samples).toBe(20);
    expect(result.latencyMs.max).toBeGreaterThanOrEqual(result.latencyMs.median);
    expect(Math.abs(result.clockOffsetMs ?? Number.NaN)).toBeLessThan(2000);
    expect(result.clockErrorMs).toBeGreaterThanOrEqual(500);
  });

  test('one that offers one product only can, too', async () => {
    const only =
      (prefix: string): RequestListener =>
      (request, response) => {
        const known = request.url?.startsWith(prefix) === true;
        response.writeHead(known ? 200 : 404).end(known ? '{"code":30020,"msg":"none"}' : 'not found');
      };
    expect((await look(only('/api/global/payout'))).latencyMs.samples).toBe(20);
    expect((await look(only('/api/global/v1/pay'))).latencyMs.samples).toBe(20);
  });

  test('nobody listens', async () => {
    const server = await serveHttp(() => {});
    await server.close();
    await expect(lookAt(server)).rejects.toMatchObject({
      name: 'CannotTestError',
      code: 'UNREACHABLE',
      message: expect.stringMatching(new RegExp(`^Cannot reach ${server.url}\\. .*ECONNREFUSED.*Check the URL`)),
    });
  });

  test.each<[string, RequestListener, string, RegExp]>([
    ['the connection is cut', (request) => request.socket.destroy(), 'UNREACHABLE', /Cannot reach/],
    [
      'a web page',
      always(200, '<!doctype html><p>Welcome'),
      'NOT_LESSPAY',
      /HTTP 200, no envelope: "<!doctype html>.*integer `code`/,
    ],
    ['JSON without an envelope', always(200, '{"ok":true}'), 'NOT_LESSPAY', /no envelope/],
    ['a code that is text', always(200, '{"code":"0"}'), 'NOT_LESSPAY', /no envelope/],
    [
      '404 everywhere',
      always(404, 'not found'),
      'NOT_FOUND',
      /answers 404 on every Lesspay endpoint.*\/api\/global\/payout\/query.*base URL/,
    ],
    ['401 everywhere', always(401, ''), 'CREDENTIALS_REFUSED', /refuses the credentials.*HTTP 401/],
    ['403 with an envelope', always(403, '{"code":30033,"msg":"no"}'), 'CREDENTIALS_REFUSED', /code 30033 "no"/],
    [
      'a wrong signature by business code',
      always(200, '{"code":30050,"msg":"sign"}'),
      'CREDENTIALS_REFUSED',
      /application id, the secret/,
    ],
    ['down for maintenance', always(503, 'later'), 'NOT_LESSPAY', /HTTP 503/],
  ])('%s', async (_what, listener, code, message) => {
    const error = await refusal(listener);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
    expect(error.message).not.toContain(SECRET);
  });

  test('a target that repeats the secret does not get it into the message', async () => {
    expect((await refusal(always(401, `secret ${SECRET}?`))).message).toContain('[secret]');
  });

  test.each([
    ['ahead', 3_600_000],
    ['behind', -3_600_000],
  ])('a clock that is an hour %s is measured and followed', async (_where, offset) => {
    const timestamps: number[] = [];
    const result = await look((request, response) => {
      timestamps.push(Number(request.headers['x-auth-timestamp']) - (Date.now() + offset));
      response.setHeader('Date', new Date(Date.now() + offset).toUTCString());
      const stale = Math.abs(timestamps.at(-1) ?? 0) > 60_000;
      response.writeHead(stale ? 401 : 200).end('{"code":30052}'.replace('30052', stale ? '30052' : '30020'));
    });
    expect(Math.abs((result.clockOffsetMs ?? 0) - offset)).toBeLessThan(2000);
    expect(Math.abs(timestamps[0] ?? 0)).toBeGreaterThan(3_000_000);
    expect(Math.abs(timestamps.at(-1) ?? 0)).toBeLessThan(2000);
  });

  test('what the control interface says of the clock goes before the Date header', async () => {
    const result = await look(always(200, '{"code":0}'), Date.now() + 500_000);
    expect(Math.abs((result.clockOffsetMs ?? 0) - 500_000)).toBeLessThan(1000);
  });

  test('without a Date header nothing is claimed about the clock', async () => {
    const result = await look((_request, response) => {
      response.sendDate = false;
      response.end('{"code":0}');
    });
    expect([result.clockOffsetMs, result.clockErrorMs]).toEqual([null, null]);
  });

  test('a target that is offline for a moment is asked again', async () => {
    let count = 0;
    const result = await look((_request, response) => {
      count += 1;
      response.writeHead(count <= 2 ? 503 : 200).end('{"code":0}');
    });
    expect(result.latencyMs.samples).toBe(20);
  });

  test('nothing is created: only orders that cannot exist are asked for', async () => {
    const asked = new Set<string>();
    await look((request, response) => {
      asked.add(`${request.method} ${request.url}`);
      response.end('{"code":0}');
    });
    expect([...asked].sort()).toEqual(['POST /api/global/payout/query', 'POST /api/global/v1/pay/query-order']);
  });
});
