import type { AcceptedAnswers, Finding, RequirementResult, RunResult } from '../../schemas/report/results.generated.js';
import { cut } from '../hostile-text.js';
import { waiverOf } from '../selections.js';
import { counted, NOT_PROVEN } from '../words.js';
import { erratumAnchor } from './errata.js';
import { kindOf, kindWords, mark } from './kinds.js';
import { anchorLink, foreign, html, type Markup, nothing, sentence } from './markup.js';

/** Longest text of a requirement that the page shows, in characters. */
const TEXT = 2000;
/** More entries of one list than this are counted, not shown. */
const LISTED = 60;

/** Remarks of one requirement that are shown, and the longest text of one, in characters. */
const REMARKS = 20;
const REMARK = 500;

/** What a requirement is shown with. */
export interface RequirementContext {
  readonly result: RunResult;
  readonly sections: ReadonlyMap<Finding, Markup>;
  /** Failed requirements stand open. */
  readonly openFailures: boolean;
}

type Fact = readonly [name: string, value: Markup];

/** One requirement as a `<details>` whose id is the requirement's. */
export function requirementDetails(requirement: RequirementResult, context: RequirementContext): Markup {
  const { id, level, verdict, statement, findings, remarks } = requirement;
  const kind = kindOf(requirement);
  const matters = verdict !== 'pass' || remarks.length > 0;
  const note = remarks.length === 0 ? nothing : html` <span class="count">${counted(remarks.length, 'remark')}</span>`;
  return html`<details class="requirement${matters ? html` matters` : nothing}" id="${id}" data-kind="${kind}" data-level="${level}"${verdict === 'fail' && context.openFailures ? html` open` : nothing}>
<summary>${mark(kind)} <span class="id">${foreign(id, TEXT)}</span> <span class="level">${level}</span> <span class="statement">${sentence(statement, TEXT)}${note}</span> <span class="verdict ${kind}">${kindWords(kind)}${requirement.unproven === true ? `, ${NOT_PROVEN}` : ''}</span></summary>
<div class="body">${failureNotes(requirement, context)}<dl>${facts(requirement, context).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
${remarkList(requirement)}${findingList(findings, context)}</div></details>
`;
}

function findingList(findings: readonly Finding[], { sections }: RequirementContext): Markup {
  const left = findings.filter((finding) => !sections.has(finding)).length;
  return html`${findings.map((finding) => sections.get(finding) ?? nothing)}${left > 0 ? html`<p class="quiet">${counted(left, 'more finding')} in results.json.</p>` : nothing}`;
}

/** Why a failure matters. */
function failureNotes({ verdict, area }: RequirementResult, { result }: RequirementContext): Markup {
  const stakes = verdict === 'fail' ? result.areas?.find((note) => note.area === area)?.stakes : undefined;
  return stakes === undefined ? nothing : html`<p class="stakes"><b>Why it matters:</b> ${foreign(stakes, TEXT)}</p>`;
}

function facts(requirement: RequirementResult, { result }: RequirementContext): Fact[] {
  const { id, source, reason, errata } = requirement;
  const waiver = waiverOf(result, requirement);
  return [
    ...(reason === undefined
      ? []
      : ([
          ['Reason', html`${foreign(reason.message, TEXT)} <code class="quiet">${reason.code}</code>`],
        ] satisfies Fact[])),
    ...(waiver === undefined
      ? []
      : ([
          [
            'Waived',
            html`${foreign(waiver.reason, TEXT)} (${foreign(waiver.owner, TEXT)}, until ${waiver.expires}${waiver.ticket === undefined ? nothing : html`, ${foreign(waiver.ticket, TEXT)}`})`,
          ],
        ] satisfies Fact[])),
    ['Source', foreign(source, TEXT)],
    ...accepted(requirement),
    ...(errata === undefined || errata.length === 0
      ? []
      : ([
          [
            'Read with',
            html`${errata.map((erratum, index) => html`${index === 0 ? '' : ', '}${erratumLink(erratum, result)}`)}`,
          ],
        ] satisfies Fact[])),
    ['Exercises', exercises(requirement)],
    ...classes(requirement),
    ...(requirement.unproven === true
      ? ([['Self-test', html`${NOT_PROVEN}: no planted fault has shown that it can fail`]] satisfies Fact[])
      : []),
    ['Link', html`<a href="${anchorLink(id)}">#${foreign(id, TEXT)}</a>`],
  ];
}

function accepted({ accepted: answers }: RequirementResult): Fact[] {
  if (answers === undefined || answers.length === 0) return [];
  const [only] = answers;
  const plain = (one: AcceptedAnswers) => one.strict.length === 0 && one.situations.join() === 'default';
  if (answers.length === 1 && only !== undefined && plain(only)) return [['Accepted', list(only.besides)]];
  const situations = answers.length > 1 || only?.situations.join() !== 'default';
  const tolerant = answers.some((one) => one.tolerant.length > 0);
  const besides = answers.some((one) => one.besides.length > 0);
  return [
    [
      'Accepted',
      html`<table class="accepted"><thead><tr>${situations ? html`<th scope="col">Situation</th>` : nothing}<th scope="col">Documented</th>${tolerant ? html`<th scope="col">Also, with a remark</th>` : nothing}${besides ? html`<th scope="col">And</th>` : nothing}</tr></thead><tbody>${answers
        .slice(0, LISTED)
        .map(
          (one) =>
            html`<tr>${situations ? html`<td>${foreign(one.situations.join(', '), TEXT)}</td>` : nothing}<td data-label="Documented">${list(one.strict)}</td>${tolerant ? html`<td data-label="Also, with a remark">${list(one.tolerant)}</td>` : nothing}${besides ? html`<td data-label="And">${list(one.besides)}</td>` : nothing}</tr>`,
        )}</tbody></table>`,
    ],
  ];
}

/** Alternatives or conditions, one below the other. */
function list(texts: readonly string[]): Markup {
  return html`${texts.slice(0, LISTED).map((text, index) => html`${index === 0 ? nothing : html`<br>`}${sentence(text, TEXT)}`)}`;
}

function erratumLink(id: string, { errata }: RunResult): Markup {
  return errata?.some((erratum) => erratum.id === id) === true
    ? html`<a href="${anchorLink(erratumAnchor(id))}">${id}</a>`
    : foreign(id, 100);
}

function exercises({ exercises: times, scenarios, coverage }: RequirementResult): Markup {
  const judged = times === 0 ? 'never judged' : `judged ${times === 1 ? 'once' : `${times} times`}`;
  switch (coverage) {
    case 'scenario':
      return scenarios.length === 0
        ? html`${judged}`
        : html`${judged}, in <code>${cut(scenarios.slice(0, LISTED).join(', '), TEXT)}</code>`;
    case 'observed':
      return html`${judged}, on all traffic`;
    case 'needsOperator':
      return html`${judged}: it needs an operator of the target`;
    case 'codeReview':
      return html`${judged}: it is not visible from outside`;
  }
}

function classes({ classes: reached }: RequirementResult): Fact[] {
  const entries = Object.entries(reached);
  if (entries.length === 0 || (entries.length === 1 && entries[0]?.[0] === 'default')) return [];
  const left = entries.length - LISTED;
  return [
    [
      'Reached',
      html`<ul class="classes">${entries.slice(0, LISTED).map(([name, count]) => html`<li>${foreign(name, 200)} <span class="quiet">× ${count}</span></li>`)}${left > 0 ? html`<li>${left} more in results.json</li>` : nothing}</ul>`,
    ],
  ];
}

function remarkList({ remarks }: RequirementResult): Markup {
  if (remarks.length === 0) return nothing;
  const left = remarks.length - REMARKS;
  return html`<h4>${remarks.length === 1 ? 'Remark' : 'Remarks'}</h4><ul class="remarks">${remarks.slice(0, REMARKS).map(({ text, count, exchange }) => html`<li>${foreign(text, REMARK)} <span class="quiet">${count === 1 ? 'once' : `${count} times`}${exchange === undefined ? nothing : html`, first in ${exchange} of the evidence`}</span></li>`)}${left > 0 ? html`<li>${left} more in results.json</li>` : nothing}</ul>
`;
}
