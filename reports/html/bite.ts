import type { BiteFault, BiteScore, RunResult } from '../../schemas/report/results.generated.js';
import { cut } from '../hostile-text.js';
import { biteWords, counted, NOT_PROVEN } from '../words.js';
import { anchorLink, html, type Markup, nothing } from './markup.js';

/** Longest name and longest sentence that the section shows, in characters. */
const NAME = 100;
const SENTENCE = 300;

/** The most planted faults that the section shows; the others are counted. */
const MOST_FAULTS = 2_000;

const LAYERS = ['behaviour', 'shape', 'time'] as const satisfies readonly BiteFault['layer'][];

/**
 * What proves that the requirements can fail: for each area how many faults were planted in the suite's own reference platform,
 * and for each requirement which of them it caught. Closed until somebody opens it. Nothing when the result has no matrix.
 */
export function biteSection({ bite, requirements }: RunResult): Markup {
  if (bite?.matrix === undefined) return nothing;
  const { matrix } = bite;
  const shown = matrix.slice(0, MOST_FAULTS);
  const known = new Set(requirements.map(({ id }) => id));
  return html`<section aria-labelledby="section-bite"><h2 id="section-bite">What proves that requirements can fail</h2>
<p>${biteWords(bite)}. Each fault was planted by itself in the suite's own reference platform.</p>
${countsTable(matrix)}
${withoutProof(bite, known)}
<details class="bite"><summary>The faults that prove each requirement</summary>
${[...byArea(shown)].map(([area, proofs]) => areaProofs(area, proofs, known))}${
  shown.length < matrix.length
    ? html`<p class="quiet">${counted(matrix.length - shown.length, 'further fault')} in results.json.</p>`
    : nothing
}</details>
</section>`;
}

function countsTable(matrix: readonly BiteFault[]): Markup {
  const areas = [...new Set(matrix.map(({ area }) => area))].sort();
  return html`<details class="bite"><summary>Faults caught and planted, by area and layer</summary>
<table class="counts"><thead><tr><th scope="col">Area</th>${LAYERS.map((layer) => html`<th scope="col">${layer}</th>`)}<th scope="col">all</th></tr></thead><tbody>
${areas.map((area) =>
  row(
    area,
    matrix.filter((fault) => fault.area === area),
  ),
)}${row('all', matrix)}</tbody></table></details>`;
}

function row(name: string, faults: readonly BiteFault[]): Markup {
  const cells = [...LAYERS.map((layer) => faults.filter((fault) => fault.layer === layer)), faults];
  return html`<tr><th scope="row">${cut(name, NAME)}</th>${cells.map((cell) => html`<td>${cell.length === 0 ? '' : `${cell.filter(({ caught }) => caught).length}/${cell.length}`}</td>`)}</tr>
`;
}

function withoutProof({ unproven, reasons = {} }: BiteScore, known: ReadonlySet<string>): Markup {
  if (unproven.length === 0)
    return html`<p>Every requirement that a run can fail was broken by one of them, and was reported.</p>`;
  return html`<h3>${counted(unproven.length, 'requirement')} ${NOT_PROVEN}</h3><ul>${unproven.map(
    (id) => html`<li>${named(id, known)}: ${cut(reasons[id] ?? 'no fault that was caught breaks it', SENTENCE)}</li>`,
  )}</ul>`;
}

/** For each area of the requirements, in the order of their ids, the faults that prove each requirement. */
function byArea(matrix: readonly BiteFault[]): ReadonlyMap<string, ReadonlyMap<string, readonly BiteFault[]>> {
  const areas = new Map<string, Map<string, BiteFault[]>>();
  const proofs = matrix.flatMap((fault) => fault.proves.map((requirement) => ({ requirement, fault })));
  for (const { requirement, fault } of proofs.sort((a, b) => (a.requirement < b.requirement ? -1 : 1))) {
    const area = requirement.replace(/-[^-]*$/, '');
    const ofArea = areas.get(area) ?? new Map<string, BiteFault[]>();
    areas.set(area, ofArea);
    const faults = ofArea.get(requirement);
    if (faults === undefined) ofArea.set(requirement, [fault]);
    else faults.push(fault);
  }
  return areas;
}

/** A fault that proves several requirements of an area is described at the first. */
function areaProofs(
  area: string,
  proofs: ReadonlyMap<string, readonly BiteFault[]>,
  known: ReadonlySet<string>,
): Markup {
  const described = new Set<string>();
  const line = ({ id, defect }: BiteFault): Markup => {
    const isNew = !described.has(id);
    described.add(id);
    return html`<li><code>${cut(id, NAME)}</code>${isNew ? ` ${cut(defect, SENTENCE)}` : ''}</li>`;
  };
  const faults = new Set([...proofs.values()].flat().map(({ id }) => id));
  return html`<details class="bite"><summary>${cut(area, NAME)}: ${counted(proofs.size, 'requirement')}, ${counted(faults.size, 'fault')}</summary><dl>${[
    ...proofs,
  ].map(
    ([requirement, own]) => html`<dt>${named(requirement, known)}</dt><dd><ul>${own.map(line)}</ul></dd>`,
  )}</dl></details>
`;
}

function named(id: string, known: ReadonlySet<string>): Markup {
  return known.has(id) ? html`<a href="${anchorLink(id)}">${cut(id, NAME)}</a>` : html`${cut(id, NAME)}`;
}
