/** One small change of a source text that makes a judge wrong. */
export interface Mutant {
  readonly line: number;
  /** The line above, which tells equal lines apart. */
  readonly previous: string;
  /** The lines concerned, on one line, before the change. */
  readonly original: string;
  /** The same after the change. */
  readonly mutant: string;
  /** The whole text with the change. */
  apply(): string;
}

export function mutantsOf(source: string): Mutant[];
