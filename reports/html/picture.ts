import type { RequirementResult, RunResult } from '../../schemas/report/results.generated.js';
import { counted, LEVELS, type Level } from '../words.js';
import { countKinds, countsInWords, KINDS, type Kind, kindOf, kindWords, mark } from './kinds.js';
import { foreign, html, type Markup, nothing } from './markup.js';

/** Marks in one row of a drawing. */
const IN_A_ROW = 12;
/** From one mark to the next, in pixels; a mark is 10 wide. */
const PITCH = 12;

/** The kinds that a picture names in words, because they need a reader. */
const NAMED: readonly Kind[] = ['fail', 'waived', 'inconclusive', 'notTested', 'error'];

/** The table of counts by level and kind. */
export function countsSection({ requirements, summary }: RunResult): Markup {
  const all = countKinds(requirements);
  const kinds = KINDS.filter((kind) => all[kind] > 0 || (kind !== 'waived' && kind !== 'error'));
  const row = (name: string, list: readonly RequirementResult[]) => {
    const counts = countKinds(list);
    return html`<tr><th scope="row">${name}</th>${kinds.map((kind) => html`<td class="${counts[kind] === 0 ? 'zero' : kind}">${counts[kind]}</td>`)}<td>${list.length}</td></tr>`;
  };
  return html`<section aria-labelledby="section-counts"><h2 id="section-counts">Verdicts</h2>
<div class="scroll" tabindex="0" role="group" aria-label="Verdicts by level"><table class="counts"><thead><tr><th scope="col">Level</th>${kinds.map((kind) => html`<th scope="col">${mark(kind)} ${kindWords(kind)}</th>`)}<th scope="col">all</th></tr></thead>
<tbody>${LEVELS.map((level) =>
    row(
      level,
      requirements.filter((requirement) => requirement.level === level),
    ),
  )}${row('all', requirements)}</tbody></table></div>
<p class="quiet">${counted(summary.requirements, 'requirement')} in force. MUST decides on conformance; a remark is something accepted that is worth knowing; info requirements are reported and never fail.</p></section>
`;
}

/** A row for each area with a mark for each requirement by level, linked to the area's requirements. */
export function areasSection(result: RunResult, areas: ReadonlyMap<string, RequirementResult[]>): Markup {
  const rows = [...areas].map(([area, requirements], index) => {
    const title = areaTitle(result, area);
    return html`<tr><th scope="row"><a href="#${areaAnchor(index)}">${foreign(area, 100)}</a>${title === undefined ? nothing : html` <span class="quiet">${foreign(title, 200)}</span>`}</th>${LEVELS.map((level) => cell(level, requirements))}</tr>
`;
  });
  return html`<section aria-labelledby="section-areas"><h2 id="section-areas">Areas</h2>
<ul class="legend" aria-label="What the marks mean">${KINDS.map((kind) => html`<li>${mark(kind)} ${kindWords(kind)}</li>`)}</ul>
<table class="areas"><thead><tr><th scope="col">Area</th>${LEVELS.map((level) => html`<th scope="col">${level}</th>`)}</tr></thead><tbody>
${rows}</tbody></table></section>
`;
}

/** The anchor of an area's heading. Area names are not used: they could equal another id of the page. */
export function areaAnchor(index: number): string {
  return `section-area-${index + 1}`;
}

/** What an area is about, in a few words; undefined where the result does not say. */
export function areaTitle({ areas }: RunResult, area: string): string | undefined {
  return areas?.find((note) => note.area === area)?.title;
}

function cell(level: Level, requirements: readonly RequirementResult[]): Markup {
  const own = requirements
    .filter((requirement) => requirement.level === level)
    .map((requirement) => ({ requirement, kind: kindOf(requirement) }));
  if (own.length === 0) return html`<td class="empty" data-level="${level}"></td>`;
  const counts = countKinds(own.map(({ requirement }) => requirement));
  const width = Math.min(own.length, IN_A_ROW) * PITCH - 2;
  const height = Math.ceil(own.length / IN_A_ROW) * PITCH - 2;
  const marks = own.map(
    ({ requirement, kind }, position) =>
      html`<use href="#mark-${kind}" x="${(position % IN_A_ROW) * PITCH}" y="${Math.floor(position / IN_A_ROW) * PITCH}" width="10" height="10" data-id="${requirement.id}"><title>${requirement.id}: ${kindWords(kind)}</title></use>`,
  );
  const named = countsInWords(counts, NAMED);
  return html`<td data-level="${level}"><svg class="units" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${level}: ${countsInWords(counts)}">${marks}</svg>${named === '' ? nothing : html`<span class="named${counts.fail > 0 ? ' failed' : ''}">${named}</span>`}</td>`;
}
