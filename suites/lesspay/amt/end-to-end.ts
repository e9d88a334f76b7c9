import { type Check, given, unmet } from '../../../harness/check.js';
import type { Exchange } from '../../../harness/exchange.js';
import type { OrderStatus } from '../../../protocols/lesspay/statuses.js';
import { deliveredStatus, deliveriesAbout } from '../reading/deliveries.js';
import { keepsValue, type SentAmount } from '../reading/echoed-amounts.js';
import { accepted, controlAccepted } from '../reading/outcomes.js';
import { type Actors, type LesspayScenario, scenario } from '../scenario.js';
import { aroundNow, lookUp } from '../steps/look-up.js';
import { move } from '../steps/move.js';
import { newOrder } from '../steps/new-order.js';
import { askPayin } from '../steps/payin-query.js';
import {
  claimsOrders,
  type OrderWishes,
  type PricedOrder,
  pricedMessage,
  pricedOrders,
  sentAmountOf,
} from './priced-order.js';
import { sameValue, twoDecimals } from './spellings.js';

interface Told {
  readonly created: Exchange;
  readonly told: Exchange;
  readonly sent: SentAmount;
  readonly [label: string]: Exchange | SentAmount;
}

const keeps = ({ created, told, sent }: Told): Check[] => [
  ...controlAccepted(created, 'createRefused'),
  ...accepted(told).map((check) => given(check, 'queryFailed')),
  ...keepsValue(told, sent),
];

function queryScenario(
  product: 'payin' | 'payout',
  wishes: OrderWishes,
  ask: (actors: Actors, id: string) => Promise<Exchange>,
): LesspayScenario {
  return scenario<PricedOrder, Told>({
    id: `AMT-007-${product}`,
    title: `The amount of a ${product === 'payin' ? 'pay-in' : 'payout'} has the same value in the query`,
    claimed: (profile) =>
      claimsOrders(wishes)(profile) && profile.operations.has(product === 'payin' ? 'fetchPayin' : 'fetchPayout'),
    // Fewer decimals than the currency has may be refused for pay-ins.
    given: pricedOrders(wishes, product === 'payin' ? twoDecimals : sameValue),
    async drive(actors, order) {
      const message = actors.fresh(pricedMessage(order));
      return {
        created: await actors.platform.call(order.order.operation, message),
        told: await ask(actors, message.request_id),
        sent: sentAmountOf(order),
      };
    },
    judge: { 'AMT-007': keeps },
  });
}

/** How orders of both products are brought to their success. */
const WAY_TO_SUCCESS: Readonly<Record<'payin' | 'payout', readonly OrderStatus[]>> = {
  payin: ['SUCCEED'],
  payout: ['PENDING_PAY', 'SUCCEED'],
};

interface Delivered {
  readonly deliveries: readonly Exchange[];
  readonly sent: SentAmount;
  readonly [label: string]: readonly Exchange[] | SentAmount;
}

function webhookScenario(product: 'payin' | 'payout', wishes: OrderWishes): LesspayScenario {
  return scenario<PricedOrder, Delivered>({
    id: `AMT-007-${product}-webhook`,
    title: `The amount of a ${product === 'payin' ? 'pay-in' : 'payout'} has the same value in the webhook`,
    needs: ['control', 'inbox'],
    weight: 0.4,
    claimed: claimsOrders(wishes),
    given: pricedOrders(wishes, product === 'payin' ? twoDecimals : sameValue),
    async drive(actors, order) {
      const { id } = await newOrder(actors.platform, order.order.operation, actors.fresh(pricedMessage(order)));
      for (const status of WAY_TO_SUCCESS[product]) await move(actors, id, status);
      const ofSuccess = (deliveries: readonly Exchange[]): readonly Exchange[] =>
        deliveriesAbout(deliveries, id).filter((delivery) => deliveredStatus(delivery) === 'SUCCEED');
      const deliveries = await actors.mailbox.waitFor((arrived) => ofSuccess(arrived).length > 0, actors.patienceMs);
      return { deliveries: ofSuccess(deliveries), sent: sentAmountOf(order) };
    },
    judge: {
      'AMT-007': ({ deliveries, sent }) =>
        deliveries.length === 0
          ? unmet('noWebhook', 'No webhook about the success of the order arrived.')
          : deliveries.flatMap((delivery) => keepsValue(delivery, sent)),
    },
  });
}

const payouts: OrderWishes = { product: 'payout', currencies: 'all' };
const payins: OrderWishes = { product: 'payin', currencies: 'cents' };

/** AMT-007: an amount keeps its value from the create through the query to the webhook (S002 section 1; E-22). */
export const endToEnd: readonly LesspayScenario[] = [
  queryScenario('payout', payouts, (actors, id) => lookUp(actors, 'payout', { request_id: id })),
  queryScenario('payin', payins, async (actors, id) => {
    const { exchange } = await askPayin(actors, { request_id: id, ...aroundNow(actors) });
    return exchange;
  }),
  webhookScenario('payout', payouts),
  webhookScenario('payin', payins),
];
