import { exercisesOfSituation } from '../../harness/engine.js';
import type { EvidenceRecord, ScenarioRecord } from '../../harness/evidence-file.js';
import type { Exchange } from '../../harness/exchange.js';
import { type Claims, profileOf } from '../../harness/lesspay/profile.js';
import { observedResult } from '../../harness/observed-result.js';
import type { ScenarioResult } from '../../harness/progress.js';
import { Rebuild } from '../../harness/rebuild.js';
import { rejudge } from '../../harness/rejudge.js';
import { ONLY_CASE } from '../../harness/scenario.js';
import { watchWith } from '../../harness/session.js';
import { divide } from '../../harness/shard.js';
import { lesspayRequirements } from '../../protocols/lesspay/requirements/index.js';
import type { RunResult } from '../../schemas/report/results.generated.js';
import { lesspayObservers, lesspayScenarios } from '../../suites/lesspay/index.js';
import type { LesspayScenario } from '../../suites/lesspay/scenario.js';
import { runResult } from '../run/run-result.js';
import { type LevelLimit, selectRequirements, selectScenarios } from '../select.js';
import { findingExchanges } from './findings.js';
import type { Problems } from './problems.js';
import { replayCommandOf } from './replay-command.js';

/** What judging again gives. */
export interface JudgedAgain {
  readonly result: RunResult;
  /** What came of each scenario that ended. */
  readonly scenarios: readonly ScenarioResult[];
  readonly exercises: number;
  /** Ids of scenarios in the evidence that this version of the suite does not have. */
  readonly unknown: ReadonlySet<string>;
}

/** Which scenarios and observers a run with these results had. */
interface Part {
  readonly selected: ReadonlySet<string>;
  readonly scenarios: readonly LesspayScenario[];
  readonly elsewhere: ReadonlySet<string>;
}

function partOf({ selection, runs }: RunResult): Part {
  const { only, level, shard } = selection;
  const selected = selectRequirements(lesspayRequirements, 'platform', only, level as LevelLimit | null);
  const observed = new Set(lesspayObservers.map(({ requirement }) => requirement));
  const all = selectScenarios(lesspayScenarios, observed, selected);
  if (shard === undefined) return { selected, scenarios: all, elsewhere: new Set() };
  const own = divide(all, shard.count, runs)[shard.index - 1] ?? [];
  return {
    selected,
    scenarios: own,
    elsewhere: new Set(all.filter((each) => !own.includes(each)).map(({ id }) => id)),
  };
}

/** How many exercises of each situation counted. */
class Situations {
  readonly #indexes = new Map<string, Set<number>>();

  note(record: Extract<EvidenceRecord, { type: 'exercise' }>, problems: Problems): void {
    if (record.purpose !== 'run') return;
    const key = JSON.stringify([record.scenario, record.case ?? ONLY_CASE]);
    const indexes = this.#indexes.get(key) ?? new Set();
    this.#indexes.set(key, indexes);
    if (indexes.has(record.index)) {
      problems.add({
        kind: 'evidence',
        code: 'EXERCISE_REPEATED',
        where: record.scenario,
        message: `Exercise ${record.index} of ${record.scenario} (${record.case ?? ONLY_CASE}) is there twice.`,
      });
    }
    indexes.add(record.index);
  }

  count(scenario: string, situation: string): number {
    return this.#indexes.get(JSON.stringify([scenario, situation]))?.size ?? 0;
  }
}

/**
 * Judges the evidence again, with judges and observers, and puts the result together as the run did.
 *
 * @param records of one file, known to be well formed
 * @param uses how often each exchange is referred to
 * @param kind of a difference: `version` when another version of the suite ran
 */
export async function judgeAgain(
  records: AsyncIterable<EvidenceRecord>,
  uses: ReadonlyMap<string, number>,
  stored: RunResult,
  kind: 'evidence' | 'version',
  problems: Problems,
): Promise<JudgedAgain> {
  const { selected, scenarios, elsewhere } = partOf(stored);
  const observers = lesspayObservers.filter(({ requirement }) => selected.has(requirement));
  let watch = (_exchange: Exchange): void => {};
  const observed = watchWith(observers, { listen: (listener) => (watch = listener) }, stored.seed);
  const rebuild = new Rebuild(lesspayScenarios, stored.seed);
  const shown = findingExchanges(stored);
  const situations = new Situations();
  const ended = new Map<string, ScenarioRecord>();
  const unknown = new Set<string>();
  const broken = new Set<string>();
  const known = new Set(lesspayScenarios.map(({ id }) => id));
  let exchanges = 0;
  let exercises = 0;
  let elsewhereSent: string | null = null as string | null;

  const onRecord = (record: EvidenceRecord): void => {
    if (record.type === 'exchange') {
      exchanges += 1;
      if (record.exchange.kind === 'request' && !`${record.exchange.url}/`.startsWith(`${stored.target.url}/`)) {
        elsewhereSent ??= record.exchange.id;
      }
      shown.compare(record.exchange, problems);
      try {
        watch(record.exchange);
      } catch (error) {
        broken.add(`observers at ${record.exchange.id}: ${error instanceof Error ? error.message : String(error)}`);
      }
    } else if (record.type === 'scenario') {
      if (ended.has(record.scenario)) {
        problems.add({
          kind,
          code: 'SCENARIO_REPEATED',
          where: record.scenario,
          message: `${record.scenario} ends twice.`,
        });
        return;
      }
      ended.set(record.scenario, record);
      if (!known.has(record.scenario)) unknown.add(record.scenario);
      rebuild.end(record);
    }
  };
  for await (const one of rejudge(records, lesspayScenarios, { onRecord, uses })) {
    const { record, judgements, failure } = one;
    situations.note(record, problems);
    if (judgements !== null) exercises += 1;
    else if (failure === undefined) unknown.add(record.scenario);
    else broken.add(`exercise ${record.index} of ${record.scenario}: ${failure}`);
    rebuild.exercise(one);
  }
  for (const id of unknown) {
    problems.add({
      kind,
      code: 'SCENARIO_UNKNOWN',
      where: id,
      message: `This suite has no scenario ${id}: it was not judged again.`,
    });
  }
  for (const what of broken) {
    problems.add({ kind, code: 'NOT_JUDGEABLE', where: 'evidence', message: `The judges cannot read ${what}.` });
  }
  shown.missing(problems);
  if (elsewhereSent !== null) {
    problems.add({
      kind: 'evidence',
      code: 'TARGET_DIFFERS',
      where: elsewhereSent,
      message: `The exchange ${elsewhereSent} was not sent to ${stored.target.url}, the target of the results.`,
    });
  }
  checkExercises(stored, scenarios, ended, situations, kind, problems);
  checkClaims(stored, ended, kind, problems);

  const observedResults = observers.map(({ requirement }) => observedResult(observed(requirement)));
  const failed = new Set(
    [...ended.values()].filter(({ error }) => error !== undefined).map(({ scenario }) => scenario),
  );
  const result = runResult({
    facts: stored,
    results: [...rebuild.results, ...observedResults],
    exchanges,
    errors: stored.errors.filter(({ where }) => !failed.has(where)),
    selected,
    elsewhere,
    waivers: stored.waivers.map(({ entry: _entry, state: _state, ...waiver }) => waiver),
    replayCommand: replayCommandOf(stored),
  });
  return { result, scenarios: rebuild.results, exercises, unknown };
}

/** Every selected scenario ends, and every situation has its share of exercises, unless the run says why not. */
function checkExercises(
  { complete, errors, runs }: RunResult,
  scenarios: readonly LesspayScenario[],
  ended: ReadonlyMap<string, ScenarioRecord>,
  situations: Situations,
  kind: 'evidence' | 'version',
  problems: Problems,
): void {
  if (!complete || errors.length > 0) return;
  for (const scenario of scenarios) {
    const end = ended.get(scenario.id);
    if (end === undefined) {
      problems.add({
        kind,
        code: 'SCENARIO_MISSING',
        where: scenario.id,
        message: `The run was to exercise ${scenario.id}, and the evidence does not say how it ended.`,
      });
    } else if (end.notRun === null) {
      for (const situation of scenario.cases) {
        const [expected, received] = [exercisesOfSituation(scenario, runs), situations.count(scenario.id, situation)];
        if (expected === received) continue;
        problems.add({
          kind,
          code: 'EXERCISES_MISSING',
          where: scenario.id,
          message: `${scenario.id} (${situation}) was to be exercised ${expected} times.`,
          expected: String(expected),
          received: String(received),
        });
      }
    }
  }
}

/** What the statement does not claim is not exercised, and nothing else is left out for that reason. */
function checkClaims(
  { ics }: RunResult,
  ended: ReadonlyMap<string, ScenarioRecord>,
  kind: 'evidence' | 'version',
  problems: Problems,
): void {
  const profile = profileOf((ics ?? {}) as Claims);
  for (const scenario of lesspayScenarios) {
    const end = ended.get(scenario.id);
    if (end === undefined || scenario.claimed(profile) === (end.notRun?.code !== 'notClaimed')) continue;
    problems.add({
      kind,
      code: 'CLAIM_DIFFERS',
      where: scenario.id,
      message: `By the statement in the results ${scenario.id} is ${scenario.claimed(profile) ? '' : 'not '}claimed; the run took it for the opposite.`,
    });
  }
}
