import * as fc from 'fast-check';
import { payout } from '../../../generators/lesspay/payout.js';
import { payoutProfiles } from '../../../generators/lesspay/payout-profiles.js';
import type { CreatePayoutRequest } from '../../../schemas/lesspay/messages.generated.js';
import type { Profile } from '../scenario.js';
import { claimedRange } from './claimed-amounts.js';

/** The claimed currencies in which the claimed channel is known to take a single payout to a bank. */
function currenciesOf({ payout: { currencies, wayCode, destinations } }: Profile): readonly string[] {
  if (!destinations.has('bank')) return [];
  const routes = payoutProfiles.filter((route) => route.wayCode === wayCode && route.kind === 'bank');
  return currencies.filter((currency) => routes.some((route) => route.currency === currency));
}

/** True when the target claims single payouts, and some to a bank. */
export function claimsBankPayout(profile: Profile): boolean {
  return profile.operations.has('createPayout') && currenciesOf(profile).length > 0;
}

/** Valid single payouts to a bank, in the currencies and by the channel that the target claims. Ask `claimsBankPayout` first. */
export function claimedBankPayout(profile: Profile): fc.Arbitrary<CreatePayoutRequest> {
  const wayCodes = [profile.payout.wayCode];
  const { limits } = profile.payout;
  return fc.oneof(
    ...currenciesOf(profile).map((currency) =>
      payout({ wayCodes, currency, kind: 'bank', amounts: claimedRange(limits, currency) }),
    ),
  );
}
