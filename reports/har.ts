import type { Exchange, RecordedAnswer, RunResult } from '../schemas/report/results.generated.js';

interface NamedValue {
  readonly name: string;
  readonly value: string;
}

/**
 * exchanges.har: the exchanges of all findings as HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/), each exchange
 * once, in the order in which they began. Bodies and headers are masked and cut as recorded. A request without an answer has
 * status 0 and the reason in `_error`; the comment names the findings that the exchange belongs to, with its label.
 *
 * What was not recorded is written as the format's "unknown": the HTTP version, header sizes, the parts of the waiting time.
 * Cookies are among the headers only.
 */
export function renderHar(result: RunResult): string {
  const uses = new Map<string, { exchange: Exchange; comments: string[] }>();
  for (const { findings } of result.requirements) {
    for (const finding of findings) {
      for (const { label, exchange } of finding.exchanges) {
        const use = uses.get(exchange.id) ?? { exchange, comments: [] };
        use.comments.push(`${finding.id}: ${label}`);
        uses.set(exchange.id, use);
      }
    }
  }
  const entries = [...uses.values()]
    .sort((a, b) => startOf(a.exchange) - startOf(b.exchange) || numberOf(a.exchange) - numberOf(b.exchange))
    .map(({ exchange, comments }) => entry(exchange, comments.join('; ')));
  const log = {
    version: '1.2',
    creator: { name: result.suite.name, version: result.suite.version },
    entries,
    comment: `Exchanges of the findings of the run that began ${result.startedAt}, seed ${result.seed}.`,
  };
  return `${JSON.stringify({ log }, null, 2)}\n`;
}

function entry(exchange: Exchange, comment: string): object {
  const { request, response, failure } = exchange;
  const type = request.headers['content-type'] ?? '';
  return {
    startedDateTime: exchange.startedAt,
    time: exchange.durationMs,
    request: {
      method: exchange.method,
      url: uriOf(exchange.url),
      httpVersion: 'unknown',
      cookies: [],
      headers: named(request.headers),
      queryString: queryOf(exchange.url),
      ...(request.body === '' ? {} : { postData: { mimeType: type, text: request.body, ...cutNote(request) } }),
      headersSize: -1,
      bodySize: request.bytes,
    },
    response: response === null ? noAnswer() : answer(response),
    cache: {},
    timings: { send: 0, wait: exchange.durationMs, receive: 0 },
    comment,
    _exchange: exchange.id,
    _kind: exchange.kind,
    _operation: exchange.operation,
    ...(failure === null ? {} : { _error: `${failure.code}: ${failure.message}` }),
  };
}

function answer(response: RecordedAnswer): object {
  return {
    status: response.status,
    statusText: '',
    httpVersion: 'unknown',
    cookies: [],
    headers: named(response.headers),
    content: {
      size: response.bytes,
      mimeType: response.headers['content-type'] ?? '',
      text: response.body,
      ...cutNote(response),
    },
    redirectURL: response.headers.location ?? '',
    headersSize: -1,
    bodySize: response.bytes,
  };
}

function noAnswer(): object {
  return {
    status: 0,
    statusText: '',
    httpVersion: 'unknown',
    cookies: [],
    headers: [],
    content: { size: 0, mimeType: 'x-unknown' },
    redirectURL: '',
    headersSize: -1,
    bodySize: -1,
  };
}

function cutNote({ truncated, bytes }: { truncated: boolean; bytes: number }): { comment?: string } {
  return truncated ? { comment: `Cut when it was recorded; ${bytes} bytes on the wire.` } : {};
}

function named(headers: Readonly<Record<string, string>>): NamedValue[] {
  return Object.entries(headers).map(([name, value]) => ({ name, value }));
}

/** The format asks for a URI: what may not stand in one as it is (RFC 3986) is percent-encoded. */
function uriOf(url: string): string {
  const [address = '', ...fragment] = url
    .replace(/%(?![0-9A-Fa-f]{2})|[^\w\-.~:/?#@!$&'()*+,;=%]/gu, (character) =>
      encodeURIComponent(/[\ud800-\udfff]/.test(character) && character.length === 1 ? '\ufffd' : character),
    )
    .split('#');
  return fragment.length === 0 ? address : `${address}#${fragment.join('%23')}`;
}

function queryOf(url: string): NamedValue[] {
  const parameters = URL.canParse(url) ? [...new URL(url).searchParams] : [];
  return parameters.map(([name, value]) => ({ name, value }));
}

function startOf({ startedAt }: Exchange): number {
  return Date.parse(startedAt);
}

function numberOf({ id }: Exchange): number {
  return Number(id.slice(1));
}
