import { appendFileSync, createReadStream } from 'node:fs';
import { createGunzip, gzipSync } from 'node:zlib';
import type { Exchange, Json } from './exchange.js';
import { linesOf } from './lines.js';
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

/** Records are compressed and written when this many characters have gathered: enough to compress well, few to lose. */
const CHUNK_CHARACTERS = 256 * 1024;

/**
 * Appends evidence to a gzip file while the run goes on. Each piece is a whole gzip member and written at once, so that the
 * file stays readable, and can be appended to by another thread, wherever a run is interrupted.
 */
export class EvidenceWriter {
  readonly #file: string;
  #pending: string[] = [];
  #size = 0;
  #failure: { readonly error: unknown } | null = null;

  constructor(file: string) {
    this.#file = file;
  }

  /** Adds one record. A file that cannot be written is reported by `finish`. */
  write(record: EvidenceRecord): void {
    const line = `${JSON.stringify(record)}\n`;
    this.#pending.push(line);
    this.#size += line.length;
    if (this.#size >= CHUNK_CHARACTERS) this.#append();
  }

  /** Completes what was written so far. @throws when the file could not be written */
  async finish(): Promise<void> {
    this.#append();
    if (this.#failure !== null) throw this.#failure.error;
  }

  #append(): void {
    if (this.#pending.length === 0 || this.#failure !== null) return;
    try {
      appendFileSync(this.#file, gzipSync(this.#pending.join('')));
    } catch (error) {
      this.#failure = { error };
    }
    this.#pending = [];
    this.#size = 0;
  }
}

/** An evidence file that cannot be read to its end. `code`: `EVIDENCE_UNREADABLE`, `EVIDENCE_NOT_GZIP`, `EVIDENCE_CUT_OFF` or `EVIDENCE_NOT_JSON`. */
export class EvidenceFileError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'EvidenceFileError';
    this.code = code;
  }
}

function readingError(file: string, error: unknown): EvidenceFileError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'Z_BUF_ERROR') {
    return new EvidenceFileError(
      'EVIDENCE_CUT_OFF',
      `${file} is cut off: its last records are missing. Use the file as the run wrote it.`,
    );
  }
  if (code.startsWith('Z_')) {
    return new EvidenceFileError('EVIDENCE_NOT_GZIP', `${file} is no gzip file, or is damaged (${code}).`);
  }
  return new EvidenceFileError('EVIDENCE_UNREADABLE', `Cannot read ${file} (${code === '' ? String(error) : code}).`);
}

async function* piecesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const text = createGunzip();
  // pipe() alone would leave a failure of the file without anybody to hear it.
  source.on('error', (error) => text.destroy(error));
  try {
    yield* source.pipe(text).setEncoding('utf8') as AsyncIterable<string>;
  } catch (error) {
    throw readingError(file, error);
  } finally {
    source.destroy();
  }
}

/**
 * Reads an evidence file record by record.
 *
 * @throws EvidenceFileError when it cannot be read, is cut off in the middle of a record, or is not an evidence file
 */
export async function* readEvidence(file: string): AsyncGenerator<EvidenceRecord> {
  let number = 0;
  for await (const line of linesOf(piecesOf(file))) {
    number += 1;
    if (line === '') continue;
    let record: EvidenceRecord;
    try {
      record = JSON.parse(line) as EvidenceRecord;
    } catch {
      throw new EvidenceFileError(
        'EVIDENCE_NOT_JSON',
        `${file}, line ${number} is not JSON. Expected one record per line.`,
      );
    }
    yield record;
  }
}
