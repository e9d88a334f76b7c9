import { describe, expect, test } from 'vitest';
import { cut, oneLine, visible } from '../../reports/hostile-text.js';
import { codeBlock, codeSpan, prose, tableCode } from '../../reports/markdown-text.js';

describe('hostile text', () => {
  test('control characters, direction marks and broken pairs become visible', () => {
    expect(visible('a\u0000b\u001b[0m\u007f\u0085 \u202e\u2066\u200b\ufeff \ud800x\udc00 \uffff')).toBe(
      'a\\u0000b\\u001b[0m\\u007f\\u0085 \\u202e\\u2066\\u200b\\ufeff \\ud800x\\udc00 \\uffff',
    );
  });

  test('what shows nothing becomes visible, and letters are not piled with marks', () => {
    expect(visible('a\u00adb\u2060c\u3164d\u{e0041}\u034f')).toBe('a\\u00adb\\u2060c\\u3164d\\udb40\\udc41\\u034f');
    expect(visible(`e${'\u0301'.repeat(7)}x`)).toBe(`e${'\u0301'.repeat(4)}\\u0301\\u0301\\u0301x`);
  });

  test('ordinary text of any language stays', () => {
    const text = 'tab\tnewline\n café שלום 支付 😀 ❤️ กำลัง नमस्ते <&>';
    expect(visible(text)).toBe(text);
  });

  test('a cut says how much is missing and never halves a pair', () => {
    expect(cut('abc', 3)).toBe('abc');
    expect(cut('abcdef', 3)).toBe('abc… (3 more characters)');
    expect(cut('ab😀cd', 3)).toBe('ab… (4 more characters)');
  });

  test('one line', () => {
    expect(oneLine('  a\r\n  b\n\nc\u001b  ', 80)).toBe('a b c\\u001b');
  });
});

describe('Markdown', () => {
  test('a code span is fenced with more backticks than it holds', () => {
    expect(codeSpan('plain <b> @all', 80)).toBe('`plain <b> @all`');
    expect(codeSpan('a `` b', 80)).toBe('```a `` b```');
    expect(codeSpan('`a', 80)).toBe('`` `a ``');
    expect(codeSpan('', 80)).toBe('(empty)');
  });

  test('prose keeps pairs of backticks as code and escapes the rest', () => {
    expect(prose('use `a<b` *not* <i> [x](y) @team | `', 80)).toBe(
      'use `a<b` \\*not\\* &lt;i&gt; \\[x\\](y) @&#8203;team \\| \\`',
    );
  });

  test('nothing in a table cell can end it', () => {
    expect(tableCode('a|b\\|`c`</code>é', 80)).toBe('<code>a&#124;b&#92;&#124;&#96;c&#96;&#60;&#47;code&#62;é</code>');
  });

  test('a block is fenced with more backticks than it holds', () => {
    expect(codeBlock('echo ````', 80, 'sh')).toBe('`````sh\necho ````\n`````');
  });
});
