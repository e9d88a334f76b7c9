import * as fc from 'fast-check';
import type { CreatePayoutBatchRequest, CreatePayoutRequest } from '../../../schemas/lesspay/messages.generated.js';
import type { Profile } from '../scenario.js';
import { claimedBatch, claimsBatch } from './claimed-batches.js';
import { claimedBankPayout, claimsBankPayout } from './claimed-payouts.js';

/** The create of a payout: a batch or a single one. */
export type SomePayout =
  | { readonly operation: 'createPayoutBatch'; readonly message: CreatePayoutBatchRequest }
  | { readonly operation: 'createPayout'; readonly message: CreatePayoutRequest };

/** True when the target claims payouts of either kind. */
export function claimsSomePayout(profile: Profile): boolean {
  return claimsBatch(profile) || claimsBankPayout(profile);
}

/** Valid payouts of the kinds that the target claims. Ask `claimsSomePayout` first. */
export function somePayout(profile: Profile): fc.Arbitrary<SomePayout> {
  const kinds: fc.Arbitrary<SomePayout>[] = [];
  if (claimsBatch(profile)) {
    kinds.push(claimedBatch(profile).map((message) => ({ operation: 'createPayoutBatch', message })));
  }
  if (claimsBankPayout(profile)) {
    kinds.push(claimedBankPayout(profile).map((message) => ({ operation: 'createPayout', message })));
  }
  return fc.oneof(...kinds);
}
