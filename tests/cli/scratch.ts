import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { type EvidenceRecord, readEvidence } from '../../harness/evidence-file.js';
import type { RunResult } from '../../schemas/report/results.generated.js';
import { validator } from '../../schemas/validator.js';

/** An empty folder that is removed after the test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'lesspay-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** results.json of an output folder, once it is known to follow its schema. */
export function resultsIn(folder: string): RunResult {
  const value: unknown = JSON.parse(readFileSync(path.join(folder, 'results.json'), 'utf8'));
  const problems = validator('report/results')(value);
  if (problems.length > 0) throw new Error(`results.json does not follow its schema: ${JSON.stringify(problems[0])}`);
  return value as RunResult;
}

/** Requirement id to verdict. */
export function verdictsOf({ requirements }: RunResult): Record<string, string> {
  return Object.fromEntries(requirements.map(({ id, verdict }) => [id, verdict]));
}

/** All records of the evidence in an output folder. */
export async function evidenceIn(folder: string): Promise<EvidenceRecord[]> {
  const records: EvidenceRecord[] = [];
  for await (const record of readEvidence(path.join(folder, 'evidence.ndjson.gz'))) records.push(record);
  return records;
}

/** A text file of an output folder. */
export function textOf(folder: string, name: string): Promise<string> {
  return readFile(path.join(folder, name), 'utf8');
}
