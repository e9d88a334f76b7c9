import { createHash } from 'node:crypto';
import type { RequirementResult, RunResult } from '../../schemas/report/results.generated.js';
import { conclude } from '../conclusion.js';
import { cut } from '../hostile-text.js';
import { groupByArea } from '../selections.js';
import { counted, LEVELS } from '../words.js';
import { attentionSections, waiversSection } from './attention.js';
import { biteSection } from './bite.js';
import { errataSection } from './errata.js';
import { pageHeader, productOf } from './facts.js';
import { findingSections } from './findings.js';
import { KINDS, kindOf, kindWords, markDefinitions } from './kinds.js';
import { foreign, html, type Markup, nothing, trusted } from './markup.js';
import { areaAnchor, areasSection, areaTitle, countsSection } from './picture.js';
import { requirementDetails } from './requirement.js';
import { SCRIPT } from './script.js';
import { STYLE } from './style.js';

/** With more failed requirements than this, none stands open: the page would have no shape. */
const OPEN_FAILURES = 12;

/**
 * report.html: the whole result as one page that needs neither network nor script. Its policy allows exactly its own style
 * sheet and script, by their hashes; texts of the target are escaped and long ones cut (the full texts are in results.json).
 * Every requirement, finding and exchange is an anchor: `report.html#PAYOUT-BATCH-010`. The script only filters and opens.
 */
export function renderHtml(result: RunResult): string {
  const areas = groupByArea(result.requirements);
  const failures = result.requirements.filter(({ verdict }) => verdict === 'fail').length;
  const context = { result, sections: findingSections(result), openFailures: failures <= OPEN_FAILURES };
  const policy = `default-src 'none'; style-src ${sourceOf(STYLE)}; script-src ${sourceOf(SCRIPT)}; base-uri 'none'; form-action 'none'`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title(result)}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
<a class="skip" href="#section-requirements">To the requirements</a>
${markDefinitions()}${pageHeader(result)}
<main>
${countsSection(result)}${areasSection(result, areas)}${attentionSections(result)}${waiversSection(result)}<section aria-labelledby="section-requirements"><h2 id="section-requirements">Requirements</h2>
${filters(result.requirements, [...areas.keys()])}
${[...areas].map(([area, requirements], index) => {
  const words = areaTitle(result, area);
  return html`<section class="area" aria-labelledby="${areaAnchor(index)}" data-area="${area}"><h3 id="${areaAnchor(index)}">${foreign(area, 100)}${words === undefined ? nothing : html` <span class="quiet">${foreign(words, 200)}</span>`}</h3>
${requirements.map((requirement) => requirementDetails(requirement, context))}</section>
`;
})}</section>
${biteSection(result)}
${errataSection(result)}</main>
<footer><p class="quiet">Written by ${foreign(`${result.suite.name} ${result.suite.version}`, 200)}. Account numbers, names, card data and secrets are masked. results.json beside this file holds everything that is shown, and what was left out here.</p></footer>
<script>${trusted(SCRIPT)}</script>
</body>
</html>
`;
  return page.toString();
}

function title(result: RunResult): string {
  const product = productOf(result);
  const name = product?.name === undefined ? result.target.url : `${product.name} ${product.version ?? ''}`;
  return `${conclude(result).word}: ${result.protocol} ${result.role} ${name}`.slice(0, 200);
}

/** Hidden until the script shows it: without the script it would do nothing. */
function filters(requirements: readonly RequirementResult[], areas: readonly string[]): Markup {
  const kinds = new Set(requirements.map(kindOf));
  const some = (value: string, words: string) => html`<option value="${value}">${words}</option>`;
  return html`<form id="section-filters" class="filters" role="search" aria-label="Filter the requirements" hidden>
<label>Search <input type="search" name="text" autocomplete="off" placeholder="id or words"></label>
<label>Verdict <select name="kind"><option value="">all</option>${some('attention', 'failed, inconclusive or error')}${KINDS.filter((kind) => kinds.has(kind)).map((kind) => some(kind, kind === 'pass' ? 'passed without remark' : kindWords(kind)))}</select></label>
<label>Level <select name="level"><option value="">all</option>${LEVELS.map((level) => some(level, level))}</select></label>
<label>Area <select name="area"><option value="">all</option>${areas.map((area) => some(area, cut(area, 40)))}</select></label>
<span class="actions"><button type="button" name="openFailures">Open failures</button> <button type="button" name="closeAll">Close all</button> <button type="reset" name="clear">Clear</button></span>
<output name="shown" aria-live="polite">${counted(requirements.length, 'requirement')}</output>
</form>`;
}

function sourceOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
}
