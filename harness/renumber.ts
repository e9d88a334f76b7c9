import type { ScenarioResult } from './engine.js';
import type { EvidenceRecord, StoredStep } from './evidence-file.js';
import type { Exchange } from './exchange.js';
import type { Tally } from './tally.js';

/** How far the numbers of one shard's evidence are moved, so that no number is in two shards. */
export interface Offsets {
  /** Added to the number of every exchange. */
  readonly exchanges: number;
  /** Added to the number of every application that an exercise made. */
  readonly applications: number;
}

function moved(name: string, prefix: string, by: number): string {
  const [, number] = new RegExp(`^${prefix}(\\d+)$`).exec(name) ?? [];
  return number === undefined ? name : `${prefix}${Number(number) + by}`;
}

/** The number of an exchange, or of an application that an exercise made; 0 for a name without one. */
export function numberIn(name: string | null): number {
  const [, number] = /^(?:x|created-)(\d+)$/.exec(name ?? '') ?? [];
  return Number(number ?? 0);
}

/** The name of an application in the numbering of the whole. `first` and `second` stay. */
export function movedApplication(name: string, { applications }: Offsets): string {
  return moved(name, 'created-', applications);
}

/** An exchange in the numbering of the whole. */
export function movedExchange(exchange: Exchange, offsets: Offsets): Exchange {
  const { application, facts } = exchange;
  const matches = facts.signature?.matches.map((match) => ({
    ...match,
    application: movedApplication(match.application, offsets),
  }));
  return {
    ...exchange,
    id: moved(exchange.id, 'x', offsets.exchanges),
    application: application === null ? null : movedApplication(application, offsets),
    facts:
      facts.signature === undefined || matches === undefined
        ? facts
        : { ...facts, signature: { ...facts.signature, matches } },
  };
}

/** A record of evidence in the numbering of the whole. */
export function movedRecord(record: EvidenceRecord, offsets: Offsets): EvidenceRecord {
  const idOf = (id: string): string => moved(id, 'x', offsets.exchanges);
  switch (record.type) {
    case 'exchange':
      return { type: 'exchange', exchange: movedExchange(record.exchange, offsets) };
    case 'exercise': {
      const steps = Object.entries(record.steps).map(([label, step]): [string, StoredStep] => {
        if ('exchange' in step) return [label, { exchange: idOf(step.exchange) }];
        return [label, 'exchanges' in step ? { exchanges: step.exchanges.map(idOf) } : step];
      });
      return {
        ...record,
        steps: Object.fromEntries(steps),
        ...(record.besides === undefined ? {} : { besides: record.besides.map(idOf) }),
      };
    }
    case 'scenario':
    case 'header':
    case 'footer':
      return record;
  }
}

function withMovedExchange<T extends { readonly exchange?: string }>(item: T, offsets: Offsets): T {
  return item.exchange === undefined ? item : { ...item, exchange: moved(item.exchange, 'x', offsets.exchanges) };
}

function movedTally(tally: Tally, offsets: Offsets): Tally {
  return {
    ...tally,
    remarks: tally.remarks.map((remark) => withMovedExchange(remark, offsets)),
    findings: tally.findings.map((finding) => ({
      ...finding,
      violations: finding.violations.map((violation) =>
        withMovedExchange(violation, offsets),
      ) as typeof finding.violations,
      exchanges: finding.exchanges.map(({ label, exchange }) => ({
        label,
        exchange: movedExchange(exchange, offsets),
      })),
      ...(finding.besides === undefined
        ? {}
        : { besides: finding.besides.map((exchange) => movedExchange(exchange, offsets)) }),
    })),
  };
}

/** What came of a scenario, in the numbering of the whole. */
export function movedResult(result: ScenarioResult, offsets: Offsets): ScenarioResult {
  return { ...result, tallies: result.tallies.map((tally) => movedTally(tally, offsets)) };
}
