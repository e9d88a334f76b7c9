import { cut } from '../hostile-text.js';

/** Longest body that the page shows, in characters. The whole recorded text is in results.json. */
export const BODY_LIMIT = 20_000;
/** Deeper nesting is not indented further: hostile bodies must not grow with the square of their depth. */
const DEEPEST_INDENT = 24;

/**
 * The lines of a body for reading. A body that is JSON is indented without changing any of its tokens (`1.00` stays `1.00`,
 * repeated members stay repeated); any other body, or one that was cut, is shown as it is.
 */
export function bodyLines(body: string): string[] {
  return (body.length <= BODY_LIMIT && isJson(body) ? indented(body) : cut(body, BODY_LIMIT)).split(/\r\n|\r|\n/);
}

/** Positions of the lines that the other text does not have. Repeated lines count as often as they occur. */
export function linesNotIn(lines: readonly string[], other: readonly string[]): Set<number> {
  const left = new Map<string, number>();
  for (const line of other) left.set(comparable(line), (left.get(comparable(line)) ?? 0) + 1);
  const missing = new Set<number>();
  for (const [position, line] of lines.entries()) {
    const count = left.get(comparable(line)) ?? 0;
    if (count === 0) missing.add(position);
    else left.set(comparable(line), count - 1);
  }
  return missing;
}

/** Whether a member is followed by another one is no difference of the member. */
function comparable(line: string): string {
  return line.endsWith(',') ? line.slice(0, -1) : line;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Indents valid JSON text token by token. */
function indented(json: string): string {
  const tokens = json.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g) ?? [];
  let text = '';
  let depth = 0;
  const newline = () => `\n${'  '.repeat(Math.min(depth, DEEPEST_INDENT))}`;
  for (const [position, token] of tokens.entries()) {
    const previous = tokens[position - 1];
    if (token === '}' || token === ']') {
      depth -= 1;
      text += previous === '{' || previous === '[' ? token : newline() + token;
    } else {
      if (previous === '{' || previous === '[' || previous === ',') text += newline();
      text += token === ':' ? ': ' : token;
      if (token === '{' || token === '[') depth += 1;
    }
  }
  return text;
}
