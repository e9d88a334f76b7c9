import type { Page } from 'playwright-core';

/** What an expression amounts to in the page. Text, because the project is compiled without the types of a browser. */
export async function inPage<T>(page: Page, expression: string): Promise<T> {
  return (await page.evaluate(expression)) as T;
}

/** Opens every fold of the page. */
export const OPEN_ALL = "document.querySelectorAll('details').forEach((item) => { item.open = true; })";

/** How wide the page would like to be, in pixels. */
export const WIDTH = 'document.documentElement.scrollWidth';

/** What stands behind the text, as `rgb(…)`. */
export const BACKGROUND = 'getComputedStyle(document.body).backgroundColor';

/** The name, id or class of what has the focus. */
export const FOCUSED =
  "['name', 'id', 'class'].map((name) => document.activeElement.getAttribute(name)).find((value) => value !== null)";

/** The names of all elements of the page. */
export const ELEMENTS = "[...new Set([...document.querySelectorAll('*')].map(({ localName }) => localName))].sort()";

/** The names of all attributes of the page. */
export const ATTRIBUTES =
  "[...new Set([...document.querySelectorAll('*')].flatMap((element) => element.getAttributeNames()))]";
