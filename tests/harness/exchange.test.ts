import { describe, expect, test } from 'vitest';
import {
  cut,
  dataOf,
  describeAnswer,
  type Exchange,
  envelopeOf,
  isJsonObject,
  jsonOf,
  member,
} from '../../harness/exchange.js';

const message = (body: string) => ({ headers: {}, body, bytes: body.length, truncated: false });
const answered = (body: string, status = 200): Exchange => ({
  ...{ id: 'x1', kind: 'request', operation: 'createPayout', application: 'first' },
  ...{ startedAt: '2026-01-01T00:00:00.000Z', durationMs: 1, method: 'POST', url: 'http://target/' },
  ...{ request: message('{}'), response: { status, ...message(body) }, failure: null, facts: {}, intent: null },
});
const unanswered = (failure: Exchange['failure']): Exchange => ({ ...answered(''), response: null, failure });

test('jsonOf reads a text once, and nothing where it is no JSON', () => {
  const found = message('{"a":[1]}');
  expect(jsonOf(found)).toEqual({ a: [1] });
  expect(jsonOf(found)).toBe(jsonOf(found));
  const wrong = message('{"a":');
  expect([jsonOf(wrong), jsonOf(wrong), jsonOf(null)]).toEqual([undefined, undefined, undefined]);
  expect([jsonOf(message('null')), jsonOf(message('7'))]).toEqual([null, 7]);
});

test('isJsonObject: neither null nor a list', () => {
  expect([{}, { a: 1 }, null, [], 'x', 1, undefined].map(isJsonObject)).toEqual([
    ...[true, true, false, false, false, false, false],
  ]);
});

test('member: own members of objects only', () => {
  expect(member({ a: null, b: 0 }, 'a')).toBeNull();
  expect(member({ a: null, b: 0 }, 'b')).toBe(0);
  expect([member({}, 'toString'), member([1], 'length'), member('x', 'length'), member(undefined, 'a')]).toEqual([
    ...[undefined, undefined, undefined, undefined],
  ]);
});

test('envelopeOf: an object with an integer code', () => {
  const body = { code: 0, msg: 'SUCCESS', data: { a: 1 }, more: 2 };
  expect(envelopeOf(answered(JSON.stringify(body)))).toEqual({
    code: 0,
    msg: 'SUCCESS',
    data: { a: 1 },
    members: body,
  });
  expect(dataOf(answered(JSON.stringify(body)))).toEqual({ a: 1 });
  for (const wrong of ['[]', '{}', '{"code":"0"}', '{"code":0.5}', '{"code":null}', 'x']) {
    expect(envelopeOf(answered(wrong)), wrong).toBeNull();
    expect(dataOf(answered(wrong)), wrong).toBeUndefined();
  }
  expect(envelopeOf(unanswered(null))).toBeNull();
});

describe('describeAnswer', () => {
  test.each<[Exchange, string]>([
    [answered('{"code":30002,"msg":"Amount mismatch"}'), 'HTTP 200, code 30002 "Amount mismatch"'],
    [answered('{"code":1,"msg":null}', 400), 'HTTP 400, code 1 ""'],
    [answered('{"code":1,"msg":7}'), 'HTTP 200, code 1 "7"'],
    [answered('', 502), 'HTTP 502, empty body'],
    [answered('<html>', 404), 'HTTP 404, no envelope: "<html>"'],
    [unanswered(null), 'no answer'],
    [unanswered({ code: 'TIMEOUT', message: 'no answer within 10 s' }), 'no answer (TIMEOUT: no answer within 10 s)'],
  ])('%#', (exchange, words) => {
    expect(describeAnswer(exchange)).toBe(words);
  });

  test('cuts what is long to 120 characters', () => {
    const shortened = `${'x'.repeat(119)}…`;
    expect(describeAnswer(answered('x'.repeat(121)))).toBe(`HTTP 200, no envelope: "${shortened}"`);
    expect(describeAnswer(answered('x'.repeat(120)))).toBe(`HTTP 200, no envelope: "${'x'.repeat(120)}"`);
    expect(describeAnswer(answered(JSON.stringify({ code: 1, msg: 'x'.repeat(121) })))).toBe(
      `HTTP 200, code 1 "${shortened}"`,
    );
    expect(describeAnswer(answered(JSON.stringify({ code: 1, msg: 'x'.repeat(120) })))).not.toContain('…');
  });
});

test('cut marks where it cut', () => {
  expect([cut('abcd', 4), cut('abcde', 4), cut('', 0)]).toEqual(['abcd', 'abc…', '']);
});
