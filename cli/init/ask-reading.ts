import type { Exchange } from '../../harness/exchange.js';
import { envelopeOf } from '../../harness/exchange.js';
import { isCredentialRefusal } from '../../harness/lesspay/credential-refusal.js';
import type { PlatformClient } from '../../harness/lesspay/platform-client.js';
import { type SignatureReading, signatureReadings } from '../../protocols/lesspay/signature/readings.js';
import { seen } from './answer.js';
import { NO_SUCH_ORDER } from './ask.js';
import type { Tell } from './decisions.js';

/** A query for an order that cannot exist, with a member that each reading of the signature writes in its own way. */
const NESTED_QUERY = {
  request_id: NO_SUCH_ORDER,
  probe: { zeta: { two: '2', one: '1' }, empty: '', alpha: 'a' },
};

/**
 * Finds how nested objects enter the string to sign: a harmless query is signed in each way. The platform's way is known when it
 * refuses the signatures of the others; one that looks at the members first, or takes them all, does not tell.
 */
export async function askReading(
  client: PlatformClient,
  claimed: SignatureReading,
  tell: Tell,
): Promise<SignatureReading> {
  const taken: { readonly reading: SignatureReading; readonly answer: Exchange }[] = [];
  for (const reading of signatureReadings) {
    const answer = await client.fetchPayout(NESTED_QUERY, { reading });
    if (envelopeOf(answer) !== null && !isCredentialRefusal(answer)) taken.push({ reading, answer });
  }
  const [only, ...others] = taken;
  if (only === undefined || others.length > 0) {
    const why =
      only === undefined ? 'No way of signing a nested object was taken.' : `${taken.length} ways were taken.`;
    tell(`signature.reading ${claimed}: cannot tell, left claimed. ${why}`);
    return claimed;
  }
  tell(`signature.reading ${only.reading}: the others are refused. ${seen(only.answer)}`);
  return only.reading;
}
