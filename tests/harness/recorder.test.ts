import { describe, expect, test } from 'vitest';
import { Masker } from '../../harness/masking.js';
import { type ClearExchange, Recorder } from '../../harness/recorder.js';
import type { WireResult } from '../../harness/transport.js';

const ACCOUNT = '138000000001';
const SECRET = 'the-secret-of-the-application';

function recorder(): Recorder {
  const masker = new Masker({ requests: ['bank_account_no', 'name'], answers: ['cvv'] });
  masker.addSecret(SECRET);
  return new Recorder(masker);
}

function answer(body: string, headers: Record<string, string> = {}): WireResult {
  return { kind: 'answer', status: 200, headers, body, bytes: Buffer.byteLength(body), truncated: false };
}

function clear(changes: Partial<ClearExchange> = {}): ClearExchange {
  return {
    kind: 'request',
    operation: 'createPayout',
    application: 'first',
    startedAt: Date.UTC(2026, 0, 2, 3, 4, 5, 6),
    durationMs: 1.23456,
    method: 'POST',
    url: 'http://target/api',
    request: { headers: { 'Content-Type': 'application/json' }, body: `{"bank_account_no":"${ACCOUNT}","n":1}` },
    answer: answer('{"code":0}'),
    ...changes,
  };
}

describe('Recorder', () => {
  test('records everything, masked, and numbers in order', () => {
    const own = recorder();
    const seen: string[] = [];
    own.listen(({ id }) => seen.push(id));
    const scope = own.openScope();
    const exchange = own.record(clear({ intent: { role: 'control' } }), scope);
    own.record(clear(), scope);
    expect(exchange).toEqual({
      id: 'x1',
      kind: 'request',
      operation: 'createPayout',
      application: 'first',
      startedAt: '2026-01-02T03:04:05.006Z',
      durationMs: 1.23,
      method: 'POST',
      url: 'http://target/api',
      request: {
        headers: { 'content-type': 'application/json' },
        body: '{"bank_account_no":"****01","n":1}',
        bytes: 40,
        truncated: false,
      },
      response: { status: 200, headers: {}, body: '{"code":0}', bytes: 10, truncated: false },
      failure: null,
      facts: {},
      intent: { role: 'control' },
    });
    expect(seen).toEqual(['x1', 'x2']);
    expect(own.count).toBe(2);
  });

  test.each<[string, Partial<ClearExchange>]>([
    ['body', { answer: answer(`{"msg":"${ACCOUNT}"}`) }],
    ['header', { answer: answer('{}', { 'x-debug': `account ${ACCOUNT}` }) }],
    ['escaped body', { answer: answer(`{"msg":"\\u00313800000000${'1'}"}`) }],
  ])('a clear value in the answer, in its %s, is masked and a fact', (_where, changes) => {
    const own = recorder();
    const exchange = own.record(clear(changes), own.openScope());
    expect(JSON.stringify(exchange)).not.toContain('3800000000');
    expect(exchange.facts.clearMembers).toEqual(['bank_account_no']);
  });

  test('a clear value in a delivery: in its body, URL or headers', () => {
    const own = recorder();
    const scope = own.openScope();
    own.record(clear(), scope);
    for (const [url, headers, body] of [
      [`/hooks/m1?account=${ACCOUNT}`, {}, '{}'],
      ['/hooks/m1', { 'x-account': ACCOUNT }, '{}'],
      ['/hooks/m1', {}, `{"details":[{"bank_account_no":"${ACCOUNT}"}]}`],
    ] as const) {
      const delivery = own.record(
        clear({ kind: 'delivery', url, request: { headers, body }, answer: answer('SUCCESS') }),
        scope,
      );
      expect(JSON.stringify(delivery)).not.toContain(ACCOUNT);
      expect(delivery.facts.clearMembers).toEqual(['bank_account_no']);
    }
  });

  test.each<[string, Partial<ClearExchange>, boolean]>([
    ['answer body', { answer: answer(`{"msg":"${SECRET}"}`) }, true],
    ['answer header', { answer: answer('{}', { 'x-debug': SECRET }) }, true],
    ['header of which only the beginning is kept', { answer: answer('{}', { 'set-cookie': `s=${SECRET}` }) }, true],
    ['request header', { request: { headers: { Authorization: SECRET }, body: '{}' } }, false],
    ['request body', { request: { headers: {}, body: `{"key":"${SECRET}"}` } }, false],
    ['URL', { url: `http://target/?key=${encodeURIComponent(SECRET)}` }, false],
    ['failure', { answer: { kind: 'failure', code: 'X', message: `cannot send ${SECRET}` } }, false],
    ['control answer', { kind: 'control', answer: answer(`{"app_secret":"${SECRET}"}`) }, false],
    ['mutation', { intent: { role: 'altered', mutation: `set to "${SECRET}"` } }, false],
  ])('the secret in the %s is never kept', (_where, changes, isFact) => {
    const own = recorder();
    const text = JSON.stringify(own.record(clear(changes), own.openScope()));
    expect(text).not.toContain('the-secret');
    expect(text).not.toContain('the-secr');
    expect(text.includes('"secretSeen":true')).toBe(isFact);
  });

  test('a secret that is added before its answer is recorded is not in it', () => {
    const own = recorder();
    own.addSecret('made-for-this-exercise');
    const exchange = own.record(clear({ answer: answer('{"x":"made-for-this-exercise"}') }), own.openScope());
    expect(exchange.response?.body).toBe('{"x":"[secret]"}');
  });

  test('of signatures and cookies only the beginning is kept', () => {
    const own = recorder();
    const headers = { 'X-Auth-Signature': 'ABCDEF0123456789', cookie: 'short' };
    const exchange = own.record(clear({ request: { headers, body: '{}' } }), own.openScope());
    expect(exchange.request.headers).toEqual({ 'x-auth-signature': 'ABCDEF01…', cookie: 'short' });
  });

  test('long bodies are cut after masking, and say so', () => {
    const own = recorder();
    const body = `{"pad":"${'x'.repeat(300_000)}"}`;
    const { response } = own.record(clear({ answer: answer(body) }), own.openScope());
    expect(response?.body).toHaveLength(256 * 1024);
    expect(response).toMatchObject({ truncated: true, bytes: body.length });
    const cutOnTheWire: WireResult = { ...(answer('{}') as WireResult & { kind: 'answer' }), truncated: true };
    expect(own.record(clear({ answer: cutOnTheWire }), own.openScope()).response?.truncated).toBe(true);
  });

  test('a failure stands in for the answer', () => {
    const own = recorder();
    const failure: WireResult = { kind: 'failure', code: 'TIMEOUT', message: 'no answer' };
    expect(own.record(clear({ answer: failure }), own.openScope())).toMatchObject({
      response: null,
      failure: { code: 'TIMEOUT', message: 'no answer' },
    });
  });

  test('hostile answers neither throw nor reach prototypes', () => {
    const own = recorder();
    for (const body of ['{"__proto__":{"polluted":true}}', '{"a":', '\u0000\uFFFD', '[[[[', '"\\ud83d"']) {
      const exchange = own.record(
        clear({ answer: answer(body, JSON.parse('{"__proto__":"x","constructor":"y"}') as Record<string, string>) }),
        own.openScope(),
      );
      expect(exchange.response?.body).toBe(body);
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('plain data beside exchanges is masked by value; recorded exchanges in it are left as they are', () => {
    const own = recorder();
    const scope = own.openScope();
    const exchange = own.record(clear(), scope);
    const plain = own.plain({ sent: [ACCOUNT, 7, null, true], note: `to ${ACCOUNT}`, name: 'plan' }, scope);
    expect(plain).toEqual({ sent: ['****01', 7, null, true], note: 'to ****01', name: 'plan' });
    const within = own.plain([exchange] as never, scope) as unknown as unknown[];
    expect(within[0]).toBe(exchange);
  });
});
