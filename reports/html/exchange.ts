import type {
  Exchange,
  ExchangeFacts,
  RecordedAnswer,
  RecordedMessage,
} from '../../schemas/report/results.generated.js';
import { cut } from '../hostile-text.js';
import { bodyLines } from './body-text.js';
import { type ComparedLine, compareLines } from './difference.js';
import { foreign, html, type Markup, nothing } from './markup.js';
import { messageLines } from './message-lines.js';

/** Longest header value and URL that the page shows, in characters. */
const VALUE = 2000;
/** Longest label or name that the page shows, in characters. */
const NAME = 200;
/** More headers of one message than this are counted, not shown. */
const HEADERS = 40;

/** One exchange of a finding, its anchor, and its twin when there is one. */
export interface ExchangeView {
  readonly anchor: string;
  /** What it was for; absent where the exercise kept no label. */
  readonly label?: string;
  readonly exchange: Exchange;
  /** Position among the finding's exchanges in time, from 1. */
  readonly position: number;
  /** The exchange that differs in one element. */
  readonly twin?: Exchange;
  /** An earlier exchange of the finding that says the same: it is named instead of shown. */
  readonly sameAs?: { readonly request?: number; readonly response?: number };
  /** The element in which the two differ: a JSON pointer, or names of headers. */
  readonly element?: string;
}

/** An exchange as a figure: what it was for, request, answer or why there is none. */
export function exchangeFigure(view: ExchangeView): Markup {
  const { anchor, label, exchange, position, twin, element, sameAs } = view;
  const { request, response, failure } = exchange;
  const details = [
    html`${exchange.id}`,
    ...(exchange.operation === null ? [] : [foreign(exchange.operation, NAME)]),
    ...(exchange.application === null ? [] : [html`application ${foreign(exchange.application, NAME)}`]),
    html`${exchange.durationMs.toFixed(1)} ms`,
  ];
  return html`<figure class="exchange" id="${anchor}">
<figcaption><b>${position}. ${roleWords(view)}</b>${label === undefined ? nothing : html` <span class="label">${foreign(label, NAME)}</span>`} <span class="quiet">${details.map((detail, index) => html`${index === 0 ? '' : ' · '}${detail}`)}</span></figcaption>
<p class="line">${requestLine(exchange, twin)}</p>
${message(request, twin?.request, element, sameAs?.request)}
${
  response === null
    ? html`<p class="line none"><b>No answer</b>${failure === null ? nothing : html`: <code>${cut(failure.code, NAME)}</code> ${foreign(failure.message, VALUE)}`}</p>`
    : html`<p class="line">Answer: <b>HTTP <code>${response.status}</code></b></p>
${message(response, twin?.response ?? undefined, undefined, sameAs?.response)}`
}
${facts(exchange.facts)}</figure>`;
}

function requestLine({ method, url }: Exchange, twin: Exchange | undefined): Markup {
  const part = (text: string, other: string | undefined) =>
    other === undefined || other === text ? html`${cut(text, VALUE)}` : html`<mark>${cut(text, VALUE)}</mark>`;
  return html`<code>${part(method, twin?.method)} ${part(url, twin?.url)}</code>`;
}

function message(
  own: RecordedMessage | RecordedAnswer,
  twin: RecordedMessage | RecordedAnswer | undefined,
  element: string | undefined,
  sameAs: number | undefined,
): Markup {
  if (sameAs !== undefined) return html`${headers(own, twin, element)}<p class="quiet">Body as in No. ${sameAs}</p>`;
  return html`${headers(own, twin, element)}${body(own, twin, element)}`;
}

function headers(
  own: RecordedMessage | RecordedAnswer,
  twin: RecordedMessage | RecordedAnswer | undefined,
  element: string | undefined,
): Markup {
  const lines = headerLines(own);
  if (lines.length === 0) return nothing;
  const compared =
    twin === undefined ? lines.map((text) => ({ text })) : compareLines(lines, headerLines(twin), element);
  const left = lines.length - HEADERS;
  const open = element !== undefined && !element.startsWith('/') && differs(compared);
  return html`<details class="headers"${open ? html` open` : nothing}><summary>${lines.length} ${lines.length === 1 ? 'header' : 'headers'}</summary>${messageLines(compared.slice(0, HEADERS))}${left > 0 ? html`<p class="quiet">${left} more headers in results.json.</p>` : nothing}</details>`;
}

function headerLines({ headers }: RecordedMessage | RecordedAnswer): string[] {
  return Object.entries(headers).map(([name, value]) =>
    `${cut(name, NAME)}: ${cut(value, VALUE)}`.replace(/[\r\n]+/g, ' '),
  );
}

function differs(lines: readonly ComparedLine[]): boolean {
  return lines.some(({ difference }) => difference === 'changed' || difference === 'only');
}

function body(
  own: RecordedMessage | RecordedAnswer,
  twin: RecordedMessage | RecordedAnswer | undefined,
  element: string | undefined,
): Markup {
  if (own.body === '') return html`<p class="quiet">${own.bytes === 0 ? 'No body' : `Body of ${own.bytes} bytes`}</p>`;
  const lines = bodyLines(own.body);
  const compared =
    twin === undefined ? lines.map((text) => ({ text })) : compareLines(lines, bodyLines(twin.body), element);
  return html`${messageLines(compared)}${own.truncated ? html`<p class="quiet">Cut when it was recorded: ${own.bytes} bytes on the wire.</p>` : nothing}`;
}

function facts({ clearMembers, secretSeen, signature, path, attempts }: ExchangeFacts): Markup {
  const lines = [
    ...(clearMembers === undefined || clearMembers.length === 0
      ? []
      : [html`<li>Clear values seen of: ${foreign(clearMembers.join(', '), VALUE)}</li>`]),
    ...(secretSeen === true ? [html`<li>An application secret occurs in it.</li>`] : []),
    ...(signature === undefined ? [] : [html`<li>Signature: ${signatureWords(signature)}</li>`]),
    ...(path === undefined
      ? []
      : [html`<li>Delivered to ${path === 'own' ? 'the URL of the request' : "the application's default URL"}</li>`]),
    ...(attempts === undefined ? [] : [html`<li>Sent ${attempts} times; this is the last attempt.</li>`]),
  ];
  return lines.length === 0 ? nothing : html`<ul class="facts">${lines}</ul>`;
}

/** How the signature of a delivery was verified. */
export function signatureWords({ present, wellFormed, matches }: NonNullable<ExchangeFacts['signature']>): Markup {
  const form = present && !wellFormed ? ', not 64 upper-case hexadecimal digits' : '';
  if (matches.length === 0) return html`${present ? 'does not verify' : 'absent'}${form}`;
  const ways = new Set(matches.map(({ application, reading }) => `application ${application}, ${reading}`));
  return html`verifies (${foreign([...ways].slice(0, 10).join('; '), VALUE)})${form}`;
}

/** What an exchange was for, or else who sent it to whom. A twin is only called so where there are two. */
export function roleWords({ exchange: { kind, intent }, twin }: ExchangeView): string {
  if (intent === null || (intent.role === 'control' && twin === undefined)) return directionWords(kind);
  return intentWords(intent.role);
}

/** Who sent it to whom. */
function directionWords(kind: Exchange['kind']): string {
  switch (kind) {
    case 'request':
      return 'Request to the target';
    case 'delivery':
      return 'Webhook to us';
    case 'control':
      return 'Control interface';
  }
}

/** What a request was sent for. */
function intentWords(role: 'control' | 'altered' | 'probe'): string {
  switch (role) {
    case 'control':
      return 'Valid twin';
    case 'altered':
      return 'Altered copy';
    case 'probe':
      return 'Question about the state';
  }
}
