import * as fc from 'fast-check';
import { byMinorUnits, oneOf, setTo, twin } from '../../../generators/lesspay/twin.js';
import { readAmount, sumAmounts } from '../../../protocols/amount.js';
import { type OperationName, operations, type Product } from '../../../protocols/lesspay/operations.js';
import type { CreatePayoutBatchRequest } from '../../../schemas/lesspay/messages.generated.js';
import type { Profile } from '../scenario.js';
import { claimedBatch, claimsBatch } from '../steps/claimed-batches.js';
import { claimedPayin, claimsPayin } from '../steps/claimed-payins.js';
import { claimedBankPayout, claimsBankPayout } from '../steps/claimed-payouts.js';

/** A create request, as far as idempotency is concerned. */
export interface Create {
  readonly request_id: string;
}

/** Two valid creates that differ in content. */
export interface OtherContent {
  readonly first: Create;
  readonly other: Create;
  /** JSON pointer and description of the difference. */
  readonly element: string;
  readonly mutation: string;
}

/** One of the three ways to create an order. */
export interface CreateKind {
  readonly operation: Extract<OperationName, `create${string}`>;
  readonly product: Product;
  readonly claimed: (profile: Profile) => boolean;
  readonly valid: (profile: Profile) => fc.Arbitrary<Create>;
  /** A valid create, and another valid one whose content differs in something that matters. */
  readonly differing: (profile: Profile) => fc.Arbitrary<OtherContent>;
}

const fewDetails = { details: { min: 1, max: 3 } };

/** A create pay-in. */
export const payinCreate: CreateKind = {
  operation: 'createPayin',
  product: operations.createPayin.product,
  claimed: claimsPayin,
  valid: (profile) => claimedPayin(profile),
  differing: (profile) =>
    twin(
      claimedPayin(profile),
      oneOf(
        byMinorUnits('target_amount'),
        setTo('product_name', 'Another product'),
        setTo('description', 'Another description'),
      ),
    ).map(asOtherContent),
};

/** A create single payout. */
export const payoutCreate: CreateKind = {
  operation: 'createPayout',
  product: operations.createPayout.product,
  claimed: claimsBankPayout,
  valid: claimedBankPayout,
  differing: (profile) => twin(claimedBankPayout(profile), byMinorUnits('amount')).map(asOtherContent),
};

/** A create batch. */
export const batchCreate: CreateKind = {
  operation: 'createPayoutBatch',
  product: operations.createPayoutBatch.product,
  claimed: (profile) => claimsBatch(profile, fewDetails),
  valid: (profile) => claimedBatch(profile, fewDetails),
  differing: (profile) =>
    fc.oneof(
      claimedBatch(profile, fewDetails).map(doubled),
      twin(claimedBatch(profile, fewDetails), setTo('payout_order_details[*].mch_order_id', 'another_detail')).map(
        asOtherContent,
      ),
    ),
};

function asOtherContent<M extends Create>(pair: {
  readonly control: M;
  readonly altered: M;
  readonly element: string;
  readonly mutation: string;
}): OtherContent {
  const { control, altered, element, mutation } = pair;
  return { first: control, other: altered, element, mutation };
}

/** The other batch pays its first detail twice as much; the total follows, so that it is as valid as the first. */
function doubled(batch: CreatePayoutBatchRequest): OtherContent {
  const [detail, ...others] = batch.payout_order_details;
  const added = readAmount(detail?.amount);
  const total = readAmount(batch.total_amount);
  if (detail === undefined || added === null || total === null) {
    throw new Error('The drawn batch has no detail, or an amount that is no decimal text.');
  }
  const places = Math.max(added.decimalPlaces() ?? 0, total.decimalPlaces() ?? 0);
  const other: CreatePayoutBatchRequest = {
    ...batch,
    total_amount: sumAmounts([total, added]).toFixed(places),
    payout_order_details: [{ ...detail, amount: sumAmounts([added, added]).toFixed(places) }, ...others],
  };
  return {
    first: batch,
    other,
    element: '/total_amount',
    mutation: `${batch.total_amount} -> ${other.total_amount}, the first detail pays twice as much`,
  };
}
