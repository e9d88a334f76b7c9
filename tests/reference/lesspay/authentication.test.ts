import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operationNames, operations } from '../../../protocols/lesspay/operations.js';
import { sign } from '../../../protocols/lesspay/signature/sign.js';
import type { RunningPlatform } from '../../../reference/lesspay/start.js';
import { batch, call, control, first, payin, second, send, signedHeaders, single, start } from './merchant.js';

let platform: RunningPlatform;
beforeAll(async () => {
  platform = await start();
});
afterAll(() => platform.close());

const wrong = 'A'.repeat(64);
const aYear = 365 * 86_400_000;

/** Every way to get credentials wrong, with the payout code. */
const faults: readonly [
  name: string,
  change: (headers: Record<string, string>) => Record<string, string>,
  code: number,
][] = [
  ['no signature', ({ 'x-auth-signature': _gone, ...others }) => others, 30050],
  ['no appid', ({ 'x-auth-appid': _gone, ...others }) => others, 30050],
  ['no timestamp', ({ 'X-Auth-Timestamp': _gone, ...others }) => others, 30050],
  ['a wrong digest', (headers) => ({ ...headers, 'x-auth-signature': wrong }), 30051],
  ['a short digest', (headers) => ({ ...headers, 'x-auth-signature': 'ABC' }), 30050],
  ['no hex digest', (headers) => ({ ...headers, 'x-auth-signature': 'Z'.repeat(64) }), 30050],
  ['another appid', (headers) => ({ ...headers, 'x-auth-appid': second.appId }), 30051],
  ['an unknown appid', (headers) => ({ ...headers, 'x-auth-appid': 'nobody' }), 30051],
  ['a prototype name', (headers) => ({ ...headers, 'x-auth-appid': 'constructor' }), 30051],
  ['a stale timestamp', (headers) => ({ ...headers, 'X-Auth-Timestamp': String(Date.now() - aYear) }), 30052],
  ['a future timestamp', (headers) => ({ ...headers, 'X-Auth-Timestamp': String(Date.now() + aYear) }), 30052],
  ['a timestamp in seconds', (headers) => ({ ...headers, 'X-Auth-Timestamp': '1767225600' }), 30050],
  ['no number as timestamp', (headers) => ({ ...headers, 'X-Auth-Timestamp': 'now' }), 30050],
];

describe.each(operationNames)('%s', (operation) => {
  test.each(faults)('%s', async (_name, change, code) => {
    const text = '{"request_id":"x"}';
    const reply = await send(platform, operations[operation].path, text, change(signedHeaders(text)));
    expect(reply.status).toBe(401);
    expect(reply.body).toEqual({
      code: operations[operation].product === 'payin' ? 9999 : code,
      msg: expect.stringMatching(/./),
      data: null,
    });
    expect(reply.text).not.toContain(first.appSecret);
  });
});

test('a body that was changed after signing is refused and creates nothing', async () => {
  const body = payin();
  const headers = signedHeaders(JSON.stringify(body));
  const { path } = operations.createPayin;
  const bodies = [
    { ...body, target_amount: '100.01' },
    { ...body, expired_time: 60 },
    { ...body, notify_url: undefined },
    { ...body, unknown: 'x' },
  ];
  for (const changed of bodies) expect((await send(platform, path, JSON.stringify(changed), headers)).status).toBe(401);
  expect((await call(platform, 'fetchPayin', { request_id: body.request_id })).body.code).toBe(1202);
  expect((await send(platform, path, JSON.stringify(body), headers)).body.code).toBe(0);
});

test('order, white space, escapes, blanks and header case do not matter', async () => {
  const { path } = operations.createPayin;
  const body = payin({ description: 'café a/b' });
  const shuffled = JSON.stringify(Object.fromEntries(Object.entries(body).reverse()), null, 2);
  const digest = sign(JSON.stringify(body), first.appSecret);
  const text = shuffled.replace('é', '\\u00e9').replace('a/b', 'a\\/b').replace('{', '{"way_code":null,"way_type":"",');
  const reply = await send(platform, path, text, {
    'CONTENT-TYPE': 'application/json; charset=utf-8',
    'X-AUTH-APPID': first.appId,
    'X-AUTH-TIMESTAMP': String(Date.now() - 60_000),
    'X-AUTH-SIGNATURE': digest,
  });
  expect(reply.body).toMatchObject({ code: 0 });
});

test('nested and array bodies are verified as the demo client signs them', async () => {
  expect((await call(platform, 'createPayout', single())).body.code).toBe(0);
  expect((await call(platform, 'createPayoutBatch', batch())).body.code).toBe(0);
  const [detail] = batch().payout_order_details as Record<string, unknown>[];
  const sorted = Object.fromEntries(Object.entries(detail ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));
  const body = batch({ total_amount: '100.25', payout_order_details: [sorted] });
  expect((await call(platform, 'createPayoutBatch', body)).body.code).toBe(0);
  const other = { ...body, request_id: 'other' };
  const asSent = Object.entries(other)
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .sort()
    .join('&');
  const raw = createHash('sha256').update(`${asSent}&key=${first.appSecret}`).digest('hex').toUpperCase();
  const text = JSON.stringify(other);
  const headers = { ...signedHeaders(text), 'x-auth-signature': raw };
  expect((await send(platform, operations.createPayoutBatch.path, text, headers)).body.code).toBe(30051);
});

test('requests keep working after the clock was moved', async () => {
  const own = await start();
  try {
    expect((await control(own, '/clock', { advance_ms: aYear })).status).toBe(200);
    expect((await call(own, 'createPayin', payin())).body.code).toBe(0);
  } finally {
    await own.close();
  }
});

describe('an application that may not', () => {
  const settings: readonly [Record<string, unknown>, number, number][] = [
    [{ status: 'disabled' }, 5004, 30041],
    [{ status: 'merchant_disabled' }, 5004, 30040],
    [{ products: ['payout'] }, 5004, 0],
    [{ products: ['payin'] }, 0, 30042],
    [{ channels: [] }, 0, 30033],
    [{ way_types: ['CRYPTO'] }, 0, 30043],
    [{ balance: { PHP: '350.74' } }, 0, 30030],
    [{ balance: { PHP: '350.75' } }, 0, 0],
    [{ limits: { single_maximum: '250.49' } }, 0, 30070],
    [{ limits: { single_maximum: '250.50' } }, 0, 0],
    [{ limits: { daily_maximum: '350.74' } }, 0, 30071],
    [{ limits: { daily_maximum: '350.75' } }, 0, 0],
    [{ limits: { minimum: '100.26' } }, 0, 30073],
    [{ limits: { minimum: '100.25' } }, 0, 0],
    [{ limits: { maximum_details: 1 } }, 0, 30072],
    [{ limits: { maximum_details: 2 } }, 0, 0],
  ];
  test.each(settings)('%j', async (change, payinCode, payoutCode) => {
    const created = await control(platform, '/applications', {});
    const credentials = { appId: created.body.app_id, appSecret: created.body.app_secret };
    const changed = await control(platform, `/applications/${credentials.appId}`, change, 'PATCH');
    expect(changed.status).toBe(200);
    expect(changed.text).not.toContain(credentials.appSecret);
    expect((await call(platform, 'createPayin', payin(), credentials)).body.code).toBe(payinCode);
    expect((await call(platform, 'createPayoutBatch', batch(), credentials)).body.code).toBe(payoutCode);
  });

  test('the daily maximum counts what was accepted before', async () => {
    const created = await control(platform, '/applications', { limits: { daily_maximum: '600' } });
    const credentials = { appId: created.body.app_id, appSecret: created.body.app_secret };
    expect((await call(platform, 'createPayoutBatch', batch(), credentials)).body.code).toBe(0);
    expect((await call(platform, 'createPayoutBatch', batch(), credentials)).body.code).toBe(30071);
  });
});
