import * as fc from 'fast-check';
import { GeneratorError } from '../generator-error.js';
import { differingPaths } from './differing-paths.js';

/** A valid message and its copy that differs in exactly one element. */
export interface Twin<M> {
  readonly control: M;
  /** Typed like the control so that it can be sent the same way; the altered element may have any JSON value. */
  readonly altered: M;
  /** JSON pointer of the element, e.g. `/payout_order_details/0/amount`. */
  readonly element: string;
  /** What was done to it, in a few words: `removed`, `set to "abc"`, `350.75 -> 350.76`. */
  readonly mutation: string;
}

/** What an edit did. */
export interface Applied {
  readonly element: string;
  readonly mutation: string;
}

/**
 * One edit of one element. It changes `message`, which is its own copy, in place. It returns null, leaving the message as it
 * was, when this message does not have what the edit is about, or when the edit would not change anything.
 */
export type Edit = (message: unknown) => Applied | null;

/** A kind of edit; what varies (which element of an array, which value) is drawn. */
export type Change = fc.Arbitrary<Edit>;

/** Options of `twin`. */
export interface TwinOptions<M> {
  /** When given, only alterations for which it is true are drawn: an oracle that says that the altered message is invalid. */
  readonly breaks?: (altered: M) => boolean;
}

/**
 * After this many draws without one alteration that applies, the change and the base do not belong together. A base has an
 * optional member in about half of its draws, and the rarest element wanted together with a value occurs once in about 100.
 */
const FRUITLESS_DRAWS = 2_000;

/**
 * Draws a valid message and a copy with one element changed. Messages that the change does not apply to are not drawn.
 *
 * Throws `GeneratorError`: `changeNeverApplies` when no drawn message fits the change, `notOneElement` when an edit changed
 * something else than the element it reports.
 */
export function twin<M>(base: fc.Arbitrary<M>, change: Change, options: TwinOptions<M> = {}): fc.Arbitrary<Twin<M>> {
  const { breaks = () => true } = options;
  let fruitless: number | 'applied' = 0;
  return fc
    .tuple(base, change)
    .map(([control, edit]) => applyChange(control, edit))
    .filter((candidate): candidate is Twin<M> => {
      const applies = candidate !== null && breaks(candidate.altered);
      if (applies) fruitless = 'applied';
      else if (fruitless !== 'applied') fruitless = countFruitless(fruitless);
      return applies;
    });
}

function countFruitless(before: number): number {
  if (before < FRUITLESS_DRAWS) return before + 1;
  throw new GeneratorError(
    'changeNeverApplies',
    `None of ${FRUITLESS_DRAWS} drawn messages can be altered by this change. The messages lack the element, already have the value, or the alteration does not break the rule. Check the element path and the options of the base.`,
  );
}

/**
 * Applies one edit to a deep copy of `control`. Returns null when the edit does not apply. Throws `GeneratorError`
 * (`notOneElement`) when control and altered message do not differ, or differ outside of the reported element.
 */
export function applyChange<M>(control: M, edit: Edit): Twin<M> | null {
  const altered = structuredClone(control);
  const applied = edit(altered);
  if (applied === null) return null;
  const differing = differingPaths(control, altered);
  const inside = (pointer: string) => pointer === applied.element || pointer.startsWith(`${applied.element}/`);
  if (differing.length === 0 || !differing.every(inside)) {
    throw new GeneratorError(
      'notOneElement',
      `The edit "${applied.mutation}" reports a change of ${applied.element}, but the messages differ in ${differing.join(', ') || 'nothing'}. An edit must change exactly the element that it reports.`,
    );
  }
  return { control, altered, ...applied };
}
