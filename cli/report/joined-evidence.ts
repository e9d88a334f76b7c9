import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EvidenceFileError, type EvidenceRecord, EvidenceWriter, readEvidence } from '../../harness/evidence-file.js';
import { movedApplication, movedRecord, numberIn, type Offsets } from '../../harness/renumber.js';
import { UsageError } from '../../harness/usage-error.js';
import { EVIDENCE_FILE, LEDGER_FILE } from '../run/output-folder.js';
import type { StoredShard } from './shards.js';

/** The frame of the joined file. */
export interface EvidenceFrame {
  readonly header: Extract<EvidenceRecord, { type: 'header' }>;
  readonly footer: Extract<EvidenceRecord, { type: 'footer' }>;
}

/** The records of one shard. @throws UsageError when they are not those of the run beside them, or not all of them */
async function* recordsOf(shard: StoredShard): AsyncGenerator<EvidenceRecord> {
  const shown = path.join(shard.name, EVIDENCE_FILE);
  let complete = false;
  try {
    for await (const record of readEvidence(path.join(shard.dir, EVIDENCE_FILE))) {
      if (record.type === 'header' && record.startedAt !== shard.result.startedAt) {
        throw new UsageError(
          'SHARD_MIXED',
          `--merge: ${shown} is of another run than results.json beside it. Use the folder as the run wrote it.`,
        );
      }
      if (record.type === 'footer') complete = true;
      yield record;
    }
  } catch (error) {
    if (error instanceof EvidenceFileError) throw new UsageError(error.code, `--merge: ${error.message}`);
    throw error;
  }
  if (!complete) {
    throw new UsageError(
      'EVIDENCE_CUT_OFF',
      `--merge: ${shown} has no last record: the run that wrote it was killed. Run shard ${shard.index}/${shard.count} again.`,
    );
  }
}

/**
 * Writes the evidence of all shards into one file, renumbered, between one header and one footer.
 *
 * @param onRecord is told every record but header and footer, in order
 * @returns by shard how far its numbers were moved
 */
export async function joinEvidence(
  shards: readonly StoredShard[],
  outDir: string,
  { header, footer }: EvidenceFrame,
  onRecord: (record: EvidenceRecord) => void,
): Promise<ReadonlyMap<StoredShard, Offsets>> {
  const writer = new EvidenceWriter(path.join(outDir, EVIDENCE_FILE));
  const offsetsOf = new Map<StoredShard, Offsets>();
  let next: Offsets = { exchanges: 0, applications: 0 };
  writer.write(header);
  for (const shard of shards) {
    const offsets = next;
    offsetsOf.set(shard, offsets);
    for await (const record of recordsOf(shard)) {
      if (record.type === 'header' || record.type === 'footer') continue;
      const whole = movedRecord(record, offsets);
      if (whole.type === 'exchange') {
        next = {
          exchanges: Math.max(next.exchanges, numberIn(whole.exchange.id)),
          applications: Math.max(next.applications, numberIn(whole.exchange.application)),
        };
      }
      writer.write(whole);
      onRecord(whole);
    }
  }
  writer.write(footer);
  await writer.finish();
  return offsetsOf;
}

/** Writes the lists of created orders of all shards into one. */
export async function joinLedgers(
  shards: readonly StoredShard[],
  outDir: string,
  offsetsOf: ReadonlyMap<StoredShard, Offsets>,
): Promise<void> {
  const lines: string[] = [];
  for (const shard of shards) {
    const offsets = offsetsOf.get(shard) ?? { exchanges: 0, applications: 0 };
    for (const line of (await ledgerText(shard)).split('\n')) {
      if (line === '') continue;
      const order = JSON.parse(line) as { readonly application: string | null };
      const application = order.application === null ? null : movedApplication(order.application, offsets);
      lines.push(`${JSON.stringify({ ...order, application })}\n`);
    }
  }
  await writeFile(path.join(outDir, LEDGER_FILE), lines.join(''));
}

async function ledgerText({ dir, name }: StoredShard): Promise<string> {
  try {
    return await readFile(path.join(dir, LEDGER_FILE), 'utf8');
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError(
      'LEDGER_UNREADABLE',
      `--merge: cannot read ${path.join(name, LEDGER_FILE)} (${why}). Give the whole output folder of the shard.`,
    );
  }
}
