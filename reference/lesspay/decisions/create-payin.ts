import { findCurrency } from '../../../protocols/lesspay/currencies.js';
import { lengths, payinConstants } from '../../../protocols/lesspay/limits.js';
import { findPayinWay, payAccessTypes, payinWays, wayTypes } from '../../../protocols/lesspay/ways.js';
import { at, isJsonObject, type JsonObject, member, textAt } from '../core/json.js';
import { violation } from '../core/violation.js';
import {
  amount,
  answeredAs,
  type Check,
  type Checks,
  httpUrl,
  notLonger,
  object,
  oneOf,
  platformWorks,
  present,
  text,
  when,
  where,
} from './check.js';

const payinWayTypes: readonly string[] = wayTypes
  .filter((way) => way.products.some((product) => product === 'payin'))
  .map((way) => way.value);

/** True for a card payment: either member identifies it (P-CARD; demo client's payment-session example). */
export function isCard(body: JsonObject): boolean {
  return member(body, 'way_type') === 'CARD_PAYMENT' || member(body, 'way_code') === 'CHECKOUT_CARDPAYMENT';
}

const isDirectCard = (body: JsonObject): boolean => isCard(body) && member(body, 'pay_access_type') === 2;
const extraIs =
  (type: string) =>
  (body: JsonObject): boolean =>
    at(body, 'channel_extra.extra_type') === type;

const card = (check: Check): Check => when(extraIs('card'), answeredAs('businessRule', check));
/** A check inside the card data: where they are missing, that is another check's affair. */
const inCard = (check: Check): Check => card(when((body) => isJsonObject(at(body, 'channel_extra.card_data')), check));
const digits = (path: string, least: number, most: number): Check =>
  where(
    path,
    (value) => typeof value === 'string' && new RegExp(`^[0-9]{${least},${most}}$`).test(value),
    `${least} to ${most} digits as text`,
  );
const integerBetween = (path: string, least: number, most: number): Check =>
  where(
    path,
    (value) => typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most,
    `an integer from ${least} to ${most}`,
  );

const cardNotExpired: Check = (body, { now }) => {
  const year = at(body, 'channel_extra.card_data.expiry_year');
  const month = at(body, 'channel_extra.card_data.expiry_month');
  // A year of another length has its own check.
  if (typeof year !== 'number' || typeof month !== 'number' || year < 1000) return null;
  return Date.UTC(year, month, 1) > now
    ? null
    : violation('parameter', 'channel_extra.card_data: the card has expired');
};

const notifyUrlOrDefault: Check = (body, { application, syntax }) =>
  syntax.countsAsAbsent(member(body, 'notify_url')) && application.defaultNotifyUrl === null
    ? violation('parameter', 'notify_url is required: no default is registered for this application')
    : null;

/** The members of a pay-in request, one rule each (P-CARD; the demo client's request class; S001 code 11). */
export const createPayin = {
  requestIdPresent: present('request_id'),
  requestIdText: text('request_id'),
  requestIdLength: notLonger('request_id', lengths.payinRequestId.max),
  productNamePresent: present('product_name'),
  productNameText: text('product_name'),
  productNameLength: notLonger('product_name', lengths.payinProductName.max),
  descriptionPresent: present('description'),
  descriptionText: text('description'),
  descriptionLength: notLonger('description', lengths.payinDescription.max),
  amountPresent: present('target_amount'),
  amountFormat: amount('target_amount'),
  currencyPresent: present('target_currency'),
  currencyText: text('target_currency'),
  currencyKnown: where(
    'target_currency',
    (value) => findCurrency(String(value))?.documented ?? false,
    'a currency that is supported for pay-ins',
  ),
  transactionTypePresent: present('transaction_type'),
  transactionTypeValue: oneOf('transaction_type', [payinConstants.transactionType.value]),
  successUrlPresent: present('success_url'),
  successUrlFormat: httpUrl('success_url'),
  successUrlLength: notLonger('success_url', lengths.payinRedirectUrl.max),
  failUrlPresent: present('fail_url'),
  failUrlFormat: httpUrl('fail_url'),
  failUrlLength: notLonger('fail_url', lengths.payinRedirectUrl.max),
  notifyUrlFormat: httpUrl('notify_url'),
  notifyUrlOrDefault,
  apiVersionPresent: present('api_version'),
  apiVersionValue: where(
    'api_version',
    (value) =>
      typeof value === 'string' && payinConstants.apiVersions.values.some((known) => known === value.toUpperCase()),
    'V1 or V2',
  ),
  accessTypeValue: oneOf(
    'pay_access_type',
    payAccessTypes.map((access) => access.value),
  ),
  expiredTimeValue: where(
    'expired_time',
    (value, { syntax }) => syntax.isPositiveInteger(value),
    'a positive integer of seconds',
  ),
  wayCodeText: text('way_code'),
  wayTypeKnown: oneOf('way_type', payinWayTypes),
  transactionNetworkText: text('transaction_network'),
  useChannelRequestIdBoolean: where(
    'use_channel_request_id',
    (value, { syntax }) => syntax.isBoolean(value),
    'true or false',
  ),
  channelExtraObject: object('channel_extra'),
  threeDsObject: object('channel_extra.three_ds'),
  threeDsEnabledBoolean: where(
    'channel_extra.three_ds.enabled',
    (value, { syntax }) => syntax.isBoolean(value),
    'true, false or null',
  ),
  storeForFutureUseBoolean: where(
    'channel_extra.card_data.store_for_future_use',
    (value, { syntax }) => syntax.isBoolean(value),
    'true or false',
  ),
  cardVersion: when(
    (body) => isCard(body) && textAt(body, 'api_version')?.toUpperCase() === 'V1',
    () => violation('businessRule', 'api_version must be V2 for card payments'),
  ),
  channelExtraPresent: when(isDirectCard, answeredAs('businessRule', present('channel_extra'))),
  extraTypePresent: when(
    (body) => isDirectCard(body) && isJsonObject(at(body, 'channel_extra')),
    answeredAs('businessRule', present('channel_extra.extra_type')),
  ),
  extraTypeKnown: oneOf('channel_extra.extra_type', payinConstants.extraTypes.values, 'businessRule'),
  cardDataPresent: card(present('channel_extra.card_data')),
  cardDataObject: card(object('channel_extra.card_data')),
  cardNumberPresent: inCard(present('channel_extra.card_data.number')),
  cardNumberFormat: inCard(digits('channel_extra.card_data.number', 16, 19)),
  cardMonthPresent: inCard(present('channel_extra.card_data.expiry_month')),
  cardMonthRange: inCard(integerBetween('channel_extra.card_data.expiry_month', 1, 12)),
  cardYearPresent: inCard(present('channel_extra.card_data.expiry_year')),
  cardYearDigits: inCard(integerBetween('channel_extra.card_data.expiry_year', 1000, 9999)),
  cardNotExpired: inCard(cardNotExpired),
  cvvPresent: inCard(present('channel_extra.card_data.cvv')),
  cvvFormat: inCard(digits('channel_extra.card_data.cvv', 3, 4)),
  tokenPresent: when(extraIs('token'), answeredAs('businessRule', present('channel_extra.token_data.token'))),
  tokenText: when(extraIs('token'), answeredAs('businessRule', text('channel_extra.token_data.token'))),
} satisfies Checks;

const wayCodeKnown = where(
  'way_code',
  (value, { application }) =>
    findPayinWay(String(value)) !== undefined && application.channels.some((known) => known === value),
  'a method that is configured for this application',
  'businessRule',
);

const wayTypeEnabled = where(
  'way_type',
  (value, { application }) => application.wayTypes.some((known) => known === value),
  'a kind of method that is configured for this application',
  'businessRule',
);

const wayCodeFitsCurrency: Check = (body) => {
  const way = findPayinWay(textAt(body, 'way_code') ?? '');
  const currency = textAt(body, 'target_currency');
  return way === undefined || currency === null || way.currencies.includes(currency)
    ? null
    : violation('businessRule', `target_currency is not supported by way_code ${way.wayCode}`);
};

const wayTypeFitsCurrency: Check = (body) => {
  const wayType = textAt(body, 'way_type');
  const currency = textAt(body, 'target_currency');
  if (wayType === null || wayType === '' || currency === null) return null;
  return payinWays.some((way) => way.wayType === wayType && way.currencies.some((known) => known === currency))
    ? null
    : violation('businessRule', `target_currency is not supported by any method of way_type ${wayType}`);
};

const waysAgree: Check = (body, { syntax }) => {
  const way = findPayinWay(textAt(body, 'way_code') ?? '');
  const wayType = member(body, 'way_type');
  return way === undefined || syntax.countsAsAbsent(wayType) || way.wayType === wayType
    ? null
    : violation('businessRule', `way_type must be ${way.wayType} for way_code ${way.wayCode}`);
};

/** What the members of a pay-in request must be together and for the application (S002 4.5.1; S001 code 5000). */
export const createPayinRules = {
  wayCodeKnown,
  wayTypeEnabled,
  waysAgree,
  wayCodeFitsCurrency,
  wayTypeFitsCurrency,
  platformWorks,
} satisfies Checks;
