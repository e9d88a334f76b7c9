import { isDeepStrictEqual } from 'node:util';
import type { ScenarioResult } from '../../harness/progress.js';
import type { RunResult, ShardFile } from '../../schemas/report/results.generated.js';
import { validator } from '../../schemas/validator.js';
import { SHARD_FILE } from '../run/shard.js';
import type { Problems } from './problems.js';
import { jsonIn, type ReportSource } from './source.js';

/** Without the generator's paths, of which evidence holds the beginning only, and without what JSON leaves out. */
function comparable(result: unknown): unknown {
  return JSON.parse(JSON.stringify(result), (name, value: unknown) => (name === 'path' ? null : value));
}

/** Compares what a shard keeps for a merge with what its evidence gives: a merge would believe it. */
export async function checkShardFile(
  source: ReportSource,
  result: RunResult,
  again: readonly ScenarioResult[],
  kind: 'judgement' | 'version',
  problems: Problems,
): Promise<void> {
  if (result.selection.shard === undefined) return;
  const add = (where: string, message: string): void => problems.add({ kind, code: 'SHARD_DIFFERS', where, message });
  if (!source.files.has(SHARD_FILE)) return add(SHARD_FILE, `${SHARD_FILE} is not there, and a merge needs it.`);
  const read = await jsonIn(source, SHARD_FILE);
  const [problem] = 'wrong' in read ? [] : validator('report/shard')(read.value);
  if ('wrong' in read || problem !== undefined) {
    const why = 'wrong' in read ? read.wrong : (problem?.message ?? '');
    return add(SHARD_FILE, `${SHARD_FILE} is not what its name says: ${why}`);
  }
  const file = read.value as ShardFile;
  if (file.seed !== result.seed || file.startedAt !== result.startedAt) {
    add(SHARD_FILE, `${SHARD_FILE} is of another run than the results.`);
  }
  const ours = new Map(again.map((scenario) => [scenario.scenario, scenario]));
  for (const scenario of file.scenarios) {
    const other = ours.get(scenario.scenario);
    ours.delete(scenario.scenario);
    if (!isDeepStrictEqual(comparable(scenario), comparable(other ?? null))) {
      add(scenario.scenario, `${SHARD_FILE} says otherwise what came of ${scenario.scenario} than its evidence gives.`);
    }
  }
  for (const id of ours.keys()) add(id, `${SHARD_FILE} does not have ${id}.`);
}
