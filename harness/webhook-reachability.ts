import { createServer } from 'node:http';
import type { Transport } from './transport.js';
import { CannotTestError, UsageError } from './usage-error.js';

/** A public address that should lead to a port of this machine. */
export interface Tunnel {
  /** Without a trailing slash. */
  readonly publicUrl: string;
  readonly port: number;
}

/** What is said when the inbox cannot listen where the tunnel arrives. */
export function webhookPortTaken(port: number, error: unknown): UsageError {
  const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new UsageError(
    'WEBHOOK_PORT_TAKEN',
    `--webhook-port: cannot listen on 127.0.0.1:${port} (${why}). Free the port, or let the tunnel lead to another one and name it.`,
  );
}

/**
 * Sends a request to the public address of the inbox and looks whether it arrives here: before a run whose webhooks would
 * all be missed.
 *
 * @param mark a text that no other request holds
 * @throws UsageError when the port is taken, CannotTestError when the request does not arrive
 */
export async function checkTunnel({ publicUrl, port }: Tunnel, transport: Transport, mark: string): Promise<void> {
  let arrived = false;
  const server = createServer((request, response) => {
    if (request.url?.endsWith(`/reachability/${mark}`) === true) arrived = true;
    request.resume();
    response.end('SUCCESS');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(webhookPortTaken(port, error));
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  try {
    const answer = await transport.send({
      method: 'POST',
      url: `${publicUrl}/reachability/${mark}`,
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    if (arrived) return;
    const seen =
      answer.kind === 'answer' ? `HTTP ${answer.status} from somewhere else` : `${answer.code}: ${answer.message}`;
    throw new CannotTestError(
      'WEBHOOKS_UNREACHABLE',
      `A request to ${publicUrl} did not arrive at port ${port} of this machine (${seen}). Check that the tunnel is up and leads there, or leave --webhook-url out: webhook requirements are then not tested.`,
    );
  } finally {
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }
}
