import { operations } from '../../protocols/lesspay/operations.js';
import type { SignatureReading } from '../../protocols/lesspay/signature/readings.js';
import type { Finding } from '../../schemas/report/results.generated.js';
import type { Exchange } from '../exchange.js';
import type { FoundFailure } from '../tally.js';
import { FRESH_DIGITS, replayedBody } from './replayed-body.js';

/** A line of a reproducer, and what to know of it. */
export type CurlLine = Pick<Finding, 'curl' | 'curlNote'>;

/** What the line depends on besides the finding. */
export interface SigningRun {
  /** Without a trailing slash. */
  readonly baseUrl: string;
  /** The reading by which requests were signed. */
  readonly reading: SignatureReading;
}

/** A longer line is of no use to a person, and some terminals cut it. */
const LONGEST_LINE = 6000;

const SIGN = 'lesspay-conformance sign --plain';

/** Where the id comes from, and what stands before the command that signs. */
const CREDENTIALS: Readonly<Record<string, { readonly id: string; readonly secret: string }>> = {
  first: { id: '$LESSPAY_APP_ID', secret: '' },
  second: { id: '$LESSPAY_SECOND_APP_ID', secret: 'LESSPAY_APP_SECRET="$LESSPAY_SECOND_APP_SECRET" ' },
};

/** Signs like somebody who does not know the secret. */
const STRANGER = 'LESSPAY_APP_SECRET=not-the-secret ';

const DOCUMENTED_NAMES: Readonly<Record<string, string>> = {
  'content-type': 'Content-Type',
  'x-auth-timestamp': 'X-Auth-Timestamp',
};

/** Departures whose signature cannot be computed from what is recorded. */
const UNKNOWN_SIGNATURES: Readonly<Record<string, string>> = {
  signedText: 'Another text was signed than was sent.',
  reading: 'It was signed by another reading of the rules.',
  signature: 'Its signature was made up.',
};

/**
 * The line that sends the decisive request of a finding again: POSIX sh, curl, and `lesspay-conformance sign` for the signature.
 * Its base URL, application id and secret are variables, so the line holds none of them.
 *
 * @param run the base URL of the target that the finding is about, and how the run signed
 */
export function curlOf(finding: FoundFailure, run: SigningRun): CurlLine {
  const requests = finding.exchanges.map(({ exchange }) => exchange).filter(({ kind }) => kind === 'request');
  const exchange = decisiveOf(finding, requests);
  if (typeof exchange === 'string') return { curl: null, curlNote: exchange };
  const line = lineOf(exchange, requests, run);
  if (typeof line === 'string') return { curl: null, curlNote: line };
  if (line.curl.length > LONGEST_LINE) {
    return { curl: null, curlNote: `The line would have ${line.curl.length} characters.` };
  }
  return { curl: line.curl, ...(line.notes.length === 0 ? {} : { curlNote: line.notes.join(' ') }) };
}

/** The request whose answer shows the failure: the one that a violation names, else the altered one, else the only one. */
function decisiveOf({ exchanges, violations }: FoundFailure, requests: readonly Exchange[]): Exchange | string {
  const named = violations.map((violation) => violation.exchange).find((id) => id !== undefined);
  if (named !== undefined) {
    const shown = exchanges.find(({ exchange }) => exchange.id === named)?.exchange;
    if (shown?.kind === 'request') return shown;
    if (shown?.kind === 'delivery') return 'The failure shows in a webhook, not in the answer to one request.';
  }
  const altered = requests.findLast(({ intent }) => intent?.role === 'altered');
  const [only, ...others] = requests;
  if (altered !== undefined) return altered;
  if (only !== undefined && others.length === 0) return only;
  return 'The failure does not show in the answer to one request.';
}

function lineOf(
  exchange: Exchange,
  requests: readonly Exchange[],
  { baseUrl, reading }: SigningRun,
): { readonly curl: string; readonly notes: readonly string[] } | string {
  const { method, url, request, operation, facts } = exchange;
  const departures = facts.departures ?? [];
  const unknown = departures.map((departure) => UNKNOWN_SIGNATURES[departure]).find((text) => text !== undefined);
  if (unknown !== undefined) return unknown;
  const credentials = CREDENTIALS[exchange.application ?? ''];
  if (credentials === undefined) return 'Its application was made for the exercise and is not known afterwards.';
  const path = url.startsWith(baseUrl) ? url.slice(baseUrl.length) : null;
  if (path === null || !/^[\w./%?=&~-]*$/.test(path)) return 'Its address is not one that a line can safely name.';
  const earlier = requests.filter((other) => numberOf(other) < numberOf(exchange));
  // A GET has no body: its signature is that of a body like its twin's.
  const twin = method === 'GET' ? earlier.findLast((other) => other.operation === operation) : undefined;
  const signedOne = method === 'GET' ? twin : exchange;
  if (signedOne === undefined || !['GET', 'POST'].includes(method)) return `It is a ${method} without a twin.`;
  const creates =
    operation !== null && operation in operations && operations[operation as keyof typeof operations].creates;
  const body = replayedBody(signedOne, creates, twin === undefined ? earlier : []);
  if (typeof body === 'string') return body;
  const secret = departures.includes('secret') ? STRANGER : credentials.secret;
  const sign = `${secret}${SIGN}${reading === 'DEMO' ? '' : ` --reading ${reading}`}`;
  const signed = departures.includes('signedEmptyObject') ? "'{}'" : '"$body"';
  const headers = Object.entries(request.headers).map(([name, value]) => {
    const shown = departures.includes('upperCaseNames')
      ? name.toUpperCase()
      : departures.includes('lowerCaseNames')
        ? name
        : (DOCUMENTED_NAMES[name] ?? name);
    // What is recorded of it is its beginning; any other digest is as wrong.
    if (name === 'x-auth-signature' && departures.includes('otherDigest')) {
      return `-H ${quoted(`${shown}: ${value.slice(0, 8).padEnd(64, '0')}`)}`;
    }
    if (name === 'x-auth-signature') return `-H "${shown}: $(printf '%s' ${signed} | ${sign})"`;
    if (name === 'x-auth-appid' && !departures.includes('appId')) return `-H "${shown}: ${credentials.id}"`;
    const moment = name === 'x-auth-timestamp' ? momentOf(value, exchange.startedAt) : null;
    if (moment !== null) return `-H "${shown}: ${moment}"`;
    return `-H ${quoted(value === '' ? `${shown};` : `${shown}: ${value}`)}`;
  });
  if (Object.values(request.headers).some((value) => /\*{4}|\[secret\]|[^\x20-\x7e\u2026]/.test(value))) {
    return 'One of its headers is masked, or holds what a line cannot show.';
  }
  const curl = [
    `body=${quoted(body.text)};`,
    'curl -sS -i',
    `"$LESSPAY_BASE_URL${path}"`,
    ...headers,
    ...(method === 'GET' ? [] : ['--data-raw "$body"']),
  ].join(' ');
  return { curl, notes: notesOf(body, requests.length) };
}

function notesOf({ madeUp, namesOrder }: Exclude<ReturnType<typeof replayedBody>, string>, requests: number): string[] {
  return [
    ...(madeUp.length === 0 ? [] : [`Made-up values stand for what is masked: ${madeUp.join(', ')}.`]),
    ...(namesOrder ? ['It is about an order of the run, which the platform must still know.'] : []),
    ...(requests > 1 ? [`It is one of ${requests} requests of the case; the replay command sends all of them.`] : []),
  ];
}

/** The recorded moment in relation to now, where it is one: a clock that is off by so much, in shell arithmetic. */
function momentOf(value: string, startedAt: string): string | null {
  const unit = /^\d{13}$/.test(value) ? 1000 : /^\d{10}$/.test(value) ? 1 : null;
  if (unit === null) return null;
  const offset = Math.round((Number(value) * (1000 / unit) - Date.parse(startedAt)) / 1000);
  const seconds = offset === 0 ? '$(date +%s)' : `$(($(date +%s)${offset < 0 ? '' : '+'}${offset}))`;
  return unit === 1 ? seconds : `${seconds}000`;
}

/** Twelve digits: the current second, and two that differ between shells. */
const FRESH = "'$(date +%s)$(($$%90+10))'";

/** A text in single quotes, in which a shell reads nothing; only `FRESH_DIGITS` is made by the shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''").split(FRESH_DIGITS).join(FRESH)}'`;
}

function numberOf({ id }: Exchange): number {
  return Number(id.slice(1));
}
