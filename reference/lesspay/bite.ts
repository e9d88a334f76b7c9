import type { Decisions } from './decisions.js';

/** Where a planted defect lies: in what is decided, in the form of messages, or in time and concurrency. */
export type FaultLayer = 'behaviour' | 'shape' | 'time';

/** One planted defect: one named change of one decision. */
export interface Fault {
  /** Kebab-case and unique, e.g. `repeat-makes-second-order`. */
  readonly id: string;
  /** One sentence: what is wrong. */
  readonly defect: string;
  /** The catalogue area it belongs to, e.g. `PAYOUT-BATCH`. */
  readonly area: string;
  readonly layer: FaultLayer;
  /** The decision that is changed, e.g. `requestIds.repeatedPayin`. */
  readonly where: string;
  /** Ids of the requirements that must fail. */
  readonly must: readonly string[];
  /** Ids of the requirements that may fail as a consequence. */
  readonly may: readonly string[];
  readonly change: (decisions: Decisions) => Decisions;
  /** True when what is changed answers by what it was asked before, and not only by what it is asked. */
  readonly remembers?: true;
}

/** A different but still conforming behaviour: every requirement must pass. */
export interface Variant {
  /** Kebab-case and unique among variants. */
  readonly id: string;
  /** One sentence: what the platform does otherwise. */
  readonly behaviour: string;
  /** Where the documents allow it. */
  readonly source: string;
  readonly change: (decisions: Decisions) => Decisions;
  /** True when what is changed answers by what it was asked before, and not only by what it is asked. */
  readonly remembers?: true;
}
