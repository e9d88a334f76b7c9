import { describe, expect, test } from 'vitest';
import { retryAfterMs, sendPatiently } from '../../harness/resending.js';
import type { WireResult } from '../../harness/transport.js';

const NOW = Date.parse('2026-03-01T12:00:00Z');

const answer = (status: number, headers: Record<string, string> = {}): WireResult => ({
  kind: 'answer',
  status,
  headers,
  body: '',
  bytes: 0,
  truncated: false,
});
const failure = (code: string): WireResult => ({ kind: 'failure', code, message: code });

/** Sends what the target would answer, one after the other; the last one for ever. */
async function sending(
  answers: readonly WireResult[],
  repeatable: boolean,
): Promise<{ result: WireResult; sent: number; waits: number[] }> {
  let sent = 0;
  const waits: number[] = [];
  const result = await sendPatiently(
    async () => {
      const next = answers[Math.min(sent, answers.length - 1)];
      sent += 1;
      if (next === undefined) throw new Error('no answer was given');
      return next;
    },
    {
      repeatable,
      now: () => NOW,
      wait: async (ms) => {
        waits.push(ms);
      },
    },
  );
  return { result, sent, waits };
}

describe('Retry-After', () => {
  test.each([
    ['seconds', '7', 7_000],
    ['none to wait', '0', 0],
    ['blanks around', ' 2 ', 2_000],
    ['more than a minute', '3600', 60_000],
    ['more digits than a number holds', '9'.repeat(400), 60_000],
    ['a date', 'Sun, 01 Mar 2026 12:00:05 GMT', 5_000],
    ['a date that is over', 'Sun, 01 Mar 2026 11:00:00 GMT', 0],
    ['a date far away', 'Mon, 02 Mar 2026 12:00:00 GMT', 60_000],
    ['nothing', undefined, 1_000],
    ['an empty header', '', 1_000],
    ['a word', 'soon', 1_000],
  ])('%s', (_name, header, expected) => {
    expect(retryAfterMs(header, NOW)).toBe(expected);
  });
});

describe('HTTP 429', () => {
  test('is waited out as the target asks, for creates too', async () => {
    expect(await sending([answer(429, { 'retry-after': '3' }), answer(429), answer(200)], false)).toEqual({
      result: answer(200),
      sent: 3,
      waits: [3_000, 1_000],
    });
  });

  test('four times in a row: that is the answer', async () => {
    expect(await sending([answer(429)], true)).toEqual({
      result: answer(429),
      sent: 4,
      waits: [1_000, 1_000, 1_000],
    });
  });

  test.each([200, 400, 500, 503])('HTTP %i is no reason to send again', async (status) => {
    expect(await sending([answer(status, { 'retry-after': '1' })], true)).toMatchObject({ sent: 1, waits: [] });
  });
});

describe('a lost connection', () => {
  test.each(['ECONNRESET', 'TIMEOUT', 'UND_ERR_SOCKET'])('%s: a question is asked once more', async (code) => {
    expect(await sending([failure(code), answer(200)], true)).toMatchObject({ result: answer(200), sent: 2 });
    expect(await sending([failure(code)], true)).toMatchObject({ result: failure(code), sent: 2 });
  });

  test.each(['ECONNRESET', 'TIMEOUT', 'UND_ERR_SOCKET'])('%s: nothing else is sent again', async (code) => {
    expect(await sending([failure(code), answer(200)], false)).toMatchObject({ result: failure(code), sent: 1 });
  });

  test.each(['ECONNREFUSED', 'ENOTFOUND', 'ABORTED', 'BUDGET_SPENT'])('%s is none', async (code) => {
    expect(await sending([failure(code), answer(200)], true)).toMatchObject({ result: failure(code), sent: 1 });
  });
});
