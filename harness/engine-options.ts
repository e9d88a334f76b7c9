/** How much a run spends on a scenario. */
export interface EngineOptions {
  /** The run's seed. */
  readonly seed: number;
  /** Exercises per property. */
  readonly runs: number;
  /** Ends the scenario; the exercise under way is not judged any more. */
  readonly signal?: AbortSignal;
  /** At most this many exercises are spent on making one counterexample smaller. */
  readonly maxShrinkExercises: number;
  /** What all scenarios of the run together may still spend on that; counted down. */
  readonly shrinkBudget: { left: number };
  /** What was measured about time, in a sentence; it stands beside verdicts that depend on time. */
  readonly timing?: string;
  /** Exercises only this value again: the generator's path of a finding. */
  readonly replay?: { readonly situation: string; readonly path: string };
}
