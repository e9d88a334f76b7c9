import { randomUUID } from 'node:crypto';
import type { Exchange } from '../../harness/exchange.js';
import { isCredentialRefusal } from '../../harness/lesspay/credential-refusal.js';
import { isLoopback } from '../../harness/loopback.js';
import type { Transport } from '../../harness/transport.js';
import { checkTunnel } from '../../harness/webhook-reachability.js';
import type { IcsSecondApplication, IcsTesting } from '../../schemas/config/config.generated.js';
import { findControl } from '../run/find-control.js';
import { type ApplicationCredentials, type TestingAids, tunnelOf } from '../run/testing-aids.js';
import { isOffered, seen, supportIn } from './answer.js';
import type { Tell } from './decisions.js';

/** What the probe of the testing aids needs. */
export interface AidProbe {
  readonly url: string;
  readonly aids: TestingAids;
  readonly transport: Transport;
  /** Asks for an order that cannot exist, as the second application. */
  readonly askAs: (credentials: ApplicationCredentials) => Promise<Exchange>;
  readonly tell: Tell;
}

/**
 * Looks which of the aids that were named are there, and says so for each. Secrets are left out of the statement: it names the
 * variable that holds one.
 *
 * @throws CannotTestError when the control interface or the tunnel that was named does not answer
 */
export async function askAids({ url, aids, transport, askAs, tell }: AidProbe): Promise<IcsTesting> {
  const control = await findControl(aids, url, transport);
  tell(
    control === null
      ? 'testing.control: none named, none found: transitions are only observed. Name one with --control-url.'
      : `testing.control: ${control.url} answers as ${control.health.product} ${control.health.version}.`,
  );
  const tunnel = tunnelOf(aids.webhooks);
  if (tunnel !== null) {
    await checkTunnel(tunnel, transport, randomUUID());
    tell(`testing.webhooks: ${tunnel.publicUrl} leads to port ${tunnel.port} of this machine.`);
  } else {
    tell(
      isLoopback(url)
        ? 'testing.webhooks: over loopback, the target is on this machine.'
        : 'testing.webhooks: no way named: webhooks are not tested. Name a tunnel with --webhook-url.',
    );
  }
  const second = await askSecond(aids.second, askAs, tell);
  return {
    ...(control === null ? {} : { control: { url: control.url } }),
    ...(tunnel === null
      ? isLoopback(url)
        ? { webhooks: 'loopback' as const }
        : {}
      : { webhooks: { url: tunnel.publicUrl, port: tunnel.port } }),
    ...(second === null ? {} : { secondApplication: second }),
  };
}

async function askSecond(
  second: ApplicationCredentials | null,
  askAs: AidProbe['askAs'],
  tell: Tell,
): Promise<IcsSecondApplication | null> {
  if (second === null) {
    tell('testing.secondApplication: none named. Name one with --second-app-id.');
    return null;
  }
  const answer = await askAs(second);
  const isKnown = isOffered(answer) === true && !isCredentialRefusal(answer) && supportIn(answer) !== 'unclear';
  tell(
    `testing.secondApplication ${second.appId}: ${isKnown ? 'accepted' : 'not accepted, left out'}. ${seen(answer)}`,
  );
  return isKnown ? { appId: second.appId, secretVariable: 'LESSPAY_SECOND_APP_SECRET' } : null;
}
