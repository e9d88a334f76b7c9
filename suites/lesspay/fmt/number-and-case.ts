import { retype, rewrite, twin } from '../../../generators/lesspay/twin.js';
import type { CreatePayinRequest, CreatePayoutRequest } from '../../../schemas/lesspay/messages.generated.js';
import { claimedPayin, claimsPayin } from '../steps/claimed-payins.js';
import { claimedBankPayout, claimsBankPayout } from '../steps/claimed-payouts.js';
import { leftOpen } from '../steps/left-open.js';
import { refusal } from '../steps/refusal.js';

/** FMT-003: the amount of a payout is text, not a JSON number (S002 2; S000 30009). */
export const numberAsPayoutAmount = refusal<CreatePayoutRequest>({
  id: 'FMT-003',
  title: 'A payout whose amount is written as a JSON number is refused',
  operation: 'createPayout',
  claimed: claimsBankPayout,
  given: (profile) => twin(claimedBankPayout(profile), retype('amount', ['number'])),
});

/** FMT-004: whether a pay-in's amount may be a JSON number is reported: the sample of P-AUTH has one (E-23). */
export const numberAsPayinAmount = leftOpen<CreatePayinRequest>({
  id: 'FMT-004',
  title: 'Whether a pay-in with target_amount as a JSON number is accepted is recorded',
  operation: 'createPayin',
  claimed: claimsPayin,
  given: (profile) => twin(claimedPayin(profile), retype('target_amount', ['number'])),
});

/** FMT-013: whether a currency may be written in lower case is reported: no source says it (S002 4.4). */
export const lowerCaseCurrency = leftOpen<CreatePayoutRequest>({
  id: 'FMT-013',
  title: 'Whether a payout with its currency in lower-case letters is accepted is recorded',
  operation: 'createPayout',
  claimed: claimsBankPayout,
  given: (profile) =>
    twin(
      claimedBankPayout(profile),
      rewrite('currency', (value) => ({ value: String(value).toLowerCase(), mutation: 'in lower case' })),
    ),
});

/** What the documents leave open about formats. */
export const formatsLeftOpen = [numberAsPayinAmount, lowerCaseCurrency];
