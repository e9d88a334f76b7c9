import * as fc from 'fast-check';
import { minorDigits } from '../../../generators/lesspay/amounts.js';
import { countryOf } from '../../../generators/lesspay/countries.js';
import { type PayoutBatchOptions, payoutBatch } from '../../../generators/lesspay/payout-batch.js';
import { providersFor } from '../../../protocols/lesspay/wallet-providers.js';
import { findPayoutWay } from '../../../protocols/lesspay/ways.js';
import type { CreatePayoutBatchRequest } from '../../../schemas/lesspay/messages.generated.js';
import type { Profile } from '../scenario.js';

/** Which of the batches that a target claims. */
export interface BatchWishes {
  /** Default: each kind that the target claims. */
  readonly kind?: 'bank' | 'ewallet';
  /** Default: each currency that the target claims. */
  readonly currency?: string;
  /** True: only currencies whose amounts have two decimals or more. */
  readonly withCents?: boolean;
  readonly details?: PayoutBatchOptions['details'];
}

interface Route {
  readonly kind: 'bank' | 'ewallet';
  readonly currency: string;
}

function routesOf(profile: Profile, { kind, currency, withCents = false }: BatchWishes): Route[] {
  const channel = findPayoutWay(profile.payout.wayCode)?.routes ?? [];
  return (['bank', 'ewallet'] as const)
    .filter((each) => (kind === undefined || each === kind) && profile.payout.destinations.has(each))
    .flatMap((each) =>
      channel
        .filter((route) => route.destinations.includes(each) && profile.payout.currencies.includes(route.currency))
        .filter((route) => currency === undefined || route.currency === currency)
        .filter((route) => !withCents || minorDigits(route.currency) >= 2)
        .filter((route) => countryOf(route.currency) !== undefined)
        .filter((route) => each === 'bank' || providersFor(route.currency).length > 0)
        .map((route) => ({ kind: each, currency: route.currency })),
    );
}

/** True when the target claims batches at all, and some that fit the wishes. */
export function claimsBatch(profile: Profile, wishes: BatchWishes = {}): boolean {
  return profile.operations.has('createPayoutBatch') && routesOf(profile, wishes).length > 0;
}

/** Valid batches of the channel, currencies and destinations that the target claims. Ask `claimsBatch` first. */
export function claimedBatch(profile: Profile, wishes: BatchWishes = {}): fc.Arbitrary<CreatePayoutBatchRequest> {
  const routes = routesOf(profile, wishes);
  const { details } = wishes;
  return fc.oneof(
    ...routes.map(({ kind, currency }) =>
      payoutBatch({ kind, currency, wayCode: profile.payout.wayCode, ...(details === undefined ? {} : { details }) }),
    ),
  );
}
