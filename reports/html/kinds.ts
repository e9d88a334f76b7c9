import type { RequirementResult } from '../../schemas/report/results.generated.js';
import { verdictWords } from '../words.js';
import { html, type Markup } from './markup.js';

/** What the page tells apart: the verdicts, with remarks and waivers. In the order in which the page shows them. */
export const KINDS = [
  'pass',
  'remark',
  'fail',
  'waived',
  'inconclusive',
  'notTested',
  'notApplicable',
  'error',
] as const;

export type Kind = (typeof KINDS)[number];

export type KindCounts = Readonly<Record<Kind, number>>;

export function kindOf({ verdict, remarks, waived }: RequirementResult): Kind {
  if (verdict === 'pass') return remarks.length > 0 ? 'remark' : 'pass';
  return verdict === 'fail' && waived === true ? 'waived' : verdict;
}

export function kindWords(kind: Kind): string {
  switch (kind) {
    case 'remark':
      return 'passed with a remark';
    case 'waived':
      return 'failed, waived';
    default:
      return verdictWords(kind);
  }
}

/** How many requirements of the list are of each kind. */
export function countKinds(requirements: readonly RequirementResult[]): KindCounts {
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>;
  for (const requirement of requirements) counts[kindOf(requirement)] += 1;
  return counts;
}

/** `3 passed, 1 failed`: the kinds that occur. */
export function countsInWords(counts: KindCounts, kinds: readonly Kind[] = KINDS): string {
  return kinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${counts[kind]} ${kindWords(kind)}`)
    .join(', ');
}

/** The drawings of the kinds, once for the page: told apart by shape, and by colour besides. */
export function markDefinitions(): Markup {
  return html`<svg class="definitions" aria-hidden="true" width="0" height="0">
<symbol id="mark-pass" viewBox="0 0 10 10"><rect class="pass" width="10" height="10" rx="1.5"/></symbol>
<symbol id="mark-remark" viewBox="0 0 10 10"><rect class="pass" width="10" height="10" rx="1.5"/><circle class="hole" cx="5" cy="5" r="2.2"/></symbol>
<symbol id="mark-fail" viewBox="0 0 10 10"><rect class="fail" width="10" height="10" rx="1.5"/><path class="cut" d="M2.7 2.7 7.3 7.3M7.3 2.7 2.7 7.3"/></symbol>
<symbol id="mark-waived" viewBox="0 0 10 10"><rect class="fail outline" x="0.75" y="0.75" width="8.5" height="8.5" rx="1"/><path class="fail stroke" d="M2.9 2.9 7.1 7.1M7.1 2.9 2.9 7.1"/></symbol>
<symbol id="mark-inconclusive" viewBox="0 0 10 10"><rect class="inconclusive outline" x="0.75" y="0.75" width="8.5" height="8.5" rx="1"/><path class="inconclusive" d="M1 9 9 1V9Z"/></symbol>
<symbol id="mark-notTested" viewBox="0 0 10 10"><rect class="notTested outline" x="0.75" y="0.75" width="8.5" height="8.5" rx="1"/></symbol>
<symbol id="mark-notApplicable" viewBox="0 0 10 10"><rect class="notApplicable" x="1" y="4.2" width="8" height="1.6"/></symbol>
<symbol id="mark-error" viewBox="0 0 10 10"><path class="error" d="M5 0 10 9.5H0Z"/><path class="cut" d="M5 3.4V6.2M5 7.4V8.3"/></symbol>
</svg>
`;
}

/** The drawing of one kind beside its words. */
export function mark(kind: Kind): Markup {
  return html`<svg class="mark" viewBox="0 0 10 10" aria-hidden="true"><use href="#mark-${kind}"/></svg>`;
}
