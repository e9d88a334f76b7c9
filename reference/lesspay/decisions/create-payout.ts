import {
  bankAccountKinds,
  bankDestinationAlias,
  depositKeyTypes,
  destinationTypes,
} from '../../../protocols/lesspay/destinations.js';
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

const destination = 'beneficiary.destination';
const bank = `${destination}.bank`;
const wallet = `${destination}.e_wallet`;
const crypto = `${destination}.crypto_wallet`;
const info = 'beneficiary.beneficiary_info';

const destinationValues: readonly string[] = [...destinationTypes.single.values, bankDestinationAlias];

/** The member that describes the destination of a single payout; null for an unknown type. */
export function singleDestination(body: JsonObject): 'bank' | 'e_wallet' | 'crypto_wallet' | null {
  switch (at(body, `${destination}.type`)) {
    case 'bank':
    case bankDestinationAlias:
      return 'bank';
    case 'ewallet':
      return 'e_wallet';
    case 'crypto_wallet':
      return 'crypto_wallet';
    default:
      return null;
  }
}

const goesTo =
  (kind: 'bank' | 'e_wallet' | 'crypto_wallet') =>
  (body: JsonObject): boolean =>
    singleDestination(body) === kind;
const toBank = (check: Check): Check => when(goesTo('bank'), check);
const toWallet = (check: Check): Check => when(goesTo('e_wallet'), check);
const toCrypto = (check: Check): Check => when(goesTo('crypto_wallet'), check);

const texts =
  (root: string, names: readonly string[]): Check =>
  (body, situation) => {
    for (const name of names) {
      const found = text(`${root}.${name}`)(body, situation);
      if (found !== null) return found;
    }
    return null;
  };

const countryCode = (path: string): Check =>
  where(path, (value, { syntax }) => syntax.isCountryCode(value), 'an ISO 3166-1 alpha-2 code', 'countryCode');

const bankAccountPresent: Check = (body, { syntax }) =>
  syntax.countsAsAbsent(at(body, `${bank}.account_number`)) && syntax.countsAsAbsent(at(body, `${bank}.iban`))
    ? violation('bankAccount', `one of ${bank}.account_number and ${bank}.iban is required`)
    : null;
const accountFormat = (path: string): Check =>
  where(path, (value, { syntax }) => syntax.isAccountNumber(value), 'an account number', 'bankAccount');

const wayPresent: Check = (body, { syntax }) =>
  syntax.countsAsAbsent(member(body, 'way_code')) && syntax.countsAsAbsent(member(body, 'way_type'))
    ? violation('parameter', 'one of way_code and way_type is required')
    : null;

/** The members of a single payout request, one rule each (P-CPO; the demo client's request classes; seed 000). */
export const createPayout = {
  requestIdPresent: present('request_id'),
  requestIdText: text('request_id'),
  requestIdLength: notLonger('request_id', lengths.payoutRequestId.max),
  amountPresent: valuePresent('amount'),
  amountFormat: amount('amount'),
  currencyPresent: present('currency'),
  currencyText: text('currency'),
  beneficiaryPresent: present('beneficiary'),
  beneficiaryObject: object('beneficiary'),
  beneficiaryTypePresent: present('beneficiary.beneficiary_type'),
  beneficiaryTypeValue: where(
    'beneficiary.beneficiary_type',
    (value, { syntax }) => syntax.isBeneficiaryType(value),
    'business or individual',
    'beneficiaryType',
  ),
  beneficiaryInfoPresent: present(info),
  beneficiaryInfoObject: object(info),
  beneficiaryInfoTexts: texts(info, [
    'name',
    'first_name',
    'last_name',
    'tax_id',
    'date_of_birth',
    'nationality',
    'national_id',
  ]),
  emailFormat: where(`${info}.email`, (value, { syntax }) => syntax.isEmail(value), 'an e-mail address'),
  phoneObject: object(`${info}.phone`),
  phoneTexts: texts(`${info}.phone`, ['calling_code', 'number']),
  callingCodeLength: notLonger(`${info}.phone.calling_code`, lengths.callingCode.max),
  addressObject: object(`${info}.address`),
  addressCountryFormat: countryCode(`${info}.address.country`),
  addressTexts: texts(`${info}.address`, ['state', 'city', 'postal_code', 'line1', 'line2']),
  destinationPresent: present(destination),
  destinationObject: object(destination),
  destinationTypePresent: present(`${destination}.type`),
  destinationTypeKnown: oneOf(`${destination}.type`, destinationValues),
  bankPresent: toBank(present(bank)),
  bankObject: toBank(object(bank)),
  bankAccountPresent: toBank(bankAccountPresent),
  bankAccountNumberFormat: toBank(accountFormat(`${bank}.account_number`)),
  ibanFormat: toBank(accountFormat(`${bank}.iban`)),
  bankAccountKind: toBank(oneOf(`${bank}.account_type`, bankAccountKinds)),
  bankCountryFormat: toBank(countryCode(`${bank}.country`)),
  bankTexts: toBank(texts(bank, ['bank_province', 'bank_city', 'bank_name', 'purpose_code', 'branch_name'])),
  bankCodesObject: toBank(object(`${bank}.bank_codes`)),
  bankCodeTexts: toBank(
    texts(`${bank}.bank_codes`, [
      'swift_code',
      'ifsc_code',
      'aba_code',
      'sort_code',
      'branch_code',
      'bsb_code',
      'bank_code',
      'cnaps',
    ]),
  ),
  swiftCodeFormat: toBank(
    where(`${bank}.bank_codes.swift_code`, (value, { syntax }) => syntax.isSwiftCode(value), '8 or 11 characters long'),
  ),
  walletPresent: toWallet(present(wallet)),
  walletObject: toWallet(object(wallet)),
  walletProviderPresent: toWallet(present(`${wallet}.ewallet_provider`)),
  walletNumberPresent: toWallet(present(`${wallet}.account_number`)),
  walletTexts: toWallet(texts(wallet, ['ewallet_provider', 'account_number', 'deposit_key'])),
  walletAccountKind: toWallet(
    oneOf(
      `${wallet}.account_type`,
      depositKeyTypes.map((kind) => kind.value),
    ),
  ),
  cryptoPresent: toCrypto(present(crypto)),
  cryptoObject: toCrypto(object(crypto)),
  cryptoAddressPresent: toCrypto(present(`${crypto}.wallet_address`)),
  cryptoNetworkPresent: toCrypto(present(`${crypto}.network`)),
  cryptoTexts: toCrypto(texts(crypto, ['wallet_address', 'network'])),
  wayPresent,
  wayCodeText: text('way_code'),
  wayTypeText: text('way_type'),
  rootTexts: (body, situation) => {
    for (const name of ['purpose', 'product_name', 'description']) {
      const found = text(name)(body, situation);
      if (found !== null) return found;
    }
    return null;
  },
  expiredTimeValue: where(
    'expired_time',
    (value, { syntax }) => syntax.isPositiveInteger(value),
    'a positive integer of seconds',
  ),
  notifyUrlFormat: httpUrl('notify_url'),
  transactionType,
} satisfies Checks;

const onlyAmount = (body: JsonObject): readonly unknown[] => [member(body, 'amount')];

const providerFitsCurrency: Check = (body) => {
  const currency = textAt(body, 'currency') ?? '';
  const provider = textAt(body, `${wallet}.ewallet_provider`);
  return !isJsonObject(at(body, wallet)) || provider === null || providerFits(currency, provider)
    ? null
    : violation('parameter', `${wallet}.ewallet_provider must be a provider for ${currency}`);
};

/** What a single payout must be as a whole and for the application (seed 000). */
export const createPayoutRules = {
  channelConfigured,
  methodConfigured,
  currencySupported,
  providerFitsCurrency: toWallet(providerFitsCurrency),
  minimumKept: minimumKept(onlyAmount),
  singleMaximumKept: singleMaximumKept(onlyAmount),
  dailyMaximumKept: dailyMaximumKept('amount'),
  balanceSuffices: balanceSuffices('amount'),
  channelTakesIt,
  platformWorks,
} satisfies Checks;
