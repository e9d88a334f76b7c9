import type { RunResult } from '../../schemas/report/results.generated.js';
import { foreign, html, type Markup, nothing, sentence } from './markup.js';

/** Longest text of an erratum that the page shows, in characters. */
const TEXT = 2000;

/** The anchor of an erratum. Prefixed, because its id could equal another one of the page. */
export function erratumAnchor(id: string): string {
  return `erratum-${id}`;
}

/** Where the documents contradict themselves or are silent, and how that was read. */
export function errataSection({ errata }: RunResult): Markup {
  if (errata === undefined || errata.length === 0) return nothing;
  return html`<section aria-labelledby="section-errata"><h2 id="section-errata">How the documents were read</h2>
<p class="quiet">Where the documents contradict themselves or are silent, and requirements above are judged with that in mind.</p>
<dl class="errata">${errata.map(
    ({ id, issue, reading, tolerance }) =>
      html`<dt id="${erratumAnchor(id)}">${foreign(id, 100)}</dt><dd>${sentence(issue, TEXT)} <span class="quiet">Read as:</span> ${sentence(reading, TEXT)}${tolerance === undefined ? nothing : html` <span class="quiet">Accepted:</span> ${sentence(tolerance, TEXT)}`}</dd>`,
  )}</dl></section>
`;
}
