import path from 'node:path';
import { UsageError } from '../../harness/usage-error.js';
import type { RunResult, ShardFile } from '../../schemas/report/results.generated.js';
import { suiteIdentity } from '../package-identity.js';
import { readOutputFile, readResults } from '../results-file.js';
import { SHARD_FILE } from '../run/shard.js';

/** One part of a divided run, as its output folder holds it. */
export interface StoredShard {
  /** Absolute. */
  readonly dir: string;
  /** As the user wrote it, for messages. */
  readonly name: string;
  readonly index: number;
  readonly count: number;
  readonly result: RunResult;
  readonly file: ShardFile;
}

function readShard(name: string, cwd: string): StoredShard {
  const dir = path.resolve(cwd, name);
  const result = readResults(path.join(dir, 'results.json'), path.join(name, 'results.json'), '--merge');
  const { shard } = result.selection;
  if (shard === undefined) {
    throw new UsageError(
      'NOT_A_SHARD',
      `--merge: ${name} holds a whole run, not a shard. Give the output folders of run --shard I/N.`,
    );
  }
  const shown = path.join(name, SHARD_FILE);
  const file = readOutputFile(path.join(dir, SHARD_FILE), shown, '--merge', 'shard', 'report/shard') as ShardFile;
  if (file.seed !== result.seed || file.startedAt !== result.startedAt) {
    throw new UsageError(
      'SHARD_MIXED',
      `--merge: ${shown} is of another run than results.json beside it. Use the folder as the run wrote it.`,
    );
  }
  return { dir, name, ...shard, result, file };
}

/** What the shards of one run have in common. */
const COMMON: readonly (readonly [what: string, of: (shard: StoredShard) => unknown])[] = [
  ['suite version', ({ result: { suite } }) => `${suite.name} ${suite.version}`],
  ['protocol', ({ result }) => result.protocol],
  ['role', ({ result }) => result.role],
  ['seed', ({ result }) => result.seed],
  ['--runs', ({ result }) => result.runs],
  ['--only', ({ result }) => result.selection.only],
  ['--level', ({ result }) => result.selection.level],
  ['number of shards', ({ count }) => count],
  ['target', ({ result }) => result.target.url],
  ['target fingerprint', ({ result }) => result.target.fingerprint],
  ['control interface', ({ result }) => result.target.controlUrl],
  ['webhooks', ({ result }) => result.target.webhooks],
  ['second application', ({ result }) => result.target.secondApplication],
  ['options for the target', ({ file }) => file.replayOptions.trim()],
  ['statement (--ics)', ({ result }) => result.ics],
  ['waivers', ({ result }) => result.waivers.map(({ state: _state, entry: _entry, ...waiver }) => waiver)],
];

function refuseDifferent(first: StoredShard, others: readonly StoredShard[]): void {
  const differences = COMMON.flatMap(([what, of]) => {
    const expected = JSON.stringify(of(first));
    const other = others.find((shard) => JSON.stringify(of(shard)) !== expected);
    return other === undefined
      ? []
      : [`${what}: ${expected} in ${first.name}, ${JSON.stringify(of(other))} in ${other.name}`];
  });
  if (differences.length > 0) {
    const embedded = [first, ...others].filter(({ result }) => result.target.reference).length > 1;
    const hint = embedded
      ? ' Each of these shards started a reference platform of its own: start one with serve, and give it to all of them with --url.'
      : '';
    throw new UsageError(
      'SHARDS_DIFFER',
      `--merge: these shards are not of one run. They differ in ${differences.join('; ')}.${hint}`,
    );
  }
}

function refuseIncomplete(shards: readonly StoredShard[], count: number): void {
  for (const shard of shards) {
    const same = shards.find((other) => other !== shard && other.index === shard.index);
    if (same !== undefined) {
      throw new UsageError(
        'SHARD_REPEATED',
        `--merge: shard ${shard.index} of ${count} is there twice: ${shard.name} and ${same.name}. Give each shard once.`,
      );
    }
  }
  const missing = Array.from({ length: count }, (_, place) => place + 1).filter(
    (index) => !shards.some((shard) => shard.index === index),
  );
  if (missing.length > 0) {
    throw new UsageError(
      'SHARD_MISSING',
      `--merge: of ${count} shards, ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing. Give the output folders of all of them.`,
    );
  }
}

/**
 * Reads the output folders of all shards of one run.
 *
 * @param names folders as the user wrote them
 * @returns by index
 * @throws UsageError naming what does not belong together, is missing or repeated
 */
export function readShards(names: readonly string[], cwd: string): readonly StoredShard[] {
  const shards = names.map((name) => readShard(name, cwd)).sort((a, b) => a.index - b.index);
  const [first, ...others] = shards;
  if (first === undefined) throw new UsageError('SHARD_MISSING', '--merge: give the output folders of the shards.');
  refuseDifferent(first, others);
  refuseIncomplete(shards, first.count);
  const { suite } = first.result;
  if (suite.name !== suiteIdentity.name || suite.version !== suiteIdentity.version) {
    throw new UsageError(
      'OTHER_VERSION',
      `--merge: the shards were run by ${suite.name} ${suite.version}, and this is ${suiteIdentity.name} ${suiteIdentity.version}. Merge them with the version that ran them.`,
    );
  }
  return shards;
}
