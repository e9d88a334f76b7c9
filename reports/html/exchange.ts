import type {
  Exchange,
  LabelledExchange,
  RecordedAnswer,
  RecordedMessage,
} from '../../schemas/report/results.generated.js';
import { cut } from '../hostile-text.js';
import { bodyLines, linesNotIn } from './body-text.js';
import { html, type Markup, nothing } from './markup.js';

/** Longest header value and URL that the page shows, in characters. */
const VALUE = 2000;
/** Longest label or name that the page shows, in characters. */
const NAME = 200;

/** One exchange of a finding, its anchor, and its twin when there is one. */
export interface ExchangeView {
  readonly anchor: string;
  readonly labelled: LabelledExchange;
  /** Position among the finding's exchanges, from 1. */
  readonly position: number;
  /** The exchange that differs in one element: lines of the body that only this one has are marked. */
  readonly twin?: Exchange;
}

/** An exchange as a figure: what it was for, request, answer or why there is none. */
export function exchangeFigure({ anchor, labelled: { label, exchange }, position, twin }: ExchangeView): Markup {
  const { request, response, failure, intent } = exchange;
  return html`<figure class="exchange" id="${anchor}">
<figcaption><b>${position}. ${cut(label, NAME)}</b> ${exchange.id}${intent === null ? nothing : html` · ${intentWords(intent.role)}`} · ${kindWords(exchange.kind)}${exchange.operation === null ? nothing : html` · ${cut(exchange.operation, NAME)}`}${exchange.application === null ? nothing : html` · application ${cut(exchange.application, NAME)}`} · ${exchange.startedAt} · ${exchange.durationMs.toFixed(1)} ms</figcaption>
<p class="line"><code>${exchange.method} ${cut(exchange.url, VALUE)}</code></p>
${message(request, twin?.request)}
${
  response === null
    ? html`<p class="line none"><b>No answer</b>${failure === null ? nothing : html`: <code>${cut(failure.code, NAME)}</code> ${cut(failure.message, VALUE)}`}</p>`
    : html`<p class="line"><b>Status <code>${response.status}</code></b></p>
${message(response, twin?.response ?? undefined)}`
}
${facts(exchange)}</figure>`;
}

function message(own: RecordedMessage | RecordedAnswer, twin: RecordedMessage | RecordedAnswer | undefined): Markup {
  const headers = Object.entries(own.headers);
  return html`${
    headers.length === 0
      ? nothing
      : html`<details class="headers"><summary>${headers.length} ${headers.length === 1 ? 'header' : 'headers'}</summary><table><thead><tr><th scope="col">Header</th><th scope="col">Value</th></tr></thead><tbody>${headers.map(([name, value]) => html`<tr><th scope="row"><code>${cut(name, NAME)}</code></th><td><code>${cut(value, VALUE)}</code></td></tr>`)}</tbody></table></details>`
  }${body(own, twin)}`;
}

function body(own: RecordedMessage | RecordedAnswer, twin: RecordedMessage | RecordedAnswer | undefined): Markup {
  if (own.body === '') return html`<p class="quiet">${own.bytes === 0 ? 'No body' : `Body of ${own.bytes} bytes`}</p>`;
  const lines = bodyLines(own.body);
  const marked = twin === undefined ? new Set<number>() : linesNotIn(lines, bodyLines(twin.body));
  return html`<pre tabindex="0"><code>${lines.map((line, position) => html`${marked.has(position) ? html`<mark>${line}</mark>` : line}\n`)}</code></pre>${own.truncated ? html`<p class="quiet">Cut when it was recorded: ${own.bytes} bytes on the wire.</p>` : nothing}`;
}

function facts({ facts: { clearMembers, secretSeen, signature, path } }: Exchange): Markup {
  const lines = [
    ...(clearMembers === undefined || clearMembers.length === 0
      ? []
      : [html`<li>Clear values seen of: ${cut(clearMembers.join(', '), VALUE)}</li>`]),
    ...(secretSeen === true ? [html`<li>An application secret occurs in it.</li>`] : []),
    ...(signature === undefined
      ? []
      : [
          html`<li>Signature: ${
            signature.matches.length > 0
              ? `verifies (${signature.matches.map(({ application, reading }) => `application ${cut(application, NAME)}, ${cut(reading, NAME)}`).join('; ')})`
              : signature.present
                ? 'does not verify'
                : 'absent'
          }${signature.present && !signature.wellFormed ? ', not 64 upper-case hexadecimal digits' : ''}</li>`,
        ]),
    ...(path === undefined
      ? []
      : [html`<li>Delivered to ${path === 'own' ? 'the URL of the request' : "the application's default URL"}</li>`]),
  ];
  return lines.length === 0 ? nothing : html`<ul class="facts">${lines}</ul>`;
}

function kindWords(kind: Exchange['kind']): string {
  switch (kind) {
    case 'request':
      return 'request to the target';
    case 'delivery':
      return 'delivery to us';
    case 'control':
      return 'control interface';
  }
}

function intentWords(role: 'control' | 'altered' | 'probe'): string {
  switch (role) {
    case 'control':
      return 'valid twin';
    case 'altered':
      return 'altered';
    case 'probe':
      return 'probe';
  }
}
