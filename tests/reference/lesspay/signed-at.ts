import { type OperationName, operations } from '../../../protocols/lesspay/operations.js';
import type { RunningPlatform } from '../../../reference/lesspay/start.js';
import { type Reply, send, signedHeaders } from './merchant.js';

/** Sends a signed call whose timestamp is `now`. */
export function signedAt(
  platform: RunningPlatform,
  operation: OperationName,
  body: unknown,
  now: number,
): Promise<Reply> {
  const text = JSON.stringify(body);
  const headers = { ...signedHeaders(text), 'X-Auth-Timestamp': String(now) };
  return send(platform, operations[operation].path, text, headers);
}
