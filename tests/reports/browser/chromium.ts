import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

const MISSING = `There is no Chromium at ${CHROMIUM}. Install it (Debian and Ubuntu: apt-get install chromium), or set CHROMIUM_PATH to the program.`;

/** What a page did that it must not do. */
export interface OpenedPage {
  readonly page: Page;
  /** Messages of the console, errors of scripts, refusals of the policy. */
  readonly complaints: string[];
  /** Addresses asked for, the page's own left out. */
  readonly requests: string[];
  /** Dialogs that were opened. */
  readonly dialogs: string[];
}

/** One Chromium for the tests of a file. */
export interface SharedChromium {
  /** Opens a page of ours in a context of its own, at the fragment `hash` when one is given. */
  open(html: string, options?: BrowserContextOptions & { readonly hash?: string }): Promise<OpenedPage>;
}

/**
 * A suite that needs Chromium. On a machine without one its tests are skipped, saying why; where `CI` is set they fail.
 */
export function inChromium(name: string, define: (browser: SharedChromium) => void): void {
  if (!existsSync(CHROMIUM)) {
    describe(name, () => {
      test('needs Chromium', (context) => {
        if (process.env.CI !== undefined && process.env.CI !== '') throw new Error(MISSING);
        context.skip(MISSING);
      });
    });
    return;
  }
  describe(name, () => {
    let browser: Browser;
    let folder: string;
    let files = 0;
    beforeAll(async () => {
      folder = mkdtempSync(path.join(tmpdir(), 'report-in-chromium-'));
      // Chromium's own sandbox does not work for root, as in containers. Nothing but our own files is opened.
      const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
      browser = await chromium.launch({ executablePath: CHROMIUM, args });
    });
    afterAll(async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    });
    define({
      async open(html, { hash = '', ...options } = {}) {
        files += 1;
        const file = path.join(folder, `report-${files}.html`);
        writeFileSync(file, html);
        const own = pathToFileURL(file).href;
        const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
        const page = await context.newPage();
        const opened: OpenedPage = { page, complaints: [], requests: [], dialogs: [] };
        page.on('console', (message) => opened.complaints.push(`${message.type()}: ${message.text()}`));
        page.on('pageerror', (error) => opened.complaints.push(`error: ${error.message}`));
        page.on('request', (request) => {
          if (request.url().split('#', 1)[0] !== own) opened.requests.push(request.url());
        });
        page.on('dialog', (dialog) => {
          opened.dialogs.push(dialog.message());
          void dialog.dismiss();
        });
        await page.goto(`${own}${hash}`);
        return opened;
      },
    });
  });
}
