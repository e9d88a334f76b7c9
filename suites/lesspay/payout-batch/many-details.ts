import { type Check, given, unmet } from '../../../harness/check.js';
import { type Exchange, envelopeOf } from '../../../harness/exchange.js';
import { intent } from '../../../harness/lesspay/actors.js';
import type { Evidence } from '../../../harness/scenario.js';
import type { CreatePayoutBatchRequest } from '../../../schemas/lesspay/messages.generated.js';
import { accepted, meets } from '../reading/outcomes.js';
import { keepsDetailAmounts, showsAllDetails } from '../reading/payout-details.js';
import { type LesspayScenario, type Profile, scenario } from '../scenario.js';
import { claimedBatch, claimsBatch } from '../steps/claimed-batches.js';
import { lookUp } from '../steps/look-up.js';
import { countsDetails } from './created.js';

/** No source gives a maximum (30072); a platform that stops earlier without claiming so is not judged by this. */
const MANY = 200;

const many = ({ payout }: Profile): { min: number; max: number } => {
  const count = Math.min(MANY, payout.maxDetails ?? MANY);
  return { min: count, max: count };
};

/** "Too many details" (seed 000). */
const TOO_MANY = 30072;

interface ManyDetails extends Record<string, Evidence[string]> {
  readonly created: Exchange;
  readonly query: Exchange;
}

/** A limit of the platform's own comes before everything that is asked here. */
const withinLimit = ({ created }: ManyDetails): Check[] =>
  envelopeOf(created)?.code === TOO_MANY
    ? [unmet('tooManyDetails', `The target takes fewer than ${MANY} details.`)]
    : [];

/** PAYOUT-BATCH-012 with 200 details, or as many as are claimed: one rounding error in any of them would show in the sum (S002 section 1). */
export const manyDetails: LesspayScenario = scenario<CreatePayoutBatchRequest, ManyDetails>({
  id: 'PAYOUT-BATCH-012-many',
  title: 'A batch of many details is accepted with their exact sum, counted, and shown with every amount',
  weight: 0.1,
  claimed: (profile) => claimsBatch(profile, { details: many(profile) }) && profile.operations.has('fetchPayout'),
  given: (profile) => claimedBatch(profile, { details: many(profile) }),
  async drive(actors, drawn) {
    const batch = actors.fresh(drawn);
    const created = await actors.platform.createPayoutBatch(batch, intent('probe'));
    return { created, query: await lookUp(actors, 'payout', { request_id: batch.request_id }) };
  },
  judge: {
    'PAYOUT-BATCH-012': (evidence) => [...withinLimit(evidence), ...meets('PAYOUT-BATCH-012', evidence.created)],
    'PAYOUT-BATCH-002': (evidence) => [
      ...withinLimit(evidence),
      ...accepted(evidence.created).map((check) => given(check, 'batchRefused')),
      ...countsDetails({ created: evidence.created }),
    ],
    'PAYOUT-BATCH-052': (evidence) => [
      ...withinLimit(evidence),
      ...accepted(evidence.query).map((check) => given(check, 'queryRefused')),
      ...showsAllDetails(evidence.created, evidence.query),
    ],
    'AMT-007': (evidence) => [
      ...withinLimit(evidence),
      ...accepted(evidence.query).map((check) => given(check, 'queryRefused')),
      ...keepsDetailAmounts(evidence.created, evidence.query, 'whereShown'),
    ],
  },
});
