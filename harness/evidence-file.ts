import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip, type Gzip } from 'node:zlib';
import type { Exchange, Json } from './exchange.js';
import type { Evidence } from './scenario.js';

/** One line of `evidence.ndjson.gz` (schema `report/evidence`). */
export type EvidenceRecord =
  | {
      readonly type: 'header';
      readonly schemaVersion: 1;
      readonly suite: string;
      readonly protocol: string;
      readonly seed: number;
      readonly startedAt: string;
    }
  | { readonly type: 'exchange'; readonly exchange: Exchange }
  | ExerciseRecord
  | { readonly type: 'footer'; readonly exchanges: number; readonly exercises: number; readonly finishedAt: string };

/** One exercise: which exchanges it produced under which label. */
export interface ExerciseRecord {
  readonly type: 'exercise';
  readonly scenario: string;
  readonly case: string | null;
  readonly index: number;
  readonly purpose: 'run' | 'shrink';
  readonly steps: Readonly<Record<string, StoredStep>>;
}

/** What a drive returned under one label. */
export type StoredStep =
  | { readonly exchange: string }
  | { readonly exchanges: readonly string[] }
  | { readonly value: Json };

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

/**
 * Appends evidence to a gzip file while the run goes on. Each `finish` completes a gzip member of its own, so that what was
 * written before an interruption stays readable.
 */
export class EvidenceWriter {
  readonly #file: string;
  #gzip: Gzip | null = null;
  #written: Promise<void> = Promise.resolve();

  constructor(file: string) {
    this.#file = file;
  }

  /** Adds one record. */
  write(record: EvidenceRecord): void {
    if (this.#gzip === null) {
      this.#gzip = createGzip();
      this.#written = pipeline(this.#gzip, createWriteStream(this.#file, { flags: 'a' }));
      // The failure is reported by finish(); until then it must not end the process as an unhandled rejection.
      this.#written.catch(() => {});
    }
    this.#gzip.write(`${JSON.stringify(record)}\n`);
  }

  /** Completes what was written so far. @throws when the file cannot be written */
  async finish(): Promise<void> {
    this.#gzip?.end();
    this.#gzip = null;
    await this.#written;
  }
}

/** Reads an evidence file record by record. @throws when it is cut off in the middle of a record, or is not an evidence file */
export async function* readEvidence(file: string): AsyncGenerator<EvidenceRecord> {
  const lines = createInterface({
    input: createReadStream(file).pipe(createGunzip()),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  for await (const line of lines) {
    if (line !== '') yield JSON.parse(line) as EvidenceRecord;
  }
}
