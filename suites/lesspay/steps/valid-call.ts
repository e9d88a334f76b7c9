import * as fc from 'fast-check';
import { balanceQuery, bankQuery } from '../../../generators/lesspay/queries.js';
import { PreconditionFailed } from '../../../harness/check.js';
import { describeAnswer } from '../../../harness/exchange.js';
import { type Actors, intent } from '../../../harness/lesspay/actors.js';
import type { OperationName } from '../../../protocols/lesspay/operations.js';
import { findPayoutWay } from '../../../protocols/lesspay/ways.js';
import { succeeded } from '../reading/recorded.js';
import type { Profile } from '../scenario.js';
import { claimedBatch, claimsBatch } from './claimed-batches.js';
import { claimedPayin, claimsPayin } from './claimed-payins.js';
import { claimedBankPayout, claimsBankPayout } from './claimed-payouts.js';
import { aroundNow } from './look-up.js';
import { askPayin } from './payin-query.js';

type Creator = 'createPayin' | 'createPayout' | 'createPayoutBatch';

/** A valid call of any endpoint, as plain data. */
export interface ValidCall {
  readonly operation: OperationName;
  /** The message itself; for an endpoint that is asked about an order, the create of that order. */
  readonly message: object;
  /** Which endpoint creates the order that is asked about; null for endpoints that need none. */
  readonly creator: Creator | null;
}

const payoutCurrencies = (profile: Profile): readonly string[] =>
  (findPayoutWay(profile.payout.wayCode)?.routes ?? [])
    .filter(({ destinations }) => destinations.includes('bank') && profile.payout.destinations.has('bank'))
    .map(({ currency }) => currency)
    .filter((currency) => profile.payout.currencies.includes(currency));

/** The endpoint that creates what a query asks for. A batch comes first: it is signed alike under nearly every reading. */
function creatorFor(profile: Profile, operation: OperationName): Creator | null {
  if (operation === 'fetchPayin') return 'createPayin';
  return claimsBatch(profile) ? 'createPayoutBatch' : 'createPayout';
}

/** True when the target claims the endpoint, and what a valid call of it needs. */
export function offers(profile: Profile, operation: OperationName): boolean {
  if (!profile.operations.has(operation)) return false;
  switch (operation) {
    case 'createPayin':
      return claimsPayin(profile);
    case 'createPayout':
      return claimsBankPayout(profile);
    case 'createPayoutBatch':
      return claimsBatch(profile);
    case 'fetchPayin':
      return offers(profile, 'createPayin');
    case 'fetchPayout':
    case 'triggerNotify':
      return offers(profile, 'createPayoutBatch') || offers(profile, 'createPayout');
    case 'listBanks':
    case 'fetchBalance':
      return payoutCurrencies(profile).length > 0;
  }
}

/** Valid calls of an endpoint that the target claims. Ask `offers` first. */
export function validCall(profile: Profile, operation: OperationName): fc.Arbitrary<ValidCall> {
  const own = (message: fc.Arbitrary<object>): fc.Arbitrary<ValidCall> =>
    message.map((drawn) => ({ operation, message: drawn, creator: null }));
  const wayCodes = [profile.payout.wayCode];
  const inClaimedCurrency = (draw: (currency: string) => fc.Arbitrary<object>): fc.Arbitrary<object> =>
    fc.oneof(...payoutCurrencies(profile).map(draw));
  switch (operation) {
    case 'createPayin':
      return own(claimedPayin(profile));
    case 'createPayout':
      return own(claimedBankPayout(profile));
    case 'createPayoutBatch':
      return own(claimedBatch(profile, { details: { min: 1, max: 2 } }));
    case 'listBanks':
      return own(inClaimedCurrency((currency) => bankQuery({ wayCodes, currency })));
    case 'fetchBalance':
      return own(inClaimedCurrency((currency) => balanceQuery({ wayCodes, currency })));
    case 'fetchPayin':
    case 'fetchPayout':
    case 'triggerNotify': {
      const creator = creatorFor(profile, operation);
      return validCall(profile, creator ?? 'createPayin').map(({ message }) => ({ operation, message, creator }));
    }
  }
}

/** Valid calls of those of the endpoints that the target claims. */
export function validCallOf(profile: Profile, operations: readonly OperationName[]): fc.Arbitrary<ValidCall> {
  return fc.oneof(
    ...operations.filter((name) => offers(profile, name)).map((operation) => validCall(profile, operation)),
  );
}

/**
 * Makes a valid call ready: what it asks about is created. The returned function gives the body, each time with a fresh
 * `request_id` where the call creates something.
 *
 * @throws PreconditionFailed when the order that the call is about could not be created
 */
export async function prepare(actors: Actors, { operation, message, creator }: ValidCall): Promise<() => object> {
  if (creator === null) return () => actors.fresh(message);
  const body = actors.fresh(message) as { readonly request_id: string };
  const created = await actors.platform.call(creator, body, intent('control'));
  if (!succeeded(created)) {
    throw new PreconditionFailed(
      'controlRefused',
      `The create before the call was refused: ${describeAnswer(created)}.`,
    );
  }
  if (operation !== 'fetchPayin') return () => ({ request_id: body.request_id });
  const { form } = await askPayin(actors, { request_id: body.request_id, ...aroundNow(actors) });
  return () => form({ request_id: body.request_id, ...aroundNow(actors) });
}
