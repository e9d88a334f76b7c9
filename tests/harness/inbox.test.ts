import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Exchange } from '../../harness/exchange.js';
import { type Inbox, openInbox } from '../../harness/inbox.js';
import { readDelivery } from '../../harness/lesspay/deliveries.js';
import { lesspaySensitiveMembers } from '../../harness/lesspay/sensitive.js';
import { Masker, type SensitiveScope } from '../../harness/masking.js';
import { Recorder } from '../../harness/recorder.js';
import { type SignatureReading, signWithReading } from '../../protocols/lesspay/signature/readings.js';
import type { SignatureOperation } from '../../protocols/lesspay/signature/sign.js';

const applications = [
  { name: 'first', appId: 'a'.repeat(24), appSecret: 'first-test-secret' },
  { name: 'second', appId: 'b'.repeat(24), appSecret: 'second-test-secret' },
];
const payin =
  '{"pay_order_id":"P1","order_status_int":2,"target_amount":"10.00","merchant_reserved_field":{"b":[1.50],"c":null,"a":"1"}}';
const payout =
  '{"pay_order_id":"P2","total_amount":"5.00","details":[{"bank_account_no":"1380****0001","amount":"5.00"}]}';

let inbox: Inbox;
let recorder: Recorder;
let recorded: Exchange[];
const ended = new AbortController();
beforeEach(async () => {
  recorder = new Recorder(new Masker(lesspaySensitiveMembers));
  recorded = [];
  recorder.listen((exchange) => recorded.push(exchange));
  inbox = await openInbox({
    recorder,
    now: Date.now,
    read: (headers, body) => readDelivery(headers, body, () => applications),
    signal: ended.signal,
  });
});
afterEach(() => inbox.close());

const signed = (
  body: string,
  secret: string,
  reading: SignatureReading = 'DEMO',
  operation: SignatureOperation = 'sign',
) => ({
  'x-auth-signature': signWithReading(body, secret, reading, operation),
});

async function deliver(url: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
}

/** Records a request of the exercise that has the scope, with an account number in it. */
function sendAccount(scope: SensitiveScope): void {
  recorder.record(
    {
      kind: 'request',
      operation: null,
      application: null,
      startedAt: 0,
      durationMs: 0,
      method: 'POST',
      url: 'http://target/',
      request: { headers: {}, body: '{"bank_account_no":"138000000001"}' },
      answer: { kind: 'failure', code: 'X', message: 'x' },
    },
    scope,
  );
}

const matched = (exchange: Exchange | undefined): unknown =>
  exchange?.facts.signature?.matches.map(({ application, reading, operation }) => [application, reading, operation]);

describe('signatures of deliveries', () => {
  const received = async (body: string, headers: Record<string, string>): Promise<Exchange> => {
    const mailbox = inbox.open(recorder.openScope());
    await deliver(mailbox.url, body, headers);
    const [exchange] = mailbox.deliveries();
    if (exchange === undefined) throw new Error('nothing was recorded');
    return exchange;
  };

  test('a payout signed as the demo client does', async () => {
    const exchange = await received(payout, signed(payout, 'first-test-secret'));
    expect(exchange).toMatchObject({
      kind: 'delivery',
      operation: 'payoutWebhook',
      application: 'first',
      method: 'POST',
      request: { body: payout, bytes: payout.length },
      response: { status: 200, body: 'SUCCESS' },
      facts: { path: 'own', signature: { present: true, wellFormed: true } },
    });
    expect(matched(exchange)).toEqual([['first', 'DEMO', 'sign']]);
  });

  test('a pay-in of which only some members are signed', async () => {
    const exchange = await received(payin, signed(payin, 'second-test-secret', 'DEMO', 'payin-webhook'));
    expect(exchange).toMatchObject({ operation: 'payinWebhook', application: 'second' });
    expect(matched(exchange)).toContainEqual(['second', 'DEMO', 'payin-webhook']);
  });

  test('another reading is told apart', async () => {
    const exchange = await received(payin, signed(payin, 'first-test-secret', 'JSON-SORTED'));
    expect(matched(exchange)).toEqual([['first', 'JSON-SORTED', 'sign']]);
  });

  test.each<[string, string, Record<string, string>, object]>([
    ['a wrong secret', payin, signed(payin, 'wrong'), { present: true, wellFormed: true, matches: [] }],
    ['another body', payin, signed(payout, 'first-test-secret'), { present: true, wellFormed: true, matches: [] }],
    ['none', payin, {}, { present: false, wellFormed: false, matches: [] }],
    ['no digest', payin, { 'x-auth-signature': 'zzz' }, { present: true, wellFormed: false, matches: [] }],
    ['no JSON', 'not JSON', { 'x-auth-signature': 'A'.repeat(64) }, { present: true, wellFormed: true, matches: [] }],
    ['nothing', '', { 'x-auth-signature': 'A'.repeat(64) }, { present: true, wellFormed: true, matches: [] }],
    ['deep nesting', `${'['.repeat(100_000)}`, { 'x-auth-signature': 'A'.repeat(64) }, { matches: [] }],
    [
      'deep nesting in a member',
      `{"details":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
      { 'x-auth-signature': 'A'.repeat(64) },
      { matches: [] },
    ],
    [
      'own members of the language',
      '{"__proto__":{"details":1}}',
      { 'x-auth-signature': 'A'.repeat(64) },
      { matches: [] },
    ],
  ])('%s', async (_what, body, headers, facts) => {
    expect((await received(body, headers)).facts.signature).toMatchObject(facts);
  });

  test('lower-case digits verify, but are not well-formed', async () => {
    const { 'x-auth-signature': digest } = signed(payout, 'first-test-secret');
    const exchange = await received(payout, { 'x-auth-signature': digest.toLowerCase() });
    expect(exchange.facts.signature?.wellFormed).toBe(false);
    expect(matched(exchange)).toEqual([['first', 'DEMO', 'sign']]);
  });
});

describe('mailboxes', () => {
  test('each receives its own, in order, also late ones', async () => {
    const [a, b] = [inbox.open(recorder.openScope()), inbox.open(recorder.openScope(), 'default')];
    await deliver(a.url, '{"n":1}');
    await deliver(b.url, '{"n":2}');
    expect(await a.waitFor((all) => all.length === 1, 5000)).toHaveLength(1);
    await deliver(a.url, '{"n":3}');
    expect(a.deliveries().map(({ request }) => request.body)).toEqual(['{"n":1}', '{"n":3}']);
    expect(b.deliveries().map(({ facts }) => facts.path)).toEqual(['default']);
    expect(recorded).toHaveLength(3);
  });

  test('an unknown address answers 404, is recorded, and masks what other exercises sent', async () => {
    const scope = recorder.openScope();
    const mailbox = inbox.open(scope);
    sendAccount(scope);
    const address = mailbox.url.replace(/[^/]+$/, 'elsewhere');
    expect((await deliver(address, '{"bank_account_no":"138000000001"}')).status).toBe(404);
    expect(mailbox.deliveries()).toEqual([]);
    expect(recorded.at(-1)?.request.body).toBe('{"bank_account_no":"****01"}');
    await deliver(`${mailbox.url}?x=1`, '{}');
    expect(mailbox.deliveries()).toHaveLength(1);
  });

  test('the clear value of its exercise is masked, and a fact', async () => {
    const scope = recorder.openScope();
    sendAccount(scope);
    const mailbox = inbox.open(scope);
    await deliver(mailbox.url, '{"details":[{"bank_account_no":"138000000001"}]}');
    expect(mailbox.deliveries()[0]).toMatchObject({
      request: { body: '{"details":[{"bank_account_no":"****01"}]}' },
      facts: { clearMembers: ['bank_account_no'] },
    });
  });

  test('answers as it is told, by the number of the delivery', async () => {
    const mailbox = inbox.open(recorder.openScope());
    mailbox.answerWith((index) =>
      index < 2 ? { status: 500, body: `no ${index}` } : { status: 200, body: 'SUCCESS' },
    );
    const answers = [];
    for (let index = 0; index < 3; index += 1) {
      const response = await deliver(mailbox.url, '{}');
      answers.push([response.status, await response.text()]);
    }
    expect(answers).toEqual([
      [500, 'no 0'],
      [500, 'no 1'],
      [200, 'SUCCESS'],
    ]);
    expect(mailbox.deliveries().map(({ response }) => response?.status)).toEqual([500, 500, 200]);
  });

  test('too large a delivery is answered 413 and recorded without its body', async () => {
    const mailbox = inbox.open(recorder.openScope());
    expect((await deliver(mailbox.url, 'x'.repeat(3 * 1024 * 1024))).status).toBe(413);
    expect(mailbox.deliveries()[0]).toMatchObject({ request: { body: '' }, response: { status: 413 } });
    expect((await deliver(mailbox.url, 'x'.repeat(1024 * 1024))).status).toBe(200);
  });
});

describe('waitFor', () => {
  test('resolves when there is enough, at once where there is', async () => {
    const mailbox = inbox.open(recorder.openScope());
    const waiting = mailbox.waitFor((all) => all.length === 2, 20_000);
    await deliver(mailbox.url, '{}');
    await deliver(mailbox.url, '{}');
    expect(await waiting).toHaveLength(2);
    expect(await mailbox.waitFor((all) => all.length > 0, 20_000)).toHaveLength(2);
  });

  test('resolves with what there is when patience ends', async () => {
    const mailbox = inbox.open(recorder.openScope());
    await deliver(mailbox.url, '{}');
    expect(await mailbox.waitFor(() => false, 20)).toHaveLength(1);
  });

  test('an error of the condition is the error of the waiting, also when it comes late', async () => {
    const mailbox = inbox.open(recorder.openScope());
    const waiting = mailbox.waitFor((all) => {
      if (all.length > 0) throw new Error('our bug');
      return false;
    }, 20_000);
    const outcome = expect(waiting).rejects.toThrow('our bug');
    expect((await deliver(mailbox.url, '{}')).status).toBe(200);
    await outcome;
  });

  test('the end of the run ends all waiting', async () => {
    const mailbox = inbox.open(recorder.openScope());
    const waiting = mailbox.waitFor(() => false, 20_000);
    ended.abort();
    expect(await waiting).toEqual([]);
  });
});
