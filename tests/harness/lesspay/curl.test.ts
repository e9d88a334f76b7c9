import { execFile } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { curlOf } from '../../../harness/lesspay/curl.js';
import type { Exchange } from '../../../schemas/report/results.generated.js';
import { sampleExchange, sampleFinding } from '../../reports/sample-result.js';

const BASE = 'https://sandbox.example.com';
const PATH = '/api/global/payout/batch/create-order';
const HEADERS = {
  'content-type': 'application/json',
  'x-auth-appid': 'an-app',
  'x-auth-timestamp': '1767323045010',
  'x-auth-signature': '0D0A8A97…',
};

function request(id: string, body: string, over: Partial<Exchange> = {}): Exchange {
  return sampleExchange(id, {
    url: BASE + PATH,
    operation: 'createPayoutBatch',
    request: { headers: HEADERS, body, bytes: body.length, truncated: false },
    intent: { role: 'altered', element: '/total_amount', mutation: 'plus 0.01' },
    ...over,
  });
}

function lineFor(...exchanges: readonly Exchange[]): ReturnType<typeof curlOf> {
  const last = exchanges.at(-1);
  const violations: [{ expected: string; received: string; exchange: string }] = [
    { expected: 'a', received: 'b', exchange: last?.id ?? '' },
  ];
  const labelled = exchanges.map((exchange, index) => ({ label: `step ${index}`, exchange }));
  return curlOf(sampleFinding('PAYOUT-BATCH-010', { violations, exchanges: labelled }), {
    baseUrl: BASE,
    reading: 'DEMO',
  });
}

/** Runs what stands before curl and returns the body that curl would send. */
function bodyIn(line: string): Promise<string> {
  const [assignment = ''] = line.split('; curl -sS -i ');
  return new Promise((resolve, reject) => {
    execFile('sh', ['-c', `${assignment}; printf '%s' "$body"`], (error, out) =>
      error === null ? resolve(out) : reject(error),
    );
  });
}

describe('the line', () => {
  test('has everything from the environment, a fresh id, a fresh timestamp and a computed signature', () => {
    expect(lineFor(request('x2', '{"request_id":"TOSVXY9H00SExxxx","total_amount":"1.01"}'))).toEqual({
      curl: [
        `body='{"request_id":"'$(date +%s)$(($$%90+10))'xxxx","total_amount":"1.01"}';`,
        `curl -sS -i "$LESSPAY_BASE_URL${PATH}"`,
        `-H 'Content-Type: application/json'`,
        '-H "x-auth-appid: $LESSPAY_APP_ID"',
        '-H "X-Auth-Timestamp: $(date +%s)000"',
        `-H "x-auth-signature: $(printf '%s' "$body" | lesspay-conformance sign --plain)"`,
        '--data-raw "$body"',
      ].join(' '),
    });
  });

  test.each([
    `{"product_name":"it's $HOME \`id\` \\"$(id)\\" \\\\ !x"}`,
    '{"product_name":"géééñ 漢字 🎈"}',
    "'; rm -rf / #",
    '@/etc/hostname',
    '-d --next',
  ])('quotes %s for the shell', async (body) => {
    const { curl } = lineFor(request('x2', body));
    expect(await bodyIn(curl ?? '')).toBe(body);
  });

  test('a fresh id has the length of the recorded one, and is made of the current second', async () => {
    const id = `TOSVXY9H00SE${'x'.repeat(52)}`;
    const { curl } = lineFor(request('x2', `{"request_id":"${id}"}`));
    const { request_id: fresh } = JSON.parse(await bodyIn(curl ?? '')) as { request_id: string };
    expect(fresh).toMatch(/^\d{12}x{52}$/);
    expect(fresh).toHaveLength(id.length);
  });

  test('a GET is signed like its twin, and sends no body', () => {
    const twin = request('x1', '{"request_id":"TOSVXY9H00SE"}', { intent: { role: 'control' } });
    const { curl } = lineFor(twin, request('x2', '', { method: 'GET' }));
    expect(curl).toMatch(/^body='\{"request_id":"'\$\(date \+%s\)\$\(\(\$\$%90\+10\)\)'"\}'; curl /);
    expect(curl).toMatch(/sign --plain\)"$/);
  });

  test('invisible characters become escapes', async () => {
    const { curl } = lineFor(request('x2', '{"product_name":"a\u200d\u202eb"}'));
    expect(await bodyIn(curl ?? '')).toBe('{"product_name":"a\\u200d\\u202eb"}');
  });

  test('a question keeps the id it asks about', () => {
    const body = '{"request_id":"TOSVXY9H00SExxxx"}';
    expect(lineFor(request('x2', body, { operation: 'fetchPayout' }))).toMatchObject({
      curl: expect.stringContaining(`body='${body}';`),
      curlNote: 'It is about an order of the run, which the platform must still know.',
    });
  });

  test('masked values are made up, the same for the same, and named', async () => {
    const body =
      '{"payout_order_details":[{"bank_account_no":"****50","bank_account_name":"****uz"},{"bank_account_no":"****51","bank_account_name":"****"}],"e_wallet":{"account_number":"****om","deposit_key":"****om"}}';
    const { curl, curlNote } = lineFor(request('x2', body));
    expect(JSON.parse(await bodyIn(curl ?? ''))).toEqual({
      payout_order_details: [
        { bank_account_no: '0917000050', bank_account_name: 'Alex Miller' },
        { bank_account_no: '0917000051', bank_account_name: 'Alex Miller' },
      ],
      e_wallet: { account_number: 'payee@example.com', deposit_key: 'payee@example.com' },
    });
    expect(curlNote).toBe(
      'Made-up values stand for what is masked: bank_account_no, bank_account_name, account_number, deposit_key.',
    );
  });

  test.each([
    ['minutes ago', '1767322445010', '$(($(date +%s)-600))000'],
    ['ahead', '1767323645010', '$(($(date +%s)+600))000'],
    ['in seconds', '1767323045', '$(date +%s)'],
  ])('a timestamp %s stays as far from now', (_name, value, said) => {
    const headers = { ...HEADERS, 'x-auth-timestamp': value };
    const sent = { headers, body: '{}', bytes: 2, truncated: false };
    expect(lineFor(request('x2', '{}', { request: sent })).curl).toContain(`-H "X-Auth-Timestamp: ${said}"`);
  });

  test.each([
    ['is text', { 'x-auth-timestamp': "it's $(id)" }, `-H 'X-Auth-Timestamp: it'\\''s $(id)'`],
    ['is empty', { 'x-auth-timestamp': '' }, `-H 'X-Auth-Timestamp;'`],
  ])('a header that %s is sent as it is', (_name, changed, said) => {
    const sent = { headers: { ...HEADERS, ...changed }, body: '{}', bytes: 2, truncated: false };
    expect(lineFor(request('x2', '{}', { request: sent })).curl).toContain(said);
  });

  test('a header that was left out is left out', () => {
    const { 'x-auth-signature': _signature, ...headers } = HEADERS;
    const sent = { headers, body: '{}', bytes: 2, truncated: false };
    expect(lineFor(request('x2', '{}', { request: sent })).curl).not.toContain('signature');
  });

  test('the second application signs with its own secret; a foreign id is sent as it is', () => {
    const { curl } = lineFor(request('x2', '{}', { application: 'second', facts: { departures: ['appId'] } }));
    expect(curl).toContain(`| LESSPAY_APP_SECRET="$LESSPAY_SECOND_APP_SECRET" lesspay-conformance sign --plain)`);
    expect(curl).toContain(`-H 'x-auth-appid: an-app'`);
  });

  test("another secret is somebody else's; the digest of {} is that of {}", () => {
    expect(lineFor(request('x2', '{}', { facts: { departures: ['secret'] } })).curl).toContain(
      `$(printf '%s' "$body" | LESSPAY_APP_SECRET=not-the-secret lesspay-conformance sign --plain)`,
    );
    expect(lineFor(request('x2', '[]', { facts: { departures: ['signedEmptyObject'] } })).curl).toContain(
      `$(printf '%s' '{}' | lesspay-conformance sign --plain)`,
    );
  });

  test('a run that signs by another reading says so', () => {
    const finding = sampleFinding('AUTH-001', {
      violations: [{ expected: 'a', received: 'b' }],
      exchanges: [{ label: 'a', exchange: request('x1', '{}') }],
    });
    expect(curlOf(finding, { baseUrl: BASE, reading: 'RAW-NN' }).curl).toContain('sign --plain --reading RAW-NN)');
  });

  test('a digest of nothing is sent as far as it is recorded', () => {
    expect(lineFor(request('x2', '{}', { facts: { departures: ['otherDigest'] } })).curl).toContain(
      `-H 'x-auth-signature: 0D0A8A97${'0'.repeat(56)}'`,
    );
  });

  test('header names in another case are sent so', () => {
    expect(lineFor(request('x2', '{}', { facts: { departures: ['upperCaseNames'] } })).curl).toContain(
      '-H "X-AUTH-TIMESTAMP: ',
    );
  });
});

describe('there is no line, with the reason, for', () => {
  const cases: [string, Exchange, RegExp][] = [
    [
      'a text that was changed after signing',
      request('x2', '{}', { facts: { departures: ['signedText'] } }),
      /Another/,
    ],
    ['a made-up signature', request('x2', '{}', { facts: { departures: ['signature'] } }), /made up/],
    ['an application of the exercise', request('x2', '{}', { application: 'created-1' }), /not known afterwards/],
    ['another host', request('x2', '{}', { url: `https://other.example.com${PATH}` }), /address/],
    ['an address that a shell could read', request('x2', '{}', { url: `${BASE}/$(id)` }), /address/],
    ['a GET without a twin', request('x2', '', { method: 'GET' }), /GET without a twin/],
    ['invisible characters in what is no JSON', request('x2', '{"a":"\u200d'), /no JSON/],
    ['a line end', request('x2', '{\n}'), /line ends/],
    ['half a character', request('x2', '{"a":"\ud800"}'), /control characters/],
    ['a mutation of what is masked', masked('bank_account_no', '/payout_order_details/0/bank_account_no'), /masked/],
    ['a token', masked('token', '/total_amount'), /What was sent in token is masked/],
    ['a text with a masked part', request('x2', '{"description":"to ****50"}'), /A part of description is masked/],
    ['a webhook', sampleExchange('x2', { kind: 'delivery' }), /webhook/],
    ['a long body', request('x2', JSON.stringify({ description: 'x'.repeat(9000) })), /would have \d+ characters/],
    [
      'a body that was cut',
      request('x2', '', { request: { headers: HEADERS, body: '{}', bytes: 9, truncated: true } }),
      /cut/,
    ],
  ];

  function masked(member: string, element: string): Exchange {
    return request('x2', JSON.stringify({ [member]: '****50' }), {
      intent: { role: 'altered', element, mutation: 'other' },
    });
  }

  test('a create with an id that the case used before', () => {
    const body = '{"request_id":"TOSVXY9H00SExxxx","total_amount":"1.01"}';
    expect(lineFor(request('x1', body), request('x2', body))).toEqual({
      curl: null,
      curlNote: 'It creates with an id that the case used before.',
    });
  });

  test.each(cases)('%s', (_name, exchange, reason) => {
    const { curl, curlNote } = lineFor(exchange);
    expect({ curl, curlNote }).toEqual({ curl: null, curlNote: expect.stringMatching(reason) });
  });
});
