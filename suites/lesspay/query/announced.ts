import { holds, unmet } from '../../../harness/check.js';
import type { Exchange } from '../../../harness/exchange.js';
import { intent } from '../../../harness/lesspay/actors.js';
import type { Evidence } from '../../../harness/scenario.js';
import { normaliseOrderStatus } from '../../../protocols/lesspay/statuses.js';
import { deliveredStatus, deliveriesAbout } from '../reading/deliveries.js';
import { payinRecordsOf, recordOrderId, statusIn } from '../reading/orders.js';
import { meets } from '../reading/outcomes.js';
import { scenario } from '../scenario.js';
import { claimedPayin } from '../steps/claimed-payins.js';
import { aroundNow } from '../steps/look-up.js';
import { move } from '../steps/move.js';
import { newOrder } from '../steps/new-order.js';
import { askPayin } from '../steps/payin-query.js';
import { offers } from '../steps/valid-call.js';

interface AnnouncedEvidence extends Record<string, Evidence[string]> {
  readonly id: string;
  readonly deliveries: readonly Exchange[];
  readonly asked: Exchange;
}

/** QUERY-022: a query gives the status that the latest webhook of the order announced (P-PI-OV step 4). */
export const statusAsAnnounced = scenario<object, AnnouncedEvidence>({
  id: 'QUERY-022',
  title: 'A query gives the status that was announced last.',
  needs: ['control', 'inbox'],
  weight: 0.3,
  claimed: (profile) => offers(profile, 'fetchPayin'),
  given: (profile) => claimedPayin(profile),
  async drive(actors, message) {
    const fresh = actors.fresh(message) as { readonly request_id: string };
    const { id } = await newOrder(actors.platform, 'createPayin', fresh);
    await move(actors, id, 'SUCCEED');
    const deliveries = await actors.mailbox.waitFor(
      (seen) => deliveriesAbout(seen, id).some((delivery) => deliveredStatus(delivery) === 'SUCCEED'),
      actors.patienceMs,
    );
    const { exchange } = await askPayin(actors, { pay_order_id: id, ...aroundNow(actors) }, intent('probe'));
    return { id, deliveries, asked: exchange };
  },
  judge: {
    'QUERY-022': ({ id, deliveries, asked }) => {
      const last = deliveriesAbout(deliveries, id).at(-1);
      if (last === undefined) return unmet('noDelivery', 'No webhook about the order arrived.');
      const announced = deliveredStatus(last);
      const record = payinRecordsOf(asked).find((each) => recordOrderId(each) === id) ?? null;
      const status = normaliseOrderStatus(statusIn(record));
      return [
        ...meets('QUERY-022', asked),
        holds(
          announced !== null && status === announced,
          `${announced}`,
          () => `${status ?? 'no known status'}`,
          asked,
        ),
      ];
    },
  },
});
