import type { RequirementResult, RunResult } from '../../schemas/report/results.generated.js';
import { cut } from '../hostile-text.js';
import { waiverOf } from '../selections.js';
import { NOT_PROVEN, verdictWords } from '../words.js';
import { findingSection } from './finding.js';
import { anchorLink, html, type Markup, nothing, sentence } from './markup.js';

/** Longest text of a requirement that the page shows, in characters. */
const TEXT = 2000;

/** Longest list of names that the page shows, in characters. */
const LISTED = 4000;

/** One requirement as a `<details>` whose id is the requirement's, open when it failed. */
export function requirementDetails(result: RunResult, requirement: RequirementResult): Markup {
  const { id, level, verdict, statement, source, reason, findings, remarks, scenarios } = requirement;
  const waiver = waiverOf(result, requirement);
  const facts: [string, Markup | Markup[]][] = [
    ['Source', html`${cut(source, TEXT)}`],
    ...(reason === undefined
      ? []
      : ([['Reason', html`<code>${reason.code}</code> ${cut(reason.message, TEXT)}`]] as [string, Markup][])),
    ...(waiver === undefined
      ? []
      : ([
          [
            'Waived',
            html`${cut(waiver.reason, TEXT)} (${waiver.owner}, until ${waiver.expires}${waiver.ticket === undefined ? nothing : html`, ${waiver.ticket}`})`,
          ],
        ] as [string, Markup][])),
    ['Exercises', html`${requirement.exercises}`],
    ['Covered by', coverage(requirement.coverage, scenarios)],
    ...classes(requirement),
  ];
  return html`<details class="requirement" id="${id}" data-verdict="${verdict}" data-level="${level}"${verdict === 'fail' ? html` open` : nothing}>
<summary><span class="badge ${verdict}">${verdictWords(verdict)}${requirement.waived === true ? ', waived' : ''}${requirement.unproven === true ? `, ${NOT_PROVEN}` : ''}</span> <span class="id">${id}</span> <span class="level">${level}</span> <span class="statement">${sentence(cut(statement, TEXT))}</span>${remarks.length === 0 ? nothing : html` <span class="quiet">${remarks.length} ${remarks.length === 1 ? 'remark' : 'remarks'}</span>`}</summary>
<dl>${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}<dt>Link</dt><dd><a href="${anchorLink(id)}">#${id}</a></dd></dl>
${
  remarks.length === 0
    ? nothing
    : html`<h4>Remarks</h4><ul>${remarks.map(({ text, count, exchange }) => html`<li>${cut(text, TEXT)} (${count === 1 ? 'once' : `${count} times`}${exchange === undefined ? nothing : html`, first in ${exchange}`})</li>`)}</ul>`
}
${findings.map(findingSection)}</details>
`;
}

function classes(requirement: RequirementResult): [string, Markup][] {
  const reached = Object.entries(requirement.classes);
  if (reached.length === 0) return [];
  return [
    ['Cases reached', html`${cut(reached.map(([name, count]) => `${cut(name, 200)}: ${count}`).join(', '), LISTED)}`],
  ];
}

function coverage(how: RequirementResult['coverage'], scenarios: readonly string[]): Markup {
  switch (how) {
    case 'scenario':
      return html`${scenarios.length === 0 ? 'scenario' : cut(scenarios.join(', '), LISTED)}`;
    case 'observed':
      return html`observation of all traffic`;
    case 'needsOperator':
      return html`nothing that can be done from outside: an operator is needed`;
    case 'codeReview':
      return html`nothing that is visible from outside: a code review is needed`;
  }
}
