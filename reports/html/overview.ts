import type { RequirementResult, RunResult, VerdictCounts } from '../../schemas/report/results.generated.js';
import { conclude } from '../conclusion.js';
import { cut } from '../hostile-text.js';
import { failuresOf, groupByReason } from '../selections.js';
import { countVerdicts } from '../summary.js';
import { biteWords, counted, elapsed, LEVELS, VERDICTS, verdictWords } from '../words.js';
import { anchorLink, html, type Markup, nothing, sentence } from './markup.js';

/** Longest text that the overview shows, in characters. */
const TEXT = 500;
/** Width of a bar in units of its drawing. */
const BAR = 200;

/** The top of the page: the conclusion and everything that it rests on. */
export function pageHeader(result: RunResult): Markup {
  const { word, because, notes } = conclude(result);
  const { target, suite, summary, preflight } = result;
  const time = elapsed(result.startedAt, result.finishedAt);
  const facts: [string, Markup][] = [
    ['Target', html`<code>${cut(target.url, TEXT)}</code>${target.reference ? ' (the reference platform)' : ''}`],
    ['Fingerprint', html`<code>${cut(target.fingerprint, TEXT)}</code>`],
    ['Tested as', html`${result.protocol} ${result.role}`],
    ['Claim', html`${result.ics === null ? 'the default claim' : 'an implementation conformance statement'}`],
    ['Suite', html`${suite.name} ${suite.version}`],
    ['Seed', html`${result.seed}, ${result.runs} exercises per property`],
    ...(result.bite === undefined
      ? []
      : ([['Self-test', html`${biteWords(result.bite)}`]] satisfies [string, Markup][])),
    ['Evidence', html`${summary.exercises} exercises, ${summary.exchanges} exchanges`],
    [
      'Time',
      html`<time datetime="${result.startedAt}">${result.startedAt}</time> to <time datetime="${result.finishedAt}">${result.finishedAt}</time>${time === null ? '' : ` (${time})`}`,
    ],
    ['Webhooks', html`${webhookWords(target.webhooks)}`],
    ['Second application', html`${target.secondApplication}`],
    ['Control interface', target.controlUrl === null ? html`none` : html`<code>${cut(target.controlUrl, TEXT)}</code>`],
    ...(preflight === null
      ? []
      : ([['Clock and latency', html`${clockWords(preflight)}`]] satisfies [string, Markup][])),
  ];
  return html`<header>
<p class="quiet">Conformance report</p>
<h1><span class="verdict ${word.replace(' ', '-')}">${word.charAt(0).toUpperCase()}${word.slice(1)}</span> ${cut(because, TEXT)}</h1>
${notes.map((note) => html`<p class="note">Note: ${cut(note, TEXT)}.</p>`)}
<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
</header>`;
}

/** The table of counts by level and verdict. */
export function countsSection({ summary }: RunResult): Markup {
  const row = (name: string, values: VerdictCounts) =>
    html`<tr><th scope="row">${name}</th>${VERDICTS.map((verdict) => html`<td class="${values[verdict] === 0 ? 'zero' : verdict}">${values[verdict]}</td>`)}</tr>`;
  return html`<section aria-labelledby="section-counts"><h2 id="section-counts">Verdicts</h2>
<table class="counts"><thead><tr><th scope="col">Level</th>${VERDICTS.map((verdict) => html`<th scope="col">${verdictWords(verdict)}</th>`)}</tr></thead>
<tbody>${LEVELS.map((level) => row(level, summary.byLevel[level]))}${row('all', summary.verdicts)}</tbody></table>
<p class="quiet">${summary.requirements} requirements; ${summary.remarks} passed with a remark; ${summary.waived} waived.</p></section>`;
}

/** A row for each area with a bar of its verdicts, linked to the area's requirements. */
export function areasSection(areas: ReadonlyMap<string, RequirementResult[]>): Markup {
  const rows = [...areas].map(([area, requirements], index) => {
    const counts = countVerdicts(requirements);
    return html`<tr><th scope="row"><a href="#${areaAnchor(index)}">${area}</a></th><td>${requirements.length}</td><td>${bar(counts, requirements.length)}</td><td>${describe(counts)}</td></tr>`;
  });
  return html`<section aria-labelledby="section-areas"><h2 id="section-areas">Areas</h2>
<table class="areas"><thead><tr><th scope="col">Area</th><th scope="col">Requirements</th><th scope="col">Share</th><th scope="col">Verdicts</th></tr></thead><tbody>${rows}</tbody></table></section>`;
}

/** The anchor of an area's heading. Area names are not used: they could equal another id of the page. */
export function areaAnchor(index: number): string {
  return `section-area-${index + 1}`;
}

/** Links to everything that failed, our own errors, and what has no verdict and why. */
export function findingsOverview(result: RunResult): Markup {
  const failed = failuresOf(result);
  return html`${
    failed.length === 0
      ? nothing
      : html`<section aria-labelledby="section-failed"><h2 id="section-failed">Failed</h2><ul>${failed.map((requirement) => html`<li><a href="${anchorLink(requirement.id)}">${requirement.id}</a> (${requirement.level}${requirement.waived === true ? ', waived' : ''}) ${sentence(cut(requirement.statement, TEXT))}</li>`)}</ul></section>`
  }${
    result.errors.length === 0
      ? nothing
      : html`<section aria-labelledby="section-errors"><h2 id="section-errors">Errors of the suite itself</h2><ul>${result.errors.map(({ where, message }) => html`<li><code>${cut(where, TEXT)}</code>: ${cut(message, TEXT)}</li>`)}</ul></section>`
  }${reasons(result, 'inconclusive', 'Inconclusive')}${reasons(result, 'notTested', 'Not tested')}`;
}

/** The waivers of the run and whether they are in order. */
export function waiversSection({ waivers }: RunResult): Markup {
  if (waivers.length === 0) return nothing;
  return html`<section aria-labelledby="section-waivers"><h2 id="section-waivers">Waivers</h2>
<table><thead><tr><th scope="col">Requirement</th><th scope="col">State</th><th scope="col">Expires</th><th scope="col">Owner</th><th scope="col">Reason</th><th scope="col">Ticket</th></tr></thead><tbody>${waivers.map(
    ({ requirement, operation, state, expires, owner, reason, ticket }) =>
      html`<tr><th scope="row">${requirement}${operation === undefined ? '' : ` (${operation})`}</th><td>${state === 'notEvaluated' ? 'not evaluated' : state}</td><td>${expires}</td><td>${cut(owner, TEXT)}</td><td>${cut(reason, TEXT)}</td><td>${ticket ?? ''}</td></tr>`,
  )}</tbody></table></section>`;
}

function reasons(result: RunResult, verdict: 'inconclusive' | 'notTested', title: string): Markup {
  const groups = groupByReason(result.requirements, verdict);
  if (groups.length === 0) return nothing;
  return html`<section aria-labelledby="section-${verdict}"><h2 id="section-${verdict}">${title}</h2><ul>${groups.map(
    ({ code, message, messages, ids }) =>
      html`<li><code>${code}</code> (${ids.length}): ${cut(message, TEXT)}${messages > 1 ? ` (and ${counted(messages - 1, 'other message')})` : ''} ${ids.map((id, index) => html`${index === 0 ? '' : ', '}<a href="${anchorLink(id)}">${id}</a>`)}</li>`,
  )}</ul></section>`;
}

function bar(counts: VerdictCounts, total: number): Markup {
  let x = 0;
  const parts = VERDICTS.map((verdict) => {
    const width = (counts[verdict] / total) * BAR;
    const part =
      width === 0
        ? nothing
        : html`<rect class="${verdict}" x="${round(x)}" y="0" width="${round(width)}" height="10"/>`;
    x += width;
    return part;
  });
  return html`<svg class="bar" viewBox="0 0 ${BAR} 10" preserveAspectRatio="none" role="img" aria-label="${describe(counts)}">${parts}</svg>`;
}

function describe(counts: VerdictCounts): string {
  return VERDICTS.filter((verdict) => counts[verdict] > 0)
    .map((verdict) => `${counts[verdict]} ${verdictWords(verdict)}`)
    .join(', ');
}

function round(value: number): string {
  return value.toFixed(2);
}

function webhookWords(webhooks: RunResult['target']['webhooks']): string {
  switch (webhooks) {
    case 'loopback':
      return 'received on this machine';
    case 'tunnel':
      return 'received through the given URL';
    case 'none':
      return 'could not reach us';
  }
}

function clockWords({
  clockOffsetMs,
  clockErrorMs,
  latencyMs,
  eventLoopLagMs,
}: NonNullable<RunResult['preflight']>): string {
  const clock =
    clockOffsetMs === null
      ? 'clock unknown'
      : `clock ${clockOffsetMs >= 0 ? '+' : ''}${clockOffsetMs.toFixed(0)} ms${clockErrorMs === null ? '' : ` ± ${clockErrorMs.toFixed(0)} ms`}`;
  return `${clock}; latency median ${latencyMs.median.toFixed(1)} ms, 95 % within ${latencyMs.p95.toFixed(1)} ms, longest ${latencyMs.max.toFixed(1)} ms of ${latencyMs.samples} samples; our own lag up to ${eventLoopLagMs.toFixed(1)} ms`;
}
