import * as fc from 'fast-check';
import { setTo, twin } from '../../../generators/lesspay/twin.js';
import { findPayinWay, payinWays, wayTypes } from '../../../protocols/lesspay/ways.js';
import type { CreatePayinRequest } from '../../../schemas/lesspay/messages.generated.js';
import type { LesspayScenario, Profile } from '../scenario.js';
import { acceptance } from '../steps/acceptance.js';
import { claimedPayin, claimedWayCodes, claimsPayin } from '../steps/claimed-payins.js';
import { refusal } from '../steps/refusal.js';
import { payinRefusal } from './payin-refusal.js';

const supportedBy = (code: string): readonly string[] => findPayinWay(code)?.currencies ?? [];

/** Claimed ways with a claimed currency, which make a valid request, and claimed currencies that the way does not support. */
const waysWithForeignCurrencies = (profile: Profile) =>
  claimedWayCodes(profile)
    .map((wayCode) => ({
      wayCode,
      foreign: profile.payin.currencies.filter((currency) => !supportedBy(wayCode).includes(currency)),
    }))
    .filter(({ wayCode, foreign }) => foreign.length > 0 && claimsPayin(profile, { wayCode }));

const withoutWayType = ({ way_type: _left, ...message }: CreatePayinRequest): CreatePayinRequest => message;

/** PAYIN-CREATE-019: a `way_code` with a currency that it does not support is refused (S002 4.5.1). */
export const wayWithForeignCurrency = refusal({
  id: 'PAYIN-CREATE-019',
  title: 'A pay-in by a way that does not support its currency is refused.',
  operation: 'createPayin',
  invalidBy: 'platform',
  claimed: (profile) => waysWithForeignCurrencies(profile).length > 0,
  given: (profile) =>
    fc.oneof(
      ...waysWithForeignCurrencies(profile).map(({ wayCode, foreign }) =>
        // The way alone: a way type that does not know the currency would be a second reason to refuse.
        twin(
          claimedPayin(profile, { wayCode }).map(withoutWayType),
          setTo('target_currency', fc.constantFrom(...foreign)),
        ),
      ),
    ),
});

/** PAYIN-CREATE-020: an unknown `way_code` is refused (S002 4.5.1). */
export const wayUnknown = payinRefusal({
  id: 'PAYIN-CREATE-020',
  title: 'A pay-in by an unknown way is refused.',
  base: { way: 'named' },
  changes: { default: setTo('way_code', fc.constantFrom('NO_SUCH_WAY', 'WX_H6')) },
  invalidBy: 'platform',
});

/** PAYIN-CREATE-021: an unknown `way_type` is refused (S002 4.2). */
export const typeUnknown = payinRefusal({
  id: 'PAYIN-CREATE-021',
  title: 'A pay-in of an unknown way type is refused.',
  base: { way: 'none' },
  changes: { default: setTo('way_type', fc.constantFrom('NO_SUCH_TYPE', 'CHEQUE')) },
  invalidBy: 'platform',
});

const wechatCurrencies = (profile: Profile): readonly string[] =>
  profile.payin.currencies.filter((currency) => supportedBy('WX_NATIVE').includes(currency));

/** PAYIN-CREATE-022: `WECHAT` is known as a `way_type`, even where it is not configured (S002 4.5.1; demo client). */
export const wechatIsKnown = acceptance({
  id: 'PAYIN-CREATE-022',
  title: 'A pay-in of way type `WECHAT` is accepted, or declined because it is not configured.',
  operation: 'createPayin',
  claimed: (profile) => profile.operations.has('createPayin') && wechatCurrencies(profile).length > 0,
  given: (profile) =>
    fc
      .oneof(...wechatCurrencies(profile).map((currency) => claimedPayin(profile, { currency, way: 'none' })))
      .map((message) => ({ ...message, way_type: 'WECHAT' })),
});

const payinTypes = wayTypes
  .filter(({ products }) => products.some((product) => product === 'payin'))
  .map(({ value }) => value);

const supports = (type: string, currency: string): boolean =>
  payinWays.some((way) => way.wayType === type && way.currencies.some((known) => known === currency));

/** Claimed ways in a claimed currency, each with the types that it does not have. */
function contradictions(profile: Profile) {
  const all = claimedWayCodes(profile).flatMap((wayCode) =>
    supportedBy(wayCode)
      .filter((currency) => claimsPayin(profile, { wayCode, currency }))
      .map((currency) => ({
        wayCode,
        currency,
        types: payinTypes.filter((type) => type !== findPayinWay(wayCode)?.wayType),
      })),
  );
  // A type that does not know the currency would be a second reason to refuse.
  const onlyThat = all
    .map((each) => ({ ...each, types: each.types.filter((type) => supports(type, each.currency)) }))
    .filter(({ types }) => types.length > 0);
  return onlyThat.length > 0 ? onlyThat : all;
}

/** PAYIN-CREATE-023: a `way_code` that belongs to another `way_type` than the one it names is refused (S002 4.5.1). */
export const wayOfAnotherType = refusal({
  id: 'PAYIN-CREATE-023',
  title: 'A pay-in whose way and way type contradict each other is refused.',
  operation: 'createPayin',
  invalidBy: 'platform',
  claimed: (profile) => contradictions(profile).length > 0,
  given: (profile) =>
    fc.oneof(
      ...contradictions(profile).map(({ wayCode, currency, types }) =>
        twin(claimedPayin(profile, { wayCode, currency }), setTo('way_type', fc.constantFrom(...types))),
      ),
    ),
});

/** How a pay-in names the way of payment. */
export const wayScenarios: readonly LesspayScenario[] = [
  wayWithForeignCurrency,
  wayUnknown,
  typeUnknown,
  wechatIsKnown,
  wayOfAnotherType,
];
