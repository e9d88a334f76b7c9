import type { RequirementResult, RunResult } from '../../schemas/report/results.generated.js';
import { cut } from '../hostile-text.js';
import { failuresOf, groupByArea, groupByReason } from '../selections.js';
import { counted, LEVELS, type Level } from '../words.js';
import { kindOf, mark } from './kinds.js';
import { anchorLink, foreign, html, type Markup, nothing, sentence } from './markup.js';

/** Longest text that the overview shows, in characters. */
const TEXT = 500;
/** Up to this many failed requirements are listed with their sentences. */
const SENTENCES = 25;
/** More groups of reasons than this are counted, not shown. */
const GROUPS = 40;

/** Links to everything that failed, our own errors, and what has no verdict and why. */
export function attentionSections(result: RunResult): Markup {
  return html`${failed(result)}${ownErrors(result)}${reasons(result, 'inconclusive', 'Inconclusive')}${reasons(result, 'notTested', 'Not tested')}${reasons(result, 'notApplicable', 'Not applicable')}`;
}

/** The waivers of the run and whether they are in order. */
export function waiversSection({ waivers }: RunResult): Markup {
  if (waivers.length === 0) return nothing;
  return html`<section aria-labelledby="section-waivers"><h2 id="section-waivers">Waivers</h2>
<div class="scroll" tabindex="0" role="group" aria-label="Waivers and their state"><table class="lines"><thead><tr><th scope="col">Requirement</th><th scope="col">State</th><th scope="col">Expires</th><th scope="col">Owner</th><th scope="col">Reason</th><th scope="col">Ticket</th></tr></thead><tbody>${waivers.map(
    ({ requirement, operation, state, expires, owner, reason, ticket }) =>
      html`<tr><th scope="row">${foreign(requirement, TEXT)}${operation === undefined ? nothing : html` (${foreign(operation, TEXT)})`}</th><td>${state === 'notEvaluated' ? 'not evaluated' : state}</td><td>${expires}</td><td>${foreign(owner, TEXT)}</td><td>${foreign(reason, TEXT)}</td><td>${foreign(ticket ?? '', TEXT)}</td></tr>`,
  )}</tbody></table></div></section>
`;
}

function failed(result: RunResult): Markup {
  const list = failuresOf(result);
  if (list.length === 0) return nothing;
  if (list.length > SENTENCES) return manyFailed(list);
  return html`<section aria-labelledby="section-failed"><h2 id="section-failed">Failed (${list.length})</h2><ul class="failed">${list.map(
    (requirement) =>
      html`<li>${mark(kindOf(requirement))} <a href="${anchorLink(requirement.id)}">${foreign(requirement.id, TEXT)}</a> <span class="level">${requirement.level}${requirement.waived === true ? ', waived' : ''}</span> <span class="statement">${sentence(requirement.statement, TEXT)}</span></li>`,
  )}</ul></section>
`;
}

/** By area and level, as `failuresOf` has them. */
function manyFailed(list: readonly RequirementResult[]): Markup {
  const row = (level: Level, requirements: readonly RequirementResult[]) => {
    const own = requirements.filter((requirement) => requirement.level === level);
    return own.length === 0
      ? nothing
      : html`<span class="ids"><span class="level">${level}</span> ${own.map((requirement) => html`<a href="${anchorLink(requirement.id)}">${foreign(requirement.id, TEXT)}</a>${requirement.waived === true ? html`<span class="quiet">(waived)</span> ` : nothing} `)}</span>`;
  };
  return html`<section aria-labelledby="section-failed"><h2 id="section-failed">Failed (${list.length})</h2><ul class="reasons">${[
    ...groupByArea(list),
  ].map(
    ([area, requirements]) =>
      html`<li>${mark('fail')} <span><b>${foreign(area, TEXT)}</b> <span class="quiet">${requirements.length}</span>${LEVELS.map((level) => row(level, requirements))}</span></li>`,
  )}</ul></section>
`;
}

function ownErrors({ errors }: RunResult): Markup {
  if (errors.length === 0) return nothing;
  return html`<section aria-labelledby="section-errors"><h2 id="section-errors">Errors of the suite itself (${errors.length})</h2><ul>${errors.map(({ where, message }) => html`<li>${mark('error')} <code>${cut(where, TEXT)}</code>: ${foreign(message, TEXT)}</li>`)}</ul></section>
`;
}

function reasons(result: RunResult, verdict: 'inconclusive' | 'notTested' | 'notApplicable', title: string): Markup {
  const groups = groupByReason(result.requirements, verdict);
  if (groups.length === 0) return nothing;
  const total = groups.reduce((sum, { ids }) => sum + ids.length, 0);
  const left = groups.length - GROUPS;
  return html`<section aria-labelledby="section-${verdict}"><h2 id="section-${verdict}">${title} (${total})</h2><ul class="reasons">${groups
    .slice(0, GROUPS)
    .map(
      ({ code, message, messages, ids }) =>
        html`<li>${mark(verdict)} <span>${foreign(message, TEXT)}${messages > 1 ? ` (and ${counted(messages - 1, 'other message')})` : nothing} <code class="quiet">${code}</code> <span class="ids">${ids.map((id) => html`<a href="${anchorLink(id)}">${foreign(id, TEXT)}</a> `)}</span></span></li>`,
    )}</ul>${left > 0 ? html`<p class="quiet">${counted(left, 'more reason')} in results.json.</p>` : nothing}</section>
`;
}
