import { readAmount } from '../../../protocols/amount.js';
import { findCurrency } from '../../../protocols/lesspay/currencies.js';
import { providersFor } from '../../../protocols/lesspay/wallet-providers.js';
import { findPayoutWay, payoutWays, wayTypes } from '../../../protocols/lesspay/ways.js';
import { type JsonObject, member, textAt } from '../core/json.js';
import { violation } from '../core/violation.js';
import { type Check, where } from './check.js';

/** The request names no transaction type, or that of a payout (seed 000, 30008; no payout message has the member). */
export const transactionType = where(
  'transaction_type',
  (value) => typeof value === 'string' && value.toLowerCase() === 'payout',
  'payout',
  'transactionType',
);

/** `way_code` names a payout channel that the application has (seed 000, 30033). */
export const channelConfigured = where(
  'way_code',
  (value, { application }) =>
    findPayoutWay(String(value)) !== undefined && application.channels.some((known) => known === value),
  'a channel that is configured for this application',
  'channelNotConfigured',
);

const payoutWayTypes: readonly string[] = wayTypes
  .filter((way) => way.products.some((product) => product === 'payout'))
  .map((way) => way.value);

/** `way_type` names a kind of payout that the application has (seed 000, 30043). */
export const methodConfigured = where(
  'way_type',
  (value, { application }) =>
    payoutWayTypes.some((known) => known === value) && application.wayTypes.some((known) => known === value),
  'a payment method that is configured for this application',
  'methodNotConfigured',
);

/** The currencies of the channel; without a channel those of the method: crypto currencies, or what any channel pays out. */
function supports(body: JsonObject, currency: string): boolean {
  const channel = findPayoutWay(textAt(body, 'way_code') ?? '');
  if (channel !== undefined) return channel.routes.some((route) => route.currency === currency);
  if (member(body, 'way_type') === 'CRYPTO') return findCurrency(currency)?.kind === 'crypto';
  return payoutWays.some((way) => way.routes.some((route) => route.currency === currency));
}

/** The channel pays out the currency (seed 000, 30001). */
export const currencySupported: Check = (body) => {
  const currency = textAt(body, 'currency') ?? '';
  return supports(body, currency)
    ? null
    : violation('unsupportedCurrency', 'currency is not supported for this payout');
};

/** True when the currency has the provider, in any case, or when nothing is known about the currency's providers. */
export function providerFits(currency: string, provider: string): boolean {
  const known = providersFor(currency);
  return known.length === 0 || known.some((name) => name.toLowerCase() === provider.toLowerCase());
}

/** The amounts of the transfers that the request asks for. */
export type AmountsOf = (body: JsonObject) => readonly unknown[];

/** No transfer is smaller than the minimum (seed 000, 30073). */
export const minimumKept =
  (amountsOf: AmountsOf): Check =>
  (body, { application }) => {
    const minimum = readAmount(application.limits.minimum);
    const small = amountsOf(body).some((amount) => minimum !== null && readAmount(amount)?.isLessThan(minimum));
    return small ? violation('underMinimum', `amount must be at least ${application.limits.minimum}`) : null;
  };

/** No transfer is larger than the single maximum (seed 000, 30070). */
export const singleMaximumKept =
  (amountsOf: AmountsOf): Check =>
  (body, { application }) => {
    const maximum = readAmount(application.limits.single_maximum);
    const large = amountsOf(body).some((amount) => maximum !== null && readAmount(amount)?.isGreaterThan(maximum));
    return large ? violation('overSingleMaximum', `amount must be at most ${application.limits.single_maximum}`) : null;
  };

/** Together with what was accepted today, the total stays within the daily maximum (seed 000, 30071). */
export const dailyMaximumKept =
  (totalPath: string): Check =>
  (body, { application, paidOutToday }) => {
    const maximum = readAmount(application.limits.daily_maximum);
    const total = readAmount(textAt(body, totalPath));
    if (maximum === null || total === null) return null;
    return paidOutToday(textAt(body, 'currency') ?? '')
      .plus(total)
      .isGreaterThan(maximum)
      ? violation('overDailyMaximum', `the daily maximum is ${application.limits.daily_maximum}`)
      : null;
  };

/** The funds cover the total (seed 000, 30030; S003, overview: funds are deposited beforehand). */
export const balanceSuffices =
  (totalPath: string): Check =>
  (body, { available }) => {
    const total = readAmount(textAt(body, totalPath));
    return total !== null && available(textAt(body, 'currency') ?? '').isLessThan(total)
      ? violation('insufficientBalance', 'the balance does not cover the payout')
      : null;
  };

/** The channel takes the payout and answers in time (seed 000, 30031 and 30032). */
export const channelTakesIt: Check = (_body, { application: { failure } }) => {
  switch (failure) {
    case 'channel_error':
      return violation('channelError', 'the channel returned an error');
    case 'channel_timeout':
      return violation('channelTimeout', 'the channel did not answer in time');
    default:
      return null;
  }
};
