/** Names farther away than this share of their length are no likely slip of the pen. */
const FARTHEST_SHARE = 0.5;
const MOST_NAMES = 5;

/** The names that somebody may have meant, nearest first; those that contain what was written count as near. */
export function nearestNames(written: string, names: readonly string[]): string[] {
  return names
    .map((name) => ({ name, distance: name.includes(written) ? 0 : distance(written, name) }))
    .filter(({ name, distance: far }) => far <= Math.max(written.length, name.length) * FARTHEST_SHARE)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_NAMES)
    .map(({ name }) => name);
}

/** How many characters must be put in, left out or replaced (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
