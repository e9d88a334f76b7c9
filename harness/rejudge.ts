import type { Judgement } from './check.js';
import { EvidenceFileError, type EvidenceRecord, type ExerciseRecord, type StoredStep } from './evidence-file.js';
import type { Exchange } from './exchange.js';
import { judgeEvidence } from './judging.js';
import { type Evidence, ONLY_CASE, type Scenario } from './scenario.js';

/** One stored exercise, judged again. */
export interface Rejudged {
  readonly record: ExerciseRecord;
  readonly evidence: Evidence;
  /** Its further exchanges, as far as they were noted. */
  readonly besides: readonly Exchange[];
  /** By requirement; null: this version of the suite has no scenario of that name, or its judges cannot read the evidence. */
  readonly judgements: ReadonlyMap<string, Judgement> | null;
  /** Why the judges could not read the evidence. */
  readonly failure?: string;
}

/** What judging an evidence file again is told about, besides the exercises. */
export interface RejudgeEvents {
  /** Called for every record before it is judged, in the order of the file. */
  onRecord?(record: EvidenceRecord): void;
  /** How often each exchange is referred to (`usesOf`): what is not needed any more is then forgotten. Without it all are kept. */
  readonly uses?: ReadonlyMap<string, number>;
}

/** The ids of the exchanges that an exercise refers to, each as often as it does. */
export function exchangesOf({ steps, besides = [] }: ExerciseRecord): readonly string[] {
  const labelled = Object.values(steps).flatMap((step) => {
    if ('exchange' in step) return [step.exchange];
    return 'exchanges' in step ? step.exchanges : [];
  });
  return [...labelled, ...besides];
}

/** Puts the exchanges of an exercise back in the place of their ids. @throws EvidenceFileError `EVIDENCE_INCOMPLETE` when one is missing */
export function restoreEvidence(record: ExerciseRecord, exchanges: ReadonlyMap<string, Exchange>): Evidence {
  const exchangeOf = lookUp(record, exchanges);
  const restored = (step: StoredStep): Evidence[string] => {
    if ('exchange' in step) return exchangeOf(step.exchange);
    return 'exchanges' in step ? step.exchanges.map(exchangeOf) : step.value;
  };
  return Object.fromEntries(Object.entries(record.steps).map(([label, step]) => [label, restored(step)]));
}

function lookUp(record: ExerciseRecord, exchanges: ReadonlyMap<string, Exchange>): (id: string) => Exchange {
  return (id) => {
    const exchange = exchanges.get(id);
    if (exchange === undefined) {
      throw new EvidenceFileError(
        'EVIDENCE_INCOMPLETE',
        `Exercise ${record.index} of ${record.scenario} refers to the exchange ${id}, which does not come before it.`,
      );
    }
    return exchange;
  };
}

/**
 * Judges stored exercises again with the judges of the scenarios: no network, no clock. The same records give the same judgements
 * as when they were recorded, for the same version of the suite.
 *
 * @param records of one evidence file, in its order (`readEvidence`)
 * @throws EvidenceFileError when an exercise refers to an exchange that is not there
 */
export async function* rejudge<Actors, Profile>(
  records: AsyncIterable<EvidenceRecord>,
  scenarios: readonly Pick<Scenario<Actors, Profile>, 'id' | 'judge'>[],
  { onRecord, uses }: RejudgeEvents = {},
): AsyncGenerator<Rejudged> {
  const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  const exchanges = new Map<string, Exchange>();
  const left = uses === undefined ? null : new Map(uses);
  for await (const record of records) {
    onRecord?.(record);
    if (record.type === 'exchange') {
      if (left === null || left.has(record.exchange.id)) exchanges.set(record.exchange.id, record.exchange);
    } else if (record.type === 'exercise') {
      const evidence = restoreEvidence(record, exchanges);
      const besides = (record.besides ?? []).map(lookUp(record, exchanges));
      yield { record, evidence, besides, ...judged(byId.get(record.scenario), record, evidence) };
      for (const id of left === null ? [] : exchangesOf(record)) {
        const times = (left?.get(id) ?? 0) - 1;
        left?.set(id, times);
        if (times <= 0) exchanges.delete(id);
      }
    }
  }
}

function judged<Actors, Profile>(
  scenario: Pick<Scenario<Actors, Profile>, 'judge'> | undefined,
  record: ExerciseRecord,
  evidence: Evidence,
): Pick<Rejudged, 'judgements' | 'failure'> {
  if (scenario === undefined) return { judgements: null };
  try {
    return { judgements: judgeEvidence(scenario, evidence, record.case ?? ONLY_CASE) };
  } catch (error) {
    // Judges read what a scenario of this version wrote: labels and shapes of another version, or of nobody, are unknown to them.
    return { judgements: null, failure: error instanceof Error ? error.message : String(error) };
  }
}
