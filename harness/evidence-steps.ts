import type { ExerciseRecord, StoredStep } from './evidence-file.js';
import type { Exchange, Json } from './exchange.js';
import type { Evidence } from './scenario.js';

function isExchange(value: unknown): value is Exchange {
  return typeof value === 'object' && value !== null && 'facts' in value && 'intent' in value && 'id' in value;
}

/** Replaces the exchanges of an exercise's evidence by their ids. */
export function storeSteps(evidence: Evidence): Record<string, StoredStep> {
  const steps: Record<string, StoredStep> = {};
  for (const [label, step] of Object.entries(evidence)) {
    if (isExchange(step)) steps[label] = { exchange: step.id };
    else if (Array.isArray(step) && step.length > 0 && step.every(isExchange)) {
      steps[label] = { exchanges: step.map((exchange) => exchange.id) };
    } else steps[label] = { value: step as Json };
  }
  return steps;
}

/** The exchanges of an exercise's evidence under their labels, in the order of the drive's result. */
export function labelledExchanges(evidence: Evidence): { label: string; exchange: Exchange }[] {
  return Object.entries(evidence).flatMap(([label, step]) => {
    if (isExchange(step)) return [{ label, exchange: step }];
    if (!Array.isArray(step)) return [];
    return step.filter(isExchange).map((exchange, index) => ({ label: `${label} ${index + 1}`, exchange }));
  });
}

/** At most this many exchanges are kept beside those of the evidence: a long wait asks many times. */
const MAX_BESIDES = 50;

/** The first exchanges of an exercise, at most 50, that are not under a label of its evidence. */
export function exchangesBesides(evidence: Evidence, exchanges: readonly Exchange[]): Exchange[] {
  const shown = new Set(labelledExchanges(evidence).map(({ exchange }) => exchange.id));
  return exchanges.filter(({ id }) => !shown.has(id)).slice(0, MAX_BESIDES);
}

/** The same by their ids, for the record of the exercise. */
export function storeBesides(evidence: Evidence, exchanges: readonly Exchange[]): Pick<ExerciseRecord, 'besides'> {
  const besides = exchangesBesides(evidence, exchanges).map(({ id }) => id);
  return besides.length === 0 ? {} : { besides };
}
