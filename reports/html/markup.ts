import escapedTemplate from 'html-template-tag';
import { cut, visible } from '../hostile-text.js';

/** Longest piece of text that a page shows, in characters. Most places show less. */
const LONGEST = 20_500;

/** HTML that is safe to put into a page. Only `html` and `trusted` make it, so a plain string can never be taken for it. */
export class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** What a template may hold: markup is inserted as it is, everything else is escaped. */
export type Insertable = Markup | string | number | readonly Markup[];

/**
 * A template of HTML. Strings become text (or the inside of a quoted attribute): escaped, with control characters and marks
 * that change the reading direction made visible. Attribute values in templates must be quoted.
 */
export function html(literals: TemplateStringsArray, ...values: readonly Insertable[]): Markup {
  return new Markup(
    literals.reduce((text, literal, index) => {
      const value = values[index - 1];
      return text + (value === undefined ? '' : insertable(value)) + literal;
    }, ''),
  );
}

/** Our own constant text, such as the style sheet, inserted without escaping. Never call it with text of a result. */
export function trusted(text: string): Markup {
  return new Markup(text);
}

/** The address of an anchor of the page, for `href`. */
export function anchorLink(id: string): string {
  return `#${encodeURIComponent(visible(id))}`;
}

/** Nothing. */
export const nothing = new Markup('');

/**
 * Text that somebody else wrote, cut at `limit` characters, in an element of its own that keeps its reading direction from
 * reordering what stands beside it.
 */
export function foreign(text: string, limit: number): Markup {
  return html`<bdi>${cut(text, limit)}</bdi>`;
}

/** A sentence in which pairs of backticks become `<code>`, cut at `limit` characters. */
export function sentence(text: string, limit: number): Markup {
  const parts = cut(text, limit).split(/(`[^`]+`)/);
  return html`<bdi>${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part.slice(1, -1)}</code>` : html`${part}`))}</bdi>`;
}

function insertable(value: Insertable): string {
  if (value instanceof Markup) return value.toString();
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escapedTemplate`${visible(cut(value, LONGEST))}`;
  return value.join('');
}
