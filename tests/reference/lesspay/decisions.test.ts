import { describe, expect, test } from 'vitest';
import { idSource } from '../../../reference/lesspay/core/ids.js';
import { unchecked } from '../../../reference/lesspay/decisions/check.js';
import { amend, annexA, type Decisions } from '../../../reference/lesspay/decisions.js';
import type { StartOptions } from '../../../reference/lesspay/start.js';
import { batch, call, control, payin, start } from './merchant.js';

async function withPlatform<T>(
  options: StartOptions,
  use: (platform: Awaited<ReturnType<typeof start>>) => Promise<T>,
): Promise<T> {
  const platform = await start(options);
  try {
    return await use(platform);
  } finally {
    await platform.close();
  }
}

describe('a change of one decision', () => {
  test.each<[string, Decisions, number]>([
    ['none', annexA, 30002],
    ['a check that is left out', amend(annexA, 'createBatchRules', { totalIsTheSum: unchecked }), 0],
    ['another code', amend(annexA, 'payoutAnswers', { amountMismatch: { status: 200, code: 30000 } }), 30000],
    ['a step that is left out', { ...annexA, steps: annexA.steps.filter((step) => step !== 'rules') }, 0],
  ])('%s', (_name, decisions, code) =>
    withPlatform({ decisions }, async (platform) => {
      const reply = await call(platform, 'createPayoutBatch', batch({ total_amount: '1' }));
      expect(reply.body.code).toBe(code);
      expect(annexA.steps).toHaveLength(11);
    }),
  );

  test.each([
    ['first', true],
    ['create', false],
  ] as const)('a repeat answered with "%s"', (kind, same) => {
    const decisions = amend(annexA, 'requestIds', { repeatedPayin: () => ({ kind }) });
    return withPlatform({ decisions }, async (platform) => {
      const body = payin();
      const [one, other] = [await call(platform, 'createPayin', body), await call(platform, 'createPayin', body)];
      expect([one.body.code, other.body.code]).toEqual([0, 0]);
      expect(one.body.data.pay_order_id === other.body.data.pay_order_id).toBe(same);
    });
  });

  test('another reading of identifiers sees every order', () => {
    const decisions = amend(annexA, 'lookup', {
      isAskedFor: (order, body, syntax) => annexA.lookup.isAskedFor(order, { ...body, request_id: '' }, syntax),
    });
    return withPlatform({ decisions }, async (platform) => {
      for (const body of [payin(), payin()]) await call(platform, 'createPayin', body);
      const found = await call(platform, 'fetchPayin', { request_id: 'nobody' });
      expect(found.body.data).toMatchObject({ total: 2, records: [{}, {}] });
    });
  });

  test('a platform that lists by a window alone shows what was created in it, the newest first', () => {
    const decisions = amend(annexA, 'fetchPayin', { identifierPresent: unchecked });
    return withPlatform({ decisions }, async (platform) => {
      const created = [];
      for (let count = 0; count < 3; count += 1) {
        created.push((await call(platform, 'createPayin', payin())).body.data.pay_order_id);
        await control(platform, '/clock', { advance_ms: 1_000 });
      }
      const all = await call(platform, 'fetchPayin', {
        start_time: Date.now() - 60_000,
        end_time: Date.now() + 60_000,
      });
      const records: { pay_order_id: string; created_at: number }[] = all.body.data.records;
      expect(records.map((record) => record.pay_order_id)).toEqual(created.toReversed());
      const [newest, middle, oldest] = records.map((record) => record.created_at);
      const window = { start_time: oldest, end_time: middle };
      const pages = [1, 2].map((page) => call(platform, 'fetchPayin', { ...window, page, page_size: 1 }));
      const ids = (await Promise.all(pages)).map((reply) => reply.body.data.records[0].pay_order_id);
      expect(ids).toEqual([created[1], created[0]]);
      expect(newest).toBeGreaterThan(middle ?? Number.POSITIVE_INFINITY);
    });
  });

  test('masking only where it is shown', () => {
    const clear = (text: string) => text;
    const decisions = amend(annexA, 'payoutOrders', {
      keptAccountNo: clear,
      shownAccountNo: (kept, place) => (place === 'query' ? kept : 'hidden'),
    });
    return withPlatform({ decisions }, async (platform) => {
      const body = batch();
      await call(platform, 'createPayoutBatch', body);
      const query = { request_id: body.request_id };
      const shown = await call(platform, 'fetchPayout', query);
      const triggered = await call(platform, 'triggerNotify', query);
      expect(shown.body.data.details[0].bank_account_no).toBe('138000000001');
      expect(triggered.body.data.details[0].bank_account_no).toBe('hidden');
    });
  });
});

test('an internal failure is answered with 500 and creates nothing', () => {
  const source = idSource(Date.now, () => 'ab');
  let broken = true;
  const ids = {
    ...source,
    digits: () => {
      if (broken) throw new Error('secret detail');
      return source.digits();
    },
  };
  return withPlatform({ ids }, async (platform) => {
    const [one, other] = [payin(), batch()];
    const replies = [await call(platform, 'createPayin', one), await call(platform, 'createPayoutBatch', other)];
    expect(replies.map((reply) => [reply.status, reply.body.code, reply.body.data])).toEqual([
      [500, 10, null],
      [500, 30000, null],
    ]);
    expect(replies.map((reply) => reply.text).join()).not.toContain('secret detail');
    broken = false;
    expect((await call(platform, 'fetchPayin', { request_id: one.request_id })).body.code).toBe(1202);
    expect((await call(platform, 'createPayoutBatch', other)).body.code).toBe(0);
  });
});
