import { type Check, given, holds } from '../../../harness/check.js';
import type { Exchange } from '../../../harness/exchange.js';
import { type Actors, intent } from '../../../harness/lesspay/actors.js';
import type { Evidence } from '../../../harness/scenario.js';
import type { CreatePayoutBatchRequest } from '../../../schemas/lesspay/messages.generated.js';
import { describeDeliveries } from '../reading/deliveries.js';
import { accepted, meets } from '../reading/outcomes.js';
import { type LesspayScenario, scenario } from '../scenario.js';
import { claimedBatch } from '../steps/claimed-batches.js';
import { newOrder } from '../steps/new-order.js';
import { claimsTrigger } from './known.js';

/** A trigger that must be refused, and its twin for an order that exists. */
interface Twins extends Record<string, Evidence[string]> {
  readonly altered: Exchange;
  readonly control: Exchange;
  /** What arrived between the two; null when webhooks cannot reach us. */
  readonly deliveries: readonly Exchange[] | null;
}

interface RefusedTrigger {
  readonly id: string;
  readonly title: string;
  readonly mutation: string;
  readonly altered: (actors: Actors, requestId: string) => object;
  readonly also?: (evidence: Twins) => readonly Check[];
}

function refusedTrigger({ id, title, mutation, altered, also = () => [] }: RefusedTrigger): LesspayScenario {
  return scenario<CreatePayoutBatchRequest, Twins>({
    id,
    title,
    weight: 0.4,
    claimed: claimsTrigger,
    given: (profile) => claimedBatch(profile, { details: { min: 1, max: 2 } }),
    async drive(actors, message) {
      const { requestId } = await newOrder(actors.platform, 'createPayoutBatch', actors.fresh(message));
      const refused = await actors.platform.triggerNotify(
        altered(actors, requestId),
        intent('altered', { requirement: id, element: '/request_id', mutation }),
      );
      const deliveries = actors.hasInbox ? await actors.mailbox.waitFor(() => false, actors.quietMs) : null;
      const control = await actors.platform.triggerNotify({ request_id: requestId }, intent('control'));
      return { altered: refused, control, deliveries };
    },
    judge: {
      [id]: (evidence) => [
        ...accepted(evidence.control).map((check) => given(check)),
        ...meets(id, evidence.altered),
        ...also(evidence),
      ],
    },
  });
}

function nothingSent({ deliveries }: Twins): Check[] {
  if (deliveries === null) return [];
  return [holds(deliveries.length === 0, 'no delivery', () => describeDeliveries(deliveries), deliveries[0])];
}

/** PAYOUT-NOTIFY-004: the trigger for an order that does not exist is answered with "order not found" and sends nothing (seed 000, code 30020). */
export const unknownOrder = refusedTrigger({
  id: 'PAYOUT-NOTIFY-004',
  title: 'The notification of an order that does not exist is asked for: it is not found, and nothing is sent',
  mutation: 'set to an id that was never used',
  altered: (actors, requestId) => ({ request_id: actors.freshId(requestId.length) }),
  also: nothingSent,
});

/** PAYOUT-NOTIFY-005: the trigger without an identifier is refused (demo client; seed 000, code 30000). */
export const withoutIdentifier = refusedTrigger({
  id: 'PAYOUT-NOTIFY-005',
  title: 'A notification is asked for without naming an order: the request is refused',
  mutation: 'removed',
  altered: () => ({}),
});
