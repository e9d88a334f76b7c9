/** Source of ids that no earlier request of this or another run has used. */
export interface FreshIds {
  /** A new id of exactly `length` characters out of `[A-Za-z0-9]`; at least 12. */
  next(length: number): string;
}

/** Below this length a run's ids could collide with those of an earlier run against the same target. */
export const SHORTEST_FRESH_ID = 12;

/**
 * Ids made of the run's start (seconds, base 36), a random part and a counter.
 *
 * @param startedAt milliseconds since the epoch
 * @param random a number in [0, 1)
 */
export function freshIds(startedAt: number, random: () => number): FreshIds {
  const moment = Math.floor(startedAt / 1000)
    .toString(36)
    .slice(-6)
    .padStart(6, '0');
  const salt = Math.floor(random() * 36 ** 2)
    .toString(36)
    .padStart(2, '0');
  let count = 0;
  return {
    next(length) {
      count += 1;
      const id = `${moment}${salt}${count.toString(36).padStart(4, '0')}`.toUpperCase();
      if (length < id.length) throw new RangeError(`A fresh id needs at least ${id.length} characters, got ${length}.`);
      return id.padEnd(length, 'x');
    },
  };
}
