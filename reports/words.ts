import type { BiteScore, RequirementResult, Verdict } from '../schemas/report/results.generated.js';

export type Level = RequirementResult['level'];

/** The levels in the order in which every report shows them: the most binding first. */
export const LEVELS = ['MUST', 'SHOULD', 'MAY', 'info'] as const satisfies readonly Level[];

/** The verdicts in the order in which every report shows them. */
export const VERDICTS = [
  'pass',
  'fail',
  'inconclusive',
  'notTested',
  'notApplicable',
  'error',
] as const satisfies readonly Verdict[];

/** A verdict in words for people; the machine's word is the verdict itself. */
export function verdictWords(verdict: Verdict): string {
  switch (verdict) {
    case 'pass':
      return 'passed';
    case 'fail':
      return 'failed';
    case 'inconclusive':
      return 'inconclusive';
    case 'notTested':
      return 'not tested';
    case 'notApplicable':
      return 'not applicable';
    case 'error':
      return 'error';
    default:
      return unknownVerdict(verdict);
  }
}

/** The end of an exhaustive switch: the compiler accepts the call only if every verdict was handled before. */
export function unknownVerdict(verdict: never): never {
  throw new TypeError(
    `A result holds the verdict ${JSON.stringify(verdict)}; expected one of ${VERDICTS.join(', ')}. Validate the results file against schemas/report/results.schema.json.`,
  );
}

/** `1 requirement`, `2 requirements`: a count with its noun. The plural defaults to the noun with an `s`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/** The time between two date-times as `950 ms`, `12.3 s` or `4 min 05 s`; null when they are out of order or unreadable. */
export function elapsed(from: string, to: string): string | null {
  const milliseconds = Date.parse(to) - Date.parse(from);
  if (!(milliseconds >= 0)) return null;
  if (milliseconds < 1000) return `${milliseconds} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

/** What a requirement is called that passed although no planted defect has shown that it can fail. */
export const NOT_PROVEN = 'not proven to bite';

/** The score of the suite's own self-test in one line. */
export function biteWords({ version, faults, variants, unproven, outOfDate }: BiteScore): string {
  if (outOfDate === true) return `bite score out of date: every requirement counts as ${NOT_PROVEN}`;
  return `${faults.caught} of ${faults.total} planted faults caught, ${variants.clean} of ${variants.total} conforming platforms clean (version ${version}); ${counted(unproven.length, 'requirement')} ${NOT_PROVEN}`;
}
