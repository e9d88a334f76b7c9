import {
  type Change,
  duplicateDetailId,
  oneOf,
  remove,
  setTo,
  type Twin,
  twin,
} from '../../../generators/lesspay/twin.js';
import { given } from '../../../harness/check.js';
import type { Exchange } from '../../../harness/exchange.js';
import { intent } from '../../../harness/lesspay/actors.js';
import { REFUSAL } from '../../../protocols/lesspay/outcomes.js';
import type { CreatePayoutBatchRequest } from '../../../schemas/lesspay/messages.generated.js';
import { answered, controlAccepted, meets, noOrder } from '../reading/outcomes.js';
import { showsAllDetails } from '../reading/payout-details.js';
import { type LesspayScenario, scenario } from '../scenario.js';
import { claimedBatch, claimsBatch } from '../steps/claimed-batches.js';
import { lookUp } from '../steps/look-up.js';
import { mutationArrived } from '../steps/refusal.js';

/** Something is wrong with one of several details; the others could be paid out. */
const ONE_BAD_DETAIL: Change = oneOf(
  remove('payout_order_details[*].mch_order_id'),
  duplicateDetailId(),
  setTo('payout_order_details[*].amount', 'abc'),
  setTo('payout_order_details[*].destination_type', 'paper'),
);

/** PAYOUT-BATCH-050: a refused batch leaves nothing behind (S003 1.7: only code 0 is acceptance). */
export const nothingIsLeft = scenario<
  Twin<CreatePayoutBatchRequest>,
  { readonly control: Exchange; readonly altered: Exchange; readonly after: Exchange }
>({
  id: 'PAYOUT-BATCH-050',
  title: 'No order is found for a batch that was refused for one of its details',
  claimed: (profile) => claimsBatch(profile) && profile.operations.has('fetchPayout'),
  given: (profile) => twin(claimedBatch(profile, { details: { min: 2, max: 6 } }), ONE_BAD_DETAIL),
  async drive(actors, { control, altered, element, mutation }) {
    const batch = actors.fresh(altered);
    return {
      control: await actors.platform.createPayoutBatch(actors.fresh(control), intent('control')),
      altered: await actors.platform.createPayoutBatch(
        batch,
        intent('altered', { requirement: 'PAYOUT-BATCH-050', element, mutation }),
      ),
      after: await lookUp(actors, 'payout', { request_id: batch.request_id }),
    };
  },
  judge: {
    'PAYOUT-BATCH-050': ({ control, altered, after }) => [
      ...controlAccepted(control),
      mutationArrived(control, altered),
      ...answered(altered, REFUSAL).map((check) => given(check, 'notRefused')),
      noOrder(after),
    ],
  },
});

/** PAYOUT-BATCH-052: directly after its creation a batch is there with all its details (S003 1.2 step 7, 1.7 step 4). */
export const allDetailsAreThere = scenario<
  CreatePayoutBatchRequest,
  { readonly created: Exchange; readonly after: Exchange }
>({
  id: 'PAYOUT-BATCH-052',
  title: 'A query directly after the creation of a batch shows all its details',
  claimed: (profile) => claimsBatch(profile) && profile.operations.has('fetchPayout'),
  given: (profile) => claimedBatch(profile, { details: { min: 1, max: 12 } }),
  async drive(actors, drawn) {
    const batch = actors.fresh(drawn);
    return {
      created: await actors.platform.createPayoutBatch(batch, intent('control')),
      after: await lookUp(actors, 'payout', { request_id: batch.request_id }),
    };
  },
  judge: {
    'PAYOUT-BATCH-052': ({ created, after }) => [
      ...controlAccepted(created),
      ...meets('PAYOUT-BATCH-052', after),
      ...showsAllDetails(created, after),
    ],
  },
});

/** PAYOUT-BATCH-014: an `mch_order_id` is unique within its batch, not beyond (S000 30007; S003). */
export const sameDetailIdsInTwoBatches = scenario<
  CreatePayoutBatchRequest,
  { readonly first: Exchange; readonly second: Exchange }
>({
  id: 'PAYOUT-BATCH-014',
  title: 'A second batch with the mch_order_ids of the first is accepted',
  claimed: (profile) => claimsBatch(profile),
  given: (profile) => claimedBatch(profile),
  async drive({ platform, fresh, freshId }, drawn) {
    // Ids that no batch has had: else a platform that wants them unique for ever refuses the first one too.
    const details = drawn.payout_order_details.map((detail) => ({ ...detail, mch_order_id: freshId() }));
    const batch = { ...drawn, payout_order_details: details };
    return {
      first: await platform.createPayoutBatch(fresh(batch), intent('control')),
      second: await platform.createPayoutBatch(fresh(batch)),
    };
  },
  judge: {
    'PAYOUT-BATCH-014': ({ first, second }) => [...controlAccepted(first), ...meets('PAYOUT-BATCH-014', second)],
  },
});

/** What a batch is, or is not, as a whole. */
export const wholeOrNothing: readonly LesspayScenario[] = [
  nothingIsLeft,
  allDetailsAreThere,
  sameDetailIdsInTwoBatches,
];
