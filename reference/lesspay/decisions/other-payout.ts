import { findPayoutWay } from '../../../protocols/lesspay/ways.js';
import { member, textAt } from '../core/json.js';
import { violation } from '../core/violation.js';
import { type Check, type Checks, present, text, where } from './check.js';
import { channelConfigured, currencySupported } from './payout-rules.js';

const identifierPresent: Check = (body, { syntax }) =>
  syntax.countsAsAbsent(member(body, 'request_id')) && syntax.countsAsAbsent(member(body, 'pay_order_id'))
    ? violation('noIdentifier', 'one of pay_order_id and request_id is required')
    : null;

const identifiers = {
  requestIdText: text('request_id'),
  payOrderIdText: text('pay_order_id'),
  identifierPresent,
} satisfies Checks;

/** The members of a payout query (seed 000, 30000 and 30020; the demo client's query class). */
export const fetchPayout = { ...identifiers } satisfies Checks;

/** The members of a request to notify again (the demo client's example). */
export const triggerNotify = { ...identifiers } satisfies Checks;

/** The members of a request for the bank list (the demo client's request class; seed 000, 30005). */
export const listBanks = {
  countryPresent: present('bank_country_code'),
  countryFormat: where(
    'bank_country_code',
    (value, { syntax }) => syntax.isCountryCode(value),
    'an ISO 3166-1 alpha-2 code',
    'countryCode',
  ),
  currencyPresent: present('currency'),
  currencyText: text('currency'),
  wayCodePresent: present('way_code'),
  wayCodeText: text('way_code'),
} satisfies Checks;

/** What a request for the bank list must be for the application. */
export const listBanksRules = { channelConfigured, currencySupported } satisfies Checks;

/** The members of a balance query (the demo client's examples). */
export const fetchBalance = {
  currencyPresent: present('currency'),
  currencyText: text('currency'),
  wayCodePresent: present('way_code'),
  wayCodeText: text('way_code'),
} satisfies Checks;

const balanceService: Check = (body) => {
  const wayCode = textAt(body, 'way_code') ?? '';
  return findPayoutWay(wayCode)?.hasBalance === false
    ? violation('methodNotConfigured', `balance query is not supported by ${wayCode}`)
    : null;
};

/** What a balance query must be for the application (the demo client: one channel has no balance service). */
export const fetchBalanceRules = { channelConfigured, balanceService, currencySupported } satisfies Checks;
