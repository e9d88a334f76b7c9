import { type OperationName, operations } from '../../protocols/lesspay/operations.js';
import { sign } from '../../protocols/lesspay/signature/sign.js';

/** Sends a signed message and returns what came back as JSON. */
export async function signedCall(
  url: string,
  operation: OperationName,
  message: object,
  application: { readonly appId: string; readonly appSecret: string },
): Promise<{ readonly code: number; readonly data?: unknown }> {
  const body = JSON.stringify(message);
  const response = await fetch(url + operations[operation].path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-auth-appid': application.appId,
      'X-Auth-Timestamp': String(Date.now()),
      'x-auth-signature': sign(body, application.appSecret),
    },
    body,
  });
  return (await response.json()) as { code: number };
}
