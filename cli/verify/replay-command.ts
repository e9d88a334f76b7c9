import type { RunResult } from '../../schemas/report/results.generated.js';
import { replayCommand } from '../run/run-result.js';

/** The options that a command of a finding may hold: they say where and how much may be created, and nothing else. */
const OPTIONS = /^(?: --confirm-host [A-Za-z0-9.,:[\]-]+| --allow-payouts| --max-amount [0-9.]+)*$/;

/** A word of a shell as `replayCommand` writes it, back into the name that it stands for. */
function nameIn(word: string): string {
  return /^'.*'$/s.test(word) ? word.slice(1, -1).replaceAll("'\\''", "'") : word;
}

/**
 * The commands that send findings again depend on where the run put its results and on its options, which nothing else tells:
 * both are taken from the first command, as long as they look like what they should be, so that the others must agree.
 */
export function replayCommandOf({ requirements, target }: RunResult): (findingId: string) => string {
  const first = requirements.flatMap(({ findings }) => findings).find(({ replay }) => replay !== '');
  if (first === undefined) return () => '';
  const end = ` --replay ${first.id} `;
  const at = first.replay.indexOf(end);
  const start = replayCommand('file', target, '')('ID').slice(0, -' --replay ID file'.length);
  if (at === -1 || !first.replay.startsWith(start)) return replayCommand('results.json', target, '');
  const options = first.replay.slice(start.length, at);
  return replayCommand(nameIn(first.replay.slice(at + end.length)), target, OPTIONS.test(options) ? options : '');
}
