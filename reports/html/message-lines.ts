import { cut } from '../hostile-text.js';
import type { ComparedLine } from './difference.js';
import { html, type Markup } from './markup.js';

/** Longest line that is shown, in characters. */
const LINE = 1_000;
/** More lines than this are folded to what differs and its surroundings, or cut. */
const LINES = 60;
/** Lines shown around a line that differs, where a message is folded. */
const AROUND = 4;

/** Lines of a message, one below the other. What differs from the twin is marked; of long messages only what matters is shown. */
export function messageLines(lines: readonly ComparedLine[]): Markup {
  const shown = chosen(lines);
  const pieces: Markup[] = [];
  let skipped = 0;
  const flush = () => {
    if (skipped > 0)
      pieces.push(html`<span class="fold">… ${skipped} ${skipped === 1 ? 'line' : 'lines'} not shown</span>\n`);
    skipped = 0;
  };
  for (const [position, line] of lines.entries()) {
    if (!shown.has(position)) {
      skipped += 1;
      continue;
    }
    flush();
    pieces.push(html`${one(line)}\n`);
  }
  flush();
  return html`<pre tabindex="0"><code>${pieces}</code></pre>`;
}

/** Positions of the lines to show. */
function chosen(lines: readonly ComparedLine[]): Set<number> {
  if (lines.length <= LINES) return new Set(lines.keys());
  const shown = new Set<number>();
  const marked = [...lines.keys()].filter((position) => {
    const difference = lines[position]?.difference;
    return difference !== undefined && difference !== 'fresh';
  });
  for (const position of marked) {
    for (let near = position - AROUND; near <= position + AROUND && shown.size < 2 * LINES; near += 1) {
      if (near >= 0 && near < lines.length) shown.add(near);
    }
  }
  for (let position = 0; shown.size < LINES / 2 || (marked.length === 0 && shown.size < LINES); position += 1) {
    shown.add(position);
  }
  return shown;
}

function one({ text, difference, part }: ComparedLine): Markup {
  if (difference === undefined) return html`${cut(text, LINE)}`;
  if (difference === 'fresh') return html`<span class="fresh">${cut(text, LINE)}</span>`;
  const [from, to] = part ?? [/^\s*/.exec(text)?.[0].length ?? 0, text.length];
  const middle = text.slice(from, to);
  const content =
    middle === ''
      ? html`${cut(text, LINE)}`
      : html`${cut(text.slice(0, from), LINE)}<mark>${cut(middle, LINE)}</mark>${cut(text.slice(to), LINE)}`;
  return html`<span class="${difference}">${content}</span>`;
}
