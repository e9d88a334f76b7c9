import { describe, expect, test } from 'vitest';
import { linesOf } from '../../harness/lines.js';

async function split(...pieces: readonly string[]): Promise<string[]> {
  async function* arriving(): AsyncGenerator<string> {
    yield* pieces;
  }
  const lines: string[] = [];
  for await (const line of linesOf(arriving())) lines.push(line);
  return lines;
}

describe('linesOf', () => {
  test('splits at line ends, wherever the pieces are cut', async () => {
    const text = 'one\ntwo\r\n\nfour';
    const whole = await split(text);
    expect(whole).toEqual(['one', 'two', '', 'four']);
    for (let cut = 0; cut <= text.length; cut += 1) {
      expect(await split(text.slice(0, cut), text.slice(cut))).toEqual(whole);
    }
    expect(await split(...text)).toEqual(whole);
  });

  test('an end after the last line adds none', async () => {
    expect(await split('one\n')).toEqual(['one']);
    expect(await split('')).toEqual([]);
    expect(await split('\n')).toEqual(['']);
  });

  test('separators that may stand in a JSON string do not split', async () => {
    expect(await split('a\u2028b\u2029c\u0085d\re\n')).toEqual(['a\u2028b\u2029c\u0085d\re']);
  });
});
