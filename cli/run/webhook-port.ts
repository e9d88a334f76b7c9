import { createServer } from 'node:net';
import { webhookPortTaken } from '../../harness/webhook-reachability.js';

/** Checks that the inbox will be able to listen where the tunnel arrives. @throws UsageError when it will not */
export async function checkWebhookPort(port: number): Promise<void> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
  } catch (error) {
    throw webhookPortTaken(port, error);
  }
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
