import type { ScenarioResult } from '../../harness/engine.js';
import { EVIDENCE_VERSION } from '../../harness/evidence-file.js';
import type { Exchange } from '../../harness/exchange.js';
import { observedResult } from '../../harness/observed-result.js';
import { movedResult } from '../../harness/renumber.js';
import { watchWith } from '../../harness/session.js';
import { lesspayRequirements } from '../../protocols/lesspay/requirements/index.js';
import type { RunResult } from '../../schemas/report/results.generated.js';
import { lesspayObservers } from '../../suites/lesspay/index.js';
import { INTERRUPTED, replayCommand, runResult } from '../run/run-result.js';
import { selectRequirements } from '../select.js';
import { joinEvidence, joinLedgers } from './joined-evidence.js';
import type { StoredShard } from './shards.js';

/** Where the merged result is going to be. */
export interface MergeTarget {
  /** Absolute; evidence and ledger are written here. */
  readonly outDir: string;
  /** The results file as the user will name it, for the commands of findings. */
  readonly resultsName: string;
}

const earliest = (times: readonly string[]): string => times.reduce((a, b) => (a < b ? a : b));
const latest = (times: readonly string[]): string => times.reduce((a, b) => (a > b ? a : b));

/** Why the whole is incomplete; undefined when every shard is complete. */
function incompleteReasonOf(results: readonly RunResult[]): string | undefined {
  const reasons = results.flatMap(({ incompleteReason }) => incompleteReason ?? []);
  return reasons.includes(INTERRUPTED) ? INTERRUPTED : reasons[0];
}

/**
 * Joins all shards of one run into the result that the whole run would have had. What scenarios found is added up; what is
 * judged on all traffic is judged again on the joined evidence, as orders of different shards are compared with each other too;
 * waivers are settled last.
 *
 * @param shards all of one run, by index (`readShards`)
 */
export async function mergeShards(
  shards: readonly [StoredShard, ...StoredShard[]],
  { outDir, resultsName }: MergeTarget,
): Promise<RunResult> {
  const results = shards.map(({ result }) => result);
  const [{ result: first, file }] = shards;
  const { only, level } = first.selection;
  const selected = selectRequirements(lesspayRequirements, 'platform', only, level);
  const observers = lesspayObservers.filter(({ requirement }) => selected.has(requirement));
  const startedAt = earliest(results.map((result) => result.startedAt));
  const finishedAt = latest(results.map((result) => result.finishedAt));
  const exchanges = results.reduce((sum, { summary }) => sum + summary.exchanges, 0);
  const exercises = results.reduce((sum, { summary }) => sum + summary.exercises, 0);
  const { seed, suite, protocol } = first;

  let watch = (_exchange: Exchange): void => {};
  const observed = watchWith(
    observers,
    {
      listen: (listener) => {
        watch = listener;
      },
    },
    seed,
  );
  const offsetsOf = await joinEvidence(
    shards,
    outDir,
    {
      header: {
        type: 'header',
        schemaVersion: EVIDENCE_VERSION,
        suite: `${suite.name} ${suite.version}`,
        protocol,
        seed,
        startedAt,
      },
      footer: { type: 'footer', exchanges, exercises, finishedAt },
    },
    (record) => {
      if (record.type === 'exchange') watch(record.exchange);
    },
  );
  await joinLedgers(shards, outDir, offsetsOf);

  const scenarioResults = shards.flatMap((shard): ScenarioResult[] => {
    const offsets = offsetsOf.get(shard) ?? { exchanges: 0, applications: 0 };
    return (shard.file.scenarios as unknown as readonly ScenarioResult[]).map((result) => movedResult(result, offsets));
  });
  const observedResults = observers.map(({ requirement }) => observedResult(observed(requirement)));
  const incompleteReason = incompleteReasonOf(results);
  return runResult({
    facts: {
      suite,
      target: first.target,
      ics: first.ics,
      seed,
      runs: first.runs,
      startedAt,
      finishedAt,
      ...(incompleteReason === undefined ? {} : { incompleteReason }),
      selection: { only, level },
      preflight: first.preflight,
      ...(first.limits === undefined ? {} : { limits: first.limits }),
    },
    results: [...scenarioResults, ...observedResults],
    exchanges,
    errors: shards.flatMap((shard) => shard.file.errors),
    selected,
    elsewhere: new Set(),
    waivers: first.waivers.map(({ entry: _entry, state: _state, ...waiver }) => waiver),
    replayCommand: replayCommand(resultsName, first.target, file.replayOptions),
  });
}
