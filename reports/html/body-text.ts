import { cut } from '../hostile-text.js';

/** Longest body that is not JSON that the page shows, in characters. The whole recorded text is in results.json. */
export const BODY_LIMIT = 4_000;
/** Longest JSON that is indented for reading. Recorded bodies are cut a little above it. */
const JSON_LIMIT = 300_000;
/** Deeper nesting is not indented further: hostile bodies must not grow with the square of their depth. */
const DEEPEST_INDENT = 24;

/**
 * The lines of a body for reading. A body that is JSON is indented without changing any of its tokens (`1.00` stays `1.00`,
 * repeated members stay repeated); any other body is shown as it is, cut.
 */
export function bodyLines(body: string): string[] {
  const text = body.length <= JSON_LIMIT && isJson(body) ? indented(body) : cut(body, BODY_LIMIT);
  return text.split(/\r\n|\r|\n/);
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
