import { expect, test } from 'vitest';
import { renderHtml } from '../../../reports/html/page.js';
import { richResult } from '../rich-result.js';
import { inChromium } from './chromium.js';
import { BACKGROUND, inPage, OPEN_ALL, WIDTH } from './in-page.js';

const PAGE = renderHtml(richResult());

inChromium('the forms of the page', (browser) => {
  test('without scripts everything is there, and no control that would do nothing', async () => {
    const { page, complaints, requests } = await browser.open(PAGE, { javaScriptEnabled: false });
    expect(await page.locator('#section-filters').isVisible()).toBe(false);
    expect(await page.locator('#PAYOUT-BATCH-010 .timeline').isVisible()).toBe(true);
    expect(await page.locator('#TRANS-004 dl').isVisible()).toBe(false);
    await page.locator('#TRANS-004 > summary').click();
    expect(await page.locator('#TRANS-004 dl').isVisible()).toBe(true);
    await page.locator('.failed a').first().click();
    expect(new URL(page.url()).hash).toBe('#PAYOUT-BATCH-010');
    expect(complaints).toEqual([]);
    expect(requests).toEqual([]);
  });

  test('it is light or dark as the reader likes', async () => {
    const light = await browser.open(PAGE, { colorScheme: 'light' });
    const dark = await browser.open(PAGE, { colorScheme: 'dark' });
    expect(await inPage(light.page, BACKGROUND)).toBe('rgb(255, 255, 255)');
    expect(await inPage(dark.page, BACKGROUND)).toBe('rgb(15, 19, 24)');
  });

  test.each([320, 390, 768, 1280])('at a width of %i pixels nothing is cut off', async (width) => {
    const { page } = await browser.open(PAGE, { viewport: { width, height: 800 } });
    await inPage(page, OPEN_ALL);
    expect(await inPage<number>(page, WIDTH)).toBeLessThanOrEqual(width);
  });

  test.each([true, false])('on paper what matters is open, also with scripts %s', async (javaScriptEnabled) => {
    const { page, complaints } = await browser.open(PAGE, { javaScriptEnabled, colorScheme: 'dark' });
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0).toBeGreaterThan(1);

    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.locator('#section-filters').isVisible()).toBe(false);
    const height = async (id: string) => (await page.locator(`#${id} .body`).boundingBox())?.height ?? 0;
    expect(await height('TRANS-004')).toBeGreaterThan(20);
    expect(await height('TRANS-003')).toBeGreaterThan(20);
    if (javaScriptEnabled) expect(await inPage(page, BACKGROUND)).toBe('rgb(255, 255, 255)');
    expect(complaints).toEqual([]);
  });
});
