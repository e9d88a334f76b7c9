import * as fc from 'fast-check';
import { type Check, holds, met, remarked, unmet, violated } from '../../../harness/check.js';
import { dataOf, describeAnswer, type Exchange, isJsonObject } from '../../../harness/exchange.js';
import type { Evidence } from '../../../harness/scenario.js';
import { declineCodes, disputeCategories, type RiskEvent, riskEvents } from '../../../protocols/lesspay/risk-events.js';
import { payinMachine } from '../../../protocols/lesspay/state-machines.js';
import { normaliseOrderStatus, type OrderStatus } from '../../../protocols/lesspay/statuses.js';
import type { CreatePayinRequest } from '../../../schemas/lesspay/messages.generated.js';
import { deliveriesAbout, isRiskEvent } from '../reading/deliveries.js';
import { orderIdOf, statusIn } from '../reading/orders.js';
import { payinStatus } from '../reading/states.js';
import { scenario } from '../scenario.js';
import { claimedPayin, claimsPayin } from '../steps/claimed-payins.js';
import { lookUp } from '../steps/look-up.js';
import { advance, move, riskEvent } from '../steps/move.js';
import { newOrder } from '../steps/new-order.js';

/** A create, and queries for its order after something happened. */
interface OneQuery extends Record<string, Evidence[string]> {
  readonly created: Exchange;
  readonly after: Exchange;
}

const orderOf = (created: Exchange): string => orderIdOf(created) ?? '';

const noStatus = (query: Exchange): Check =>
  unmet('noStatus', `No status of the order could be read from the query: ${describeAnswer(query)}.`);

/** STATE-001: a new pay-in order is pending (seed 002 section 4.1). */
export const newPayinIsPending = scenario<CreatePayinRequest, OneQuery>({
  id: 'STATE-001',
  title: 'A pay-in is created and asked for at once: it is pending',
  claimed: (profile) => claimsPayin(profile),
  given: (profile) => claimedPayin(profile),
  async drive(actors, message) {
    const { created, requestId } = await newOrder(actors.platform, 'createPayin', actors.fresh(message));
    return { created, after: await lookUp(actors, 'payin', { request_id: requestId }) };
  },
  judge: {
    'STATE-001': ({ created, after }) => {
      const told = statusTold(created);
      const status = told ?? payinStatus(after, orderOf(created));
      if (status === null) return noStatus(after);
      return holds(
        payinMachine.initial.includes(status),
        `one of ${payinMachine.initial.join(', ')}`,
        () => status,
        told === null ? after : created,
      );
    },
  },
});

/** The status in the answer to the create, where it has one. */
function statusTold(created: Exchange): OrderStatus | null {
  const data = dataOf(created);
  return isJsonObject(data) ? normaliseOrderStatus(statusIn(data)) : null;
}

interface Risk {
  readonly message: CreatePayinRequest;
  readonly data: { readonly [name: string]: string };
  /** True when the payment had succeeded before the event. */
  readonly paid: boolean;
}

interface RiskEvidence extends Record<string, Evidence[string]> {
  readonly created: Exchange;
  readonly before: Exchange;
  readonly after: Exchange;
}

/** What the event tells, with values that the documents list. */
const eventData: Readonly<Record<RiskEvent, fc.Arbitrary<Risk['data']>>> = {
  payment_declined: fc.constantFrom(...declineCodes).map(({ code }) => ({ response_code: code })),
  dispute_received: fc.constantFrom(...disputeCategories).map((category) => ({ category })),
};

/** STATE-014: a risk event leaves the status of its order as it was (docs page P-FRAUD). */
export const riskEventChangesNothing = scenario<Risk, RiskEvidence>({
  id: 'STATE-014',
  title: 'A risk event about a pay-in is reported: the query shows the same status as before',
  needs: ['control', 'controlEvents'],
  cases: riskEvents.map(({ event }) => event),
  weight: 0.5,
  claimed: (profile) => claimsPayin(profile),
  given: (profile, situation) =>
    fc.record({
      message: claimedPayin(profile),
      data: eventData[situation as RiskEvent],
      // Only what was paid can be disputed.
      paid: situation === 'dispute_received' ? fc.constant(true) : fc.boolean(),
    }),
  async drive(actors, { message, data, paid }, situation) {
    const { created, id } = await newOrder(actors.platform, 'createPayin', actors.fresh(message));
    if (paid) await move(actors, id, 'SUCCEED');
    const before = await lookUp(actors, 'payin', { pay_order_id: id });
    await riskEvent(actors, id, situation, data);
    if (actors.hasInbox) {
      // The status could also be changed together with the webhook.
      await actors.mailbox.waitFor(
        (deliveries) => deliveriesAbout(deliveries, id).some(isRiskEvent),
        actors.patienceMs,
      );
    }
    return { created, before, after: await lookUp(actors, 'payin', { pay_order_id: id }) };
  },
  judge: {
    'STATE-014': ({ created, before, after }) => {
      const was = payinStatus(before, orderOf(created));
      const is = payinStatus(after, orderOf(created));
      if (was === null || is === null) return noStatus(was === null ? before : after);
      return holds(is === was, `the status of before, ${was}`, () => is, after);
    },
  },
});

/** STATE-015: an order paid with another amount than its own does not count as succeeded (seed 002 section 4.1, status 12). */
export const anotherAmountIsNoSuccess = scenario<CreatePayinRequest, OneQuery>({
  id: 'STATE-015',
  title: 'A pay-in is paid with another amount than its own: it does not count as succeeded',
  needs: ['control'],
  weight: 0.5,
  claimed: (profile) => claimsPayin(profile),
  given: (profile) => claimedPayin(profile),
  async drive(actors, message) {
    const { created, id } = await newOrder(actors.platform, 'createPayin', actors.fresh(message));
    await move(actors, id, 'PAID');
    return { created, after: await lookUp(actors, 'payin', { pay_order_id: id }) };
  },
  judge: {
    'STATE-015': ({ created, after }) => {
      const status = payinStatus(after, orderOf(created));
      if (status === null) return noStatus(after);
      if (status === 'SUCCEED') return violated('PAID, or another status than SUCCEED', status, after);
      return status === 'PAID' ? met : remarked(`shown as ${status}, not as PAID`, after);
    },
  },
});

interface Expiry extends Record<string, Evidence[string]> {
  readonly created: Exchange;
  readonly before: Exchange;
  /** Asked when half of its time had passed. */
  readonly halfway: Exchange;
  /** Asked when all of its time had passed. */
  readonly queries: readonly Exchange[];
}

/** The life time that requirement PAYIN-CREATE-030 knows to be accepted, in seconds. */
const LIFETIME_S = 1_800;

/** How much later the order must have stopped being pending: at first, and at last. Platforms look for expired orders now and then. */
const GRACE_MS = [60_000, 540_000] as const;

/** STATE-016: a pay-in order that is not paid before its `expired_time` has passed stops being pending (demo client; inferred). */
export const unpaidPayinExpires = scenario<CreatePayinRequest, Expiry>({
  id: 'STATE-016',
  title: 'A pay-in is not paid: it is pending while its `expired_time` lasts, and not any more when that has passed',
  needs: ['control', 'controlClock'],
  exclusive: true,
  weight: 0.1,
  claimed: (profile) => claimsPayin(profile),
  given: (profile) => claimedPayin(profile).map((message) => ({ ...message, expired_time: LIFETIME_S })),
  async drive(actors, message) {
    const { created, id } = await newOrder(actors.platform, 'createPayin', actors.fresh(message));
    const before = await lookUp(actors, 'payin', { pay_order_id: id });
    const [first, last] = GRACE_MS;
    await advance(actors, LIFETIME_S * 500);
    const halfway = await lookUp(actors, 'payin', { pay_order_id: id });
    await advance(actors, LIFETIME_S * 500 + first);
    const soon = await lookUp(actors, 'payin', { pay_order_id: id });
    if (!isPending(payinStatus(soon, id))) return { created, before, halfway, queries: [soon] };
    await advance(actors, last);
    return { created, before, halfway, queries: [soon, await lookUp(actors, 'payin', { pay_order_id: id })] };
  },
  judge: {
    'STATE-016': ({ created, before, halfway, queries }) => {
      if (!isPending(payinStatus(before, orderOf(created)))) {
        return unmet('notPending', 'The order was not seen as pending before its time had passed.');
      }
      const early = payinStatus(halfway, orderOf(created));
      if (early !== null && !isPending(early)) {
        return violated('PENDING_PAY or PENDING_CONFIRM while half of the time is left', early, halfway);
      }
      const last = queries.at(-1);
      const status = last === undefined ? null : payinStatus(last, orderOf(created));
      if (last === undefined || status === null) return unmet('noStatus', 'No query shows a status of the order.');
      if (status === 'CLOSED') return met;
      const ended = status === 'FAILED' || status === 'CANCELED';
      return ended ? remarked(`shown as ${status}, not as CLOSED`, last) : violated('CLOSED', status, last);
    },
  },
});

const isPending = (status: string | null): boolean => status === 'PENDING_PAY' || status === 'PENDING_CONFIRM';
