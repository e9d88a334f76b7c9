import * as fc from 'fast-check';
import { remove, setTo, type Twin, twin } from '../../../generators/lesspay/twin.js';
import type { CreatePayoutBatchRequest } from '../../../schemas/lesspay/messages.generated.js';
import type { LesspayScenario, Profile } from '../scenario.js';
import { claimedBatch, claimsBatch } from '../steps/claimed-batches.js';
import { leftOpen } from '../steps/left-open.js';

const operation = 'createPayoutBatch';

/** PAYOUT-BATCH-033: domestic cards may go without SWIFT code (S003 1.3, E-29). */
export const withoutSwiftCode = leftOpen<CreatePayoutBatchRequest>({
  id: 'PAYOUT-BATCH-033',
  title: 'A domestic bank detail without SWIFT code is accepted, or refused as a wrong parameter',
  operation,
  claimed: (profile) => claimsBatch(profile, { kind: 'bank' }),
  given: (profile) => twin(claimedBatch(profile, { kind: 'bank' }), remove('payout_order_details[*].bank_swift_code')),
});

/** PAYOUT-BATCH-040: kinds of deposit key that the documents do not name (S003 2.3, E-12). */
export const otherDepositKeys = leftOpen<CreatePayoutBatchRequest>({
  id: 'PAYOUT-BATCH-040',
  title: 'Whether a kind of deposit key that the documents do not name is accepted is recorded',
  operation,
  claimed: (profile) => claimsBatch(profile, { kind: 'ewallet' }),
  given: (profile) =>
    twin(
      claimedBatch(profile, { kind: 'ewallet' }),
      setTo('payout_order_details[*].e_wallet.deposit_key_type', 'iris'),
    ),
});

const currenciesOfBothKinds = (profile: Profile): readonly string[] =>
  profile.payout.currencies.filter(
    (currency) =>
      claimsBatch(profile, { kind: 'bank', currency }) && claimsBatch(profile, { kind: 'ewallet', currency }),
  );

/** A bank batch, and the same with one of its details replaced by a wallet detail of the same id and amount. */
function mixedTwin(profile: Profile, currency: string): fc.Arbitrary<Twin<CreatePayoutBatchRequest>> {
  return fc
    .record({
      bank: claimedBatch(profile, { kind: 'bank', currency, details: { min: 2, max: 5 } }),
      wallet: claimedBatch(profile, { kind: 'ewallet', currency, details: { min: 1, max: 1 } }),
      pick: fc.nat({ max: 99 }),
    })
    .map(({ bank, wallet, pick }) => {
      const { destination_type: _notAtTheRoot, ...control } = bank;
      const details = control.payout_order_details;
      const replaced = pick % details.length;
      const altered = {
        ...control,
        payout_order_details: details.map((detail, index) =>
          index === replaced
            ? { ...wallet.payout_order_details[0], amount: detail.amount, mch_order_id: detail.mch_order_id }
            : detail,
        ),
      };
      return {
        control,
        altered,
        element: `/payout_order_details/${replaced}`,
        mutation: 'bank detail replaced by a wallet detail',
      };
    });
}

/** PAYOUT-BATCH-053: whether bank and wallet details may be mixed is not documented (E-15). */
export const mixedDestinations = leftOpen<CreatePayoutBatchRequest>({
  id: 'PAYOUT-BATCH-053',
  title: 'Whether a batch may mix bank and wallet details is recorded',
  operation,
  claimed: (profile) => currenciesOfBothKinds(profile).length > 0,
  given: (profile) => fc.oneof(...currenciesOfBothKinds(profile).map((currency) => mixedTwin(profile, currency))),
});

/** PAYOUT-BATCH-058: what counts when root and details differ in `destination_type` is not documented (E-15). */
export const differingDestinations = leftOpen<CreatePayoutBatchRequest>({
  id: 'PAYOUT-BATCH-058',
  title: 'How a batch is answered whose root and details differ in the destination type is recorded',
  operation,
  claimed: (profile) => claimsBatch(profile),
  // Each detail has the members of its own type only: where the batch is accepted, the detail's type counted.
  given: (profile) => twin(claimedBatch(profile), setTo('destination_type', fc.constantFrom('bank', 'ewallet'))),
});

/** What the documents leave open about batches. */
export const openQuestions: readonly LesspayScenario[] = [
  withoutSwiftCode,
  otherDepositKeys,
  mixedDestinations,
  differingDestinations,
];
