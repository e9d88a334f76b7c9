import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { PlatformRequest, PlatformResponse } from '../core/request.js';
import { LONGEST_BODY_BYTES, readRawRequest } from './raw-request.js';

/** The port cannot be listened on. */
export class CannotListenError extends Error {
  override readonly name = 'CannotListenError';

  /** @param code the operating system's code, e.g. `EADDRINUSE` */
  constructor(
    readonly code: string,
    port: number,
  ) {
    super(
      `The reference platform cannot listen on 127.0.0.1:${port} (${code}). Free the port, or name another; 0 means any.`,
    );
  }
}

/** A running HTTP face. */
export interface HttpFace {
  readonly port: number;
  /** Stops accepting, lets answers that are being written finish, and closes what is left. */
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
/** Of an overlong body so much is still read and thrown away, so that the caller sees the answer instead of a reset. */
const LONGEST_DRAIN_BYTES = 16 * 1024 * 1024;
/** A caller that has not sent its request by then is cut off. */
const REQUEST_TIMEOUT_MS = 20_000;
const HEADERS_TIMEOUT_MS = 10_000;
const KEEP_ALIVE_MS = 30_000;
const GRACE_MS = 1_000;

/**
 * Serves `handle` on 127.0.0.1.
 *
 * @param port 0 for any free port
 * @param now milliseconds since the epoch, for the `Date` header
 * @throws CannotListenError
 */
export async function serveHttp(
  port: number,
  now: () => number,
  handle: (request: PlatformRequest) => PlatformResponse,
): Promise<HttpFace> {
  const server = createServer(
    {
      requestTimeout: REQUEST_TIMEOUT_MS,
      headersTimeout: HEADERS_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: 1_000,
    },
    (incoming, outgoing) => {
      readBody(incoming)
        .then(async (body) => {
          const response = handle(toRequest(incoming, body));
          if (response.afterMs !== undefined) await setTimeout(response.afterMs);
          answer(outgoing, response, now(), body.overlong);
        })
        // The caller went away before its request was complete: nobody is left to answer.
        .catch(() => outgoing.destroy());
    },
  );
  await listen(server, port);
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () => close(server),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new CannotListenError(error.code ?? error.name, port)),
    );
    server.listen(port, HOST, () => resolve());
  });
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const inTime = new AbortController();
  setTimeout(GRACE_MS, undefined, { signal: inTime.signal }).then(
    () => server.closeAllConnections(),
    () => {},
  );
  await closed;
  inTime.abort();
}

interface Body {
  readonly bytes: Buffer;
  readonly overlong: boolean;
}

async function readBody(incoming: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= LONGEST_BODY_BYTES) chunks.push(chunk);
    else if (size > LONGEST_DRAIN_BYTES) break;
  }
  return { bytes: Buffer.concat(chunks), overlong: size > LONGEST_BODY_BYTES };
}

function toRequest(incoming: IncomingMessage, { bytes, overlong }: Body): PlatformRequest {
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
  const headerNames = incoming.rawHeaders.filter((_, index) => index % 2 === 0);
  return readRawRequest({
    method: incoming.method ?? '',
    target: incoming.url ?? '/',
    headers,
    headerNames,
    bytes,
    overlong,
  });
}

function answer(outgoing: ServerResponse, response: PlatformResponse, nowMs: number, last: boolean): void {
  outgoing.sendDate = false;
  const body = Buffer.from(response.body);
  outgoing.writeHead(response.status, {
    ...response.headers,
    date: new Date(nowMs).toUTCString(),
    'content-length': body.length,
    ...(last ? { connection: 'close' } : {}),
  });
  outgoing.end(body);
}
