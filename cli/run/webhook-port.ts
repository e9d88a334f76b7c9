import { createServer } from 'node:net';
import { UsageError } from '../../harness/usage-error.js';

/** Checks that the inbox will be able to listen where the tunnel arrives. @throws UsageError when it will not */
export async function checkWebhookPort(port: number): Promise<void> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError(
      'WEBHOOK_PORT_TAKEN',
      `--webhook-port: cannot listen on 127.0.0.1:${port} (${why}). Free the port, or let the tunnel lead to another one and name it.`,
    );
  }
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
