import type { FaultLayer } from '../../reference/lesspay/bite.js';

/** How a fault can show that the suite is wrong about it. */
export type FaultProblem = 'survivor' | 'overKill' | 'neverExecuted' | 'broken';

/** One requirement that failed, with the first thing that was wrong. */
export interface Failure {
  readonly requirement: string;
  readonly scenario: string;
  /** The situation of the scenario; null where it has only one. */
  readonly case: string | null;
  readonly expected: string;
  readonly received: string;
}

/** What became of one planted defect. */
export interface FaultOutcome {
  readonly kind: 'fault';
  readonly id: string;
  readonly defect: string;
  readonly area: string;
  readonly layer: FaultLayer;
  readonly where: string;
  readonly must: readonly string[];
  readonly may: readonly string[];
  /** Empty: caught, exactly as listed. */
  readonly problems: readonly FaultProblem[];
  /** Ids of requirements that must fail and did not. */
  readonly survivors: readonly string[];
  /** Ids of requirements that failed and are not listed. */
  readonly overKills: readonly string[];
  readonly failures: readonly Failure[];
  /** How often each changed decision was asked. */
  readonly hits: Readonly<Record<string, number>>;
  /** Why it is broken; null when it is not. */
  readonly message: string | null;
}

/** What became of one conforming variant, or of several together. */
export interface VariantOutcome {
  readonly kind: 'variant';
  /** Its id; of several together their ids, joined by `+`. */
  readonly id: string;
  readonly behaviour: string;
  /** No requirement failed and nothing broke. */
  readonly clean: boolean;
  /** False alarms. */
  readonly failures: readonly Failure[];
  /** Why it is broken; null when it is not. */
  readonly message: string | null;
}

/** One line of the matrix. */
export type Outcome = FaultOutcome | VariantOutcome;
