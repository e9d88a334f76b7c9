import { appendFileSync } from 'node:fs';
import type { LedgerLine } from '../schemas/report/results.generated.js';
import { validator } from '../schemas/validator.js';

export type { LedgerLine } from '../schemas/report/results.generated.js';

/** An order that a run created, with what was last known of it. */
export interface LedgerEntry extends LedgerLine {
  /** When `state` was first seen; the same as `at` where it never changed. */
  readonly stateAt: string;
}

/** Appends lines to a ledger file, each at once, so that it is on record even when the process is killed afterwards. */
export function ledgerFile(file: string): (line: LedgerLine) => void {
  return (line) => appendFileSync(file, `${JSON.stringify(line)}\n`);
}

function parse(line: string): LedgerLine | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  return validator('report/ledger')(value).length === 0 ? (value as LedgerLine) : null;
}

/**
 * Reads a ledger: one entry for each order, in the order in which they were created, with its last known state. The last line
 * may be torn by the end of the process that wrote it; it is then left out.
 *
 * @throws Error naming the line when another one is no ledger line
 */
export function readLedger(lines: Iterable<string>): LedgerEntry[] {
  const all = [...lines];
  while (all.at(-1) === '') all.pop();
  const entries = new Map<string, LedgerEntry>();
  for (const [index, text] of all.entries()) {
    const line = parse(text);
    if (line === null) {
      if (index === all.length - 1) break;
      throw new Error(
        `Line ${index + 1} of the ledger: received ${JSON.stringify(text.slice(0, 80))}, expected what schemas/report/ledger.schema.json describes. The file was changed or damaged.`,
      );
    }
    const known = entries.get(line.pay_order_id);
    entries.set(
      line.pay_order_id,
      known === undefined ? { ...line, stateAt: line.at } : { ...known, state: line.state, stateAt: line.at },
    );
  }
  return [...entries.values()];
}
