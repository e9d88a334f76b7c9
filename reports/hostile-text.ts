/**
 * Characters that a target may send to mislead a reader, a terminal or a parser: control characters other than tab and
 * newline, line and paragraph separators, marks that change the reading direction, characters that show nothing (soft hyphen,
 * joiners, fillers, tags), the two non-characters that XML forbids, and halves of surrogate pairs.
 */
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff]|\u034f|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\udb40[\udc00-\udfff]/g;

/** From the fifth on, marks above or below one letter are there to cover the lines around it. */
const PILED_MARKS = /(\p{M}{4})(\p{M}+)/gu;

/** Text of the target as a reader may see it: what is invisible or misleading is written as `\u001b`; tab and newline stay. */
export function visible(text: string): string {
  return text.replace(UNSAFE, escaped).replace(PILED_MARKS, (_all, kept: string, more: string) => kept + escaped(more));
}

function escaped(characters: string): string {
  return Array.from(
    { length: characters.length },
    (_, index) => `\\u${characters.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');
}

/**
 * The first `limit` characters (UTF-16 units, never half of a pair), followed by how many were left out. Text that is short
 * enough is returned as it is.
 */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  const end = last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit;
  return `${text.slice(0, end)}… (${text.length - end} more characters)`;
}

/** Text of the target on one line, visible and at most about `limit` characters long. Line breaks become one blank. */
export function oneLine(text: string, limit: number): string {
  return visible(cut(text.replace(/\s*[\r\n]+\s*/g, ' ').trim(), limit));
}
