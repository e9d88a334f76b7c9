import type { Finding, LabelledExchange } from '../../schemas/report/results.generated.js';
import { cut } from '../hostile-text.js';
import { type ExchangeView, exchangeFigure } from './exchange.js';
import { anchorLink, html, type Markup, nothing, sentence } from './markup.js';

/** Longest text of a finding that the page shows, in characters. The whole text is in results.json. */
const TEXT = 2000;

/** A finding: expected against received, the alteration, the exchanges with twins side by side, the command that sends it again. */
export function findingSection(finding: Finding): Markup {
  const views = viewsOf(finding);
  return html`<section class="finding" id="${anchorOf(finding)}">
<h4>${cut(finding.title, TEXT)} <a class="quiet" href="${anchorLink(anchorOf(finding))}">${finding.id}</a></h4>
<p>Failed in ${finding.failures} of ${finding.exercises} ${finding.exercises === 1 ? 'exercise' : 'exercises'} of <code>${cut(finding.scenario, TEXT)}</code>${finding.case === null ? nothing : html`, case <b>${cut(finding.case, TEXT)}</b>`}; seed ${finding.seed}${finding.path === null ? nothing : html`, path <code>${finding.path}</code>`}, ${finding.shrinks} ${finding.shrinks === 1 ? 'shrink' : 'shrinks'}. ${reproducedWords(finding.reproduced)}</p>
<table class="violations"><thead><tr><th scope="col">Expected</th><th scope="col">Received</th><th scope="col">Exchange</th></tr></thead><tbody>${finding.violations.map(
    ({ expected, received, exchange }) =>
      html`<tr><td>${sentence(cut(expected, TEXT))}</td><td class="received"><code>${cut(received, TEXT)}</code></td><td>${exchange === undefined ? nothing : exchangeLink(exchange, views)}</td></tr>`,
  )}</tbody></table>
${
  finding.mutation === null
    ? nothing
    : html`<p>The altered request differs from its accepted twin in one element: <code>${cut(finding.mutation.element, TEXT)}</code> (${cut(finding.mutation.mutation, TEXT)}).</p>`
}
${arranged(views)}
<p class="quiet">Send this case again:</p>
<pre class="replay" tabindex="0"><code>${finding.replay}</code></pre>
</section>`;
}

function reproducedWords(reproduced: boolean | null): string {
  if (reproduced === null) return 'It was not sent again to see whether it fails every time.';
  return reproduced ? 'Sent again, it failed again.' : 'Sent again, it did not fail: the failure is not steady.';
}

/** Prefixed, because a finding's id could equal the id of a requirement. */
function anchorOf({ id }: Finding): string {
  return `finding-${id}`;
}

function viewsOf(finding: Finding): ExchangeView[] {
  const { exchanges } = finding;
  const controls = withRole(exchanges, 'control');
  const altered = withRole(exchanges, 'altered');
  return exchanges.map((labelled, index) => {
    const twin = altered[controls.indexOf(labelled)] ?? controls[altered.indexOf(labelled)];
    return {
      anchor: `${anchorOf(finding)}-exchange-${index + 1}`,
      labelled,
      position: index + 1,
      ...(twin === undefined ? {} : { twin: twin.exchange }),
    };
  });
}

function withRole(exchanges: readonly LabelledExchange[], role: 'control' | 'altered'): LabelledExchange[] {
  return exchanges.filter(({ exchange }) => exchange.intent?.role === role);
}

/** Twins side by side, then everything else in order; the numbers tell the order in which they were sent. */
function arranged(views: readonly ExchangeView[]): Markup[] {
  const paired = views.filter(({ twin }) => twin !== undefined);
  const controls = paired.filter(({ labelled }) => labelled.exchange.intent?.role === 'control');
  const altered = paired.filter(({ labelled }) => labelled.exchange.intent?.role === 'altered');
  return [
    ...controls.map((control, index) => {
      const copy = altered[index];
      return html`<div class="twins">${exchangeFigure(control)}${copy === undefined ? nothing : exchangeFigure(copy)}</div>`;
    }),
    ...views.filter(({ twin }) => twin === undefined).map(exchangeFigure),
  ];
}

function exchangeLink(exchange: string, views: readonly ExchangeView[]): Markup {
  const view = views.find(({ labelled }) => labelled.exchange.id === exchange);
  return view === undefined
    ? html`${exchange}`
    : html`<a href="${anchorLink(view.anchor)}">${view.position}. ${exchange}</a>`;
}
