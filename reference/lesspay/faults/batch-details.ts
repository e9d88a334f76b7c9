import type { Fault } from '../bite.js';
import { member, textAt } from '../core/json.js';
import { violation } from '../core/violation.js';
import { answeredAs, notLonger, present, when, where } from '../decisions/check.js';
import { detailsOf } from '../decisions/create-batch.js';
import { ofNeedlessRefusals } from './payout-consequences.js';
import { mistaken, plantCheck, unnoticed } from './plant.js';

/** Defects in the members that every detail must have. */
const anyDetail: readonly Fault[] = [
  unnoticed('batchDetail', 'mchOrderIdPresent', {
    id: 'batch-detail-without-id-accepted',
    defect: 'A detail without mch_order_id is accepted.',
    must: ['PAYOUT-BATCH-023'],
    may: ['PAYOUT-QUERY-008'],
  }),
  mistaken('batchDetail', 'amountPresent', 'internal', {
    id: 'batch-detail-without-amount-crashes',
    defect: 'A detail without amount makes the platform fail with HTTP 500.',
    must: ['PAYOUT-BATCH-024', 'ERR-001'],
  }),
  mistaken('batchDetail', 'destinationPresent', 'internal', {
    id: 'batch-detail-without-destination-crashes',
    defect: 'A detail without destination_type makes the platform fail with HTTP 500.',
    must: ['PAYOUT-BATCH-025', 'ERR-001'],
  }),
  unnoticed('batchDetail', 'destinationKnown', {
    id: 'batch-detail-to-any-destination-accepted',
    defect: 'A detail with a destination_type that does not exist is accepted.',
    must: ['PAYOUT-BATCH-026'],
  }),
  plantCheck('batchDetail', 'mchOrderIdLength', () => notLonger('mch_order_id', 65), {
    id: 'batch-detail-id-of-65-accepted',
    defect: 'An mch_order_id of 65 characters is accepted.',
    must: ['PAYOUT-BATCH-044'],
  }),
];

/** Defects in what a bank detail must name. */
const bankDetails: readonly Fault[] = [
  unnoticed('batchDetail', 'bankAccountNamePresent', {
    id: 'batch-detail-without-account-name-accepted',
    defect: 'A bank detail without bank_account_name is accepted.',
    must: ['PAYOUT-BATCH-027'],
  }),
  plantCheck(
    'batchDetail',
    'bankAccountNoPresent',
    () =>
      when(
        (detail, { syntax, request }) => syntax.destinationOf(detail, request) === 'bank',
        answeredAs('channelNotConfigured', present('bank_account_no')),
      ),
    {
      id: 'batch-detail-without-account-blamed-on-channel',
      defect: 'A bank detail without bank_account_no is refused because its channel were not configured.',
      must: ['PAYOUT-BATCH-028'],
    },
  ),
  unnoticed('batchDetail', 'bankAccountTypeValue', {
    id: 'batch-detail-any-account-type-accepted',
    defect: 'A bank detail with any bank_account_type is accepted.',
    must: ['PAYOUT-BATCH-029'],
  }),
  unnoticed('batchDetail', 'bankAccountTypePresent', {
    id: 'batch-detail-without-account-type-accepted',
    defect: 'A bank detail without bank_account_type is accepted.',
    must: ['PAYOUT-BATCH-029'],
  }),
  unnoticed('batchDetail', 'bankNamePresent', {
    id: 'batch-detail-without-bank-name-accepted',
    defect: 'A bank detail without bank_name is accepted.',
    must: ['PAYOUT-BATCH-030'],
  }),
  unnoticed('batchDetail', 'bankCountryFormat', {
    id: 'batch-detail-any-country-accepted',
    defect: 'A bank detail with a country of three letters or with digits is accepted.',
    must: ['PAYOUT-BATCH-031'],
  }),
  unnoticed('batchDetail', 'bankCountryPresent', {
    id: 'batch-detail-without-country-accepted',
    defect: 'A bank detail without bank_country_code is accepted.',
    must: ['PAYOUT-BATCH-031'],
  }),
  unnoticed('batchDetail', 'swiftCodeFormat', {
    id: 'batch-detail-swift-code-not-checked',
    defect: 'A bank detail with a SWIFT code of any length is accepted.',
    must: ['PAYOUT-BATCH-032'],
  }),
  plantCheck(
    'batchDetail',
    'swiftCodeFormat',
    (original) => (detail, situation) =>
      member(detail, 'destination_type') === 'bank' && member(detail, 'bank_swift_code') === undefined
        ? violation('channelNotConfigured', 'no channel without a SWIFT code')
        : original(detail, situation),
    {
      id: 'batch-detail-without-swift-code-blamed-on-channel',
      defect: 'A domestic bank detail without SWIFT code is refused because its channel were not configured.',
      must: ['PAYOUT-BATCH-033'],
    },
  ),
  plantCheck(
    'batchDetail',
    'swiftCodeFormat',
    () => where('bank_swift_code', (code) => String(code).length === 8, '8 characters long'),
    {
      id: 'batch-detail-long-swift-code-refused',
      defect: 'A bank detail with a SWIFT code of 11 characters is refused.',
      must: ['PAYOUT-BATCH-032'],
      may: ofNeedlessRefusals,
    },
  ),
];

/** Defects in what a wallet detail must name. */
const walletDetails: readonly Fault[] = [
  mistaken('batchDetail', 'walletPresent', 'channelNotConfigured', {
    id: 'batch-detail-without-wallet-blamed-on-channel',
    defect: 'A wallet detail without e_wallet is refused because its channel were not configured.',
    must: ['PAYOUT-BATCH-034'],
  }),
  mistaken('batchDetail', 'walletObject', 'internal', {
    id: 'batch-detail-wallet-as-text-crashes',
    defect: 'A wallet detail whose e_wallet is a text makes the platform fail with HTTP 500.',
    must: ['PAYOUT-BATCH-034', 'ERR-001'],
  }),
  unnoticed('batchDetail', 'walletNamePresent', {
    id: 'batch-wallet-without-name-accepted',
    defect: 'A wallet without account_name is accepted.',
    must: ['PAYOUT-BATCH-035'],
  }),
  unnoticed('batchDetail', 'walletNumberPresent', {
    id: 'batch-wallet-without-number-accepted',
    defect: 'A wallet without account_number is accepted.',
    must: ['PAYOUT-BATCH-035'],
  }),
  mistaken('batchDetail', 'walletProviderPresent', 'overSingleMaximum', {
    id: 'batch-wallet-without-provider-too-large',
    defect: 'A wallet without provider is refused for the size of the payout.',
    must: ['PAYOUT-BATCH-035'],
  }),
  unnoticed('batchDetail', 'depositKeyTypePresent', {
    id: 'batch-wallet-without-key-type-accepted',
    defect: 'A wallet without deposit_key_type is accepted.',
    must: ['PAYOUT-BATCH-035'],
  }),
  unnoticed('batchDetail', 'depositKeyPresent', {
    id: 'batch-wallet-without-key-accepted',
    defect: 'A wallet without deposit_key is accepted.',
    must: ['PAYOUT-BATCH-035'],
  }),
  unnoticed('batchDetail', 'walletTypePresent', {
    id: 'batch-wallet-without-type-accepted',
    defect: 'A wallet without account_type is accepted.',
    must: ['PAYOUT-BATCH-035'],
  }),
  unnoticed('batchDetail', 'walletTypeValue', {
    id: 'batch-wallet-any-type-accepted',
    defect: 'A wallet with any account_type is accepted.',
    must: ['PAYOUT-BATCH-036'],
  }),
  unnoticed('createBatchRules', 'providersFitCurrency', {
    id: 'batch-wallet-provider-of-any-currency-accepted',
    defect: 'A wallet provider of another currency is accepted.',
    must: ['PAYOUT-BATCH-037'],
  }),
  ...(
    [
      ['PayMaya', 'PHP', 'PAYOUT-BATCH-038'],
      ['ShopeePay', 'IDR', 'PAYOUT-BATCH-039'],
    ] as const
  ).map(([provider, currency, requirement]) =>
    plantCheck(
      'createBatchRules',
      'providersFitCurrency',
      (original) => (body, situation) =>
        member(body, 'currency') === currency &&
        detailsOf(body).some((detail) => textAt(detail, 'e_wallet.provider') === provider)
          ? violation('parameter', `${provider} is not known`)
          : original(body, situation),
      {
        id: `batch-wallet-provider-${provider.toLowerCase()}-unknown`,
        defect: `The wallet provider ${provider} is not known for ${currency}.`,
        must: [requirement],
        may: ofNeedlessRefusals,
      },
    ),
  ),
];

/** Defects in the details of payout batches. */
export const batchDetailFaults: readonly Fault[] = [...anyDetail, ...bankDetails, ...walletDetails];
