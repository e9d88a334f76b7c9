import * as fc from 'fast-check';
import { oneOf, setTo, twin } from '../../../generators/lesspay/twin.js';
import type {
  CreatePayinRequest,
  CreatePayoutBatchRequest,
  CreatePayoutRequest,
} from '../../../schemas/lesspay/messages.generated.js';
import type { LesspayScenario } from '../scenario.js';
import { claimedBatch, claimsBatch } from '../steps/claimed-batches.js';
import { claimedPayin, claimsPayin } from '../steps/claimed-payins.js';
import { claimedBankPayout, claimsBankPayout } from '../steps/claimed-payouts.js';
import { refusal } from '../steps/refusal.js';
import { notAmounts } from './spellings.js';

const id = 'AMT-002';
const noAmount = fc.constantFrom(...notAmounts);

/** AMT-002: text that is not a positive number is no amount (S000 30009; S002 section 1; S001 code 11). */
export const noAmounts: readonly LesspayScenario[] = [
  refusal<CreatePayoutRequest>({
    id,
    suffix: 'single',
    title: 'A single payout whose amount is no positive number is refused',
    operation: 'createPayout',
    cases: ['single payout'],
    claimed: claimsBankPayout,
    given: (profile) => twin(claimedBankPayout(profile), setTo('amount', noAmount)),
  }),
  refusal<CreatePayoutBatchRequest>({
    id,
    suffix: 'batch',
    title: 'A batch with an amount that is no positive number is refused',
    operation: 'createPayoutBatch',
    cases: ['batch'],
    claimed: (profile) => claimsBatch(profile),
    given: (profile) =>
      twin(
        claimedBatch(profile),
        oneOf(setTo('total_amount', noAmount), setTo('payout_order_details[*].amount', noAmount)),
      ),
  }),
  refusal<CreatePayinRequest>({
    id,
    suffix: 'payin',
    title: 'A pay-in whose amount is no positive number is refused',
    operation: 'createPayin',
    cases: ['pay-in'],
    claimed: (profile) => claimsPayin(profile),
    given: (profile) => twin(claimedPayin(profile), setTo('target_amount', noAmount)),
  }),
];
