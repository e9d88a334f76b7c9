import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  badPayinWindow,
  balanceQuery,
  bankQuery,
  payinQuery,
  payinQueryAt,
  payinWindow,
} from '../../../generators/lesspay/queries.js';
import { messageRuleProblems } from '../../../protocols/lesspay/message-rules.js';

const draw = <T>(arbitrary: fc.Arbitrary<T>, numRuns = 300): T[] => fc.sample(arbitrary, { seed: 19, numRuns });
const nowMs = 1_767_225_600_000;
const moment = { requestId: 'RO1', payOrderId: 'P1', nowMs };
const weekMs = 604_800_000;

describe('payinWindow', () => {
  test('contains orders of the last two minutes and never reaches far ahead', () => {
    const spans = new Set<number>();
    for (const { offsetMs, spanMs } of draw(payinWindow())) {
      expect(offsetMs).toBeLessThanOrEqual(-120_000);
      expect(offsetMs + spanMs).toBeGreaterThan(0);
      expect(offsetMs + spanMs).toBeLessThanOrEqual(60_000);
      expect(spanMs).toBeLessThanOrEqual(weekMs);
      spans.add(spanMs);
    }
    expect(spans).toContain(weekMs);
    expect(spans).toContain(weekMs - 1);
  });
});

describe('badPayinWindow', () => {
  test.each([
    ['startAfterEnd', 'QUERY-008'],
    ['startEqualsEnd', 'QUERY-009'],
    ['tooLong', 'QUERY-010'],
  ] as const)('%s breaks %s and nothing else', (reason, rule) => {
    for (const plan of draw(payinQuery({ window: badPayinWindow(reason) }))) {
      const problems = messageRuleProblems('fetchPayin', payinQueryAt(plan, moment));
      expect(problems.map((problem) => problem.rule)).toEqual([rule]);
    }
  });

  test('one millisecond too long occurs', () => {
    expect(draw(badPayinWindow('tooLong')).map(({ spanMs }) => spanMs)).toContain(weekMs + 1);
  });
});

describe('payinQuery', () => {
  test('names the order in each way, with and without paging, up to both bounds of the page size', () => {
    const drawn = draw(payinQuery());
    expect(new Set(drawn.map(({ by }) => by))).toEqual(new Set(['request_id', 'pay_order_id', 'both']));
    expect(new Set(drawn.map(({ page }) => page))).toEqual(new Set([undefined, 1]));
    const sizes = new Set(drawn.map(({ pageSize }) => pageSize));
    for (const size of [undefined, 1, 20, 1000]) expect(sizes).toContain(size);
  });

  test('becomes a request at a time, as numbers or as text', () => {
    const plan = { by: 'both', window: { offsetMs: -5_000, spanMs: 6_000 }, page: 1, numbersAs: 'number' } as const;
    expect(payinQueryAt(plan, moment)).toEqual({
      request_id: 'RO1',
      pay_order_id: 'P1',
      start_time: nowMs - 5_000,
      end_time: nowMs + 1_000,
      page: 1,
    });
    expect(payinQueryAt({ ...plan, by: 'request_id', pageSize: 20, numbersAs: 'text' }, moment)).toEqual({
      request_id: 'RO1',
      start_time: '1767225595000',
      end_time: '1767225601000',
      page: '1',
      page_size: '20',
    });
    expect(payinQueryAt({ ...plan, by: 'pay_order_id' }, moment)).not.toHaveProperty('request_id');
  });
});

describe('channel queries', () => {
  test('by default each currency of the documented channel', () => {
    const banks = draw(bankQuery()).map((query) => [query.way_code, query.currency, query.bank_country_code].join(' '));
    expect(new Set(banks)).toEqual(
      new Set(['TAZAPAY_PAYOUT PHP PH', 'TAZAPAY_PAYOUT INR IN', 'TAZAPAY_PAYOUT IDR ID']),
    );
  });

  test('the channels and currency asked for', () => {
    const [query] = draw(balanceQuery({ wayCodes: ['TWELVEPAY_PAYOUT', 'OVERPAY_PAYOUT'], currency: 'THB' }), 1);
    expect(query?.currency).toBe('THB');
    const [kenya] = draw(bankQuery({ wayCodes: ['KORAPAY_PAYOUT'], currency: 'KES' }), 1);
    expect(kenya).toEqual({ bank_country_code: 'KE', currency: 'KES', way_code: 'KORAPAY_PAYOUT' });
    expect(() => bankQuery({ wayCodes: ['TAZAPAY_PAYOUT'], currency: 'JPY' })).toThrow(
      expect.objectContaining({ code: 'noSuchMessage' }),
    );
  });
});
