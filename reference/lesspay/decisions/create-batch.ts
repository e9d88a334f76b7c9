import { readAmount, sumAmounts } from '../../../protocols/amount.js';
import { destinationTypes } from '../../../protocols/lesspay/destinations.js';
import { lengths } from '../../../protocols/lesspay/limits.js';
import { at, isJsonObject, type JsonObject, member, textAt } from '../core/json.js';
import { violation } from '../core/violation.js';
import {
  amount,
  type Check,
  type Checks,
  httpUrl,
  notLonger,
  object,
  oneOf,
  platformWorks,
  present,
  text,
  valuePresent,
  when,
  where,
} from './check.js';
import {
  balanceSuffices,
  channelConfigured,
  channelTakesIt,
  currencySupported,
  dailyMaximumKept,
  methodConfigured,
  minimumKept,
  providerFits,
  singleMaximumKept,
  transactionType,
} from './payout-rules.js';

const knownDestinations: readonly unknown[] = destinationTypes.batchDetail.values;

/** The elements of `payout_order_details`; none where it is not an array of objects. */
export function detailsOf(body: JsonObject): readonly JsonObject[] {
  const details = member(body, 'payout_order_details');
  return Array.isArray(details) ? details.filter(isJsonObject) : [];
}

const notifyUrlOrDefault: Check = (body, { application, syntax }) =>
  syntax.countsAsAbsent(member(body, 'notify_url')) && application.defaultNotifyUrl === null
    ? violation('parameter', 'notify_url is required: no default is registered for this application')
    : null;

const detailsNotEmpty: Check = (body) => {
  const details = member(body, 'payout_order_details');
  return Array.isArray(details) && details.length === 0
    ? violation('parameter', 'payout_order_details must have at least one element')
    : null;
};

/** The members of a batch request outside its details, one rule each (S003 1.3, 2.3; the demo client's request class). */
export const createBatch = {
  requestIdPresent: present('request_id'),
  requestIdText: text('request_id'),
  requestIdLength: notLonger('request_id', lengths.payoutRequestId.max),
  currencyPresent: present('currency'),
  currencyText: text('currency'),
  totalPresent: valuePresent('total_amount'),
  totalFormat: amount('total_amount'),
  wayTypePresent: present('way_type'),
  wayTypeText: text('way_type'),
  wayCodePresent: present('way_code'),
  wayCodeText: text('way_code'),
  notifyUrlFormat: httpUrl('notify_url'),
  notifyUrlOrDefault,
  destinationTypeKnown: oneOf('destination_type', knownDestinations),
  productNameText: text('product_name'),
  descriptionText: text('description'),
  transactionNetworkText: text('transaction_network'),
  expiredTimeValue: where(
    'expired_time',
    (value, { syntax }) => syntax.isPositiveInteger(value),
    'a positive integer of seconds',
  ),
  transactionType,
  detailsPresent: present('payout_order_details'),
  detailsArray: where('payout_order_details', Array.isArray, 'an array'),
  detailsNotEmpty,
  detailsObjects: where(
    'payout_order_details',
    (value) => Array.isArray(value) && value.every(isJsonObject),
    'an array of objects',
  ),
} satisfies Checks;

const goesTo =
  (type: 'bank' | 'ewallet') =>
  (check: Check): Check =>
    when((detail, { syntax, request }) => syntax.destinationOf(detail, request) === type, check);
const toBank = goesTo('bank');
const toWallet = goesTo('ewallet');

const destinationPresent: Check = (detail, { syntax, request, prefix }) =>
  syntax.countsAsAbsent(syntax.destinationOf(detail, request))
    ? violation('parameter', `${prefix}destination_type is required`)
    : null;

const destinationKnown: Check = (detail, { syntax, request, prefix }) => {
  const type = syntax.destinationOf(detail, request);
  return syntax.countsAsAbsent(type) || knownDestinations.includes(type)
    ? null
    : violation('parameter', `${prefix}destination_type must be one of ${knownDestinations.join(', ')}`);
};

const beneficiaryType = (path: string): Check =>
  where(path, (value, { syntax }) => syntax.isBeneficiaryType(value), 'business or individual', 'beneficiaryType');

const accountNumberFormat: Check = (detail, { syntax, prefix }) => {
  const value = member(detail, 'bank_account_no');
  return syntax.countsAsAbsentValue(value) || syntax.isAccountNumber(value)
    ? null
    : violation('bankAccount', `${prefix}bank_account_no must be an account number`);
};

/** The members of each element of `payout_order_details`, one rule each (S003 1.3, 2.3; seed 000). */
export const batchDetail = {
  mchOrderIdPresent: present('mch_order_id'),
  mchOrderIdText: text('mch_order_id'),
  mchOrderIdLength: notLonger('mch_order_id', lengths.mchOrderId.max),
  amountPresent: valuePresent('amount'),
  amountFormat: amount('amount'),
  destinationPresent,
  destinationKnown,
  bankAccountNamePresent: toBank(present('bank_account_name')),
  bankAccountNameText: toBank(text('bank_account_name')),
  bankAccountNoPresent: toBank(valuePresent('bank_account_no')),
  bankAccountNoFormat: toBank(accountNumberFormat),
  bankAccountTypePresent: toBank(present('bank_account_type')),
  bankAccountTypeValue: toBank(beneficiaryType('bank_account_type')),
  bankNamePresent: toBank(present('bank_name')),
  bankNameText: toBank(text('bank_name')),
  bankCountryPresent: toBank(present('bank_country_code')),
  bankCountryFormat: toBank(
    where(
      'bank_country_code',
      (value, { syntax }) => syntax.isCountryCode(value),
      'an ISO 3166-1 alpha-2 code',
      'countryCode',
    ),
  ),
  swiftCodeFormat: toBank(
    where('bank_swift_code', (value, { syntax }) => syntax.isSwiftCode(value), '8 or 11 characters long'),
  ),
  walletPresent: toWallet(present('e_wallet')),
  walletObject: toWallet(object('e_wallet')),
  walletNamePresent: toWallet(present('e_wallet.account_name')),
  walletNameText: toWallet(text('e_wallet.account_name')),
  walletNumberPresent: toWallet(present('e_wallet.account_number')),
  walletNumberText: toWallet(text('e_wallet.account_number')),
  walletTypePresent: toWallet(present('e_wallet.account_type')),
  walletTypeValue: toWallet(beneficiaryType('e_wallet.account_type')),
  walletProviderPresent: toWallet(present('e_wallet.provider')),
  walletProviderText: toWallet(text('e_wallet.provider')),
  depositKeyTypePresent: toWallet(present('e_wallet.deposit_key_type')),
  depositKeyTypeText: toWallet(text('e_wallet.deposit_key_type')),
  depositKeyPresent: toWallet(present('e_wallet.deposit_key')),
  depositKeyText: toWallet(text('e_wallet.deposit_key')),
} satisfies Checks;

const detailAmounts = (body: JsonObject): readonly unknown[] =>
  detailsOf(body).map((detail) => member(detail, 'amount'));

const totalIsTheSum: Check = (body) => {
  const total = readAmount(member(body, 'total_amount'));
  const amounts = detailAmounts(body).map((text) => readAmount(text) ?? sumAmounts([]));
  return total?.isEqualTo(sumAmounts(amounts)) === false
    ? violation('amountMismatch', 'total_amount does not equal the sum of payout_order_details[].amount')
    : null;
};

const detailIdsUnique: Check = (body) => {
  const seen = new Set<unknown>();
  for (const detail of detailsOf(body)) {
    const id = member(detail, 'mch_order_id');
    if (seen.has(id)) return violation('duplicateDetail', `duplicate mch_order_id: ${String(id)}`);
    seen.add(id);
  }
  return null;
};

const detailCount: Check = (body, { application }) =>
  detailsOf(body).length > application.limits.maximum_details
    ? violation(
        'tooManyDetails',
        `payout_order_details must have at most ${application.limits.maximum_details} elements`,
      )
    : null;

const providersFitCurrency: Check = (body, { syntax }) => {
  const currency = textAt(body, 'currency') ?? '';
  for (const [index, detail] of detailsOf(body).entries()) {
    const provider = at(detail, 'e_wallet.provider');
    if (syntax.destinationOf(detail, body) !== 'ewallet' || typeof provider !== 'string') continue;
    if (!providerFits(currency, provider)) {
      const where = `payout_order_details[${index}].e_wallet.provider`;
      return violation('parameter', `${where} must be a provider for ${currency}`);
    }
  }
  return null;
};

/** What a batch must be as a whole and for the application (seed 000; S003 1.3, 2.3). */
export const createBatchRules = {
  detailIdsUnique,
  totalIsTheSum,
  channelConfigured,
  methodConfigured,
  currencySupported,
  providersFitCurrency,
  detailCount,
  minimumKept: minimumKept(detailAmounts),
  singleMaximumKept: singleMaximumKept(detailAmounts),
  dailyMaximumKept: dailyMaximumKept('total_amount'),
  balanceSuffices: balanceSuffices('total_amount'),
  channelTakesIt,
  platformWorks,
} satisfies Checks;
