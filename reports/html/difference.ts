/** How a line differs from the twin: `changed` where both have it, `only` where the twin lacks it, `fresh` where it differs in every request. */
export type Difference = 'changed' | 'only' | 'fresh';

/** A line of one message, with what sets it apart from the twin's. */
export interface ComparedLine {
  readonly text: string;
  readonly difference?: Difference;
  /** The part that differs, as positions in the text; the whole line where it is absent. */
  readonly part?: readonly [from: number, to: number];
}

/** Members and headers that are new in each request, or follow from one that is. */
const FRESH =
  /^(?:.*_id|id|[a-z]\w*Id(?:Encode)?|created_at|.*_time|notify_url|checkout_url|timestamp|signature|x-auth-signature|x-auth-timestamp|date|content-length|keep-alive|connection)$/;

/**
 * Compares the lines of two messages that should differ in one element. Lines that occur in both, in whatever place, are the
 * same.
 *
 * @param element the element that was changed on purpose (a JSON pointer, or the name of a header): never `fresh`
 */
export function compareLines(
  own: readonly string[],
  twin: readonly string[],
  element: string | undefined,
): ComparedLine[] {
  const differing = linesNotIn(own, twin);
  const others = [...linesNotIn(twin, own)].map((position) => twin[position] ?? '');
  return own.map((text, position): ComparedLine => {
    if (!differing.has(position)) return { text };
    const counterpart = takeCounterpart(text, others, differing.size);
    const difference = isFresh(text, element) ? 'fresh' : counterpart === undefined ? 'only' : 'changed';
    return {
      text,
      difference,
      ...(difference === 'changed' && counterpart !== undefined ? { part: partNotIn(text, counterpart) } : {}),
    };
  });
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

/** The name of the member or header that a line begins with, with its indentation. */
function nameIn(line: string): string | undefined {
  return /^(\s*"(?:[^"\\]|\\.)*"):/.exec(line)?.[1] ?? /^([a-z0-9-]+):/i.exec(line)?.[1];
}

function isFresh(line: string, element: string | undefined): boolean {
  const name = nameIn(line)?.trim().replace(/^"|"$/g, '');
  if (name === undefined || !FRESH.test(name)) return false;
  const changed = (element ?? '').split(/[/, ]+/);
  return !changed.includes(name);
}

/** Takes the line that stands in the twin where this one stands here; undefined when there is none. */
function takeCounterpart(line: string, others: string[], differing: number): string | undefined {
  const name = nameIn(line);
  const index =
    name === undefined
      ? others.length === 1 && differing === 1
        ? 0
        : -1
      : others.findIndex((other) => nameIn(other) === name);
  return index < 0 ? undefined : others.splice(index, 1)[0];
}

/** Values up to this length are marked whole: a single digit is easily overlooked. */
const SHORT_VALUE = 40;

/** The part of a line that its counterpart does not have: the whole value where it is short. */
function partNotIn(line: string, counterpart: string): readonly [number, number] {
  const own = comparable(line);
  const other = comparable(counterpart);
  const start = (nameIn(own)?.length ?? 0) + (nameIn(own) === undefined ? 0 : 1);
  const from = start + (/^\s*/.exec(own.slice(start))?.[0].length ?? 0);
  if (own.length - from <= SHORT_VALUE || own.length - from < 1) return [Math.min(from, own.length), own.length];
  let head = from;
  while (head < own.length && own[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(own.length, other.length) - head && own.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  // Something to see even where the counterpart only has more.
  return [Math.max(from, head - 1), Math.min(own.length, own.length - tail + 1)];
}
