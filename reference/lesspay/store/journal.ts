import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { isJsonObject } from '../core/json.js';
import type { DomainEvent } from '../core/state.js';

/** A journal that cannot be read or written. */
export class JournalError extends Error {
  override readonly name = 'JournalError';

  /** @param code `CORRUPT`: a line is no event. `FOREIGN`: the file is no journal. `UNUSABLE`: it cannot be opened. */
  constructor(
    readonly code: 'CORRUPT' | 'FOREIGN' | 'UNUSABLE',
    message: string,
  ) {
    super(message);
  }
}

const HEADER = { journal: 'lesspay-reference-platform', version: 1 } as const;
const eventTypes: readonly unknown[] = ['applicationSaved', 'fundsSet', 'orderCreated', 'orderChanged'];

/** An append-only file of events. */
export interface Journal {
  /** What the file held when it was opened, in order. */
  readonly past: readonly DomainEvent[];
  /** Writes the event before it returns. */
  append(event: DomainEvent): void;
  close(): void;
}

/**
 * Opens the journal, or starts it: one JSON object per line, the first names the format. A last line that was torn by a crash
 * is cut off; any other broken line is an error.
 *
 * The file holds the secrets of applications. It is created readable for its owner only (mode 0600).
 *
 * @throws JournalError
 */
export function openJournal(file: string): Journal {
  const { past, length } = existsSync(file) ? readJournal(file) : { past: [], length: 0 };
  const handle = openAt(file, length);
  let end = length;
  const append = (value: unknown): void => {
    const bytes = Buffer.from(`${JSON.stringify(value)}\n`);
    try {
      for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written);
    } catch (error) {
      // Half a line must not be in front of the next one.
      ftruncateSync(handle, end);
      throw error;
    }
    end += bytes.length;
  };
  if (length === 0) append(HEADER);
  let open = true;
  return {
    past,
    append,
    close: () => {
      if (!open) return;
      open = false;
      fsyncSync(handle);
      closeSync(handle);
    },
  };
}

function openAt(file: string, length: number): number {
  try {
    const handle = openSync(file, 'a', 0o600);
    ftruncateSync(handle, length);
    return handle;
  } catch (error) {
    throw unusable(file, error);
  }
}

function unusable(file: string, error: unknown): JournalError {
  const reason = error instanceof Error ? error.message : String(error);
  return new JournalError(
    'UNUSABLE',
    `The store file ${file} cannot be used: ${reason}. Name a file that can be read and written.`,
  );
}

function readBytes(file: string): Buffer {
  try {
    // A device such as /dev/full has no end.
    if (!statSync(file).isFile()) throw new Error('it is not a regular file');
    return readFileSync(file);
  } catch (error) {
    throw unusable(file, error);
  }
}

/** The events and the number of bytes that are worth keeping. */
function readJournal(file: string): { past: DomainEvent[]; length: number } {
  const bytes = readBytes(file);
  const length = bytes.lastIndexOf(0x0a) + 1;
  const lines = bytes.subarray(0, length).toString('utf8').split('\n').slice(0, -1);
  const header = lines[0];
  if (header === undefined) {
    // Only the first line of a journal that was torn while it was started may be cut off.
    if (JSON.stringify(HEADER).startsWith(bytes.toString('utf8'))) return { past: [], length: 0 };
    throw foreign(file);
  }
  if (header !== JSON.stringify(HEADER)) throw foreign(file);
  const past = lines.slice(1).map((line, index) => readEvent(line, file, index + 2));
  return { past, length };
}

function readEvent(line: string, file: string, lineNumber: number): DomainEvent {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    value = undefined;
  }
  if (isEvent(value)) return value;
  throw new JournalError(
    'CORRUPT',
    `Line ${lineNumber} of the store file ${file} is not an event of the reference platform. ` +
      'Restore the file from a copy, or start with a new one.',
  );
}

function isEvent(value: unknown): value is DomainEvent {
  if (!isJsonObject(value) || !eventTypes.includes(value.type)) return false;
  if (value.type === 'applicationSaved') return isJsonObject(value.application);
  if (value.type === 'fundsSet') return typeof value.appId === 'string' && isJsonObject(value.balance);
  return isJsonObject(value.order) && typeof value.order.payOrderId === 'string';
}

function foreign(file: string): JournalError {
  return new JournalError(
    'FOREIGN',
    `${file} is not a store file of this version of the reference platform. Name another file, or a new one.`,
  );
}
