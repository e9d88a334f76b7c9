import { describe, expect, test } from 'vitest';
import type { Exchange, Json } from '../../../../harness/exchange.js';
import { sign } from '../../../../protocols/lesspay/signature/sign.js';
import { amend, annexA, type Decisions } from '../../../../reference/lesspay/decisions.js';
import { webhookObservers } from '../../../../suites/lesspay/observers/webhook.js';
import { riskEventChangesNothing } from '../../../../suites/lesspay/state/payins.js';
import { webhookScenarios } from '../../../../suites/lesspay/webhook/index.js';
import { observedRequirementsOf } from '../coverage.js';
import { failedOf, runInProcess } from '../in-process.js';
import { request, says, webhook } from './traffic.js';
import { control, payin, payout, signed, withFacts, withHeaders } from './webhook-traffic.js';

const check = (id: string, ...exchanges: readonly Exchange[]): string[] => says(webhookObservers, id, exchanges);

describe('observers of webhooks', () => {
  test('are those of the catalogue', () => {
    expect(webhookObservers.map(({ requirement }) => requirement).sort()).toEqual(observedRequirementsOf('WEBHOOK'));
  });

  test('say nothing about a visit to an address that was never given out', () => {
    const stray = {
      ...payin(),
      method: 'GET',
      response: { status: 404, headers: {}, body: '', bytes: 0, truncated: false },
    };
    for (const { requirement } of webhookObservers) expect(check(requirement, stray)).toEqual(['-']);
  });

  test('WEBHOOK-001: a POST with an object', () => {
    expect(check('WEBHOOK-001', payin(), { ...payin(), method: 'PUT' }, webhook('payinWebhook', []))).toEqual([
      'met',
      'violated',
      'violated',
    ]);
  });

  test('WEBHOOK-002: a well-formed signature', () => {
    const malformed = { present: true, wellFormed: false, matches: [] };
    expect(
      check('WEBHOOK-002', signed(payin()), withFacts(payin(), { signature: malformed }), withFacts(payin(), {})),
    ).toEqual(['met', 'violated', 'violated']);
  });

  test('WEBHOOK-003: a time near the arrival, by the clock of the machine or of the orders', () => {
    const stamped = (time: string): Exchange => withHeaders(payin(), { 'x-auth-timestamp': time });
    const arrival = Date.parse(payin().startedAt);
    const advance = control('/__control/clock', { advance_ms: 3_600_000 });
    const inAnHour = stamped(String(arrival + 3_600_000));
    expect(
      check(
        'WEBHOOK-003',
        stamped(String(arrival)),
        stamped(String(arrival / 1000)),
        payin(),
        inAnHour,
        advance,
        inAnHour,
      ),
    ).toEqual(['met', 'violated', 'violated', 'violated', '-', 'met']);
  });

  test('WEBHOOK-004: labelled as JSON', () => {
    const labelled = (type: string): Exchange => withHeaders(payin(), { 'content-type': type });
    expect(check('WEBHOOK-004', labelled('application/json;charset=UTF-8'), labelled('text/plain'), payin())).toEqual([
      'met',
      'violated',
      'violated',
    ]);
  });

  test('WEBHOOK-013: the members of a payout; those of a single payout are not documented', () => {
    const incomplete = payout({ details: [{ mch_order_id: 'M1', amount: '100.00', status: 'SUCCEEDED' }] });
    const create = request({ operation: 'createPayout', sent: { request_id: 'R2' } });
    expect(check('WEBHOOK-013', payout(), incomplete, payout({ total_amount: 100 }), create, incomplete)).toEqual([
      'met',
      'violated',
      'violated',
      '-',
      'remark',
    ]);
  });

  test('WEBHOOK-014 and WEBHOOK-015: the members of a pay-in', () => {
    expect(check('WEBHOOK-014', payin(), payin({ order_status_int: '2' }), payin({ description: null }))).toEqual([
      'met',
      'violated',
      'violated',
    ]);
    expect(check('WEBHOOK-015', payin())).toEqual(['violated']);
  });

  test('WEBHOOK-016, WEBHOOK-020 and WEBHOOK-049: what the signature covers', () => {
    const whole = ['DEMO', 'sign'] as const;
    const part = ['DEMO', 'payin-webhook'] as const;
    const otherwise = ['RAW', 'sign'] as const;
    const v2 = [
      signed(payin(), whole, part),
      signed(payin(), otherwise),
      signed(payin({ api_version: 'V3' }), part),
      signed(payin()),
    ];
    expect(check('WEBHOOK-016', ...v2)).toEqual(['met', 'remark', 'violated', 'violated']);
    expect(
      check('WEBHOOK-016', signed(payin({ api_version: 'V1' }), part), signed(payin({ api_version: ' ' }))),
    ).toEqual(['-', '-']);
    expect(check('WEBHOOK-020', signed(payout(), whole), signed(payout(), otherwise), signed(payout()))).toEqual([
      'met',
      'remark',
      'violated',
    ]);
    expect(check('WEBHOOK-049', signed(payin(), part), signed(payin(), otherwise), signed(payin()))).toEqual([
      'met',
      'met',
      'violated',
    ]);
  });

  test('WEBHOOK-039 and WEBHOOK-040: what a risk event says', () => {
    expect(
      check(
        'WEBHOOK-039',
        payin(),
        payin({ event: 'payment_declined', event_data: {} }),
        payin({ event: 'payment_declined', event_data: 'declined' }),
        payin({ event: 'payment_declined' }),
        payin({ event: 'declined', event_data: {} }),
        payin({ event_data: {} }),
      ),
    ).toEqual(['-', 'met', 'remark', 'violated', 'violated', 'violated']);
    const dispute = (data: Json): Exchange => payin({ event: 'dispute_received', event_data: data });
    expect(
      check('WEBHOOK-040', dispute({ category: 'duplicate' }), dispute({ dispute_category: 'bored' }), dispute({})),
    ).toEqual(['met', 'violated', '-']);
  });

  test('WEBHOOK-044: accounts are masked', () => {
    expect(check('WEBHOOK-044', payout(), withFacts(payout(), { clearMembers: ['account_number'] }))).toEqual([
      'met',
      'violated',
    ]);
  });

  test('WEBHOOK-053: ids and currency are those of the order', () => {
    const create = request({
      operation: 'createPayoutBatch',
      sent: { request_id: 'R2', currency: 'PHP' },
      body: { code: 0, msg: 'SUCCESS', data: { pay_order_id: 'PO1' } },
    });
    expect(
      check(
        'WEBHOOK-053',
        payout(),
        create,
        payout(),
        payout({ currency: 'INR' }),
        payout({ request_id: 'R3' }),
        payout({ pay_order_id: 'PO2' }),
      ),
    ).toEqual(['-', '-', 'met', 'violated', 'violated', 'violated']);
  });
});

const { notifications } = annexA;
const told = (changes: Partial<Decisions['notifications']>): Decisions => amend(annexA, 'notifications', changes);
const payinTelling = (changes: object): Decisions =>
  told({ payinBody: (order, notice) => ({ ...(notifications.payinBody(order, notice) as object), ...changes }) });
const header = (name: string, value: string): Decisions =>
  told({ headers: (signature, now) => ({ ...notifications.headers(signature, now), [name]: value }) });

/** Platforms whose every webhook is wrong in one respect, and what the observers must find on real traffic. */
const lies: readonly (readonly [ids: string, what: string, decisions: Decisions])[] = [
  ['', 'does nothing wrong', annexA],
  ['WEBHOOK-001', 'puts', told({ method: 'PUT' })],
  [
    'WEBHOOK-002',
    'signs in lower case',
    told({ headers: (signature, now) => notifications.headers(signature.toLowerCase(), now) }),
  ],
  ['WEBHOOK-003', 'stamps seconds', header('X-Auth-Timestamp', '1767225600')],
  ['WEBHOOK-004', 'labels JSON as text', header('content-type', 'text/plain')],
  [
    'WEBHOOK-013',
    'has no time in payouts',
    told({ payoutBody: (view) => ({ ...(notifications.payoutBody(view) as object), created_at: undefined }) }),
  ],
  ['WEBHOOK-014', 'has the integer status as text', payinTelling({ order_status_int: '2' })],
  ['WEBHOOK-015', 'leaves members of pay-ins out', payinTelling({ merchant_reserved_field: undefined })],
  [
    'WEBHOOK-016',
    'signs v2 like v1',
    told({
      payinSignature: (text, _order, application) =>
        sign(text.replace('"api_version":"v2"', '"api_version":"v1"'), application.appSecret, 'payin-webhook'),
    }),
  ],
  ['WEBHOOK-020', 'signs payouts with nonsense', told({ payoutSignature: () => 'A'.repeat(64) })],
  [
    'WEBHOOK-039',
    'has no event data',
    told({
      payinBody: (order, notice) =>
        notifications.payinBody(order, notice === null ? null : { ...notice, eventData: null }),
    }),
  ],
  [
    'WEBHOOK-040',
    'has a category of its own',
    told({
      payinBody: (order, notice) =>
        notifications.payinBody(order, notice === null ? null : { ...notice, eventData: { category: 'bored' } }),
    }),
  ],
  ['WEBHOOK-044', 'shows account numbers', amend(annexA, 'payoutOrders', { keptAccountNo: (clear) => clear })],
  ['WEBHOOK-053', 'tells another currency', payinTelling({ target_currency: 'XXX' })],
];

describe('observers of webhooks on real traffic', () => {
  const traffic = [...webhookScenarios.filter(({ id }) => /-(008|009|010|012|017)$/.test(id)), riskEventChangesNothing];
  const observed = new Set(observedRequirementsOf('WEBHOOK'));

  test.each(lies)('%s: a platform that %s', async (ids, _what, decisions) => {
    const run = await runInProcess(traffic, { runs: 4, maxShrinkExercises: 0, patienceMs: 300, decisions });
    expect(failedOf(run).filter((id) => observed.has(id))).toEqual(ids === '' ? [] : ids.split(' '));
  });
});
