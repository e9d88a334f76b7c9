import { describe, expect, test } from 'vitest';
import type { Exchange, Json } from '../../../../harness/exchange.js';
import { knownPayouts } from '../../../../suites/lesspay/reading/known-payouts.js';
import { keepsDetailAmounts, sentDetails, showsAllDetails } from '../../../../suites/lesspay/reading/payout-details.js';
import { memberTypeOf, payoutMemberProblems } from '../../../../suites/lesspay/reading/payout-members.js';
import { request } from '../observers/traffic.js';

const batch = (details: unknown): Exchange =>
  request({ operation: 'createPayoutBatch', sent: { payout_order_details: details } });
const query = (details: unknown): Exchange =>
  request({ operation: 'fetchPayout', body: { code: 0, msg: '', data: { details } } });
const kinds = (checks: readonly { kind: string }[]): string[] => checks.map(({ kind }) => kind);

describe('the details of a batch', () => {
  const sent = batch([{ mch_order_id: 'b', amount: '2.00' }, 'x', { mch_order_id: 'a', amount: '1' }]);

  test('as they were sent, objects only', () => {
    expect(sentDetails(sent).map(({ mch_order_id: id }) => id)).toEqual(['b', 'a']);
    expect([sentDetails(batch('x')), sentDetails(request())]).toEqual([[], []]);
  });

  test.each<[string, readonly string[], string]>([
    ['all, in another order', ['a', 'b'], 'met'],
    ['one is missing', ['a'], 'violated'],
    ['one too many', ['a', 'b', 'c'], 'violated'],
    ['one twice', ['a', 'a', 'b'], 'violated'],
    ['others', ['a', 'c'], 'violated'],
  ])('showsAllDetails: %s', (_what, ids, kind) => {
    expect(kinds(showsAllDetails(sent, query(ids.map((id) => ({ mch_order_id: id })))))).toEqual([kind]);
  });

  test('showsAllDetails: none, and one without an id', () => {
    expect(showsAllDetails(sent, query([]))).toMatchObject([{ kind: 'violated', received: 'no details' }]);
    expect(kinds(showsAllDetails(batch([{ mch_order_id: 'a' }]), query([{}])))).toEqual(['violated']);
  });

  test('keepsDetailAmounts: the value that was sent for the id', () => {
    const shown = (amounts: readonly (readonly [string | undefined, Json])[]): string[] =>
      kinds(keepsDetailAmounts(sent, query(amounts.map(([id, amount]) => ({ mch_order_id: id, amount })))));
    expect(
      shown([
        ['a', '1.00'],
        ['b', 2],
      ]),
    ).toEqual(['met', 'met']);
    expect(
      shown([
        ['a', '2.00'],
        ['b', '1'],
      ]),
    ).toEqual(['violated', 'violated']);
    expect(
      shown([
        ['c', '1'],
        [undefined, '1'],
        ['a', null],
        ['a', 'one'],
      ]),
    ).toEqual([...['violated', 'violated', 'violated', 'violated']]);
  });
});

describe('the members of a payout', () => {
  test.each<[Json, string | null]>([
    ['x', 'string'],
    [1, 'integer'],
    [1.5, null],
    [true, null],
    [null, 'null'],
    [[], 'array'],
    [{}, 'object'],
  ])('the type of %j is %s', (value, type) => {
    expect(memberTypeOf(value)).toBe(type);
  });

  const detail = { payout_order_detail_id: 'D', mch_order_id: 'M', amount: '1', status: 'CREATED' };
  const payout = {
    ...{ pay_order_id: 'P', request_id: 'R', order_status: 'SUCCEED', currency: 'PHP', total_amount: '1' },
    ...{ created_at: 'now', details: [detail] },
  };

  test('are complete without what is optional or not documented', () => {
    expect(payoutMemberProblems(payout)).toEqual([]);
    expect(payoutMemberProblems({ ...payout, created_at: 1, decimal_places: 'two' })).toEqual([]);
  });

  test('what is missing or of another type, at the root and in details', () => {
    const { currency: _, ...nameless } = payout;
    expect(payoutMemberProblems(nameless)).toEqual(['currency is missing']);
    expect(payoutMemberProblems({ ...payout, total_amount: 1, created_at: 1.5 })).toEqual([
      ...['total_amount is 1', 'created_at is 1.5'],
    ]);
    expect(payoutMemberProblems({ ...payout, details: [detail, { ...detail, status: null }, 'x'] })).toEqual([
      ...['details[1].status is null', 'details[2] is no object'],
    ]);
    expect(payoutMemberProblems({ ...payout, details: null })).toEqual(['details is null']);
    expect(payoutMemberProblems({ ...payout, currency: '' })).toEqual(['currency is empty']);
  });
});

describe('knownPayouts', () => {
  const single = (amount: string, code = 0): Exchange =>
    request({ sent: { request_id: 'r', currency: 'PHP', amount, total_amount: '9' }, body: { code, msg: '' } });

  test('remembers payouts that were accepted, by application and id', () => {
    const memory = knownPayouts();
    memory.note(single('1'));
    memory.note(
      request({
        operation: 'createPayoutBatch',
        application: 'second',
        sent: { request_id: 'r', amount: '9', total_amount: '2', currency: 'INR' },
      }),
    );
    expect(memory.find('first', 'r')).toEqual({ kind: 'single', currency: 'PHP', total: '1' });
    expect(memory.find('second', 'r')).toEqual({ kind: 'batch', currency: 'INR', total: '2' });
    expect([memory.find(null, 'r'), memory.find('first', 'q')]).toEqual([undefined, undefined]);
  });

  test('ignores refusals, queries and pay-ins', () => {
    const memory = knownPayouts();
    memory.note(single('1', 30000));
    memory.note(request({ operation: 'fetchPayout', sent: { request_id: 'r' } }));
    memory.note(request({ operation: 'createPayin', sent: { request_id: 'r' } }));
    expect(memory.find('first', 'r')).toBeUndefined();
  });

  test('does not know the total after creates with different amounts', () => {
    const memory = knownPayouts();
    memory.note(single('1'));
    memory.note(single('1'));
    expect(memory.find('first', 'r')?.total).toBe('1');
    memory.note(single('2'));
    expect(memory.find('first', 'r')?.total).toBeNull();
    memory.note(single('2'));
    expect(memory.find('first', 'r')?.total).toBeNull();
  });

  test('finds what a query asked for, by either id, within its application', () => {
    const memory = knownPayouts();
    const data = { pay_order_id: 'PO1' };
    memory.note(request({ sent: { request_id: 'r', currency: 'PHP', amount: '1' }, body: { code: 0, msg: '', data } }));
    const asking = (sent: object, application = 'first'): string | undefined =>
      memory.askedFor(request({ operation: 'fetchPayout', sent, application }))?.kind;
    expect([asking({ request_id: 'r' }), asking({ pay_order_id: 'PO1' })]).toEqual(['single', 'single']);
    expect([asking({ request_id: 'q', pay_order_id: 'PO1' }), asking({ request_id: 'q' })]).toEqual([
      'single',
      undefined,
    ]);
    expect([asking({ pay_order_id: 'PO2' }), asking({ pay_order_id: 7 }), asking({})]).toEqual([
      ...[undefined, undefined, undefined],
    ]);
    expect(asking({ request_id: 'r' }, 'second')).toBeUndefined();
  });
});
