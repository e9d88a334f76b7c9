import { readAmount } from '../../../protocols/amount.js';
import { findCurrency } from '../../../protocols/lesspay/currencies.js';
import type { Fault } from '../bite.js';
import { at, member } from '../core/json.js';
import { violation } from '../core/violation.js';
import { answeredAs, notLonger, present, where } from '../decisions/check.js';
import { amend } from '../decisions.js';
import { ofNeedlessRefusals } from './payout-consequences.js';
import { answered, mistaken, plant, plantCheck, unnoticed } from './plant.js';
import { createdOtherwise, without } from './shown-payouts.js';

/** Defects in what single payouts are accepted. */
const refusedWithoutReason: readonly Fault[] = [
  createdOtherwise((shown) => without(shown, 'pay_order_id'), {
    id: 'payout-create-without-order-id',
    defect: 'The answer to an accepted payout has no order id.',
    must: ['PAYOUT-CREATE-001'],
    may: ['PAYOUT-BATCH-005'],
  }),
  plantCheck(
    'createPayout',
    'bankObject',
    () => where('beneficiary.destination.bank', () => false, 'absent', 'businessRule'),
    {
      id: 'payout-to-bank-refused',
      defect: 'Every single payout to a bank account is refused.',
      must: ['PAYOUT-CREATE-001'],
      may: ofNeedlessRefusals,
    },
  ),
  plantCheck(
    'createPayout',
    'walletObject',
    () => where('beneficiary.destination.e_wallet', () => false, 'absent', 'beneficiaryType'),
    {
      id: 'payout-to-wallet-refused',
      defect: 'Every single payout to a wallet is refused as one to a wrong kind of beneficiary.',
      must: ['PAYOUT-CREATE-002'],
      may: ofNeedlessRefusals,
    },
  ),
  plantCheck(
    'createPayout',
    'cryptoObject',
    () => where('beneficiary.destination.crypto_wallet', () => false, 'absent', 'beneficiaryType'),
    {
      id: 'payout-to-crypto-refused',
      defect: 'Every single payout to a crypto address is refused as one to a wrong kind of beneficiary.',
      must: ['PAYOUT-CREATE-003'],
      may: ofNeedlessRefusals,
    },
  ),
  plantCheck('createPayout', 'wayPresent', () => answeredAs('transactionType', present('way_code')), {
    id: 'payout-way-code-required',
    defect: 'A single payout that names its method by way_type alone is refused as no payout at all.',
    must: ['PAYOUT-CREATE-019'],
    may: ofNeedlessRefusals,
  }),
  plantCheck('createPayout', 'wayPresent', () => answeredAs('transactionType', present('way_type')), {
    id: 'payout-way-type-required',
    defect: 'A single payout that names its channel by way_code alone is refused as no payout at all.',
    must: ['PAYOUT-CREATE-020'],
    may: ofNeedlessRefusals,
  }),
  plantCheck('createPayout', 'requestIdLength', () => notLonger('request_id', 29), {
    id: 'payout-request-id-limit-off-by-one',
    defect: 'A request_id of a single payout may have 29 characters only.',
    must: ['PAYOUT-CREATE-031'],
    may: ofNeedlessRefusals,
  }),
];

/** Defects in what the platform makes of an accepted payout. */
const keptWrongly: readonly Fault[] = [
  plant(
    'payoutOrders.fromSingle',
    (decisions) => {
      const { fromSingle } = decisions.payoutOrders;
      return amend(decisions, 'payoutOrders', {
        fromSingle: (body, createdAt) => {
          const order = fromSingle(body, createdAt);
          const digits = findCurrency(order.currency)?.digits ?? 2;
          const minor = readAmount(order.totalAmount)?.shiftedBy(digits);
          return { ...order, totalAmount: minor?.toFixed() ?? order.totalAmount };
        },
      });
    },
    {
      id: 'payout-amount-kept-in-minor-units',
      defect: 'A single payout of 100.50 is kept as one of 10050.',
      must: ['PAYOUT-CREATE-025'],
    },
  ),
  plant(
    'payoutOrders.fromSingle',
    (decisions) => {
      const { fromSingle } = decisions.payoutOrders;
      return amend(decisions, 'payoutOrders', {
        fromSingle: (body, createdAt) => ({ ...fromSingle(body, createdAt), status: 'SUCCEED' }),
      });
    },
    {
      id: 'payout-succeeds-at-once',
      defect: 'A new single payout is shown as succeeded, before anybody has reviewed or paid it.',
      must: ['PAYOUT-CREATE-026'],
    },
  ),
];

/** Defects in the members that every single payout must have. */
const members: readonly Fault[] = [
  unnoticed('createPayout', 'requestIdPresent', {
    id: 'payout-without-request-id-accepted',
    defect: 'A single payout without request_id is accepted.',
    must: ['PAYOUT-CREATE-004'],
    // The order that has no id is notified too, when it expires.
    may: ['WEBHOOK-013', 'WEBHOOK-053'],
  }),
  plantCheck('createPayout', 'amountPresent', () => answeredAs('internal', present('amount')), {
    id: 'payout-without-amount-crashes',
    defect: 'A single payout without amount makes the platform fail with HTTP 500.',
    must: ['PAYOUT-CREATE-005', 'ERR-001'],
    may: ['PAYOUT-CREATE-013', 'ERR-006'],
  }),
  mistaken('createPayout', 'currencyPresent', 'overSingleMaximum', {
    id: 'payout-without-currency-too-large',
    defect: 'A single payout without currency is refused for its size.',
    must: ['PAYOUT-CREATE-006'],
  }),
  mistaken('createPayout', 'beneficiaryPresent', 'internal', {
    id: 'payout-without-beneficiary-crashes',
    defect: 'A single payout without beneficiary makes the platform fail with HTTP 500.',
    must: ['PAYOUT-CREATE-007', 'ERR-001'],
  }),
  mistaken('createPayout', 'destinationPresent', 'channelNotConfigured', {
    id: 'payout-without-destination-blamed-on-channel',
    defect: 'A single payout without destination is refused because its channel were not configured.',
    must: ['PAYOUT-CREATE-008'],
  }),
  unnoticed('createPayout', 'beneficiaryTypePresent', {
    id: 'payout-without-beneficiary-type-accepted',
    defect: 'A single payout without beneficiary_type is accepted.',
    must: ['PAYOUT-CREATE-009'],
  }),
  unnoticed('createPayout', 'beneficiaryTypeValue', {
    id: 'payout-any-beneficiary-type-accepted',
    defect: 'A single payout to any beneficiary_type is accepted.',
    must: ['PAYOUT-CREATE-009'],
  }),
  unnoticed('createPayout', 'amountFormat', {
    id: 'payout-amount-not-read',
    defect: 'A single payout is accepted whatever text its amount is.',
    must: ['PAYOUT-CREATE-013', 'AMT-002'],
    may: ['FMT-003', 'PAYOUT-CREATE-005', 'PAYOUT-QUERY-008'],
  }),
  plantCheck(
    'createPayout',
    'amountFormat',
    (original) => (body, situation) =>
      readAmount(member(body, 'amount'))?.isZero()
        ? violation('insufficientBalance', 'zero')
        : original(body, situation),
    {
      id: 'payout-of-zero-blamed-on-balance',
      defect: 'A single payout of zero is refused because the balance did not cover it.',
      must: ['PAYOUT-CREATE-014'],
      may: ['AMT-002'],
    },
  ),
  unnoticed('createPayoutRules', 'currencySupported', {
    id: 'payout-in-unknown-currency-accepted',
    defect: 'A single payout in a currency that does not exist is accepted.',
    must: ['PAYOUT-CREATE-015'],
  }),
  unnoticed('createPayoutRules', 'channelConfigured', {
    id: 'payout-through-unknown-channel-accepted',
    defect: 'A single payout through a way_code that does not exist is accepted.',
    must: ['PAYOUT-CREATE-021'],
  }),
  answered('channelNotConfigured', 200, 5000, {
    id: 'payout-channel-has-payin-code',
    defect: 'An unknown channel of a payout is refused with the code of pay-ins.',
    must: ['PAYOUT-CREATE-021'],
    may: ['ENV-013', 'PAYOUT-BANK-005'],
  }),
];

/** Defects in what the beneficiary and the destination of a single payout must be. */
const destinations: readonly Fault[] = [
  unnoticed('createPayout', 'destinationTypeKnown', {
    id: 'payout-to-any-destination-type-accepted',
    defect: 'A single payout to a kind of destination that does not exist is accepted.',
    must: ['PAYOUT-CREATE-010'],
  }),
  mistaken('createPayout', 'bankPresent', 'internal', {
    id: 'payout-without-bank-crashes',
    defect: 'A payout to a bank that describes no bank makes the platform fail with HTTP 500.',
    must: ['PAYOUT-CREATE-011', 'ERR-001'],
  }),
  unnoticed('createPayout', 'bankAccountPresent', {
    id: 'payout-without-account-accepted',
    defect: 'A bank payout with neither account_number nor iban is accepted.',
    must: ['PAYOUT-CREATE-012'],
  }),
  unnoticed('createPayout', 'bankCountryFormat', {
    id: 'payout-bank-country-not-checked',
    defect: 'A single payout to a bank in PHL, three letters, is accepted.',
    must: ['PAYOUT-CREATE-016'],
  }),
  unnoticed('createPayout', 'addressCountryFormat', {
    id: 'payout-address-country-not-checked',
    defect: 'A single payout to a beneficiary whose address is in PHL, three letters, is accepted.',
    must: ['PAYOUT-CREATE-016'],
  }),
  unnoticed('createPayout', 'swiftCodeFormat', {
    id: 'payout-swift-code-not-checked',
    defect: 'A single payout with a swift_code of any length is accepted.',
    must: ['PAYOUT-CREATE-017'],
  }),
  plantCheck(
    'createPayout',
    'swiftCodeFormat',
    (original) => (body, situation) => {
      const code = at(body, 'beneficiary.destination.bank.bank_codes.swift_code');
      return typeof code === 'string' && code.length >= 8 && code.length <= 11 ? null : original(body, situation);
    },
    {
      id: 'payout-swift-code-of-8-to-11',
      defect: 'A single payout with a swift_code of 9 or 10 characters is accepted.',
      must: ['PAYOUT-CREATE-017'],
    },
  ),
  mistaken('createPayout', 'callingCodeLength', 'internal', {
    id: 'payout-long-calling-code-crashes',
    defect: 'A calling_code of more than 5 characters makes the platform fail with HTTP 500.',
    must: ['PAYOUT-CREATE-022', 'ERR-001'],
  }),
  mistaken('createPayout', 'emailFormat', 'insufficientBalance', {
    id: 'payout-bad-email-blamed-on-balance',
    defect: 'An e-mail address that is none is answered as a balance that is too low.',
    must: ['PAYOUT-CREATE-023'],
  }),
  mistaken('createPayout', 'walletProviderPresent', 'overSingleMaximum', {
    id: 'payout-to-wallet-without-provider-too-large',
    defect: 'A single payout to a wallet without provider is refused for its size.',
    must: ['PAYOUT-CREATE-027'],
  }),
  unnoticed('createPayout', 'walletNumberPresent', {
    id: 'payout-to-wallet-without-number-accepted',
    defect: 'A single payout to a wallet without account number is accepted.',
    must: ['PAYOUT-CREATE-027'],
  }),
  unnoticed('createPayout', 'cryptoAddressPresent', {
    id: 'payout-to-crypto-without-address-accepted',
    defect: 'A single crypto payout without wallet address is accepted.',
    must: ['PAYOUT-CREATE-028'],
  }),
  unnoticed('createPayout', 'cryptoNetworkPresent', {
    id: 'payout-to-crypto-without-network-accepted',
    defect: 'A single crypto payout without network is accepted.',
    must: ['PAYOUT-CREATE-028'],
  }),
];

/** Defects in single payouts. */
export const payoutFaults: readonly Fault[] = [...refusedWithoutReason, ...keptWrongly, ...members, ...destinations];
