import * as fc from 'fast-check';
import { type Check, holds, met, unmet, violated } from '../../../harness/check.js';
import { describeAnswer, type Exchange, isJsonObject, type Json } from '../../../harness/exchange.js';
import type { Actors } from '../../../harness/lesspay/actors.js';
import { isTerminal, payoutBatchMachine } from '../../../protocols/lesspay/state-machines.js';
import { normaliseOrderStatus } from '../../../protocols/lesspay/statuses.js';
import type { CreatePayoutBatchRequest } from '../../../schemas/lesspay/messages.generated.js';
import { contentOf, deliveredBody, deliveredStatus } from '../reading/deliveries.js';
import { detailsOf, payoutOf, statusIn } from '../reading/orders.js';
import { meets } from '../reading/outcomes.js';
import { keepsDetailAmounts, showsAllDetails } from '../reading/payout-details.js';
import { type LesspayScenario, type Profile, scenario } from '../scenario.js';
import { claimedBatch, claimsBatch } from '../steps/claimed-batches.js';
import { lookUp } from '../steps/look-up.js';
import { move } from '../steps/move.js';
import { newOrder } from '../steps/new-order.js';

/** How a batch ends. */
type End = 'SUCCEED' | 'PARTIAL_SUCCESS' | 'FAILED' | 'rejected';

interface EndedBatch {
  readonly batch: CreatePayoutBatchRequest;
  readonly end: End;
}

const endedBatch = (profile: Profile): fc.Arbitrary<EndedBatch> =>
  fc.record({
    batch: claimedBatch(profile, { details: { min: 2, max: 5 } }),
    end: fc.constantFrom<End>('SUCCEED', 'PARTIAL_SUCCESS', 'FAILED', 'rejected'),
  });

const claimed = (profile: Profile): boolean => profile.operations.has('fetchPayout') && claimsBatch(profile);

async function createAndEnd(actors: Actors, { batch, end }: EndedBatch) {
  const order = await newOrder(actors.platform, 'createPayoutBatch', actors.fresh(batch));
  if (end !== 'rejected') await move(actors, order.id, 'PENDING_PAY');
  await move(actors, order.id, end === 'rejected' ? 'FAILED' : end);
  return order;
}

/** The status that a query shows is final; else there is nothing to judge yet. */
function isFinal(query: Exchange): Check[] {
  const status = normaliseOrderStatus(statusIn(payoutOf(query)));
  return status !== null && isTerminal(payoutBatchMachine, status)
    ? []
    : [
        unmet(
          'notFinal',
          `The payout is not final although its operator ended it: ${status ?? describeAnswer(query)}.`,
        ),
      ];
}

/** PAYOUT-QUERY-017: the query for a final batch shows what became of each detail (S003 1.2 step 7; P-PO-DG step 4; E-88). */
export const showsWhatBecame = scenario<EndedBatch, { readonly created: Exchange; readonly query: Exchange }>({
  id: 'PAYOUT-QUERY-017',
  title: 'The query for a final batch shows each detail with its amount and a status',
  needs: ['control'],
  claimed,
  given: endedBatch,
  async drive(actors, ended) {
    const { created, requestId } = await createAndEnd(actors, ended);
    return { created, query: await lookUp(actors, 'payout', { request_id: requestId }) };
  },
  judge: {
    'PAYOUT-QUERY-017': ({ created, query }) => [
      ...meets('PAYOUT-QUERY-017', query),
      ...isFinal(query),
      ...showsAllDetails(created, query),
      ...keepsDetailAmounts(created, query),
      ...detailsOf(payoutOf(query)).map(({ mch_order_id: id, status }) =>
        holds(
          typeof status === 'string' && status !== '',
          `a status of detail ${JSON.stringify(id)}`,
          () => JSON.stringify(status) ?? 'none',
          query,
        ),
      ),
    ],
  },
});

type JsonObject = { readonly [name: string]: Json };

/** The members that both objects have and that differ. Details are compared one by one, by their `mch_order_id`. */
function differences(query: JsonObject, webhook: JsonObject, where = ''): string[] {
  return Object.keys(query)
    .filter((name) => Object.hasOwn(webhook, name))
    .flatMap((name) => {
      const [asked, told] = [query[name], webhook[name]];
      if (name === 'details' && Array.isArray(asked) && Array.isArray(told)) {
        const others = (told as readonly Json[]).filter(isJsonObject);
        if (others.length !== asked.length)
          return [`${asked.length} details in the query, ${others.length} in the webhook`];
        return (asked as readonly Json[]).filter(isJsonObject).flatMap((detail) => {
          const same = others.find(({ mch_order_id: id }) => id === detail.mch_order_id);
          const at = `detail ${JSON.stringify(detail.mch_order_id)}`;
          return same === undefined ? [`${at} is not in the webhook`] : differences(detail, same, `${at}, `);
        });
      }
      return contentOf(asked) === contentOf(told)
        ? []
        : [`${where}${name}: ${JSON.stringify(asked)} in the query, ${JSON.stringify(told)} in the webhook`];
    });
}

/** PAYOUT-QUERY-013: query and webhook of a final payout agree (P-PO-WH: the body corresponds to PayoutQueryVO; E-58). */
export const agreesWithTheWebhook = scenario<
  EndedBatch,
  { readonly query: Exchange; readonly deliveries: readonly Exchange[] }
>({
  id: 'PAYOUT-QUERY-013',
  title: 'The query answer and the webhook of a final batch agree in every member that both have',
  needs: ['control', 'inbox'],
  weight: 0.3,
  claimed,
  given: endedBatch,
  async drive(actors, ended) {
    const { id } = await createAndEnd(actors, ended);
    const aboutTheEnd = (delivery: Exchange): boolean => {
      const status = deliveredStatus(delivery);
      return deliveredBody(delivery)?.pay_order_id === id && status !== null && isTerminal(payoutBatchMachine, status);
    };
    const deliveries = await actors.mailbox.waitFor((arrived) => arrived.some(aboutTheEnd), actors.patienceMs);
    return { query: await lookUp(actors, 'payout', { pay_order_id: id }), deliveries: deliveries.filter(aboutTheEnd) };
  },
  judge: {
    'PAYOUT-QUERY-013': ({ query, deliveries }) => {
      const [delivery] = deliveries;
      const told = delivery === undefined ? null : deliveredBody(delivery);
      const asked = payoutOf(query);
      if (told === null) return unmet('noWebhook', 'No webhook about the end of the payout arrived.');
      if (asked === null) return unmet('queryFailed', `The payout was not found: ${describeAnswer(query)}.`);
      const differing = differences(asked, told);
      return [
        ...isFinal(query),
        differing.length === 0 ? met : violated('the same in query and webhook', differing.join('; '), query),
      ];
    },
  },
});

/** What is told about payouts that have ended. */
export const endedPayouts: readonly LesspayScenario[] = [showsWhatBecame, agreesWithTheWebhook];
