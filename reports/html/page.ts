import { createHash } from 'node:crypto';
import type { RunResult } from '../../schemas/report/results.generated.js';
import { conclude } from '../conclusion.js';
import { groupByArea } from '../selections.js';
import { LEVELS, VERDICTS, verdictWords } from '../words.js';
import { biteSection } from './bite.js';
import { html, type Markup, trusted } from './markup.js';
import { areaAnchor, areasSection, countsSection, findingsOverview, pageHeader, waiversSection } from './overview.js';
import { requirementDetails } from './requirement.js';
import { SCRIPT } from './script.js';
import { STYLE } from './style.js';

/**
 * report.html: the whole result as one page that needs neither network nor script. Its policy allows exactly its own style
 * sheet and script, by their hashes; texts of the target are escaped and long ones cut (the full texts are in results.json).
 * Every requirement and every finding is an anchor: `report.html#PAYOUT-BATCH-010`. The script only filters and opens.
 */
export function renderHtml(result: RunResult): string {
  const areas = groupByArea(result.requirements);
  const policy = `default-src 'none'; style-src ${sourceOf(STYLE)}; script-src ${sourceOf(SCRIPT)}; base-uri 'none'; form-action 'none'`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${conclude(result).word}: ${result.protocol} ${result.role} at ${result.target.url.slice(0, 200)}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
<a class="skip" href="#section-requirements">To the requirements</a>
${pageHeader(result)}
<main>
${countsSection(result)}
${findingsOverview(result)}
${waiversSection(result)}
${areasSection(areas)}
<section aria-labelledby="section-requirements"><h2 id="section-requirements">Requirements</h2>
${filters()}
${[...areas].map(
  ([area, requirements], index) =>
    html`<section class="area" aria-labelledby="${areaAnchor(index)}"><h3 id="${areaAnchor(index)}">${area}</h3>
${requirements.map((requirement) => requirementDetails(result, requirement))}</section>
`,
)}</section>
${biteSection(result)}
</main>
<footer><p class="quiet">Written by ${result.suite.name} ${result.suite.version}. Account numbers, names, card data and secrets are masked.</p></footer>
<script>${trusted(SCRIPT)}</script>
</body>
</html>
`;
  return page.toString();
}

/** Hidden until the script shows it: without the script it would do nothing. */
function filters(): Markup {
  return html`<form id="section-filters" class="filters" role="search" aria-label="Filter the requirements" hidden>
<label>Text <input type="search" name="text" autocomplete="off"></label>
<label>Verdict <select name="verdict"><option value="">all</option>${VERDICTS.map((verdict) => html`<option value="${verdict}">${verdictWords(verdict)}</option>`)}</select></label>
<label>Level <select name="level"><option value="">all</option>${LEVELS.map((level) => html`<option value="${level}">${level}</option>`)}</select></label>
<output name="shown" aria-live="polite"></output>
</form>`;
}

function sourceOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
}
