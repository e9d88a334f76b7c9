import type { Exchange, Finding } from '../../schemas/report/results.generated.js';
import { cut } from '../hostile-text.js';
import { counted } from '../words.js';
import { type ExchangeView, exchangeFigure } from './exchange.js';
import { anchorLink, foreign, html, type Markup, nothing, sentence } from './markup.js';
import { timeline } from './timeline.js';

/** Longest text of a finding that the page shows, in characters. The whole text is in results.json. */
const TEXT = 2000;
/** Longest command: one that is cut cannot be run. */
const COMMAND = 8000;
/** Exchanges of a finding that are shown in full: those that prove it first. */
const FIGURES = 8;
/** Violations that are shown. */
const VIOLATIONS = 10;

/** A finding: expected against received, twins side by side, everything in time, the command that sends it again. */
export function findingSection(finding: Finding): Markup {
  const views = viewsOf(finding);
  const figures = chosenFigures(finding, views);
  const drawn = new Set(figures.map(({ anchor }) => anchor));
  const pairs = pairsOf(figures);
  const paired = new Set(pairs.flatMap(({ control, copy }) => [control, copy]));
  return html`${opening(finding)}
${violations(finding, views)}
${
  finding.mutation === null
    ? nothing
    : html`<p>The altered copy differs from its accepted twin in one element: <code>${cut(finding.mutation.element === '' ? 'the whole body' : finding.mutation.element, TEXT)}</code> (${foreign(finding.mutation.mutation, TEXT)}).</p>`
}
${pairs.length === 0 ? nothing : twinFigures(pairs)}
${timeline(views, drawn)}
${otherFigures(
  figures.filter((view) => !paired.has(view)),
  pairs.length > 0,
)}
${reproduction(finding)}
</section>`;
}

/** A finding without its exchanges, for where the page would grow too large. */
export function shortFinding(finding: Finding): Markup {
  const exchanges = finding.exchanges.length + (finding.besides?.length ?? 0);
  return html`${opening(finding)}
${violations(finding, [])}
<p class="quiet">To keep the page small, ${exchanges === 1 ? 'its exchange is' : `its ${exchanges} exchanges are`} in results.json only.</p>
${reproduction(finding)}
</section>`;
}

function opening(finding: Finding): Markup {
  const facts = [
    html`<code>${cut(finding.scenario, TEXT)}</code>`,
    ...(finding.case === null ? [] : [html`case <b>${foreign(finding.case, TEXT)}</b>`]),
    html`failed in ${finding.failures} of ${counted(finding.exercises, 'exercise')}`,
    html`${reproducedWords(finding.reproduced)}`,
    finding.shrinks === 0
      ? html`seed ${finding.seed}`
      : html`smallest of ${counted(finding.shrinks + 1, 'failing value')}, seed ${finding.seed}`,
  ];
  return html`<section class="finding" id="${anchorOf(finding)}">
<h4>${foreign(finding.title, TEXT)} <a class="quiet" href="${anchorLink(anchorOf(finding))}">${finding.id}</a></h4>
<p class="quiet">${facts.map((fact, index) => html`${index === 0 ? '' : '; '}${fact}`)}.</p>${
    finding.timing === undefined
      ? nothing
      : html`
<p class="quiet">${foreign(finding.timing, TEXT)}</p>`
  }`;
}

function violations(finding: Finding, views: readonly ExchangeView[]): Markup {
  const left = finding.violations.length - VIOLATIONS;
  return html`<table class="violations"><thead><tr><th scope="col">Expected</th><th scope="col">Received</th>${views.length === 0 ? nothing : html`<th scope="col">In</th>`}</tr></thead><tbody>${finding.violations
    .slice(0, VIOLATIONS)
    .map(
      ({ expected, received, exchange }) =>
        html`<tr><td>${sentence(expected, TEXT)}</td><td class="received"><code>${cut(received, TEXT)}</code></td>${views.length === 0 ? nothing : html`<td>${exchange === undefined ? nothing : exchangeLink(exchange, views)}</td>`}</tr>`,
    )}</tbody></table>${left > 0 ? html`<p class="quiet">${left} more in results.json.</p>` : nothing}`;
}

function reproduction({ replay, curl, curlNote, seed }: Finding): Markup {
  return html`<h5>Reproduce</h5>
${
  replay === ''
    ? html`<p>It was judged on all traffic of the run: run again with seed ${seed}.</p>`
    : html`<p class="quiet">The whole case, drawn and signed anew:</p>
<pre class="command" tabindex="0"><code>${cut(replay, COMMAND)}</code></pre>`
}${
  curl === null
    ? nothing
    : html`<p class="quiet">The decisive request; address, id and secret come from the environment (<code>LESSPAY_BASE_URL</code>, <code>LESSPAY_APP_ID</code>, <code>LESSPAY_APP_SECRET</code>):</p>
<pre class="command" tabindex="0"><code>${cut(curl, COMMAND)}</code></pre>`
}${curlNote === undefined ? nothing : html`<p class="quiet">${curl === null ? 'No curl line: ' : nothing}${foreign(curlNote, TEXT)}</p>`}`;
}

function reproducedWords(reproduced: boolean | null): string {
  if (reproduced === null) return 'not sent again to see whether it fails every time';
  return reproduced ? 'failed again when sent again' : 'did not fail when sent again: the failure is not steady';
}

/** Prefixed, because a finding's id could equal the id of a requirement. */
function anchorOf({ id }: Finding): string {
  return `finding-${id}`;
}

/** Every exchange of the finding in time, with its twin where it has one. */
function viewsOf(finding: Finding): ExchangeView[] {
  const labelled = finding.exchanges.map(({ label, exchange }) => ({ label, exchange }));
  const controls = withRole(finding, 'control');
  const altered = withRole(finding, 'altered');
  const twinOf = (exchange: Exchange) => altered[controls.indexOf(exchange)] ?? controls[altered.indexOf(exchange)];
  const all = [...labelled, ...(finding.besides ?? []).map((exchange) => ({ label: undefined, exchange }))];
  return all
    .sort((a, b) => Date.parse(a.exchange.startedAt) - Date.parse(b.exchange.startedAt))
    .map(({ label, exchange }, index) => {
      const twin = twinOf(exchange);
      return {
        anchor: `${anchorOf(finding)}-exchange-${index + 1}`,
        ...(label === undefined ? {} : { label }),
        exchange,
        position: index + 1,
        ...(twin === undefined ? {} : { twin }),
        ...(finding.mutation === null ? {} : { element: finding.mutation.element }),
      };
    });
}

function withRole(finding: Finding, role: 'control' | 'altered'): Exchange[] {
  return finding.exchanges.map(({ exchange }) => exchange).filter(({ intent }) => intent?.role === role);
}

/** The exchanges to show in full: what the violations name and its twins, then what is labelled, then the rest. */
function chosenFigures(finding: Finding, views: readonly ExchangeView[]): ExchangeView[] {
  const named = new Set(finding.violations.map(({ exchange }) => exchange));
  const rank = ({ exchange, twin, label }: ExchangeView): number =>
    named.has(exchange.id) || named.has(twin?.id) ? 0 : twin !== undefined ? 1 : label !== undefined ? 2 : 3;
  return [...views]
    .sort((a, b) => rank(a) - rank(b) || a.position - b.position)
    .slice(0, FIGURES)
    .sort((a, b) => a.position - b.position);
}

interface Pair {
  readonly control: ExchangeView;
  readonly copy: ExchangeView;
}

function pairsOf(figures: readonly ExchangeView[]): Pair[] {
  const controls = figures.filter(({ exchange, twin }) => twin !== undefined && exchange.intent?.role === 'control');
  return controls.flatMap((control) => {
    const copy = figures.find(({ exchange }) => exchange === control.twin);
    return copy === undefined ? [] : [{ control, copy }];
  });
}

function twinFigures(pairs: readonly Pair[]): Markup {
  return html`<h5>Smallest counterexample beside its accepted twin</h5>
<p class="quiet">≠ differs from the twin, + only on this side, · new in every request.</p>
${pairs.map(({ control, copy }) => html`<div class="twins">${exchangeFigure(control)}${exchangeFigure(copy)}</div>`)}`;
}

/** What was judged, then, closed, what the exercise needed besides. */
function otherFigures(figures: readonly ExchangeView[], besideTwins: boolean): Markup {
  const views = withoutRepeats(figures);
  const judged = views.filter(({ label }) => label !== undefined);
  const besides = views.filter(({ label }) => label === undefined);
  return html`${
    judged.length === 0
      ? nothing
      : html`<h5>${besideTwins ? 'What was judged besides' : 'What was sent, and what came back'}</h5>
<div class="others">${judged.map(exchangeFigure)}</div>`
  }${
    besides.length === 0
      ? nothing
      : html`<details class="besides"><summary>${counted(besides.length, 'further exchange')} of the same exercise</summary><div class="others">${besides.map(exchangeFigure)}</div></details>`
  }`;
}

/** Shorter bodies are shown again: naming the earlier one would save nothing. */
const WORTH_NAMING = 120;

/** The views, those whose body an earlier one has referring to it. */
function withoutRepeats(views: readonly ExchangeView[]): ExchangeView[] {
  const first = new Map<string, number>();
  const earlier = (body: string, position: number): number | undefined => {
    const found = first.get(body);
    if (found === undefined && body.length >= WORTH_NAMING) first.set(body, position);
    return found;
  };
  return views.map((view) => {
    const request = earlier(view.exchange.request.body, view.position);
    const response = earlier(view.exchange.response?.body ?? '', view.position);
    return {
      ...view,
      sameAs: { ...(request === undefined ? {} : { request }), ...(response === undefined ? {} : { response }) },
    };
  });
}

function exchangeLink(exchange: string, views: readonly ExchangeView[]): Markup {
  const view = views.find((candidate) => candidate.exchange.id === exchange);
  return view === undefined ? html`${exchange}` : html`<a href="${anchorLink(view.anchor)}">No. ${view.position}</a>`;
}
