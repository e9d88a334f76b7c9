import * as fc from 'fast-check';
import { type Check, given, holds, unmet } from '../../../harness/check.js';
import { describeAnswer, type Exchange, envelopeOf } from '../../../harness/exchange.js';
import { type Actors, intent } from '../../../harness/lesspay/actors.js';
import type { Evidence } from '../../../harness/scenario.js';
import type { CreatePayoutBatchRequest } from '../../../schemas/lesspay/messages.generated.js';
import { contentOf, deliveredBody, deliveriesAbout, describeDeliveries } from '../reading/deliveries.js';
import { orderIdOf, payoutOf, sentBody } from '../reading/orders.js';
import { accepted, meets } from '../reading/outcomes.js';
import { payoutMemberProblems } from '../reading/payout-members.js';
import { recorded, succeeded } from '../reading/recorded.js';
import { type Profile, scenario } from '../scenario.js';
import { claimedBatch, claimsBatch } from '../steps/claimed-batches.js';
import { lookUp } from '../steps/look-up.js';
import { move } from '../steps/move.js';
import { type NewOrder, newOrder } from '../steps/new-order.js';

/** A batch, and the identifier by which its notification is asked for. */
interface Known {
  readonly message: CreatePayoutBatchRequest;
  readonly by: 'pay_order_id' | 'request_id';
}

/** True when the target claims the trigger, and batches to try it with. */
export const claimsTrigger = (profile: Profile): boolean =>
  profile.operations.has('triggerNotify') && claimsBatch(profile);

const known = (profile: Profile): fc.Arbitrary<Known> =>
  fc.record({
    message: claimedBatch(profile, { details: { min: 1, max: 3 } }),
    by: fc.constantFrom('pay_order_id' as const, 'request_id' as const),
  });

const trigger = (actors: Actors, order: NewOrder, by: Known['by']): Promise<Exchange> =>
  actors.platform.triggerNotify({ [by]: by === 'request_id' ? order.requestId : order.id }, intent('probe'));

/** The answer has the documented members of a payout, and is about the order. */
function aboutTheOrder(created: Exchange, triggered: Exchange): Check[] {
  const payout = payoutOf(triggered);
  if (!succeeded(triggered) || payout === null) return [];
  const problems = payoutMemberProblems(payout);
  const { request_id: requestId } = sentBody(created);
  return [
    holds(problems.length === 0, 'the documented members of a payout', () => problems.join(', '), triggered),
    holds(
      payout.pay_order_id === orderIdOf(created) && payout.request_id === requestId,
      `\`data\` about order ${orderIdOf(created)}`,
      () => `pay_order_id ${String(payout.pay_order_id)}, request_id ${String(payout.request_id)}`,
      triggered,
    ),
  ];
}

interface Triggered extends Record<string, Evidence[string]> {
  readonly created: Exchange;
  readonly before: Exchange;
  readonly triggered: Exchange;
  readonly after: Exchange;
}

/** PAYOUT-NOTIFY-001: the trigger for a known order is answered with what the webhook says, and changes nothing (demo client). */
export const answeredWithThePayout = scenario<Known, Triggered>({
  id: 'PAYOUT-NOTIFY-001',
  title: 'The notification of a final batch is asked for: the answer says what the webhook says, and nothing changes',
  needs: ['control'],
  weight: 0.5,
  claimed: claimsTrigger,
  given: known,
  async drive(actors, { message, by }) {
    const order = await newOrder(actors.platform, 'createPayoutBatch', actors.fresh(message));
    await move(actors, order.id, 'PENDING_PAY');
    // A succeeded batch shows the most that could be changed by asking for its notification.
    await move(actors, order.id, 'SUCCEED');
    const ids = { pay_order_id: order.id };
    return {
      created: order.created,
      before: await lookUp(actors, 'payout', ids),
      triggered: await trigger(actors, order, by),
      after: await lookUp(actors, 'payout', ids),
    };
  },
  judge: {
    'PAYOUT-NOTIFY-001': ({ created, triggered }) => [
      ...meets('PAYOUT-NOTIFY-001', triggered),
      ...aboutTheOrder(created, triggered),
    ],
    'PAYOUT-NOTIFY-007': ({ before, triggered, after }) => [
      ...[before, triggered, after].flatMap((exchange) => accepted(exchange).map((check) => given(check))),
      holds(
        contentOf(payoutOf(after) ?? undefined) === contentOf(payoutOf(before) ?? undefined),
        `the payout as before the trigger: ${contentOf(payoutOf(before) ?? undefined)}`,
        () => contentOf(payoutOf(after) ?? undefined),
        after,
      ),
    ],
  },
});

interface Pending extends Record<string, Evidence[string]> {
  readonly created: Exchange;
  readonly triggered: Exchange;
}

/** "The status does not allow it" (seed 000, code 30060). */
const NOT_FINAL = 30060;

/** PAYOUT-NOTIFY-006: whether the trigger works for an order that is not final is reported (seed 000, code 30060). */
export const whileItIsPending = scenario<Known, Pending>({
  id: 'PAYOUT-NOTIFY-006',
  title: 'The notification of a batch that is not final is asked for: what happens is reported',
  weight: 0.3,
  claimed: claimsTrigger,
  given: known,
  async drive(actors, { message, by }) {
    const order = await newOrder(actors.platform, 'createPayoutBatch', actors.fresh(message));
    return { created: order.created, triggered: await trigger(actors, order, by) };
  },
  judge: {
    'PAYOUT-NOTIFY-006': ({ triggered }) => recorded('trigger for an order that is not final', triggered),
    'PAYOUT-NOTIFY-001': ({ created, triggered }) =>
      envelopeOf(triggered)?.code === NOT_FINAL
        ? unmet('notFinal', 'The target notifies final orders only, and nobody has moved this one.')
        : [...meets('PAYOUT-NOTIFY-001', triggered), ...aboutTheOrder(created, triggered)],
  },
});

interface Delivered extends Record<string, Evidence[string]> {
  readonly created: Exchange;
  readonly triggered: Exchange;
  /** What arrived after the trigger. */
  readonly deliveries: readonly Exchange[];
}

const answeredFirst = ({ triggered }: Delivered): Check[] =>
  accepted(triggered).map((check) => given(check, 'triggerRefused'));

/** One delivery with a signature that verifies. */
function oneDelivery(evidence: Delivered): Check[] {
  const { deliveries } = evidence;
  const [delivery] = deliveries;
  return [
    ...answeredFirst(evidence),
    holds(deliveries.length === 1, 'one delivery', () => describeDeliveries(deliveries), deliveries.at(-1)),
    holds(
      delivery === undefined || (delivery.facts.signature?.matches ?? []).length > 0,
      'a signature that verifies',
      () => 'one that verifies in no known way',
      delivery,
    ),
  ];
}

/** The delivered body is the answer, once null members are dropped. */
function sameAsTheAnswer(evidence: Delivered): Check[] {
  const { triggered, deliveries } = evidence;
  const [delivery] = deliveries;
  const body = delivery === undefined ? null : deliveredBody(delivery);
  const answer = payoutOf(triggered);
  if (body === null)
    return [...answeredFirst(evidence), unmet('nothingDelivered', 'No webhook arrived after the trigger.')];
  if (answer === null) return [unmet('noData', `The trigger has no \`data\`: ${describeAnswer(triggered)}.`)];
  return [
    ...answeredFirst(evidence),
    holds(
      contentOf(body) === contentOf(answer),
      `the answer's \`data\`: ${contentOf(answer)}`,
      () => contentOf(body),
      delivery,
    ),
  ];
}

/** PAYOUT-NOTIFY-002: the trigger makes the platform send the webhook to the `notify_url` of the order (demo client). */
export const deliversTheWebhook = scenario<Known, Delivered>({
  id: 'PAYOUT-NOTIFY-002',
  title: 'The notification of a notified batch is asked for: one more webhook arrives, with what the answer says',
  needs: ['control', 'inbox'],
  weight: 0.4,
  claimed: claimsTrigger,
  given: known,
  async drive(actors, { message, by }) {
    const order = await newOrder(actors.platform, 'createPayoutBatch', actors.fresh(message));
    await move(actors, order.id, 'FAILED');
    // The webhook of the result comes first, so that it is not taken for the one that is asked for.
    const about = (deliveries: readonly Exchange[]): readonly Exchange[] => deliveriesAbout(deliveries, order.id);
    await actors.mailbox.waitFor((arrived) => about(arrived).length > 0, actors.patienceMs);
    const earlier = about(await actors.mailbox.waitFor(() => false, actors.quietMs)).length;
    const triggered = await trigger(actors, order, by);
    await actors.mailbox.waitFor((arrived) => about(arrived).length > earlier, actors.patienceMs);
    const arrived = await actors.mailbox.waitFor(() => false, actors.quietMs);
    return { created: order.created, triggered, deliveries: about(arrived).slice(earlier) };
  },
  judge: { 'PAYOUT-NOTIFY-002': oneDelivery, 'PAYOUT-NOTIFY-003': sameAsTheAnswer },
});
