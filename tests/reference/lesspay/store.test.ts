import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CannotListenError } from '../../../reference/lesspay/http/server.js';
import { type RunningPlatform, startReferencePlatform } from '../../../reference/lesspay/start.js';
import { JournalError } from '../../../reference/lesspay/store/journal.js';
import { batch, call, control, payin, start } from './merchant.js';
import { signedAt } from './signed-at.js';

let folder: string;
let storeFile: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lesspay-store-'));
  storeFile = path.join(folder, 'store.ndjson');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function during<T>(platform: RunningPlatform, use: (platform: RunningPlatform) => Promise<T>): Promise<T> {
  try {
    return await use(platform);
  } finally {
    await platform.close();
  }
}

describe('the store file', () => {
  test('keeps applications, orders, their states, ids in use and funds over a restart', async () => {
    const [payinBody, batchBody] = [payin(), batch()];
    const before = await during(await startReferencePlatform({ storeFile }), async (platform) => {
      const [credentials] = platform.applications;
      await control(platform, `/applications/${credentials?.appId}`, { balance: { PHP: '1000.00' } }, 'PATCH');
      const created = await call(platform, 'createPayin', payinBody, credentials);
      await call(platform, 'createPayoutBatch', batchBody, credentials);
      await control(platform, `/orders/${created.body.data.pay_order_id}/transition`, { to: 'SUCCEED' });
      return { applications: platform.applications, answers: await look(platform) };
    });
    expect(before.applications).toHaveLength(2);
    for (const { appId, appSecret } of before.applications) {
      expect(appId).toMatch(/^[0-9a-f]{24}$/);
      expect(appSecret.length).toBeGreaterThanOrEqual(32);
    }

    await during(await startReferencePlatform({ storeFile }), async (platform) => {
      expect(platform.applications).toEqual(before.applications);
      expect(await look(platform)).toEqual(before.answers);
      const [credentials] = platform.applications;
      expect((await call(platform, 'createPayin', payinBody, credentials)).body.code).toBe(1201);
      expect((await call(platform, 'createPayoutBatch', batchBody, credentials)).body.code).toBe(30011);
    });

    async function look(platform: RunningPlatform): Promise<unknown[]> {
      const [credentials] = platform.applications;
      const balance = { currency: 'PHP', way_code: 'TAZAPAY_PAYOUT' };
      const found = await call(platform, 'fetchPayin', { request_id: payinBody.request_id }, credentials);
      expect(found.body.data.records[0].order_status).toBe('SUCCEED');
      const funds = await call(platform, 'fetchBalance', balance, credentials);
      expect(funds.body.data.balance).toBe('649.25');
      const payout = await call(platform, 'fetchPayout', { request_id: batchBody.request_id }, credentials);
      return [found.body, payout.body, funds.body];
    }
  });

  test('is readable for its owner only and holds no account numbers or card data', async () => {
    await during(await start({ storeFile }), async (platform) => {
      await call(platform, 'createPayoutBatch', batch());
      const card = { number: '4242424242424242', expiry_month: 12, expiry_year: 2030, cvv: '987' };
      const direct = { pay_access_type: 2, way_type: 'CARD_PAYMENT', target_currency: 'USD' };
      const body = payin({ ...direct, channel_extra: { extra_type: 'card', card_data: card } });
      expect((await call(platform, 'createPayin', body)).body.code).toBe(0);
    });
    expect(statSync(storeFile).mode & 0o777).toBe(0o600);
    const text = readFileSync(storeFile, 'utf8');
    for (const clear of ['138000000001', 'Juan Dela Cruz', '4242424242424242']) expect(text).not.toContain(clear);
  });

  test('expired while nobody was there: closed after the restart', async () => {
    let now = 1_767_225_600_000;
    const pending: { atMs: number; task: () => void }[] = [];
    const clock = {
      now: () => now,
      schedule: (atMs: number, task: () => void) => {
        const entry = { atMs, task };
        pending.push(entry);
        return () => pending.splice(pending.indexOf(entry), 1);
      },
    };
    const body = payin({ expired_time: 60 });
    await during(await start({ storeFile, clock }), async (platform) => {
      expect((await signedAt(platform, 'createPayin', body, now)).body.code).toBe(0);
    });
    pending.length = 0;
    now += 61_000;
    await during(await start({ storeFile, clock }), async (platform) => {
      for (const entry of pending.splice(0)) if (entry.atMs <= now) entry.task();
      const found = await signedAt(platform, 'fetchPayin', { request_id: body.request_id }, now);
      expect(found.body.data.records[0].order_status).toBe('CLOSED');
    });
  });

  test('a last line that was torn is cut off, and the file goes on', async () => {
    const body = payin();
    await during(await start({ storeFile }), (platform) => call(platform, 'createPayin', body));
    const whole = readFileSync(storeFile, 'utf8');
    for (const rest of ['{"type":"orderCr', '{"type":"orderCreated","order":{}}']) {
      writeFileSync(storeFile, whole + rest);
      await during(await start({ storeFile }), async (platform) => {
        expect((await call(platform, 'createPayin', body)).body.code).toBe(1201);
      });
      const text = readFileSync(storeFile, 'utf8');
      expect(text.startsWith(whole)).toBe(true);
      for (const line of text.trimEnd().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
    }
    truncateSync(storeFile, 10);
    await during(await start({ storeFile }), async (platform) => {
      expect((await call(platform, 'createPayin', body)).body.code).toBe(0);
    });
  });

  test.each([
    ['no JSON', 'x\n', 'CORRUPT'],
    ['an unknown event', '{"type":"orderLost"}\n', 'CORRUPT'],
    ['an event without its order', '{"type":"orderCreated"}\n', 'CORRUPT'],
  ])('%s in the middle is an error with the line', async (_name, line, code) => {
    await during(await start({ storeFile }), async () => undefined);
    const lines = readFileSync(storeFile, 'utf8').split('\n').length;
    appendFileSync(storeFile, line);
    const failure = await start({ storeFile }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(JournalError);
    expect(failure).toMatchObject({ code, message: expect.stringContaining(`Line ${lines} of the store file`) });
  });

  test.each([
    ['another file', 'hello world\n', 'FOREIGN'],
    ['text without an end', 'hello world', 'FOREIGN'],
  ])('%s is left alone', async (_name, text, code) => {
    writeFileSync(storeFile, text);
    await expect(start({ storeFile })).rejects.toMatchObject({ name: 'JournalError', code });
    expect(readFileSync(storeFile, 'utf8')).toBe(text);
  });

  test.each(['.', 'missing/store.ndjson', '/dev/full'])('%s cannot be used', async (name) => {
    await expect(start({ storeFile: path.resolve(folder, name) })).rejects.toMatchObject({
      name: 'JournalError',
      code: 'UNUSABLE',
    });
  });
});

describe('starting', () => {
  test('a taken port is an error that says so', async () => {
    await during(await start(), async (platform) => {
      const failure = await start({ port: Number(new URL(platform.url).port) }).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(CannotListenError);
      expect(failure).toMatchObject({ code: 'EADDRINUSE', message: expect.stringContaining(platform.url.slice(7)) });
    });
  });

  test('closing twice is harmless', async () => {
    const platform = await start();
    await Promise.all([platform.close(), platform.close()]);
    await expect(call(platform, 'fetchPayout', { request_id: 'x' })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('an application made by control works at once and after changes', async () => {
    await during(await start(), async (platform) => {
      const reply = await control(platform, '/applications', { products: ['payin'], default_notify_url: 'http://a/b' });
      expect(reply.status).toBe(201);
      expect(Object.keys(reply.body)).toEqual(['app_id', 'app_secret']);
      const credentials = { appId: reply.body.app_id, appSecret: reply.body.app_secret };
      expect((await call(platform, 'createPayin', payin({ notify_url: null }), credentials)).body.code).toBe(0);
      const changed = await control(
        platform,
        `/applications/${credentials.appId}`,
        { default_notify_url: null },
        'PATCH',
      );
      expect(changed.body).toMatchObject({ app_id: credentials.appId, status: 'active', default_notify_url: null });
      expect((await call(platform, 'createPayin', payin({ notify_url: null }), credentials)).body.code).toBe(11);
    });
  });
});
