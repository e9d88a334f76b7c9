import type { RunResult, WaiverResult } from '../schemas/report/results.generated.js';
import { counted } from './words.js';

/** What a run concludes, in one word and one sentence. */
export interface Conclusion {
  readonly word: 'conformant' | 'not conformant' | 'incomplete';
  /** Why: a sentence without its full stop. */
  readonly because: string;
  /** What else a reader must know to trust the word: an interrupted run, a restricted one, waivers that need attention. */
  readonly notes: readonly string[];
}

/**
 * Concludes from a result. A MUST requirement that failed without a waiver settles it, even when the run was interrupted.
 * Otherwise a run that was interrupted, met an error of our own, or exercised nothing proves neither: it is incomplete.
 * A waiver that is stale, unused or expired fails the run, and is named as what it is.
 */
export function conclude(result: RunResult): Conclusion {
  const failed = result.requirements.filter(
    ({ level, verdict, waived }) => level === 'MUST' && verdict === 'fail' && waived !== true,
  ).length;
  const interrupted = result.complete
    ? undefined
    : `the run ended early${result.incompleteReason === undefined ? '' : `: ${result.incompleteReason.replace(/\.$/, '')}`}`;
  const waivers = waiverProblems(result.waivers);
  const ownErrors = Math.max(result.errors.length, result.summary.verdicts.error);
  const ours = ownErrors === 0 ? undefined : `${counted(ownErrors, 'error')} of the suite itself`;
  const notes = [interrupted, ours, waivers, restriction(result)].filter((note) => note !== undefined);
  const conclusion = (word: Conclusion['word'], because: string): Conclusion => ({
    word,
    because,
    notes: notes.filter((note) => note !== because),
  });

  const passed = result.summary.byLevel.MUST.pass;
  if (failed > 0) return conclusion('not conformant', `${counted(failed, 'MUST requirement')} failed`);
  if (ours !== undefined) return conclusion('incomplete', ours);
  if (interrupted !== undefined) return conclusion('incomplete', interrupted);
  if (result.conformant) {
    return conclusion('conformant', `no MUST requirement failed, ${counted(passed, 'MUST requirement')} passed`);
  }
  if (waivers !== undefined) return conclusion('not conformant', waivers);
  return conclusion('incomplete', 'no MUST requirement could be exercised');
}

/** The waivers that fail a run: stale, unused or expired ones. */
export function offendingWaivers(waivers: readonly WaiverResult[]): WaiverResult[] {
  return waivers.filter(({ state }) => state === 'stale' || state === 'unused' || state === 'expired');
}

function waiverProblems(waivers: readonly WaiverResult[]): string | undefined {
  const offending = offendingWaivers(waivers);
  if (offending.length === 0) return undefined;
  const states = (['stale', 'unused', 'expired'] as const)
    .map((state) => ({ state, count: offending.filter((waiver) => waiver.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${state}`);
  return `${counted(offending.length, 'waiver')} ${offending.length === 1 ? 'needs' : 'need'} attention (${states.join(', ')})`;
}

function restriction({ selection }: RunResult): string | undefined {
  const words = selectionWords(selection);
  return words === undefined ? undefined : `the run was restricted to ${words}`;
}

/** What a run was restricted to, in words; undefined when it was not. */
export function selectionWords({ only, level, replay, shard }: RunResult['selection']): string | undefined {
  const parts = [
    only.length > 0 ? `only ${only.join(', ')}` : undefined,
    level === null ? undefined : `level ${level}`,
    replay === undefined ? undefined : `replay of ${replay}`,
    shard === undefined ? undefined : `shard ${shard.index} of ${shard.count}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(', ');
}
