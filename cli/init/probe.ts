import { setTimeout as wait } from 'node:timers/promises';
import { freshIds } from '../../harness/fresh-ids.js';
import type { OrderLimits } from '../../harness/governor.js';
import { orderGuard } from '../../harness/lesspay/order-guard.js';
import { type PlatformClient, platformClient } from '../../harness/lesspay/platform-client.js';
import { preflight } from '../../harness/lesspay/preflight.js';
import { lesspaySensitiveMembers } from '../../harness/lesspay/sensitive.js';
import { Masker } from '../../harness/masking.js';
import { Recorder } from '../../harness/recorder.js';
import { openTransport } from '../../harness/transport.js';
import type { Io } from '../io.js';
import type { ApplicationCredentials, TestingAids } from '../run/testing-aids.js';
import { askHarmlessly, NO_SUCH_ORDER } from './ask.js';
import { askAids } from './ask-aids.js';
import { askReading } from './ask-reading.js';
import { notProbed, type Tell } from './decisions.js';
import { defaultStatement, type FullStatement } from './statement.js';
import { tryPayins, tryPayouts } from './try-creates.js';

/** What is probed, and how far. */
export interface ProbeSettings {
  readonly url: string;
  readonly credentials: ApplicationCredentials;
  readonly timeoutMs: number;
  /** What may be created; null: nothing. */
  readonly limits: OrderLimits | null;
  /** What helps to test, as far as it was named. */
  readonly aids: TestingAids;
}

/** Nothing may be created. */
const NOTHING: OrderLimits = { maxOrders: 0, maxAmount: null, payouts: false };

const ONLY_CREATES = 'Only creating an order shows it: add --create-orders.';

/**
 * Fills a statement from what the target answers, and tells each decision with what was seen. Without `limits` nothing is created:
 * queries for an order that does not exist, bank lists and balances.
 *
 * @throws CannotTestError when the target does not answer as a Lesspay platform, or refuses the credentials
 */
export async function probe(settings: ProbeSettings, io: Io, tell: Tell): Promise<FullStatement> {
  const { url, limits } = settings;
  const credentials = { name: 'first', ...settings.credentials };
  const transport = openTransport({ timeoutMs: settings.timeoutMs, connections: 2 });
  const pause = async (ms: number): Promise<void> => {
    await wait(ms);
  };
  try {
    const { clockOffsetMs } = await preflight({
      url,
      credentials,
      transport,
      now: io.now,
      controlNow: null,
      wait: pause,
    });
    const platformNow = (): number => io.now() + (clockOffsetMs ?? 0);
    const masker = new Masker(lesspaySensitiveMembers);
    const recorder = new Recorder(masker);
    const guard = orderGuard(limits ?? NOTHING);
    const clientOf = (who: typeof credentials): PlatformClient => {
      masker.addSecret(who.appSecret);
      const scope = recorder.openScope();
      return platformClient({
        ...{ url, transport, recorder, scope, guard, platformNow },
        credentials: who,
        reading: statement.signature.reading,
        now: io.now,
        wait: pause,
      });
    };
    const statement = defaultStatement();
    await askHarmlessly(clientOf(credentials), platformNow, statement, tell);
    statement.signature.reading = await askReading(clientOf(credentials), statement.signature.reading, tell);
    const client = clientOf(credentials);
    statement.testing = await askAids({
      url,
      aids: settings.aids,
      transport,
      askAs: (second) => clientOf({ name: 'second', ...second }).fetchPayout({ request_id: NO_SUCH_ORDER }),
      tell,
    });
    const creator = { client, ids: freshIds(io.now(), io.random), statement, tell };
    if (limits === null) notProbed('endpoints.createPayin, payin', ONLY_CREATES, tell);
    else await tryPayins(creator);
    if (limits?.payouts === true) await tryPayouts(creator);
    else {
      const why =
        limits === null ? ONLY_CREATES : 'It creates payouts: add --allow-payouts if they move no real money.';
      notProbed('endpoints.createPayout, endpoints.createPayoutBatch, payout.destinations', why, tell);
    }
    return statement;
  } finally {
    await transport.close();
  }
}
