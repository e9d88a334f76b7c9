import { matchReading, signWithReading } from '../../protocols/lesspay/signature/readings.js';
import { isSignatureText, type SignatureOperation } from '../../protocols/lesspay/signature/sign.js';
import { UnsignableBodyError } from '../../protocols/lesspay/signature/unsignable-body-error.js';
import type { SignatureMatch } from '../../schemas/report/results.generated.js';
import { isJsonObject, jsonOf } from '../exchange.js';
import type { DeliveryReading } from '../mailboxes.js';
import type { Credentials } from './platform-client.js';

/** Which webhook a body is: payouts have `details`, pay-ins `order_status_int` or `target_amount` (protocol reference, 6.2 and 6.3). */
function recognise(body: string): 'payinWebhook' | 'payoutWebhook' | null {
  const value = jsonOf({ body });
  if (!isJsonObject(value)) return null;
  if ('details' in value || 'total_amount' in value) return 'payoutWebhook';
  if ('order_status_int' in value || 'target_amount' in value || 'event' in value) return 'payinWebhook';
  return null;
}

function matchesOf(
  body: string,
  signature: string,
  applications: readonly Credentials[],
  kinds: readonly SignatureOperation[],
): SignatureMatch[] {
  const found: SignatureMatch[] = [];
  for (const { name, appSecret } of applications) {
    for (const operation of kinds) {
      if (signWithReading(body, appSecret, 'DEMO', operation) === signature) {
        found.push({ application: name, reading: 'DEMO', operation });
      }
    }
  }
  if (found.length > 0) return found;
  for (const { name, appSecret } of applications) {
    const match = matchReading(body, appSecret, signature, kinds);
    if (match !== null) found.push({ application: name, ...match });
  }
  return found;
}

/** The name of a match over the members of v1 although the body is not of that version. */
const V1_MEMBERS = 'v1-members';

/** Whose secret signs the v1 members of a body that names a later version. The members of v1 hold no number that matters. */
function v1MatchesOf(body: string, signature: string, applications: readonly Credentials[]): SignatureMatch[] {
  const value = jsonOf({ body });
  if (!isJsonObject(value)) return [];
  const asV1 = JSON.stringify({ ...value, api_version: 'v1' });
  return applications
    .filter(({ appSecret }) => signWithReading(asV1, appSecret, 'DEMO', 'payin-webhook') === signature)
    .map(({ name }) => ({ application: name, reading: 'DEMO', operation: V1_MEMBERS }));
}

/**
 * Reads a webhook as it arrives: what it is, and under which application, reading and signed subset its signature verifies
 * (protocol reference, 6.2 and 6.3; `lesspay-signature` section 8). A signature over the v1 members alone counts for any version
 * of a pay-in webhook, because the docs speak of "specific fields" without naming them.
 */
export function readDelivery(
  headers: Readonly<Record<string, string>>,
  body: string,
  applications: () => readonly Credentials[],
): DeliveryReading {
  const operation = recognise(body);
  const signature = headers['x-auth-signature'];
  const wellFormed = signature !== undefined && isSignatureText(signature);
  let matches: SignatureMatch[] = [];
  if (signature !== undefined) {
    try {
      const kinds: SignatureOperation[] = operation === 'payoutWebhook' ? ['sign'] : ['sign', 'payin-webhook'];
      matches = matchesOf(body, signature.toUpperCase(), applications(), kinds);
      if (matches.length === 0 && operation !== 'payoutWebhook') {
        matches = v1MatchesOf(body, signature.toUpperCase(), applications());
      }
    } catch (error) {
      // A body that cannot be signed verifies under no reading; anything else is our own error.
      if (!(error instanceof UnsignableBodyError)) throw error;
    }
  }
  return {
    operation,
    application: matches[0]?.application ?? null,
    facts: { signature: { present: signature !== undefined, wellFormed, matches } },
  };
}
