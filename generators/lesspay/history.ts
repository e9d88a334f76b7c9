import * as fc from 'fast-check';
import { GeneratorError } from '../generator-error.js';

/** One create of a race: which id it carries and which content, as numbers of slots that the driver fills. */
export interface PlannedCreate {
  readonly idSlot: number;
  readonly contentSlot: number;
}

/** Creates that are sent at the same time, in the order in which they are handed to the transport. */
export interface History {
  readonly groups: readonly PlannedCreate[];
}

/** The shape of a race. */
export interface HistoryOptions {
  /** How many creates are sent at once. */
  readonly creates: number | { readonly min: number; readonly max: number };
  /** `shared`: all carry one id. `mixed`: at least two ids, at least one of them shared. `distinct`: each its own. */
  readonly ids: 'shared' | 'mixed' | 'distinct';
  /**
   * `same`: one content. `different`: each its own. `mixed`: at least two contents; two creates share one where there are three
   * or more.
   */
  readonly contents: 'same' | 'different' | 'mixed';
}

/**
 * Draws the plan of a race between simultaneous creates. Slots are numbered from 0 in the order of their first use. Throws
 * `GeneratorError` (`badOption`) when there are too few creates for the shape.
 */
export function history(options: HistoryOptions): fc.Arbitrary<History> {
  const { min, max } =
    typeof options.creates === 'number' ? { min: options.creates, max: options.creates } : options.creates;
  const needed = options.ids === 'mixed' ? 3 : options.contents === 'mixed' ? 2 : 1;
  if (!Number.isInteger(min) || !Number.isInteger(max) || min < needed || max < min) {
    throw new GeneratorError(
      'badOption',
      `A race with ${options.ids} ids and ${options.contents} contents needs ${needed} or more creates; asked for ${min} to ${max}.`,
    );
  }
  const slot = fc.nat({ max: max - 1 });
  return fc.array(fc.record({ id: slot, content: slot }), { minLength: min, maxLength: max }).map((drawn) => {
    const idSlots = slots(
      options.ids === 'shared' ? 'same' : options.ids === 'distinct' ? 'different' : 'mixed',
      drawn.map((create) => create.id),
    );
    const contentSlots = slots(
      options.contents,
      drawn.map((create) => create.content),
    );
    return { groups: idSlots.map((idSlot, index) => ({ idSlot, contentSlot: contentSlots[index] ?? 0 })) };
  });
}

function slots(kind: 'same' | 'different' | 'mixed', drawn: readonly number[]): number[] {
  if (kind === 'same') return drawn.map(() => 0);
  if (kind === 'different') return drawn.map((_, index) => index);
  const values = [...drawn];
  // The last entries are bent, where needed, so that a mix is a mix; filtering would make shrinking get stuck.
  if (values.length > 2 && new Set(values).size === values.length) values[1] = values[0] ?? 0;
  if (new Set(values).size === 1) values[values.length - 1] = (values[0] ?? 0) + 1;
  const seen = [...new Set(values)];
  return values.map((value) => seen.indexOf(value));
}
