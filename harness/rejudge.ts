import type { Judgement } from './check.js';
import { EvidenceFileError, type EvidenceRecord, type ExerciseRecord, type StoredStep } from './evidence-file.js';
import type { Exchange } from './exchange.js';
import { judgeEvidence } from './judging.js';
import { type Evidence, ONLY_CASE, type Scenario } from './scenario.js';

/** One stored exercise, judged again. */
export interface Rejudged {
  readonly record: ExerciseRecord;
  readonly evidence: Evidence;
  /** By requirement; null: this version of the suite has no scenario of that name. */
  readonly judgements: ReadonlyMap<string, Judgement> | null;
}

/** What judging an evidence file again is told about, besides the exercises. */
export interface RejudgeEvents {
  /** Called for the header, and for the footer of a file that is complete. */
  onFrame?(record: Extract<EvidenceRecord, { type: 'header' | 'footer' }>): void;
}

/** Puts the exchanges of an exercise back in the place of their ids. @throws EvidenceFileError `EVIDENCE_INCOMPLETE` when one is missing */
export function restoreEvidence(record: ExerciseRecord, exchanges: ReadonlyMap<string, Exchange>): Evidence {
  const exchangeOf = (id: string): Exchange => {
    const exchange = exchanges.get(id);
    if (exchange === undefined) {
      throw new EvidenceFileError(
        'EVIDENCE_INCOMPLETE',
        `Exercise ${record.index} of ${record.scenario} refers to the exchange ${id}, which does not come before it.`,
      );
    }
    return exchange;
  };
  const restored = (step: StoredStep): Evidence[string] => {
    if ('exchange' in step) return exchangeOf(step.exchange);
    return 'exchanges' in step ? step.exchanges.map(exchangeOf) : step.value;
  };
  return Object.fromEntries(Object.entries(record.steps).map(([label, step]) => [label, restored(step)]));
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
  events: RejudgeEvents = {},
): AsyncGenerator<Rejudged> {
  const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  const exchanges = new Map<string, Exchange>();
  for await (const record of records) {
    switch (record.type) {
      case 'header':
      case 'footer':
        events.onFrame?.(record);
        break;
      case 'exchange':
        exchanges.set(record.exchange.id, record.exchange);
        break;
      case 'exercise': {
        const evidence = restoreEvidence(record, exchanges);
        const scenario = byId.get(record.scenario);
        const judgements = scenario === undefined ? null : judgeEvidence(scenario, evidence, record.case ?? ONLY_CASE);
        yield { record, evidence, judgements };
        break;
      }
    }
  }
}
