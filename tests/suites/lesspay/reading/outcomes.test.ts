import { describe, expect, test } from 'vitest';
import type { Check } from '../../../../harness/check.js';
import type { Exchange } from '../../../../harness/exchange.js';
import { EMPTY_LIST, NOT_AUTH, OK, PI_DUP, PI_PARAM, PO, SAME_ORDER } from '../../../../protocols/lesspay/outcomes.js';
import {
  accepted,
  answered,
  type Circumstances,
  controlAccepted,
  isEmpty,
  meets,
  noOrder,
  outcomeOf,
  situationsOf,
} from '../../../../suites/lesspay/reading/outcomes.js';
import { request } from '../observers/traffic.js';

const kinds = (checks: readonly Check[]): string[] =>
  checks.map((check) => (check.kind === 'met' && check.remark !== undefined ? 'remark' : check.kind));

const ok = (data: unknown): Exchange => request({ body: { code: 0, msg: 'SUCCESS', data } });
const refused = (code: number, msg = 'no', status = 200): Exchange =>
  request({ status, body: { code, msg, data: null } });
const order = ok({ pay_order_id: 'PO1' });
const payouts = (data: unknown, code = 0): Exchange =>
  request({ operation: 'fetchPayout', sent: { request_id: 'r' }, body: { code, msg: 'x', data } });
const payins = (records: unknown, code = 0): Exchange =>
  request({ operation: 'fetchPayin', sent: { request_id: 'r' }, body: { code, msg: 'x', data: { records } } });
const record = (requestId: string, orderId: string) => ({ request_id: requestId, pay_order_id: orderId });

describe('the catalogue', () => {
  test('has an outcome for each of its situations', () => {
    expect(situationsOf('AUTH-005')).toEqual(['pay-in', 'payout']);
    expect(outcomeOf('AUTH-005', 'pay-in').name).toContain('PI-AUTH');
    expect(outcomeOf('AUTH-005', 'payout').name).toContain('PO-AUTH');
    expect(() => outcomeOf('AUTH-005', 'nowhere')).toThrow(
      'no accepted answer for AUTH-005 in the situation "nowhere"',
    );
  });

  test('says how a requirement is met', () => {
    expect(kinds(meets('AUTH-005', refused(30051, 'x', 401), 'payout'))).toEqual(['met']);
    expect(kinds(meets('AUTH-005', order, 'payout'))).toEqual(['violated']);
  });
});

test.each<[unknown, boolean]>([
  [undefined, true],
  [null, true],
  ['', true],
  ['x', false],
  [0, false],
  [false, false],
  [[], true],
  [[1], false],
  [{}, true],
  [{ records: [] }, true],
  [{ records: [], items: [], total: 0 }, true],
  [{ records: [], items: [1] }, false],
  [{ records: [1] }, false],
  [{ total: 0 }, false],
])('isEmpty(%j) is %s', (value, expected) => {
  expect(isEmpty(value as never)).toBe(expected);
});

describe('noOrder', () => {
  test.each<[string, Exchange, string]>([
    ['a payout that is not found', payouts(null, 30020), 'met'],
    ['a payout that is not found, with another code', payouts(null, 30033), 'unmet'],
    ['a payout', payouts({ pay_order_id: 'PO1' }), 'violated'],
    ['a pay-in that is not found', payins([], 1202), 'met'],
    ['a pay-in that is not found, with another code', payins([], 30020), 'unmet'],
    ['no pay-ins', payins([]), 'met'],
    ['other pay-ins', payins([record('other', 'PI2')]), 'met'],
    ['the pay-in, and another', payins([record('other', 'PI2'), record('r', 'PI1')]), 'violated'],
  ])('%s', (_what, after, kind) => {
    expect(noOrder(after).kind).toBe(kind);
  });
});

describe('conditions', () => {
  const judged = (exchange: Exchange, outcome: typeof OK, circumstances?: Circumstances): string[] =>
    kinds(answered(exchange, outcome, circumstances));
  const bad = request({ operation: 'createPayin', status: 400, body: { code: 11, msg: 'x', data: null } });

  test('noOrderCreated: judged where the order was asked for', () => {
    expect(judged(bad, PI_PARAM)).toEqual(['met']);
    expect(judged(bad, PI_PARAM, { after: null })).toEqual(['met']);
    expect(judged(bad, PI_PARAM, { after: payins([]) })).toEqual(['met', 'met']);
    expect(judged(bad, PI_PARAM, { after: payins([record('r', 'PI1')]) })).toEqual(['met', 'violated']);
  });

  test('noSecondOrder: the query finds the first order alone', () => {
    const repeated = request({ operation: 'createPayin', body: { code: 1201, msg: 'x', data: null } });
    const first = ok({ pay_order_id: 'PI1' });
    const one = payins([record('r', 'PI1')]);
    const judge = (circumstances: Circumstances): string[] => judged(repeated, PI_DUP, circumstances);
    expect(judge({ first })).toEqual(['met']);
    expect(judge({ first, after: null })).toEqual(['met']);
    expect(judge({ after: one })).toEqual(['met']);
    expect(judge({ first, after: one })).toEqual(['met', 'met']);
    expect(judge({ first, after: payins([record('r', 'PI1'), record('r', 'PI1'), { request_id: 'r' }]) })).toEqual([
      'met',
      'met',
    ]);
    expect(judge({ first, after: payins([record('r', 'PI1'), record('r', 'PI2')]) })).toEqual(['met', 'violated']);
    expect(judge({ first, after: payins([record('r', 'PI2')]) })).toEqual(['met', 'violated']);
    expect(judge({ first, after: payins([]) })).toEqual(['met', 'violated']);
    expect(judge({ first: ok({}), after: one })).toEqual(['met', 'unmet']);
  });

  test('noSecondOrder: a payout is the one that the query shows', () => {
    const repeated = refused(30011);
    const judge = (shown: string): string[] =>
      judged(repeated, PO(30011), { first: order, after: payouts({ pay_order_id: shown }) });
    expect(judge('PO1')).toEqual(['met', 'met']);
    expect(judge('PO2')).toEqual(['met', 'violated']);
    expect(judged(repeated, PO(30011), { first: order, after: payouts(null, 30020) })).toEqual(['met', 'violated']);
  });

  test('sameOrder: the first order again', () => {
    expect(judged(order, SAME_ORDER)).toEqual(['met', 'unmet']);
    expect(judged(order, SAME_ORDER, { first: ok({ pay_order_id: 'PO1' }) })).toEqual(['met', 'met']);
    expect(judged(order, SAME_ORDER, { first: ok({ pay_order_id: 'PO2' }) })).toEqual(['met', 'violated']);
    expect(judged(ok({}), SAME_ORDER, { first: ok({}) })).toEqual(['met', 'violated']);
  });

  test('dataPresent and dataEmpty', () => {
    expect(judged(ok({}), OK)).toEqual(['met', 'met']);
    expect(judged(ok(null), OK)).toEqual(['met', 'violated']);
    expect(judged(ok(undefined), OK)).toEqual(['met', 'violated']);
    expect(judged(ok([]), EMPTY_LIST)).toEqual(['met', 'met']);
    expect(judged(ok([1]), EMPTY_LIST)).toEqual(['met', 'violated']);
  });

  test('notTheAnswerToAWrongSignature: another refusal than that of a wrong digest', () => {
    const wrongSignature = refused(11, 'Sign error');
    const judge = (exchange: Exchange, wrong = wrongSignature): string[] =>
      judged(exchange, NOT_AUTH, { wrongSignature: wrong });
    expect(judged(refused(11, 'Sign error'), NOT_AUTH)).toEqual(['met']);
    expect(judge(refused(11, 'Sign error'))).toEqual(['met', 'violated']);
    expect(judge(refused(11, 'amount is required'))).toEqual(['met']);
    expect(judge(refused(12, 'Sign error'))).toEqual(['met']);
    expect(judge(order, ok({}))).toEqual(['met']);
    expect(judge(request({ body: 'no JSON' }), request({ body: 'no JSON' }))).toEqual(['met']);
    expect(judge(refused(11, 'Sign error'), request({ body: 'no JSON' }))).toEqual(['met']);
    expect(judge(request({ body: 'no JSON' }))).toEqual(['met']);
  });
});

test('accepted and controlAccepted: a success; only the former asks for `data`', () => {
  expect(kinds(accepted(order))).toEqual(['met', 'met']);
  expect(kinds(accepted(ok(null)))).toEqual(['met', 'violated']);
  expect(kinds(accepted(refused(11)))).toEqual(['violated']);
  expect(kinds(controlAccepted(order))).toEqual(['met']);
  expect(kinds(controlAccepted(ok(null)))).toEqual(['met']);
  expect(controlAccepted(refused(11))).toMatchObject([{ kind: 'unmet', code: 'controlRefused' }]);
  expect(controlAccepted(refused(11), 'firstRefused')).toMatchObject([{ kind: 'unmet', code: 'firstRefused' }]);
});
