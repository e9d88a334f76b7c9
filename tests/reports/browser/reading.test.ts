import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { renderHtml } from '../../../reports/html/page.js';
import { richResult } from '../rich-result.js';
import { sampleRequirement, sampleResult } from '../sample-result.js';
import { inChromium } from './chromium.js';
import { FOCUSED, inPage } from './in-page.js';

const PAGE = renderHtml(richResult());

const shownIds = (page: Page): Promise<string[]> =>
  page.locator('details.requirement:not([hidden])').evaluateAll((items) => items.map(({ id }) => id));

const openIds = (page: Page): Promise<string[]> =>
  page.locator('details.requirement[open]').evaluateAll((items) => items.map(({ id }) => id));

inChromium('reading the page', (browser) => {
  test('it opens without a complaint and asks for nothing', async () => {
    const { page, complaints, requests } = await browser.open(PAGE);
    expect(await page.locator('h1').innerText()).toBe('Not conformant');
    expect(await page.locator('#section-filters').isVisible()).toBe(true);
    expect(await openIds(page)).toEqual(['PAYOUT-BATCH-010', 'IDEM-002', 'IDEM-003', 'IDEM-004']);
    expect(complaints).toEqual([]);
    expect(requests).toEqual([]);
  });

  test('it filters by verdict, level, area and words, and keeps the filter in the address', async () => {
    const { page, complaints } = await browser.open(PAGE);
    const form = page.locator('#section-filters');
    await form.locator('[name=kind]').selectOption('attention');
    expect(await shownIds(page)).toEqual([
      'PAYOUT-BATCH-010',
      'IDEM-002',
      'IDEM-003',
      'IDEM-004',
      'IDEM-005',
      'TRANS-006',
    ]);
    await form.locator('[name=level]').selectOption('MUST');
    await form.locator('[name=area]').selectOption('IDEM');
    expect(await shownIds(page)).toEqual(['IDEM-002', 'IDEM-005']);
    expect(await form.locator('output').innerText()).toBe('2 of 11 shown');
    expect(await page.locator('section.area:not([hidden]) h3').allInnerTexts()).toEqual(['IDEM Idempotency']);
    expect(new URL(page.url()).hash).toBe('#?kind=attention&level=MUST&area=IDEM');

    await form.locator('[name=clear]').click();
    await expect.poll(() => shownIds(page)).toHaveLength(11);
    await form.locator('[name=text]').fill('STATEMENT trans-002');
    expect(await shownIds(page)).toEqual(['TRANS-002']);
    await form.locator('[name=text]').fill('');
    await form.locator('[name=kind]').selectOption('waived');
    expect(await shownIds(page)).toEqual(['IDEM-002']);
    expect(complaints).toEqual([]);
  });

  test('it tells what passed with a remark from what passed', async () => {
    const page = renderHtml(
      sampleResult([
        sampleRequirement('TRANS-001'),
        sampleRequirement('TRANS-002', { remarks: [{ text: 'answered 400', count: 1 }] }),
      ]),
    );
    const { page: opened } = await browser.open(page, { hash: '#?kind=remark' });
    expect(await shownIds(opened)).toEqual(['TRANS-002']);
    await opened.locator('[name=kind]').selectOption('pass');
    expect(await shownIds(opened)).toEqual(['TRANS-001']);
  });

  test('addresses lead to a requirement, a finding and an exchange, and past the filter', async () => {
    const { page } = await browser.open(PAGE, { hash: '#TRANS-004' });
    expect(await openIds(page)).toContain('TRANS-004');
    await expect.poll(() => inPage(page, 'document.activeElement?.parentElement?.id')).toBe('TRANS-004');

    await page.locator('[name=kind]').selectOption('pass');
    await inPage(page, "location.hash = '#finding-PAYOUT-BATCH-010-1'");
    const finding = page.locator('#finding-PAYOUT-BATCH-010-1');
    await expect.poll(() => finding.isVisible()).toBe(true);
    await expect.poll(async () => (await finding.boundingBox())?.y ?? -1).toBeLessThan(400);

    const further = page.locator('#finding-PAYOUT-BATCH-010-1-exchange-4');
    expect(await further.isVisible()).toBe(false);
    await inPage(page, "location.hash = '#finding-PAYOUT-BATCH-010-1-exchange-4'");
    await expect.poll(() => further.isVisible()).toBe(true);
  });

  test('a finding shows twins with the difference, the timeline with webhooks, and how to reproduce it', async () => {
    const { page } = await browser.open(PAGE, { hash: '#PAYOUT-BATCH-010' });
    const finding = page.locator('#finding-PAYOUT-BATCH-010-1');
    expect(await finding.locator('.twins mark').allInnerTexts()).toEqual(['"1.00"', '"1.01"']);
    const rows = await finding.locator('.timeline tbody tr').allInnerTexts();
    expect(rows.map((row) => row.replace(/\s+/g, ' ').trim())).toEqual([
      '1 +0 ms → Valid twin: createPayout control HTTP 200, code 0 12.5 ms',
      '2 +1000 ms → Altered copy: createPayout altered HTTP 200, code 0 12.5 ms',
      '3 +1100 ms ⇢ Control interface: POST …/transition: SUCCEED HTTP 200, code 0 12.5 ms',
      '4 +1250 ms ← Webhook to us: payoutWebhook says SUCCEED we answered HTTP 200; signature verifies (application first, DEMO) 1.5 ms',
      '5 +2000 ms → Question about the state: createPayout no answer: timeout 12.5 ms',
    ]);
    expect(await finding.locator('pre.command').allInnerTexts()).toEqual([
      'lesspay-conformance run --only PAYOUT-BATCH-010 --seed 7',
      'curl -X POST "$LESSPAY_BASE_URL/payout"',
    ]);
    expect(await page.locator('#PAYOUT-BATCH-010 .stakes').innerText()).toBe(
      'Why it matters: One mistake becomes many payments.',
    );
  });

  test('failures open and everything closes at the push of a button', async () => {
    const { page } = await browser.open(PAGE);
    await page.getByRole('button', { name: 'Close all' }).click();
    expect(await openIds(page)).toEqual([]);
    await page.getByRole('button', { name: 'Open failures' }).click();
    expect(await openIds(page)).toEqual(['PAYOUT-BATCH-010', 'IDEM-002', 'IDEM-003', 'IDEM-004']);
  });

  test('a mark in the picture leads to its requirement', async () => {
    const { page } = await browser.open(PAGE);
    await page.locator('[data-id="TRANS-004"]').click();
    await expect.poll(() => openIds(page)).toContain('TRANS-004');
  });

  test('the keyboard alone reaches, filters and opens', async () => {
    const { page } = await browser.open(PAGE);
    const focused = () => inPage<string>(page, FOCUSED);
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('skip');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('section-requirements');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('text');
    await page.keyboard.type('TRANS-004');
    expect(await shownIds(page)).toEqual(['TRANS-004']);
    for (const name of ['kind', 'level', 'area', 'openFailures', 'closeAll', 'clear']) {
      await page.keyboard.press('Tab');
      expect(await focused()).toBe(name);
    }
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await openIds(page)).toContain('TRANS-004');
  });
});
