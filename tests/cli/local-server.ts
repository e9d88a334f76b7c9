import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A small HTTP server on a free port. */
export interface LocalServer {
  /** Without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** How many requests arrived. */
  requests(): number;
  close(): Promise<void>;
}

export type Answer = (request: IncomingMessage, body: string, response: ServerResponse) => void | Promise<void>;

/** Starts a server that reads each request to its end and lets `answer` answer it. */
export async function localServer(answer: Answer): Promise<LocalServer> {
  let requests = 0;
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    requests += 1;
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    await answer(request, Buffer.concat(chunks).toString('utf8'), response);
  };
  const server = createServer((request, response) => {
    respond(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    requests: () => requests,
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

/** A server that hands everything on to `target` and tells `watch` about each request. */
export function proxyTo(
  target: string,
  watch: (path: string, body: string) => void | Promise<void>,
  alter: (path: string, answer: string) => string = (_path, answer) => answer,
): Promise<LocalServer> {
  return localServer(async (request, body, response) => {
    const path = request.url ?? '/';
    await watch(path, body);
    const headers = Object.entries(request.headers).flatMap(([name, value]) =>
      typeof value === 'string' && name !== 'host' && name !== 'connection' && name !== 'content-length'
        ? [[name, value] as [string, string]]
        : [],
    );
    const answer = await fetch(target + path, {
      method: request.method ?? 'POST',
      headers,
      ...(request.method === 'GET' ? {} : { body }),
    });
    const text = alter(path, await answer.text());
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' });
    response.end(text);
  });
}
