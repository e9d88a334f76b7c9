import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { openTransport } from '../../harness/transport.js';
import { CannotTestError, UsageError } from '../../harness/usage-error.js';
import { checkTunnel } from '../../harness/webhook-reachability.js';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

async function listen(server: ReturnType<typeof createServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => server.close(() => resolve())));
  return (server.address() as AddressInfo).port;
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

function transport() {
  const opened = openTransport({ timeoutMs: 5_000, connections: 2 });
  closing.push(() => opened.close());
  return opened;
}

describe('the way from the public address to this machine', () => {
  test('is there when a tunnel passes requests on', async () => {
    const port = await freePort();
    const tunnel = createServer((incoming, outgoing) => {
      const passed = request(
        { port, host: '127.0.0.1', method: incoming.method, path: `/inner${incoming.url}` },
        (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502);
          answer.pipe(outgoing);
        },
      );
      incoming.pipe(passed);
    });
    const publicUrl = `http://127.0.0.1:${await listen(tunnel)}/public`;
    await expect(checkTunnel({ publicUrl, port }, transport(), 'mark-1')).resolves.toBeUndefined();
  });

  test('is missing when the address belongs to somebody else', async () => {
    const other = createServer((_incoming, outgoing) => outgoing.writeHead(404).end('no such tunnel'));
    const publicUrl = `http://127.0.0.1:${await listen(other)}`;
    const check = checkTunnel({ publicUrl, port: await freePort() }, transport(), 'mark-2');
    await expect(check).rejects.toThrow(CannotTestError);
    await expect(check).rejects.toThrow(/did not arrive at port \d+ of this machine \(HTTP 404 from somewhere else\)/);
  });

  test('is missing when nobody listens at the address', async () => {
    const check = checkTunnel(
      { publicUrl: `http://127.0.0.1:${await freePort()}`, port: await freePort() },
      transport(),
      'mark-3',
    );
    await expect(check).rejects.toThrow(/ECONNREFUSED/);
  });

  test('cannot be looked for on a port that is in use', async () => {
    const port = await listen(createServer());
    const check = checkTunnel({ publicUrl: 'http://127.0.0.1:9', port }, transport(), 'mark-4');
    await expect(check).rejects.toThrow(UsageError);
    await expect(check).rejects.toThrow(/cannot listen on 127\.0\.0\.1:\d+ \(EADDRINUSE\)/);
  });
});
