import * as fc from 'fast-check';

/** How lists become smaller. */
export interface FewerElementsOptions<T> {
  /** Lists do not become shorter than this. */
  readonly least: number;
  /** What an element may be replaced by, the simplest first. Must lead to an end: no chain of replacements may go on forever. */
  readonly simpler: (element: T) => readonly (readonly T[])[];
}

/**
 * The lists of `base`, which shrink as a person would make an example smaller: large parts are left out first, then single
 * elements anywhere, then elements are made simpler. Unlike with `fc.array` no element can be left out of the smallest list, and
 * it is reached in few attempts, which matters where each of them costs a conversation with a server.
 */
export function fewerElements<T>(
  base: fc.Arbitrary<readonly T[]>,
  options: FewerElementsOptions<T>,
): fc.Arbitrary<readonly T[]> {
  return new FewerElements(base, options);
}

class FewerElements<T> extends fc.Arbitrary<readonly T[]> {
  readonly #base: fc.Arbitrary<readonly T[]>;
  readonly #options: FewerElementsOptions<T>;

  constructor(base: fc.Arbitrary<readonly T[]>, options: FewerElementsOptions<T>) {
    super();
    this.#base = base;
    this.#options = options;
  }

  override generate(random: fc.Random, biasFactor: number | undefined): fc.Value<readonly T[]> {
    return new fc.Value(this.#base.generate(random, biasFactor).value, undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is readonly T[] {
    return Array.isArray(value);
  }

  override shrink(list: readonly T[]): fc.Stream<fc.Value<readonly T[]>> {
    return fc.stream(smallerLists(list, this.#options)).map((smaller) => new fc.Value(smaller, undefined));
  }
}

function* smallerLists<T>(
  list: readonly T[],
  { least, simpler }: FewerElementsOptions<T>,
): IterableIterator<readonly T[]> {
  const spare = list.length - least;
  for (let size = spare; size >= 1; size = Math.floor(size / 2)) {
    for (let start = 0; start < list.length; start += size) {
      const fewer = [...list.slice(0, start), ...list.slice(start + size)];
      if (fewer.length >= least) yield fewer;
    }
  }
  for (const [index, element] of list.entries()) {
    for (const others of simpler(element)) yield [...list.slice(0, index), ...others, ...list.slice(index + 1)];
  }
}
