import { describe, expect, test } from 'vitest';
import {
  BodyFolder,
  type BodyRecord,
  BodyUnfolder,
  digestOf,
  type StoredExchange,
} from '../../harness/repeated-bodies.js';
import type { Exchange } from '../../schemas/report/results.generated.js';
import { validator } from '../../schemas/validator.js';
import { sampleExchange } from '../reports/sample-result.js';

function exchangeWith(id: string, answer: string, request = '{}'): Exchange {
  const message = (body: string) => ({ headers: {}, body, bytes: Buffer.byteLength(body), truncated: false });
  return sampleExchange(id, { request: message(request), response: { status: 200, ...message(answer) } });
}

/** Folds, and unfolds what was folded. */
function through(exchanges: readonly Exchange[]): { stored: (BodyRecord | StoredExchange)[]; back: unknown[] } {
  const folder = new BodyFolder();
  const unfolder = new BodyUnfolder();
  const stored = exchanges.flatMap((exchange) => folder.fold(exchange));
  const back = (JSON.parse(JSON.stringify(stored)) as typeof stored).flatMap((record) => {
    if (record.type === 'exchange') return [unfolder.unfold(record)];
    expect(unfolder.keep(record)).toBeNull();
    return [];
  });
  return { stored, back };
}

describe('bodies that repeat', () => {
  const list = JSON.stringify({ code: 0, data: Array.from({ length: 40 }, (_, place) => `bank ${place} 試`) });

  test('the second time it is stored, from then on named', () => {
    const exchanges = ['x1', 'x2', 'x3', 'x4'].map((id) => exchangeWith(id, list));
    const { stored, back } = through(exchanges);
    expect(back).toEqual(exchanges);
    expect(stored.map(({ type }) => type)).toEqual(['exchange', 'body', 'exchange', 'exchange', 'exchange']);
    const texts = stored.filter((record) => JSON.stringify(record).includes('bank 7'));
    expect(texts).toHaveLength(2);
    expect(stored[3]).toMatchObject({ bodies: { response: digestOf(list) }, exchange: { response: { body: '' } } });
    for (const record of stored) expect(validator('report/evidence')(record)).toEqual([]);
  });

  test('request and answer are looked at separately; no answer is no body', () => {
    const exchanges = [
      exchangeWith('x1', list, list),
      exchangeWith('x2', '{}', list),
      sampleExchange('x3', { response: null, failure: { code: 'timeout', message: 'none' } }),
    ];
    const { stored, back } = through(exchanges);
    expect(back).toEqual(exchanges);
    expect(stored.filter(({ type }) => type === 'body')).toHaveLength(1);
  });

  test('short bodies stay where they are', () => {
    const exchanges = ['x1', 'x2', 'x3'].map((id) => exchangeWith(id, 'x'.repeat(199)));
    expect(through(exchanges).stored).toEqual(exchanges.map((exchange) => ({ type: 'exchange', exchange })));
  });

  test('writer and reader forget the same, however many bodies there are', () => {
    const body = (number: number): string => `${'y'.repeat(9_000)}${number}`;
    const rounds = [0, 1, 2, 3].flatMap((round) =>
      Array.from({ length: 2_500 }, (_, number) =>
        exchangeWith(`x${round * 2_500 + number + 1}`, body(number % 2_300)),
      ),
    );
    const { stored, back } = through(rounds);
    expect(back).toEqual(rounds);
    // What was forgotten is stored again, so that neither side keeps all of it.
    expect(stored.filter(({ type }) => type === 'body').length).toBeGreaterThan(100);
  });

  test('a text that is not of its digest, and a digest that was not stored', () => {
    const unfolder = new BodyUnfolder();
    expect(unfolder.keep({ type: 'body', sha256: digestOf('a'), text: 'b' })).toBe('digest');
    expect(
      unfolder.unfold({ type: 'exchange', exchange: exchangeWith('x1', ''), bodies: { response: digestOf('a') } }),
    ).toBe('missing');
  });
});
