import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ScenarioResult } from '../../../../harness/engine.js';
import { type EvidenceRecord, readEvidence } from '../../../../harness/evidence-file.js';
import type { ExecutedCommand } from '../../../../suites/lesspay/idem/history/run-history.js';
import type { LesspayScenario } from '../../../../suites/lesspay/scenario.js';
import { type InProcessOptions, runInProcess } from '../in-process.js';

/** What a scenario found, and the command list of every exercise as the evidence file keeps it, in order. */
export interface HistoryRun {
  readonly result: ScenarioResult;
  readonly lists: readonly (readonly ExecutedCommand[])[];
}

function commandsIn(record: EvidenceRecord): readonly ExecutedCommand[] | null {
  if (record.type !== 'exercise') return null;
  const stored = record.steps.commands;
  if (stored === undefined || !('value' in stored)) throw new Error('The exercise stored no command list.');
  return stored.value as unknown as readonly ExecutedCommand[];
}

/** Runs one scenario of histories alone, with as many exercises for shrinking as a run against a local target has. */
export async function runHistories(
  scenario: LesspayScenario,
  options: Pick<InProcessOptions, 'decisions' | 'seed' | 'runs' | 'replay'> = {},
): Promise<HistoryRun> {
  const folder = mkdtempSync(path.join(tmpdir(), 'histories-'));
  const evidenceFile = path.join(folder, 'evidence.ndjson.gz');
  try {
    const { results } = await runInProcess([scenario], {
      runs: 100,
      without: ['inbox', 'second'],
      observers: [],
      maxShrinkExercises: 60,
      ...options,
      evidenceFile,
    });
    const [result] = results;
    if (result === undefined) throw new Error('The run has no result.');
    const lists: (readonly ExecutedCommand[])[] = [];
    for await (const record of readEvidence(evidenceFile)) {
      const commands = commandsIn(record);
      if (commands !== null) lists.push(commands);
    }
    return { result, lists };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
