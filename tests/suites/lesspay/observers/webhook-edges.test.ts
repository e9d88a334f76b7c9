import { describe, expect, test } from 'vitest';
import type { Exchange, Json } from '../../../../harness/exchange.js';
import { webhookObservers } from '../../../../suites/lesspay/observers/webhook.js';
import { request, says, webhook } from './traffic.js';
import { control, payin, payinBody, payout, signed, withFacts, withHeaders } from './webhook-traffic.js';

const check = (id: string, ...exchanges: readonly Exchange[]): string[] => says(webhookObservers, id, exchanges);

describe('observers of webhooks, at the edges', () => {
  test('say nothing about what is no webhook', () => {
    const sent = { ...request({ operation: 'createPayin', sent: payinBody }), operation: 'payinWebhook' };
    for (const { requirement } of webhookObservers) expect(check(requirement, sent, request())).toEqual(['-', '-']);
  });

  test('say nothing about a webhook of the other product', () => {
    for (const id of ['WEBHOOK-014', 'WEBHOOK-015', 'WEBHOOK-016', 'WEBHOOK-039', 'WEBHOOK-040', 'WEBHOOK-049'])
      expect(check(id, payout({ api_version: 'v2', event: 'dispute_received', event_data: { category: 1 } }))).toEqual([
        '-',
      ]);
    for (const id of ['WEBHOOK-013', 'WEBHOOK-020', 'WEBHOOK-044']) expect(check(id, payin())).toEqual(['-']);
  });

  test('WEBHOOK-003: ten minutes either way, 13 digits', () => {
    const arrival = Date.parse(payin().startedAt);
    const stamped = (text: string): Exchange => withHeaders(payin(), { 'x-auth-timestamp': text });
    const off = (ms: number): string => String(arrival + ms);
    expect(
      check(
        'WEBHOOK-003',
        ...[off(600_000), off(-600_000), off(600_001), off(-600_001)].map(stamped),
        ...[`${off(0)}.0`, ` ${off(0)}`, `0${off(0)}`].map(stamped),
      ),
    ).toEqual(['met', 'met', 'violated', 'violated', 'violated', 'violated', 'violated']);
  });

  test('WEBHOOK-003: only a clock that was moved counts, as often as it was', () => {
    const arrival = Date.parse(payin().startedAt);
    const later = (hours: number): Exchange =>
      withHeaders(payin(), { 'x-auth-timestamp': String(arrival + hours * 3_600_000) });
    const hour = control('/__control/clock', { advance_ms: 3_600_000 });
    const refused = { ...hour, response: { status: 400, headers: {}, body: '', bytes: 0, truncated: false } };
    expect(check('WEBHOOK-003', hour, hour, later(2), later(0), later(1))).toEqual([
      '-',
      '-',
      'met',
      'met',
      'violated',
    ]);
    expect(
      check(
        'WEBHOOK-003',
        refused,
        { ...hour, response: null },
        { ...hour, url: `${hour.url}/reset` },
        { ...hour, kind: 'request' },
        control('/__control/clock', { advance_ms: '3600000' }),
        later(1),
      ).at(-1),
    ).toBe('violated');
  });

  test('WEBHOOK-004: in any case', () => {
    const labelled = (type: string): Exchange => withHeaders(payin(), { 'content-type': type });
    expect(
      check('WEBHOOK-004', ...[' Application/JSON', 'text/plain;application/json'].map((type) => labelled(type))),
    ).toEqual(['met', 'violated']);
  });

  test('WEBHOOK-013: of a single payout, a complete webhook needs no remark', () => {
    const create = request({ operation: 'createPayout', sent: { request_id: 'R2' } });
    const batch = request({ operation: 'createPayoutBatch', sent: { request_id: 'R2' } });
    const bare = payout({ created_at: null });
    expect(check('WEBHOOK-013', create, payout(), { ...bare, application: 'second' })).toEqual([
      '-',
      'met',
      'violated',
    ]);
    expect(check('WEBHOOK-013', batch, bare)).toEqual(['-', 'violated']);
  });

  test('WEBHOOK-014: no documented member is missing; WEBHOOK-015: nor any of the sample', () => {
    const documented = [
      ...['pay_order_id', 'request_id', 'order_status', 'order_status_int'],
      ...['target_currency', 'target_amount', 'product_name', 'description'],
    ];
    for (const name of documented) {
      const { [name]: _, ...rest } = payinBody as { readonly [name: string]: Json };
      expect(check('WEBHOOK-014', webhook('payinWebhook', rest)), name).toEqual(['violated']);
    }
    expect(check('WEBHOOK-014', payin({ order_status_int: 1.5 }), payin({ event: 7 }))).toEqual(['violated', 'met']);
    const sample = {
      ...{ success_url: '', fail_url: '', complete_time: null, error_code: null, error_msg: null, notify_url: null },
      ...{ merchant_reserved_field: null, channel_biz_data: null },
    };
    expect(check('WEBHOOK-015', payin(sample), payin({ ...sample, event: 'x' }))).toEqual(['met', 'met']);
    const { fail_url: _, ...incomplete } = sample;
    expect(check('WEBHOOK-015', payin(incomplete))).toEqual(['violated']);
  });

  test('WEBHOOK-016: which versions are later', () => {
    const versions: readonly Json[] = ['v1', ' V1 ', '', ' ', 1, null, 'v2', 'v10'];
    expect(check('WEBHOOK-016', ...versions.map((version) => signed(payin({ api_version: version }))))).toEqual([
      ...['-', '-', '-', '-', '-', '-', 'violated', 'violated'],
    ]);
  });

  test('WEBHOOK-039: what is told of a move that was asked for need not be a risk event', () => {
    const moved = control('/__control/orders/P1/transition', { to: 'success' });
    const raised = control('/__control/orders/P1/event', { event: 'payment_declined' });
    const odd = payin({ event: 'settled' });
    const last = (...before: readonly Exchange[]): string | undefined => check('WEBHOOK-039', ...before, odd).at(-1);
    expect(last()).toBe('violated');
    expect(last(moved)).toBe('-');
    expect(last(moved, raised)).toBe('violated');
    expect(last(raised, moved)).toBe('violated');
    expect(last(control('/__control/orders/P2/transition', { to: 'success' }))).toBe('violated');
    expect(last(control('/__control/orders/P1/transition', { to: 'failed' }))).toBe('violated');
    expect(last(moved, control('/__control/orders/P2/event', {}))).toBe('-');
    expect(last({ ...moved, kind: 'request' })).toBe('violated');
    expect(last({ ...moved, url: `${moved.url}/x` })).toBe('violated');
    expect(
      check(
        'WEBHOOK-039',
        control('/__control/orders/P%2F1/transition', { to: 2 }),
        payin({ pay_order_id: 'P/1', event_data: 1 }),
      ),
    ).toEqual(['-', '-']);
    expect(check('WEBHOOK-039', moved, payin({ order_status: 'FAILED', event: 'settled' }))).toEqual(['-', 'violated']);
    expect(check('WEBHOOK-039', payin({ event: 'dispute_received', event_data: {} }))).toEqual(['met']);
  });

  test('WEBHOOK-040: the category, under whatever name, of disputes only', () => {
    const about = (event: string, data: Json): Exchange => payin({ event, event_data: data });
    expect(
      check(
        'WEBHOOK-040',
        about('payment_declined', { category: 'bored' }),
        about('dispute_received', { a: 1, disputeCategory: 'fraudulent' }),
        about('dispute_received', { category: 7 }),
        about('dispute_received', { category: null }),
        about('dispute_received', 'category'),
      ),
    ).toEqual(['-', expect.stringMatching(/met|violated/), 'violated', '-', '-']);
  });

  test.each([
    ...['bank_account_no', 'bank_account_name', 'account_number', 'account_name', 'deposit_key', 'iban'],
    ...['wallet_address', 'name', 'first_name', 'last_name'],
  ])('WEBHOOK-044: %s in the clear', (name) => {
    expect(check('WEBHOOK-044', withFacts(payout(), { clearMembers: ['email', name] }))).toEqual(['violated']);
    expect(check('WEBHOOK-044', withFacts(payout(), { clearMembers: ['email'] }))).toEqual(['met']);
  });

  test('WEBHOOK-053: which creates count, and which currency', () => {
    const create = (operation: 'createPayin' | 'createPayout' | 'fetchPayout', sent: object, code = 0, id = 'P1') =>
      request({ operation, sent, body: { code, msg: '', data: { pay_order_id: id } } });
    const sent = { request_id: 'R1', target_currency: 'USD', currency: 'EUR' };
    const last = (told: Exchange, ...before: readonly Exchange[]): string | undefined =>
      check('WEBHOOK-053', ...before, told).at(-1);
    const payinCreate = create('createPayin', sent);
    expect(last(payin(), payinCreate)).toBe('met');
    expect(last(payin({ target_currency: 'EUR' }), payinCreate)).toBe('violated');
    expect(last(payin({ target_currency: null, currency: 'USD' }), payinCreate)).toBe('met');
    expect(last(payin({ pay_order_id: 'P9' }), payinCreate)).toBe('violated');
    expect(last(payin({ request_id: 'R9' }), payinCreate)).toBe('violated');
    expect(last(payin({ request_id: 'R9', pay_order_id: 'P9' }), payinCreate)).toBe('-');
    expect(last(payin(), create('createPayin', sent, 1))).toBe('-');
    const nameless = create('createPayin', sent, 0, '');
    expect(last(payin(), nameless)).toBe('met');
    expect(last(payin({ request_id: 'R9', pay_order_id: null }), nameless)).toBe('-');
    expect(last(payin(), create('fetchPayout', sent))).toBe('-');
    expect(last(payin(), { ...payinCreate, kind: 'control' })).toBe('-');
    expect(last(payin(), { ...payinCreate, operation: null })).toBe('-');
    const again = create('createPayin', { ...sent, target_currency: 'HKD' });
    expect(last(payin(), payinCreate, again)).toBe('met');
    expect(last(payin(), again, payinCreate)).toBe('met');
  });
});
