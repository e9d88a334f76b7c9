import { expect, test } from 'vitest';
import { renderHar } from '../../reports/har.js';
import {
  cleanResult,
  fullResult,
  HOSTILE_TEXT,
  hostileResult,
  sampleExchange,
  sampleFinding,
  sampleRequirement,
  sampleResult,
} from './sample-result.js';

interface Message {
  status?: number;
  statusText?: string;
  httpVersion: string;
  cookies: unknown[];
  headers: { name: string; value: string }[];
  headersSize: number;
  bodySize: number;
  queryString?: { name: string; value: string }[];
  postData?: { mimeType: string; text: string };
  content?: { size: number; mimeType: string; text?: string };
}

interface Har {
  log: {
    version: string;
    creator: { name: string; version: string };
    entries: {
      startedDateTime: string;
      time: number;
      comment: string;
      request: Message;
      response: Message;
      _error?: string;
    }[];
  };
}

const har = (text: string): Har => JSON.parse(text);

test('an entry, whole', () => {
  const answered = sampleExchange('x1');
  const result = sampleResult([
    sampleRequirement('A-001', {
      verdict: 'fail',
      findings: [sampleFinding('A-001', { exchanges: [{ label: 'first try', exchange: answered }] })],
    }),
  ]);
  expect(har(renderHar(result))).toEqual({
    log: {
      version: '1.2',
      creator: { name: 'lesspay-conformance', version: '0.1.0' },
      comment: 'Exchanges of the findings of the run that began 2026-01-02T03:04:05.000Z, seed 7.',
      entries: [
        {
          startedDateTime: '2026-01-02T03:04:05.000Z',
          time: 12.5,
          request: {
            method: 'POST',
            url: 'http://127.0.0.1:8080/payout?trace=1',
            httpVersion: 'unknown',
            cookies: [],
            headers: [
              { name: 'content-type', value: 'application/json' },
              { name: 'signature', value: 'ABC' },
            ],
            queryString: [{ name: 'trace', value: '1' }],
            postData: { mimeType: 'application/json', text: '{"total_amount":"1.00","n":1.00}' },
            headersSize: -1,
            bodySize: 32,
          },
          response: {
            status: 200,
            statusText: '',
            httpVersion: 'unknown',
            cookies: [],
            headers: [{ name: 'content-type', value: 'application/json' }],
            content: { size: 29, mimeType: 'application/json', text: '{"code":0,"data":{"id":"p1"}}' },
            redirectURL: '',
            headersSize: -1,
            bodySize: 29,
          },
          cache: {},
          timings: { send: 0, wait: 12.5, receive: 0 },
          comment: 'A-001-1: first try',
          _exchange: 'x1',
          _kind: 'request',
          _operation: 'createPayout',
        },
      ],
    },
  });
});

test('an exchange of several findings is there once, under all its labels, in order of time', () => {
  expect(har(renderHar(fullResult())).log.entries.map(({ comment }) => comment)).toEqual([
    'PAYOUT-BATCH-010-1: control; IDEM-002-1: control; IDEM-003-1: control',
    'PAYOUT-BATCH-010-1: altered; IDEM-002-1: altered; IDEM-003-1: altered',
  ]);
});

test('a request without an answer has status 0 and says why', () => {
  const [, silent] = har(renderHar(hostileResult())).log.entries;
  expect(silent?.response).toMatchObject({ status: 0, content: { size: 0, mimeType: 'x-unknown' }, bodySize: -1 });
  expect(silent?._error).toContain('<script>');
});

test('hostile text survives as JSON text', () => {
  const [entry] = har(renderHar(hostileResult())).log.entries;
  expect(entry?.request.postData?.text).toBe(HOSTILE_TEXT);
  expect(entry?.response.content?.text).toBe(HOSTILE_TEXT);
});

test('a run without findings has no entries', () => {
  expect(har(renderHar(cleanResult())).log.entries).toEqual([]);
});
