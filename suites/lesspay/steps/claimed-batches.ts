import * as fc from 'fast-check';
import { minorDigits } from '../../../generators/lesspay/amounts.js';
import { countryOf } from '../../../generators/lesspay/countries.js';
import { type PayoutBatchOptions, payoutBatch } from '../../../generators/lesspay/payout-batch.js';
import { providersFor } from '../../../protocols/lesspay/wallet-providers.js';
import { findPayoutWay } from '../../../protocols/lesspay/ways.js';
import type { CreatePayoutBatchRequest } from '../../../schemas/lesspay/messages.generated.js';
import type { Profile } from '../scenario.js';
import { claimedRange, isWithinClaim } from './claimed-amounts.js';

/** Which of the batches that a target claims. */
export interface BatchWishes {
  /** Default: each kind that the target claims. */
  readonly kind?: 'bank' | 'ewallet';
  /** Default: each currency that the target claims. */
  readonly currency?: string;
  /** True: only currencies whose amounts have two decimals or more. */
  readonly withCents?: boolean;
  /** Only currencies whose claimed limits allow all these amounts. */
  readonly allowing?: readonly string[];
  /** Fewer where the target claims a lower maximum. Default 1 to 5. */
  readonly details?: NonNullable<PayoutBatchOptions['details']>;
}

interface Route {
  readonly kind: 'bank' | 'ewallet';
  readonly currency: string;
}

function routesOf(profile: Profile, { kind, currency, withCents = false, allowing = [] }: BatchWishes): Route[] {
  const channel = findPayoutWay(profile.payout.wayCode)?.routes ?? [];
  return (['bank', 'ewallet'] as const)
    .filter((each) => (kind === undefined || each === kind) && profile.payout.destinations.has(each))
    .flatMap((each) =>
      channel
        .filter((route) => route.destinations.includes(each) && profile.payout.currencies.includes(route.currency))
        .filter((route) => currency === undefined || route.currency === currency)
        .filter((route) => !withCents || minorDigits(route.currency) >= 2)
        .filter((route) => allowing.every((amount) => isWithinClaim(profile.payout.limits, route.currency, amount)))
        .filter((route) => countryOf(route.currency) !== undefined)
        .filter((route) => each === 'bank' || providersFor(route.currency).length > 0)
        .map((route) => ({ kind: each, currency: route.currency })),
    );
}

const USUAL_DETAILS = { min: 1, max: 5 };

/** How many details a batch has; null: it needs more than the target claims to take. */
function detailsOf(profile: Profile, { details = USUAL_DETAILS }: BatchWishes): { min: number; max: number } | null {
  const most = profile.payout.maxDetails ?? details.max;
  return details.min > most ? null : { min: details.min, max: Math.min(details.max, most) };
}

/** True when the target claims batches at all, and some that fit the wishes. */
export function claimsBatch(profile: Profile, wishes: BatchWishes = {}): boolean {
  return (
    profile.operations.has('createPayoutBatch') &&
    routesOf(profile, wishes).length > 0 &&
    detailsOf(profile, wishes) !== null
  );
}

/** Valid batches of the channel, currencies and destinations that the target claims. Ask `claimsBatch` first. */
export function claimedBatch(profile: Profile, wishes: BatchWishes = {}): fc.Arbitrary<CreatePayoutBatchRequest> {
  const routes = routesOf(profile, wishes);
  const details = detailsOf(profile, wishes) ?? USUAL_DETAILS;
  const { wayCode, limits } = profile.payout;
  return fc.oneof(
    ...routes.map(({ kind, currency }) =>
      payoutBatch({ kind, currency, wayCode, details, amounts: claimedRange(limits, currency) }),
    ),
  );
}
