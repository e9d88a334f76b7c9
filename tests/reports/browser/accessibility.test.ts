import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { expect, test } from 'vitest';
import { renderHtml } from '../../../reports/html/page.js';
import { richResult } from '../rich-result.js';
import { cleanResult } from '../sample-result.js';
import { inChromium } from './chromium.js';
import { inPage, OPEN_ALL } from './in-page.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

inChromium('the page for everybody', (browser) => {
  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
    ['dark', 390],
  ] as const)('axe finds nothing wrong: %s, %i pixels wide, everything open', async (colorScheme, width) => {
    for (const result of [richResult(), cleanResult()]) {
      const { page } = await browser.open(renderHtml(result), {
        colorScheme,
        viewport: { width, height: 900 },
        // axe is brought in from outside: the page's own policy would refuse it.
        bypassCSP: true,
      });
      await inPage(page, OPEN_ALL);
      await page.evaluate(AXE);
      const found = await inPage<AxeResults>(page, 'axe.run(document)');
      expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
      expect(found.passes.map(({ id }) => id)).toContain('color-contrast');
    }
  });
});
