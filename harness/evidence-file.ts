import { appendFileSync, createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip, gzipSync } from 'node:zlib';
import type { Exchange, Json } from './exchange.js';
import { linesOf } from './lines.js';
import { BodyFolder, type BodyRecord, BodyUnfolder, type StoredExchange } from './repeated-bodies.js';

/** The version of evidence that is written. Version 1 had no record of how a scenario ended, and can be read but not judged again. */
export const EVIDENCE_VERSION = 2;

/** A record of `evidence.ndjson.gz` (schema `report/evidence`), with the bodies of exchanges in their places. */
export type EvidenceRecord =
  | {
      readonly type: 'header';
      readonly schemaVersion: 1 | 2;
      readonly suite: string;
      readonly protocol: string;
      readonly seed: number;
      readonly startedAt: string;
    }
  | { readonly type: 'exchange'; readonly exchange: Exchange }
  | ExerciseRecord
  | ScenarioRecord
  | { readonly type: 'footer'; readonly exchanges: number; readonly exercises: number; readonly finishedAt: string };

/** One exercise: which exchanges it produced under which label. */
export interface ExerciseRecord {
  readonly type: 'exercise';
  readonly scenario: string;
  readonly case: string | null;
  readonly index: number;
  readonly purpose: 'run' | 'shrink';
  /** With `shrink`: for which requirement a smaller counterexample was looked for. */
  readonly requirement?: string;
  /** The run was ended before it was through: it is kept, and counts for nothing. */
  readonly cutShort?: true;
  readonly steps: Readonly<Record<string, StoredStep>>;
  /** The first of its further exchanges, at most 50: what moved orders, what was asked meanwhile. */
  readonly besides?: readonly string[];
}

/** How a scenario ended: what no exchange shows. It comes after the scenario's exercises. */
export interface ScenarioRecord {
  readonly type: 'scenario';
  readonly scenario: string;
  /** How many exercises counted. */
  readonly exercises: number;
  /** Why nothing, or not all of it, was exercised: not claimed, something needed is missing, not allowed in this run. */
  readonly notRun: { readonly code: string; readonly message: string } | null;
  /** Where time plays a part: what was measured about it before the run. */
  readonly timing?: string;
  /** Our own failure. */
  readonly error?: string;
}

/** What a drive returned under one label. */
export type StoredStep =
  | { readonly exchange: string }
  | { readonly exchanges: readonly string[] }
  | { readonly value: Json };

/** Records are compressed and written when this many characters have gathered: enough to compress well, few to lose. */
const CHUNK_CHARACTERS = 256 * 1024;

/**
 * Appends evidence to a gzip file while the run goes on. Each piece is a whole gzip member and written at once, so that the
 * file stays readable, and can be appended to by another thread, wherever a run is interrupted.
 */
export class EvidenceWriter {
  readonly #file: string;
  readonly #bodies = new BodyFolder();
  #pending: string[] = [];
  #size = 0;
  #failure: { readonly error: unknown } | null = null;

  constructor(file: string) {
    this.#file = file;
  }

  /** Adds one record. A file that cannot be written is reported by `finish`. */
  write(record: EvidenceRecord): void {
    for (const stored of record.type === 'exchange' ? this.#bodies.fold(record.exchange) : [record]) {
      const line = `${JSON.stringify(stored)}\n`;
      this.#pending.push(line);
      this.#size += line.length;
    }
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

/**
 * An evidence file that cannot be read to its end. `code`: `EVIDENCE_UNREADABLE`, `EVIDENCE_NOT_GZIP`, `EVIDENCE_CUT_OFF`,
 * `EVIDENCE_NOT_JSON`, `EVIDENCE_LINE_TOO_LONG`, `EVIDENCE_TOO_LARGE`, `EVIDENCE_BODY` or `EVIDENCE_INCOMPLETE`.
 */
export class EvidenceFileError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'EvidenceFileError';
    this.code = code;
  }
}

/** Evidence that is not, or not only, a file of its own: a name for messages, and how to read its bytes from the start. */
export interface EvidenceSource {
  readonly name: string;
  open(): Readable;
}

/** The longest record: two bodies of 256 K characters, all of them escaped, and room to spare. */
const LONGEST_LINE = 8 * 1024 * 1024;

/** A million exchanges are about a third of this. More is not evidence but an attempt to fill a disk or a memory. */
const MOST_CHARACTERS = 16 * 1024 ** 3;

/** Evidence is packed to about a tenth. What unpacks to more than this many times its size, and is not small, is a bomb. */
const MOST_TIMES = 200;
const UNSUSPECTED_CHARACTERS = 64 * 1024 * 1024;

function readingError(file: string, error: unknown): EvidenceFileError {
  if (error instanceof EvidenceFileError) return error;
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

async function* piecesOf({ name, open }: EvidenceSource): AsyncGenerator<string> {
  const source = open();
  const text = createGunzip();
  let characters = 0;
  let sinceLine = 0;
  // pipe() alone would leave a failure of the file without anybody to hear it.
  source.on('error', (error) => text.destroy(error));
  try {
    for await (const piece of source.pipe(text).setEncoding('utf8') as AsyncIterable<string>) {
      characters += piece.length;
      const end = piece.lastIndexOf('\n');
      sinceLine = end === -1 ? sinceLine + piece.length : piece.length - end;
      if (sinceLine > LONGEST_LINE) {
        throw new EvidenceFileError(
          'EVIDENCE_LINE_TOO_LONG',
          `${name} has a line of more than ${LONGEST_LINE} characters. It is not as a run wrote it.`,
        );
      }
      const bomb = characters > UNSUSPECTED_CHARACTERS && characters > MOST_TIMES * text.bytesWritten;
      if (characters > MOST_CHARACTERS || bomb) {
        throw new EvidenceFileError(
          'EVIDENCE_TOO_LARGE',
          `${name} unpacks to more than ${characters - piece.length} characters from ${text.bytesWritten} bytes. It is not as a run wrote it.`,
        );
      }
      yield piece;
    }
  } catch (error) {
    throw readingError(name, error);
  } finally {
    source.destroy();
    text.destroy();
  }
}

/** Where evidence is, from the path of its file. */
export function evidenceFileAt(file: string): EvidenceSource {
  return { name: file, open: () => createReadStream(file) };
}

/**
 * Reads evidence record by record, as it is stored: bodies that repeat are records of their own.
 *
 * @throws EvidenceFileError when it cannot be read, is cut off in the middle of a record, or is not an evidence file
 */
export async function* readStoredEvidence(
  source: EvidenceSource,
): AsyncGenerator<Exclude<EvidenceRecord, { type: 'exchange' }> | StoredExchange | BodyRecord> {
  let number = 0;
  for await (const line of linesOf(piecesOf(source))) {
    number += 1;
    if (line === '') continue;
    let record: unknown;
    try {
      record = JSON.parse(line);
    } catch {
      record = undefined;
    }
    if (typeof record !== 'object' || record === null) {
      throw new EvidenceFileError(
        'EVIDENCE_NOT_JSON',
        `${source.name}, line ${number} is not a JSON object. Expected one record per line.`,
      );
    }
    yield record as Exclude<EvidenceRecord, { type: 'exchange' }> | StoredExchange | BodyRecord;
  }
}

/** How many exchanges a file that was just written holds, without reading more of a record than its beginning. */
export async function countExchanges(file: string): Promise<number> {
  let count = 0;
  for await (const line of linesOf(piecesOf(evidenceFileAt(file)))) {
    if (line.startsWith('{"type":"exchange"')) count += 1;
  }
  return count;
}

/** Puts bodies that were stored once back into their exchanges. @throws EvidenceFileError `EVIDENCE_BODY` when one is missing or altered */
export async function* withBodies(
  records: ReturnType<typeof readStoredEvidence>,
  name: string,
): AsyncGenerator<EvidenceRecord> {
  const bodies = new BodyUnfolder();
  for await (const record of records) {
    if (record.type === 'body') {
      if (bodies.keep(record) !== null) {
        throw new EvidenceFileError(
          'EVIDENCE_BODY',
          `${name}: the stored body ${record.sha256} is not the text of that digest. It was changed after the run.`,
        );
      }
    } else if (record.type === 'exchange') {
      const exchange = bodies.unfold(record);
      if (exchange === 'missing') {
        throw new EvidenceFileError(
          'EVIDENCE_BODY',
          `${name}: the exchange ${record.exchange.id} names a body that is not stored before it.`,
        );
      }
      yield { type: 'exchange', exchange };
    } else yield record;
  }
}

/**
 * Reads an evidence file record by record.
 *
 * @throws EvidenceFileError when it cannot be read, is cut off in the middle of a record, or is not an evidence file
 */
export async function* readEvidence(file: string): AsyncGenerator<EvidenceRecord> {
  const source = evidenceFileAt(file);
  yield* withBodies(readStoredEvidence(source), source.name);
}
