/**
 * The lines of a text that comes in pieces, without their ends (`\n` or `\r\n`); a last line needs no end. Unlike
 * `node:readline` it does not split at U+2028 and U+2029, which may stand inside of a JSON string.
 */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield withoutReturn(line);
  }
  if (rest !== '') yield withoutReturn(rest);
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
