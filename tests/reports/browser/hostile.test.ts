import { expect, test } from 'vitest';
import { renderHtml } from '../../../reports/html/page.js';
import { hostileEverywhere } from '../hostile-everywhere.js';
import { richResult } from '../rich-result.js';
import { violationsOf } from '../schemas.js';
import { inChromium } from './chromium.js';
import { ATTRIBUTES, ELEMENTS, inPage, OPEN_ALL, WIDTH } from './in-page.js';

/** Each would show if it got through: by a script that runs, a request, an element, or letters that move. */
const PAYLOADS: readonly (readonly [name: string, text: string])[] = [
  ['script', '<script>hit=1</script></script><script>hit=1</script>'],
  ['image', `"><img src=x onerror="hit=1"><img src='http://127.0.0.1:9/x'>`],
  ['handler', `' onmouseover='hit=1' autofocus onfocus=hit=1 x="" onclick="hit=1`],
  ['frame', '</code></pre></details></main><iframe srcdoc="<script>parent.hit=1</script>"></iframe><svg onload=hit=1>'],
  ['style', '</style><style>body{display:none}</style><link rel=stylesheet href=http://127.0.0.1:9/a.css>'],
  ['comment', '<!-- <base href=http://127.0.0.1:9/> --!><meta http-equiv=refresh content="0;url=http://127.0.0.1:9/">'],
  ['address', 'javascript:hit=1 http://127.0.0.1:9/ data:text/html,<script>hit=1</script>'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it looks like a template on purpose
  ['template', '{{constructor.constructor("hit=1")()}} ${hit=1} &lt;script&gt; &#60;img src=x onerror=hit=1&#62;'],
  ['direction', 'a\u202egnp.exe \u2066\u2067\u061c\u200f שלום عربى \u200b\u2028\u2029\u0085'],
  ['control', 'nul\u0000 escape\u001b[31m bell\u0007 del\u007f half\ud800 non\uffff soft\u00ad tag\u{e0041}'],
  ['long', 'W'.repeat(2_500)],
  ['marks', `e${'\u0300\u0301\u0302\u0303'.repeat(60)}`],
  ['lines', 'one\r\ntwo\n\n\n\tthree\r'.repeat(5)],
];

/** What must not be on the page as it is: characters that show nothing or turn the reading direction. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f]/;

const benign = renderHtml(richResult());

inChromium('hostile text in every member that may hold text', (browser) => {
  test.each(PAYLOADS)('%s', async (_name, text) => {
    const { result, replaced } = hostileEverywhere(richResult(), text);
    expect(violationsOf('results', result)).toEqual([]);
    expect(replaced).toBeGreaterThan(250);

    const usual = await inPage((await browser.open(benign)).page, ELEMENTS);
    const { page, complaints, requests, dialogs } = await browser.open(renderHtml(result));
    await inPage(page, OPEN_ALL);
    await inPage(page, "document.querySelectorAll('*').forEach((item) => item.dispatchEvent(new Event('mouseover')))");
    await page.locator('[name=text]').fill('hit');
    await page.locator('[name=text]').fill('');

    expect(await inPage(page, "'hit' in window")).toBe(false);
    expect(complaints).toEqual([]);
    expect(requests).toEqual([]);
    expect(dialogs).toEqual([]);
    expect(await inPage(page, ELEMENTS)).toEqual(usual);
    const names = await inPage<string[]>(page, ATTRIBUTES);
    expect(names.filter((name) => /^(?:on|style$|src|srcdoc$|action$|formaction$)/.test(name))).toEqual([]);
    const links = await page
      .locator('[href]')
      .evaluateAll((items) => items.map((item) => item.getAttribute('href') ?? ''));
    expect(links.filter((link) => !link.startsWith('#'))).toEqual([]);
    expect(await page.locator('script, style').count()).toBe(2);
    const shown = await inPage<string>(page, 'document.body.innerText');
    expect(shown).not.toMatch(UNSEEN);
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await inPage<number>(page, WIDTH)).toBeLessThanOrEqual(width);
    }
    const title = await page.locator('h2#section-requirements').boundingBox();
    expect(title?.x).toBeGreaterThanOrEqual(0);
  });
});
