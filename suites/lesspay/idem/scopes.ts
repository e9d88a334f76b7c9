import * as fc from 'fast-check';
import { type Check, holds, unmet } from '../../../harness/check.js';
import type { Exchange } from '../../../harness/exchange.js';
import { intent } from '../../../harness/lesspay/actors.js';
import type { Evidence } from '../../../harness/scenario.js';
import { orderIdOf } from '../reading/orders.js';
import { controlAccepted, meets, situationsOf } from '../reading/outcomes.js';
import { recorded } from '../reading/recorded.js';
import { type LesspayScenario, type Profile, scenario } from '../scenario.js';
import { bySituation } from '../steps/by-situation.js';
import { batchCreate, type Create, type CreateKind, payinCreate, payoutCreate } from './kinds.js';

/** Two creates with one `request_id`. */
interface SharedIdEvidence extends Record<string, Evidence[string]> {
  readonly first: Exchange;
  readonly second: Exchange;
}

interface SharedId {
  readonly first: Create;
  readonly second: Create;
}

const firstAccepted = ({ first }: SharedIdEvidence): Check[] => controlAccepted(first, 'firstCreateRefused');

const pair = (profile: Profile, first: CreateKind, second: CreateKind): fc.Arbitrary<SharedId> =>
  fc.record({ first: first.valid(profile), second: second.valid(profile) });

/** The length of an id that every kind of create takes. */
const ID_LENGTH = 18;

/** IDEM-007: two applications may each create an order with the same `request_id` (seed 003). */
const twoApplications = (kind: CreateKind, suffix: string): LesspayScenario =>
  scenario<Create, SharedIdEvidence>({
    id: `IDEM-007-${suffix}`,
    title: `Two applications send the same ${suffix} create: both are accepted, as orders of their own`,
    needs: ['secondApplication'],
    weight: 0.5,
    claimed: kind.claimed,
    given: kind.valid,
    async drive(actors, message) {
      const shared = actors.fresh(message);
      return {
        first: await actors.platform.call(kind.operation, shared, intent('control')),
        second: await actors.second.call(kind.operation, shared, intent('probe', { requirement: 'IDEM-007' })),
      };
    },
    judge: {
      'IDEM-007': (evidence) => [...firstAccepted(evidence), ...meets('IDEM-007', evidence.second), ownOrder(evidence)],
    },
  });

function ownOrder({ first, second }: SharedIdEvidence): Check {
  const id = orderIdOf(second);
  if (id === null) return unmet('noOrderId', 'The answer to the second application has no `pay_order_id`.');
  return holds(
    id !== orderIdOf(first),
    'an order of its own for the second application',
    () => `the order of the first application, ${id}`,
    second,
  );
}

const acrossProducts: Readonly<Record<string, readonly [CreateKind, CreateKind]>> = {
  'pay-in after payout': [payoutCreate, payinCreate],
  'payout after pay-in': [payinCreate, payoutCreate],
};

/** IDEM-009: whether a pay-in and a payout may have the same `request_id` is reported. */
const acrossBothProducts = scenario<SharedId, SharedIdEvidence>({
  id: 'IDEM-009',
  title: 'A pay-in and a payout have the same `request_id`: what happens is reported',
  cases: situationsOf('IDEM-009'),
  weight: 0.4,
  claimed: (profile) => payinCreate.claimed(profile) && payoutCreate.claimed(profile),
  given: (profile, situation) => pair(profile, ...bySituation(acrossProducts, situation)),
  async drive(actors, drawn, situation) {
    const [first, second] = bySituation(acrossProducts, situation);
    const id = { request_id: actors.freshId(ID_LENGTH) };
    return {
      first: await actors.platform.call(first.operation, { ...actors.fresh(drawn.first), ...id }, intent('control')),
      second: await actors.platform.call(
        second.operation,
        { ...actors.fresh(drawn.second), ...id },
        intent('probe', { requirement: 'IDEM-009', case: situation }),
      ),
    };
  },
  judge: {
    'IDEM-009': (evidence, situation) => [...firstAccepted(evidence), recorded(situation, evidence.second)],
  },
});

/** IDEM-010: whether a batch and a single payout may have the same `request_id` is reported. */
const acrossPayouts = scenario<SharedId, SharedIdEvidence>({
  id: 'IDEM-010',
  title: 'A single payout has the `request_id` of a batch: what happens is reported',
  weight: 0.2,
  claimed: (profile) => batchCreate.claimed(profile) && payoutCreate.claimed(profile),
  given: (profile) => pair(profile, batchCreate, payoutCreate),
  async drive(actors, drawn) {
    const id = { request_id: actors.freshId(ID_LENGTH) };
    return {
      first: await actors.platform.createPayoutBatch({ ...actors.fresh(drawn.first), ...id }, intent('control')),
      second: await actors.platform.createPayout(
        { ...actors.fresh(drawn.second), ...id },
        intent('probe', { requirement: 'IDEM-010' }),
      ),
    };
  },
  judge: {
    'IDEM-010': (evidence) => [...firstAccepted(evidence), recorded('single payout after batch', evidence.second)],
  },
});

/** How far a `request_id` is unique. */
export const scopes: readonly LesspayScenario[] = [
  twoApplications(payinCreate, 'payin'),
  twoApplications(batchCreate, 'batch'),
  acrossBothProducts,
  acrossPayouts,
];
