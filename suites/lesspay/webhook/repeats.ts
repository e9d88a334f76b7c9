import * as fc from 'fast-check';
import { type Check, holds, met, unmet, violated } from '../../../harness/check.js';
import type { Exchange } from '../../../harness/exchange.js';
import type { Actors } from '../../../harness/lesspay/actors.js';
import type { InboxAnswer } from '../../../harness/mailboxes.js';
import type { Evidence } from '../../../harness/scenario.js';
import type { CreatePayinRequest, CreatePayoutBatchRequest } from '../../../schemas/lesspay/messages.generated.js';
import { contentOf, deliveredBody, deliveriesAbout, describeDeliveries } from '../reading/deliveries.js';
import { situationsOf } from '../reading/outcomes.js';
import { type Profile, scenario } from '../scenario.js';
import { bySituation } from '../steps/by-situation.js';
import { claimedBatch, claimsBatch } from '../steps/claimed-batches.js';
import { claimedPayin, claimsPayin } from '../steps/claimed-payins.js';
import { advance, move } from '../steps/move.js';
import { newOrder } from '../steps/new-order.js';

/** An order of either product, to be ended in one step. */
type Ended =
  | { readonly product: 'payin'; readonly message: CreatePayinRequest }
  | { readonly product: 'payout'; readonly message: CreatePayoutBatchRequest };

const ended = (profile: Profile): fc.Arbitrary<Ended> =>
  fc.oneof(
    claimedPayin(profile).map((message) => ({ product: 'payin' as const, message })),
    claimedBatch(profile).map((message) => ({ product: 'payout' as const, message })),
  );

/** Creates the order and ends it; answers its deliveries as told. */
async function end(actors: Actors, order: Ended, answer: (index: number) => InboxAnswer): Promise<string> {
  actors.mailbox.answerWith(answer);
  const operation = order.product === 'payin' ? 'createPayin' : 'createPayoutBatch';
  const { id } = await newOrder(actors.platform, operation, actors.fresh(order.message));
  await move(actors, id, order.product === 'payin' ? 'SUCCEED' : 'FAILED');
  return id;
}

const ACKNOWLEDGED: InboxAnswer = { status: 200, body: 'SUCCESS' };

/** How a receiver refuses a delivery, by the situations of WEBHOOK-036. */
const refusals: Readonly<Record<string, InboxAnswer>> = {
  '500': { status: 500, body: 'internal error' },
  FAIL: { status: 200, body: 'FAIL' },
};

/** No schedule of repeats is documented, so the clock goes on in growing steps. All together stay below five minutes. */
const STEPS_MS = [2_000, 8_000, 50_000, 180_000];

/** How much time passes in which nothing may be repeated. */
const AFTERWARDS_MS = 240_000;

interface Repeats extends Record<string, Evidence[string]> {
  /** All deliveries about the order; the receiver refused the first and acknowledged the second. */
  readonly deliveries: readonly Exchange[];
  /** How much time passed, on the target's clock or in fact. */
  readonly waitedMs: number;
}

function repeated({ deliveries, waitedMs }: Repeats): Check {
  if (deliveries.length === 0) return unmet('nothingDelivered', 'No webhook about the order arrived.');
  return holds(
    deliveries.length > 1,
    `another delivery within ${waitedMs / 1000} s of one that was not acknowledged`,
    () => describeDeliveries(deliveries),
    deliveries[0],
  );
}

const contents = (deliveries: readonly Exchange[]): readonly string[] =>
  deliveries.map((delivery) => contentOf(deliveredBody(delivery) ?? undefined));

function sameContent({ deliveries }: Repeats): Check {
  const [first, ...others] = contents(deliveries);
  if (first === undefined || others.length === 0) {
    return unmet('notRepeated', 'No webhook arrived more than once.');
  }
  return holds(
    others.every((content) => content === first),
    `the body of the first delivery: ${first}`,
    () => others.find((content) => content !== first) ?? '',
    deliveries.at(-1),
  );
}

/** WEBHOOK-036: a webhook that is not acknowledged is sent again (demo client, "further platform retries"). */
export const refusedIsSentAgain = scenario<Ended, Repeats>({
  id: 'WEBHOOK-036',
  title: 'The receiver refuses a webhook: it arrives again, with the same content, as time goes on',
  needs: ['control', 'passingTime', 'inbox'],
  exclusive: true,
  cases: situationsOf('WEBHOOK-036'),
  weight: 0.2,
  claimed: (profile) => claimsPayin(profile) && claimsBatch(profile),
  given: ended,
  async drive(actors, order, situation) {
    const refusal = bySituation(refusals, situation);
    const id = await end(actors, order, (index) => (index === 0 ? refusal : ACKNOWLEDGED));
    const about = (least: number) => (deliveries: readonly Exchange[]) =>
      deliveriesAbout(deliveries, id).length >= least;
    let arrived = await actors.mailbox.waitFor(about(1), actors.patienceMs);
    if (!actors.canAdvance) {
      arrived = await actors.mailbox.waitFor(about(2), actors.patienceMs);
      return { deliveries: deliveriesAbout(arrived, id), waitedMs: actors.patienceMs };
    }
    for (const step of STEPS_MS) {
      if (about(2)(arrived)) break;
      await advance(actors, step);
      arrived = await actors.mailbox.waitFor(about(2), actors.quietMs);
    }
    return { deliveries: deliveriesAbout(arrived, id), waitedMs: STEPS_MS.reduce((sum, step) => sum + step, 0) };
  },
  judge: { 'WEBHOOK-036': repeated, 'WEBHOOK-038': sameContent },
});

function notRepeated({ deliveries, waitedMs }: Repeats): Check {
  const [first, ...others] = contents(deliveries);
  if (first === undefined) return unmet('nothingDelivered', 'No webhook about the order arrived.');
  return others.includes(first)
    ? violated(
        `no further delivery of the same content within ${waitedMs / 1000} s of SUCCESS`,
        describeDeliveries(deliveries),
        deliveries.at(-1),
      )
    : met;
}

/** WEBHOOK-037: a webhook that is acknowledged is not sent again (demo client). */
export const acknowledgedIsNotSentAgain = scenario<Ended, Repeats>({
  id: 'WEBHOOK-037',
  title: 'The receiver acknowledges a webhook: it does not arrive again, however much time goes on',
  needs: ['control', 'passingTime', 'inbox'],
  exclusive: true,
  weight: 0.2,
  claimed: (profile) => claimsPayin(profile) && claimsBatch(profile),
  given: ended,
  async drive(actors, order) {
    const id = await end(actors, order, () => ACKNOWLEDGED);
    await actors.mailbox.waitFor((arrived) => deliveriesAbout(arrived, id).length > 0, actors.patienceMs);
    const again = async (ms: number): Promise<readonly Exchange[]> =>
      deliveriesAbout(await actors.mailbox.waitFor((arrived) => deliveriesAbout(arrived, id).length > 1, ms), id);
    if (!actors.canAdvance) return { deliveries: await again(actors.patienceMs), waitedMs: actors.patienceMs };
    // Time for the platform to read the acknowledgement before its clock moves.
    await actors.mailbox.waitFor(() => false, actors.quietMs);
    await advance(actors, AFTERWARDS_MS);
    return {
      deliveries: deliveriesAbout(await actors.mailbox.waitFor(() => false, actors.quietMs), id),
      waitedMs: AFTERWARDS_MS,
    };
  },
  judge: { 'WEBHOOK-037': notRepeated },
});
