import type { Exchange } from '../../schemas/report/results.generated.js';
import { cut } from '../hostile-text.js';
import { type ExchangeView, roleWords, signatureWords } from './exchange.js';
import { anchorLink, foreign, html, type Markup, nothing } from './markup.js';

/** Longest text in a row, in characters. */
const TEXT = 200;
/** More exchanges than this are counted, not listed. */
const ROWS = 40;
/** Width of the drawing of time, in its own units. */
const WIDTH = 120;

/**
 * All exchanges of a finding in time, with webhooks and what moved orders.
 *
 * @param drawn anchors of the exchanges that the page shows in full: their rows link there, the others carry the anchor
 */
export function timeline(views: readonly ExchangeView[], drawn: ReadonlySet<string>): Markup {
  const first = views[0];
  if (first === undefined) return nothing;
  const start = Math.min(...views.map(({ exchange }) => Date.parse(exchange.startedAt)));
  const end = Math.max(...views.map(({ exchange }) => Date.parse(exchange.startedAt) + exchange.durationMs));
  const span = Math.max(end - start, 1);
  const left = views.length - ROWS;
  const rows = views.slice(0, ROWS).map((view) => {
    const { exchange, position, anchor } = view;
    const at = Date.parse(exchange.startedAt) - start;
    const x = (at / span) * WIDTH;
    const width = Math.max((exchange.durationMs / span) * WIDTH, 2);
    const number = drawn.has(anchor) ? html`<a href="${anchorLink(anchor)}">${position}</a>` : html`${position}`;
    return html`<tr class="${exchange.kind}"${drawn.has(anchor) ? nothing : html` id="${anchor}"`}><td>${number}</td><td class="time">+${at.toFixed(0)} ms</td><td><svg class="span" viewBox="0 0 ${WIDTH} 8" preserveAspectRatio="none" aria-hidden="true"><rect x="${Math.min(x, WIDTH - 2).toFixed(1)}" y="1" width="${width.toFixed(1)}" height="6"/></svg></td><td>${arrow(exchange.kind)} ${what(view)}</td><td>${outcome(exchange)}</td><td class="time">${exchange.durationMs.toFixed(1)} ms</td></tr>`;
  });
  return html`<h5>Timeline</h5>
<p class="quiet">From ${first.exchange.startedAt}, by our clock.</p>
<div class="scroll" tabindex="0" role="group" aria-label="Timeline"><table class="timeline"><thead><tr><th scope="col">No.</th><th scope="col">Began</th><th scope="col"><span class="unseen">Drawn in time</span></th><th scope="col">What</th><th scope="col">Outcome</th><th scope="col">Took</th></tr></thead><tbody>${rows}</tbody></table></div>${left > 0 ? html`<p class="quiet">${left} more exchanges in results.json.</p>` : nothing}
`;
}

function arrow(kind: Exchange['kind']): Markup {
  switch (kind) {
    case 'request':
      return html`<span class="arrow" aria-hidden="true">→</span>`;
    case 'delivery':
      return html`<span class="arrow" aria-hidden="true">←</span>`;
    case 'control':
      return html`<span class="arrow" aria-hidden="true">⇢</span>`;
  }
}

function what(view: ExchangeView): Markup {
  const { exchange, label } = view;
  const name = exchange.operation ?? `${exchange.method} ${tailOf(exchange.url)}`;
  return html`${roleWords(view)}: <code>${cut(name, TEXT)}</code>${moved(exchange)}${label === undefined ? nothing : html` <span class="label">${foreign(label, TEXT)}</span>`}`;
}

/** Where a control move led to, or what a webhook says of its order. */
function moved({ kind, request }: Exchange): Markup {
  if (kind === 'request') return nothing;
  if (kind === 'delivery') {
    const says = memberOf(request.body, ['event', 'order_status', 'status']);
    return says === undefined ? nothing : html` says <code>${cut(says, TEXT)}</code>`;
  }
  const by = memberOf(request.body, ['advance_ms']);
  if (by !== undefined) return html`: <code>+${cut(by, TEXT)}</code> ms`;
  const to = memberOf(request.body, ['to', 'event']);
  return to === undefined ? nothing : html`: <code>${cut(to, TEXT)}</code>`;
}

function outcome({ response, failure, facts, kind }: Exchange): Markup {
  if (response === null)
    return html`no answer${failure === null ? nothing : html`: <code>${cut(failure.code, TEXT)}</code>`}`;
  const code = memberOf(response.body, ['code']);
  const msg = memberOf(response.body, ['msg']);
  return html`${kind === 'delivery' ? 'we answered ' : nothing}HTTP ${response.status}${code === undefined ? nothing : html`, code <code>${cut(code, 40)}</code>`}${msg === undefined ? nothing : html` <q>${cut(msg, TEXT)}</q>`}${facts.signature === undefined ? nothing : html`; signature ${signatureWords(facts.signature)}`}`;
}

/** The first of some members of a JSON object that is a text or a number. */
function memberOf(body: string, names: readonly string[]): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const members = new Map(Object.entries(value));
  const found = names.map((name) => members.get(name)).find((member) => ['string', 'number'].includes(typeof member));
  return found === undefined ? undefined : String(found);
}

/** The last part of an address: enough to tell the moves of a control interface apart. */
function tailOf(url: string): string {
  return URL.canParse(url) ? `…/${new URL(url).pathname.split('/').at(-1) ?? ''}` : url;
}
