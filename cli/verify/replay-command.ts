import type { RunResult } from '../../schemas/report/results.generated.js';
import { replayCommand } from '../run/run-result.js';

/** The options that a command of a finding may hold: they say where and how much may be created, and nothing else. */
const OPTIONS = /^(?: --confirm-host [A-Za-z0-9.,:[\]-]+| --allow-payouts| --max-amount [0-9.]+)*$/;

/** Where results are kept: no character that a shell, or a reader, could take for something else. */
const FILE = /^[^\p{Cc}\p{Cf}"'`$;&|<>\\]+$/u;

/**
 * The commands that send findings again depend on where the run put its results and on its options, which nothing else tells:
 * both are taken from the first command, as long as they look like what they should be, so that the others must agree.
 */
export function replayCommandOf({ requirements, target }: RunResult): (findingId: string) => string {
  const first = requirements.flatMap(({ findings }) => findings).find(({ replay }) => replay !== '');
  if (first === undefined) return () => '';
  const end = ` --replay ${first.id} `;
  const at = first.replay.indexOf(end);
  const start = replayCommand('', target, '')('').replace(/ --replay {2}$/, '');
  if (at === -1 || !first.replay.startsWith(start)) return replayCommand('results.json', target, '');
  const options = first.replay.slice(start.length, at);
  const file = first.replay.slice(at + end.length);
  return replayCommand(FILE.test(file) ? file : 'results.json', target, OPTIONS.test(options) ? options : '');
}
