import type { Manifest, ManifestFile, RunResult } from '../schemas/report/results.generated.js';

/** The manifest of a report folder: which run it is of, and the sum of each file, sorted by name. */
export function manifestOf(
  files: readonly ManifestFile[],
  { suite, protocol, seed, startedAt, finishedAt }: RunResult,
): Manifest {
  return {
    schemaVersion: 1,
    suite: { name: suite.name, version: suite.version },
    protocol,
    seed,
    startedAt,
    finishedAt,
    files: files
      .map(({ name, sha256, bytes }) => ({ name, sha256, bytes }))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
  };
}
