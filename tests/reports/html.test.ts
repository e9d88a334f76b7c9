import { createHash } from 'node:crypto';
import { Script } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { bodyLines } from '../../reports/html/body-text.js';
import { linesNotIn } from '../../reports/html/difference.js';
import { html, sentence } from '../../reports/html/markup.js';
import { renderHtml } from '../../reports/html/page.js';
import type { RunResult } from '../../schemas/report/results.generated.js';
import { cleanResult, fullResult, hostileResult, smallResult } from './sample-result.js';

/** A start or end tag as our templates write them: lower case, attributes bare or in double quotes. */
const TAG = /^<\/?[a-z][a-z0-9]*(?: [a-zA-Z-]+(?:="[^"<>]*")?)*\/?>$/;

function partsOf(page: string) {
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
  const script = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
  return { style, script, markup: page.replace(style, '').replace(script, '') };
}

function tagsOf(page: string): string[] {
  return partsOf(page).markup.match(/<[^>]*>?/g) ?? [];
}

function attributesOf(page: string, name: string): string[] {
  return tagsOf(page).flatMap((tag) =>
    [...tag.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value]) => value ?? ''),
  );
}

/** What a reader sees: the page without tags, with its entities resolved. */
function textOf(page: string): string {
  return partsOf(page)
    .markup.replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#96;', '`')
    .replaceAll('&amp;', '&');
}

const SAMPLES: [string, RunResult][] = [
  ['clean', cleanResult()],
  ['small', smallResult()],
  ['full', fullResult()],
  ['hostile', hostileResult()],
];

describe.each(SAMPLES)('the page of the %s result', (_name, result) => {
  const page = renderHtml(result);

  test('allows exactly its own style sheet and script', () => {
    const { style, script } = partsOf(page);
    const sum = (text: string) => createHash('sha256').update(text).digest('base64');
    expect(attributesOf(page, 'content')).toContain(
      `default-src 'none'; style-src 'sha256-${sum(style)}'; script-src 'sha256-${sum(script)}'; base-uri 'none'; form-action 'none'`,
    );
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page.match(/<style/g)).toHaveLength(1);
  });

  test('holds no tag, attribute or address but those of the templates', () => {
    const names = new Set<string>();
    const attributes = new Set<string>();
    for (const tag of tagsOf(page).slice(1)) {
      expect(tag).toMatch(TAG);
      names.add(/^<\/?([a-z0-9]+)/.exec(tag)?.[1] ?? '');
      for (const [, name] of tag.matchAll(/ ([a-zA-Z-]+)(?==|[ />])/g)) attributes.add(name ?? '');
    }
    for (const forbidden of ['img', 'iframe', 'object', 'link', 'base', 'failure'])
      expect(names).not.toContain(forbidden);
    for (const attribute of attributes) expect(attribute).not.toMatch(/^(on.*|style|src|srcset|action|formaction)$/);
    for (const address of attributesOf(page, 'href')) expect(address).toMatch(/^#/);
  });

  test('every id is unique and every link leads to one', () => {
    const ids = attributesOf(page, 'id');
    expect(ids.length).toBe(new Set(ids).size);
    for (const { id } of result.requirements) expect(ids).toContain(id);
    for (const address of attributesOf(page, 'href')) expect(ids).toContain(decodeURIComponent(address.slice(1)));
    for (const label of attributesOf(page, 'aria-labelledby')) expect(ids).toContain(label);
  });

  test('every tag that is opened is closed', () => {
    const open: string[] = [];
    for (const tag of tagsOf(page).slice(1)) {
      const name = /^<\/?([a-z0-9]+)/.exec(tag)?.[1] ?? '';
      if (['meta', 'input'].includes(name) || tag.endsWith('/>')) continue;
      if (tag.startsWith('</')) expect(open.pop()).toBe(name);
      else open.push(name);
    }
    expect(open).toEqual([]);
  });

  test('table headers have a scope', () => {
    for (const tag of tagsOf(page).filter((text) => /^<th[ >]/.test(text))) expect(tag).toMatch(/ scope="(row|col)"/);
  });
});

describe('the page', () => {
  test('shows hostile text as text, cut and visible', () => {
    const page = renderHtml(hostileResult());
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
    expect(page).not.toMatch(/[\u0000\u0007\u001b\u202e\uffff]/);
    expect(page.length).toBeLessThan(8_000_000);
    expect(textOf(page)).toContain('<script>alert(1)</script> "><img src=x onerror=alert(1)>');
    expect(textOf(page)).toContain('nul \\u0000 escape \\u001b[31m');
    expect(textOf(page)).toMatch(/… \(\d+ more characters\)/);
  });

  test('says of a finding what was expected, received, altered and how to send it again', () => {
    const page = renderHtml(smallResult());
    const text = textOf(page);
    expect(page).toContain(
      '<td><bdi>HTTP 200 with code 30002</bdi></td><td class="received"><code>HTTP 200 with code 0</code></td>',
    );
    expect(text).toContain('differs from its accepted twin in one element: /total_amount (plus 0.01)');
    expect(text).toContain('lesspay-conformance run --only PAYOUT-BATCH-010 --seed 7');
    expect(text).toContain(
      'payout/total; case default; failed in 4 of 20 exercises; failed again when sent again; smallest of 3 failing values, seed 7.',
    );
  });

  test('shows twins side by side with the lines that differ marked', () => {
    const twins = /<div class="twins">[\s\S]*?<\/div>/.exec(renderHtml(smallResult()))?.[0] ?? '';
    expect(twins.match(/<figure/g)).toHaveLength(2);
    expect(twins.match(/<mark>.*?<\/mark>/g)).toEqual([
      '<mark>&quot;1.00&quot;</mark>',
      '<mark>&quot;1.01&quot;</mark>',
    ]);
  });

  test('opens what failed and nothing else', () => {
    const open = tagsOf(renderHtml(fullResult())).filter((tag) => tag.startsWith('<details') && tag.endsWith(' open>'));
    expect(open.map((tag) => / id="([^"]*)"/.exec(tag)?.[1])).toEqual([
      'PAYOUT-BATCH-010',
      'IDEM-002',
      'IDEM-003',
      'IDEM-004',
    ]);
  });

  test('has a script that compiles and finds what it looks for', () => {
    const page = renderHtml(smallResult());
    const { script } = partsOf(page);
    expect(() => new Script(script)).not.toThrow();
    for (const [, id] of script.matchAll(/getElementById\('([^']+)'\)/g))
      expect(attributesOf(page, 'id')).toContain(id);
    for (const [, name] of script.matchAll(/form\.elements\.([a-zA-Z]+)/g))
      expect(attributesOf(page, 'name')).toContain(name);
    expect(page).toContain('<details class="requirement');
    expect(page).toContain('<section class="area"');
  });
});

describe('markup', () => {
  test('escapes strings and inserts markup', () => {
    expect(html`<p title="${`"<'&\``}">${'<b>'}${html`<i>${1}</i>`}${[html`<br>`, html`x`]}</p>`.toString()).toBe(
      '<p title="&quot;&lt;&#39;&amp;&#96;">&lt;b&gt;<i>1</i><br>x</p>',
    );
  });

  test('pairs of backticks become code', () => {
    expect(sentence('use `a<b` or ` it', 80).toString()).toBe('<bdi>use <code>a&lt;b</code> or &#96; it</bdi>');
  });
});

describe('bodies', () => {
  test('JSON is indented without changing a token', () => {
    expect(bodyLines('{"a":1.00,"a":[1e2,{"b\\"}":"x, y"},[]],"e":{}}')).toEqual([
      '{',
      '  "a": 1.00,',
      '  "a": [',
      '    1e2,',
      '    {',
      '      "b\\"}": "x, y"',
      '    },',
      '    []',
      '  ],',
      '  "e": {}',
      '}',
    ]);
  });

  test('anything else is shown as it is', () => {
    expect(bodyLines('a=1&b={2}\r\nsecond')).toEqual(['a=1&b={2}', 'second']);
    expect(bodyLines('{"a":1')).toEqual(['{"a":1']);
  });

  test('deep nesting does not grow with the square of its depth', () => {
    const deep = `${'['.repeat(9_000)}${']'.repeat(9_000)}`;
    expect(bodyLines(deep).join('\n').length).toBeLessThan(1_000_000);
  });

  test('lines that the twin does not have, however often they occur', () => {
    expect(linesNotIn(['{', '  "a": 1,', '  "b": 2', '}'], ['{', '  "a": 1', '}'])).toEqual(new Set([2]));
    expect(linesNotIn(['x', 'x', 'y'], ['x', 'y'])).toEqual(new Set([1]));
  });
});
