import type { RunLimits, RunResult } from '../../schemas/report/results.generated.js';
import { conclude } from '../conclusion.js';
import { cut } from '../hostile-text.js';
import { biteWords, counted, elapsed } from '../words.js';
import { foreign, html, type Markup, nothing } from './markup.js';

/** Longest text that the header shows, in characters. */
const TEXT = 500;
/** Longest statement that the header shows, in characters. */
const STATEMENT = 20_000;

type Fact = readonly [name: string, value: Markup];

/** The top of the page: the conclusion and everything that it rests on. */
export function pageHeader(result: RunResult): Markup {
  const { word, because, notes } = conclude(result);
  return html`<header>
<p class="kicker">Conformance report · ${result.protocol} ${result.role}</p>
<div class="conclusion ${word.replace(' ', '-')}">
<h1>${word.charAt(0).toUpperCase()}${word.slice(1)}</h1>
<p>${foreign(sentenceCase(because), TEXT)}.</p>
${notes.map((note) => html`<p class="note">Note: ${foreign(note, TEXT)}.</p>`)}</div>
<div class="facts">
${group('Target', targetFacts(result))}
${group('Test', testFacts(result))}
${group('Measured and limited', measuredFacts(result))}
</div>
${statement(result)}</header>`;
}

/** The product that a statement names; undefined where there is none. */
export function productOf({ ics }: RunResult): Readonly<Record<string, string>> | undefined {
  const product = ics === null ? undefined : ics.product;
  if (typeof product !== 'object' || product === null) return undefined;
  const entries = Object.entries(product).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(entries);
}

function group(title: string, facts: readonly Fact[]): Markup {
  return html`<section><h2>${title}</h2><dl>${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></section>`;
}

function targetFacts(result: RunResult): Fact[] {
  const { target } = result;
  const product = productOf(result);
  const named = [product?.vendor, product?.name, product?.version].filter((part) => part !== undefined);
  return [
    ['Address', html`${code(target.url)}${target.reference ? ' (the reference platform)' : nothing}`],
    ...(named.length === 0 ? [] : ([['Product', foreign(named.join(' '), TEXT)]] satisfies Fact[])),
    ...(product?.environment === undefined
      ? []
      : ([['Environment', foreign(product.environment, TEXT)]] satisfies Fact[])),
    ...(product?.contactRole === undefined ? [] : ([['Contact', foreign(product.contactRole, TEXT)]] satisfies Fact[])),
    ['Fingerprint', code(target.fingerprint)],
    ['Webhooks', html`${webhookWords(target.webhooks)}`],
    ['Second application', html`${target.secondApplication}`],
    ['Control interface', target.controlUrl === null ? html`none` : code(target.controlUrl)],
  ];
}

function testFacts(result: RunResult): Fact[] {
  const { suite, summary, bite } = result;
  const time = elapsed(result.startedAt, result.finishedAt);
  return [
    ['Suite', html`${foreign(`${suite.name} ${suite.version}`, TEXT)}`],
    ['Claim', html`${result.ics === null ? 'the default claim' : 'the statement below'}`],
    ['Seed', html`${result.seed}, ${counted(result.runs, 'exercise')} per property`],
    ['Evidence', html`${counted(summary.exercises, 'exercise')}, ${counted(summary.exchanges, 'exchange')}`],
    [
      'Time',
      html`<time datetime="${result.startedAt}">${result.startedAt}</time>${time === null ? html` to ${result.finishedAt}` : html`, took ${time}`}`,
    ],
    ...(bite === undefined ? [] : ([['Bite score', html`${foreign(biteWords(bite), TEXT)}`]] satisfies Fact[])),
  ];
}

function measuredFacts({ preflight, limits }: RunResult): Fact[] {
  return [
    ...(preflight === null ? ([['Clock', html`not measured`]] satisfies Fact[]) : measured(preflight)),
    ...(limits === undefined ? ([['Budgets and caps', html`not recorded`]] satisfies Fact[]) : limited(limits)),
  ];
}

function measured({
  clockOffsetMs,
  clockErrorMs,
  latencyMs,
  eventLoopLagMs,
}: NonNullable<RunResult['preflight']>): Fact[] {
  const error = clockErrorMs === null ? '' : ` ± ${clockErrorMs.toFixed(0)} ms`;
  const clock =
    clockOffsetMs === null
      ? 'unknown: the target sends no Date header'
      : `${clockOffsetMs >= 0 ? '+' : '−'}${Math.abs(clockOffsetMs).toFixed(0)} ms${error} from ours`;
  return [
    ['Clock', html`${clock}`],
    [
      'Latency',
      html`median ${latencyMs.median.toFixed(1)} ms, 95 % within ${latencyMs.p95.toFixed(1)} ms, longest ${latencyMs.max.toFixed(1)} ms (${counted(latencyMs.samples, 'sample')}; our own lag up to ${eventLoopLagMs.toFixed(1)} ms)`,
    ],
  ];
}

function limited(limits: RunLimits): Fact[] {
  const budgets = [
    limits.maxRequests === null ? 'any number of requests' : `at most ${counted(limits.maxRequests, 'request')}`,
    limits.maxDurationMs === null ? 'any duration' : `at most ${limits.maxDurationMs / 1000} s`,
    limits.requestsPerSecond === null ? 'any rate' : `at most ${limits.requestsPerSecond} requests per second`,
  ];
  const caps = [
    limits.maxOrders === null ? 'any number of orders' : `at most ${counted(limits.maxOrders, 'order')}`,
    limits.maxAmount === null ? 'any amount' : `at most ${limits.maxAmount} an order, in its own currency`,
    limits.payouts ? 'payouts allowed' : 'no payouts',
  ];
  return [
    ['Budgets', html`${budgets.join(', ')}`],
    ['Caps', html`${cut(caps.join(', '), TEXT)}`],
    [
      'Pace',
      html`${counted(limits.concurrency, 'scenario')} side by side, ${limits.timeoutMs / 1000} s for an exchange`,
    ],
  ];
}

function statement({ ics }: RunResult): Markup {
  if (ics === null) return nothing;
  return html`<details class="statement-file"><summary>Implementation conformance statement: what the vendor claims</summary><pre tabindex="0"><code>${cut(JSON.stringify(ics, null, 2), STATEMENT)}</code></pre></details>
`;
}

function code(text: string): Markup {
  return html`<code>${cut(text, TEXT)}</code>`;
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
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
