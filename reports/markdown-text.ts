import { oneLine } from './hostile-text.js';

/**
 * Text from outside as a Markdown code span on one line: nothing in it is read as Markdown, HTML, a mention or a link. The
 * fence is longer than any run of backticks inside. Not for tables, where a `|` would end the cell: see `tableCode`.
 */
export function codeSpan(text: string, limit: number): string {
  const line = oneLine(text, limit);
  if (line === '') return '(empty)';
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padded = /^`|`$/.test(line) ? ` ${line} ` : line;
  return `${fence}${padded}${fence}`;
}

/** As `codeSpan`, for a table's cell. Everything but letters and digits is an entity, so nothing can end the cell or the code. */
export function tableCode(text: string, limit: number): string {
  const line = oneLine(text, limit).replace(/[^\p{L}\p{N} -]/gu, (character) => `&#${character.codePointAt(0)};`);
  return `<code>${line}</code>`;
}

/** A sentence on one line. Pairs of backticks become code spans; everything else that Markdown or HTML would read is escaped. */
export function prose(text: string, limit: number): string {
  return oneLine(text, limit)
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : escaped(part)))
    .join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]|#~!$]/g, '\\$&')
    .replaceAll('@', '@&#8203;');
}

/** A command as a fenced block of its own lines. The fence is longer than any run of backticks inside. */
export function codeBlock(text: string, limit: number, language = ''): string {
  const line = oneLine(text, limit);
  const longest = Math.max(2, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${line}\n${fence}`;
}
