import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ScenarioResult } from '../../harness/engine.js';
import type { Shard } from '../../harness/shard.js';
import { UsageError } from '../../harness/usage-error.js';
import type { RunResult, ShardFile, SuiteError } from '../../schemas/report/results.generated.js';

/** What a merge needs of a shard beside its results, inside the output folder. */
export const SHARD_FILE = 'shard.json';

/** The area of results of requirements that are judged on all traffic (harness/vitest/area.ts). */
const OBSERVED_AREA = 'observed';

/** More parts than this gain nothing: there are a few hundred scenarios. */
export const MOST_SHARDS = 64;

/** Reads `--shard I/N`. @throws UsageError */
export function readShard(text: string): Shard {
  const [, first, second] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? [];
  const index = Number(first);
  const count = Number(second);
  if (!(index >= 1 && index <= count && count <= MOST_SHARDS)) {
    throw new UsageError(
      'BAD_SHARD',
      `--shard: received ${JSON.stringify(text)}, expected I/N with 1 ≤ I ≤ N ≤ ${MOST_SHARDS}, for example --shard 2/4.`,
    );
  }
  return { index, count };
}

/** What `shard.json` is made of. */
export interface ShardParts {
  readonly run: Pick<RunResult, 'seed' | 'startedAt'>;
  /** Begins with a blank, or is empty. */
  readonly replayOptions: string;
  readonly results: readonly ScenarioResult[];
  readonly errors: readonly SuiteError[];
}

/** Writes what a merge needs of this shard. What is judged on all traffic is left out: the merge judges it again. */
export async function writeShardFile(
  outDir: string,
  { run: { seed, startedAt }, replayOptions, results, errors }: ShardParts,
): Promise<void> {
  const scenarios = results.filter(({ area }) => area !== OBSERVED_AREA) as ShardFile['scenarios'];
  const file: ShardFile = { schemaVersion: 1, seed, startedAt, replayOptions, scenarios, errors: [...errors] };
  await writeFile(path.join(outDir, SHARD_FILE), `${JSON.stringify(file)}\n`);
}
