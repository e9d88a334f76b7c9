import type { RequirementResult, WaiverResult } from '../schemas/report/results.generated.js';
import { readWaiverFile } from './config-file.js';
import { UsageError } from './usage-error.js';

/** One accepted failure (schema `config/waivers`). */
export interface Waiver {
  readonly requirement: string;
  readonly operation?: string;
  readonly reason: string;
  readonly owner: string;
  readonly ticket?: string;
  /** `YYYY-MM-DD`, the last day on which it holds. */
  readonly expires: string;
}

const DAY_MS = 86_400_000;

/** No failure is accepted for longer: a waiver that lives for ever hides a defect. */
export const LONGEST_WAIVER_DAYS = 180;

/**
 * Reads a waiver file.
 *
 * @param today milliseconds since the epoch
 * @throws UsageError quoting the entry: unreadable file, unknown requirement id, expiry too far away
 */
export function readWaivers(file: string, knownIds: ReadonlySet<string>, today: number): readonly Waiver[] {
  const { waivers } = readWaiverFile(file) as { waivers: readonly Waiver[] };
  waivers.forEach((waiver, index) => {
    const quoted = `--waivers: ${file}, entry ${index + 1} ${JSON.stringify({ requirement: waiver.requirement, expires: waiver.expires })}`;
    if (!knownIds.has(waiver.requirement)) {
      throw new UsageError(
        'WAIVER_UNKNOWN',
        `${quoted}: there is no such requirement. List the ids with: lesspay-conformance requirements`,
      );
    }
    if (Date.parse(waiver.expires) - today > LONGEST_WAIVER_DAYS * DAY_MS) {
      throw new UsageError(
        'WAIVER_TOO_LONG',
        `${quoted}: it expires more than ${LONGEST_WAIVER_DAYS} days from now. Choose an earlier day.`,
      );
    }
  });
  return waivers;
}

/** True when every failure of the requirement was seen on the waiver's operation. */
function covers(waiver: Waiver, result: RequirementResult): boolean {
  const { operation } = waiver;
  if (operation === undefined) return true;
  return result.findings.every((finding) =>
    finding.exchanges.some(({ exchange }) => exchange.operation === operation && exchange.intent?.role !== 'probe'),
  );
}

/**
 * Marks waived failures and says what became of each waiver. Failures stay failures: they are only marked.
 *
 * @param today milliseconds since the epoch
 * @param partial the results are those of one shard: whether a waiver is unused or stale is left to the merge
 */
export function applyWaivers(
  requirements: readonly RequirementResult[],
  waivers: readonly Waiver[],
  today: number,
  { partial = false }: { readonly partial?: boolean } = {},
): { requirements: RequirementResult[]; waivers: WaiverResult[] } {
  const results = requirements.map((requirement) => ({ ...requirement }));
  const outcomes = waivers.map((waiver, entry): WaiverResult => {
    const result = results.find(({ id }) => id === waiver.requirement);
    const expired = Date.parse(waiver.expires) + DAY_MS <= today;
    const state = ((): WaiverResult['state'] => {
      if (expired) return 'expired';
      if (result === undefined || (partial && result.verdict !== 'fail')) return 'notEvaluated';
      switch (result.verdict) {
        case 'fail':
          return covers(waiver, result) ? 'used' : 'unused';
        case 'pass':
          return 'stale';
        case 'inconclusive':
        case 'notApplicable':
        case 'notTested':
        case 'error':
          return result.reason?.code === 'notSelected' ? 'notEvaluated' : 'unused';
      }
    })();
    if (state === 'used' && result !== undefined) result.waived = true;
    return { ...waiver, entry, state };
  });
  return { requirements: results, waivers: outcomes };
}
