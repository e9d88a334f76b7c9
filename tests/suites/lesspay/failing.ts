import type { InProcessRun } from './in-process.js';

/** The requirements that failed in a run, by scenario or observer, sorted. */
export function failing(run: InProcessRun): string[] {
  const tallies = [...run.results.flatMap((result) => result.tallies), ...run.observed];
  return [...new Set(tallies.filter(({ failed }) => failed > 0).map(({ requirement }) => requirement))].sort();
}
