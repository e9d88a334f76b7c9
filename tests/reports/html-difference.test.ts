import { describe, expect, test } from 'vitest';
import { bodyLines } from '../../reports/html/body-text.js';
import { type ComparedLine, compareLines } from '../../reports/html/difference.js';
import { messageLines } from '../../reports/html/message-lines.js';

/** What a reader sees: the sign before each line, and the marked part in brackets. */
const shown = (lines: readonly ComparedLine[]): string[] =>
  lines.map(({ text, difference, part }) => {
    const sign = { changed: '≠', only: '+', fresh: '·' }[difference ?? 'changed'];
    const [from, to] = part ?? [0, 0];
    const marked = part === undefined ? text : `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`;
    return `${difference === undefined ? ' ' : sign} ${marked}`;
  });

const compared = (own: string, twin: string, element?: string): string[] =>
  shown(compareLines(bodyLines(own), bodyLines(twin), element));

describe('twins', () => {
  test('a short value is marked whole, whatever follows it', () => {
    expect(compared('{"a":"1.01","b":2}', '{"a":"1.00"}')).toEqual(['  {', '≠   "a": ["1.01"],', '+   "b": 2', '  }']);
  });

  test('of a long value the part is marked that differs', () => {
    const url = (query: string) => `{"success_url":"https://shop.example.com/pay/success/and/further/on?${query}=1"}`;
    expect(compared(url('order'), url('number'))[1]).toBe(
      '≠   "success_url": "https://shop.example.com/pay/success/and/further/on[?orde]r=1"',
    );
  });

  test('what is new in every request is told apart, unless it is what was changed', () => {
    const own = '{"request_id":"A","amount":"1"}';
    const twin = '{"request_id":"B","amount":"1"}';
    expect(compared(own, twin, '/amount')).toEqual(['  {', '·   "request_id": "A",', '    "amount": "1"', '  }']);
    expect(compared(own, twin, '/request_id')[1]).toBe('≠   "request_id": ["A"],');
  });

  test('headers', () => {
    const headers = (signature: string) => ['content-type: application/json', `x-auth-signature: ${signature}`];
    expect(shown(compareLines(headers('AB…'), headers('CD…'), 'x-auth-signature'))).toEqual([
      '  content-type: application/json',
      '≠ x-auth-signature: [AB…]',
    ]);
    expect(shown(compareLines(headers('AB…'), headers('CD…'), '/amount'))[1]).toBe('· x-auth-signature: AB…');
  });

  test('bodies that are no objects', () => {
    expect(compared('[1,2]', '[1]')).toEqual(['  [', '    1,', '+   2', '  ]']);
    expect(compared('"x"', '"y"')).toEqual(['≠ ["x"]']);
    expect(compared('', '')).toEqual(['  ']);
  });
});

describe('long messages', () => {
  const lines = (count: number): ComparedLine[] =>
    Array.from({ length: count }, (_, index) => ({ text: `line ${index}` }));

  test('are folded to what differs and what stands around it', () => {
    const long = lines(1000);
    long[500] = { text: 'line 500', difference: 'changed', part: [5, 8] };
    const html = messageLines(long).toString();
    expect(html).toContain('<mark>500</mark>');
    expect(html).toContain('line 496\nline 497');
    expect(html).not.toContain('line 600\n');
    const skipped = [...html.matchAll(/… (\d+) lines? not shown/g)].reduce((sum, [, count]) => sum + Number(count), 0);
    const left = html.split('\n').filter((line) => /line \d|<mark>/.test(line)).length;
    expect(skipped + left).toBe(1000);
  });

  test('without a difference are cut, and say so', () => {
    expect(messageLines(lines(61)).toString()).toContain('… 1 line not shown');
    expect(messageLines(lines(60)).toString()).not.toContain('not shown');
  });
});
