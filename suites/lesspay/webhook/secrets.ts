import * as fc from 'fast-check';
import { type Check, holds, unmet } from '../../../harness/check.js';
import type { Exchange } from '../../../harness/exchange.js';
import type { Evidence } from '../../../harness/scenario.js';
import type { CreatePayinRequest, CreatePayoutBatchRequest } from '../../../schemas/lesspay/messages.generated.js';
import { deliveriesAbout } from '../reading/deliveries.js';
import { orderIdOf } from '../reading/orders.js';
import { scenario } from '../scenario.js';
import { claimedBatch, claimsBatch } from '../steps/claimed-batches.js';
import { claimedPayin, claimsPayin } from '../steps/claimed-payins.js';
import { move } from '../steps/move.js';
import { newOrder } from '../steps/new-order.js';

interface TwoProducts {
  readonly payin: CreatePayinRequest;
  readonly batch: CreatePayoutBatchRequest;
}

interface TwoMerchants extends Record<string, Evidence[string]> {
  readonly created: readonly Exchange[];
  readonly deliveries: readonly Exchange[];
}

/** Every delivery about the order verifies with the secret of the application that created it, and with no other. */
function ownSecret(created: Exchange, deliveries: readonly Exchange[]): Check[] {
  const about = deliveriesAbout(deliveries, orderIdOf(created) ?? '');
  if (about.length === 0) {
    return [unmet('nothingDelivered', `No webhook about the order of the ${created.application} application arrived.`)];
  }
  return about.map((delivery) => {
    const matches = delivery.facts.signature?.matches ?? [];
    const verifying = [...new Set(matches.map(({ application }) => application))];
    return verifying.length === 0
      ? unmet('unverified', 'The signature verifies with neither secret; WEBHOOK-020 and WEBHOOK-049 are about that.')
      : holds(
          verifying.length === 1 && verifying[0] === created.application,
          `a signature with the secret of the ${created.application} application only`,
          () => `one that verifies with that of: ${verifying.join(', ')}`,
          delivery,
        );
  });
}

/** WEBHOOK-052: a webhook is signed with the secret of the application that created the order (docs pages P-PI-WH 2, P-PO-WH 2). */
export const eachMerchantHasItsOwnSecret = scenario<TwoProducts, TwoMerchants>({
  id: 'WEBHOOK-052',
  title: 'Orders of two applications end: each webhook verifies with the secret of its own application only',
  needs: ['control', 'inbox', 'secondApplication'],
  weight: 0.3,
  claimed: (profile) => claimsPayin(profile) && claimsBatch(profile),
  given: (profile) => fc.record({ payin: claimedPayin(profile), batch: claimedBatch(profile) }),
  async drive(actors, { payin, batch }) {
    const created: Exchange[] = [];
    for (const merchant of [actors.platform, actors.second]) {
      const bought = await newOrder(merchant, 'createPayin', actors.fresh(payin));
      const paid = await newOrder(merchant, 'createPayoutBatch', actors.fresh(batch));
      await move(actors, bought.id, 'SUCCEED');
      await move(actors, paid.id, 'FAILED');
      created.push(bought.created, paid.created);
    }
    const ids = created.map((create) => orderIdOf(create) ?? '');
    const deliveries = await actors.mailbox.waitFor(
      (arrived) => ids.every((id) => deliveriesAbout(arrived, id).length > 0),
      actors.patienceMs,
    );
    return { created, deliveries };
  },
  judge: { 'WEBHOOK-052': ({ created, deliveries }) => created.flatMap((create) => ownSecret(create, deliveries)) },
});
