import * as fc from 'fast-check';
import { missing, nullify, oneOf, remove, rewrite, setTo } from '../../../generators/lesspay/twin.js';
import type { LesspayScenario } from '../scenario.js';
import { payoutRefusal } from './payout-refusal.js';
import { toCrypto, toWallet } from './payouts.js';

const INFO = 'beneficiary.beneficiary_info';
const DESTINATION = 'beneficiary.destination';
const BANK = `${DESTINATION}.bank`;

/** PAYOUT-CREATE-010: the kinds of destination are a closed set (demo client). */
export const destinationTypeExists = payoutRefusal({
  id: 'PAYOUT-CREATE-010',
  title: 'A single payout to a kind of destination that does not exist is refused',
  change: setTo(`${DESTINATION}.type`, fc.constantFrom('paper', 'cheque', 'pigeon')),
});

/** PAYOUT-CREATE-011: the destination that the type calls for is described (demo client). */
export const destinationDescribed = payoutRefusal({
  id: 'PAYOUT-CREATE-011',
  title: 'A single payout of the type bank that describes no bank is refused',
  change: oneOf(remove(BANK), nullify(BANK)),
});

/** PAYOUT-CREATE-012: a bank account has a number or an IBAN (demo client). */
export const accountNamed = payoutRefusal({
  id: 'PAYOUT-CREATE-012',
  title: 'A single bank payout with neither account_number nor iban is refused',
  change: missing(`${BANK}.account_number`),
});

/** Alpha-3 codes: a frequent mistake, and never alpha-2. */
const threeLetters = fc.constantFrom('PHL', 'IND', 'IDN', 'USA');

/** PAYOUT-CREATE-016: countries are given by two letters (S000 30005). */
export const countryCodes = payoutRefusal({
  id: 'PAYOUT-CREATE-016',
  title: 'A single payout whose bank or address country is no two-letter code is refused',
  change: {
    'bank country': setTo(`${BANK}.country`, threeLetters),
    'address country': setTo(`${INFO}.address.country`, threeLetters),
  },
});

/** PAYOUT-CREATE-017: a SWIFT code has 8 or 11 characters (demo client). */
export const swiftLengths = payoutRefusal({
  id: 'PAYOUT-CREATE-017',
  title: 'A single payout with a swift_code that has neither 8 nor 11 characters is refused',
  change: Object.fromEntries(
    ['7', '9', '10', '12'].map((length) => [
      length,
      rewrite(`${BANK}.bank_codes.swift_code`, (value) => ({
        value: String(value).padEnd(12, 'X').slice(0, Number(length)),
        mutation: `set to ${length} characters`,
      })),
    ]),
  ),
});

/** PAYOUT-CREATE-022: a calling code has at most 5 characters (P-CPO). */
export const callingCodeLength = payoutRefusal({
  id: 'PAYOUT-CREATE-022',
  title: 'A calling_code of more than 5 characters leads to refusal',
  change: setTo(`${INFO}.phone.calling_code`, fc.constantFrom('123456', '0063063')),
});

/** PAYOUT-CREATE-023: an e-mail address looks like one (P-CPO). */
export const emailFormat = payoutRefusal({
  id: 'PAYOUT-CREATE-023',
  title: 'An email that is no e-mail address leads to refusal',
  change: setTo(`${INFO}.email`, fc.constantFrom('nope', 'nope@', '@example.com')),
});

/** PAYOUT-CREATE-027: a wallet has a provider and a number (demo client). */
export const walletMembers = payoutRefusal({
  id: 'PAYOUT-CREATE-027',
  title: 'A single wallet payout without the provider or without the account number is refused',
  kind: toWallet,
  change: {
    'provider absent': missing(`${DESTINATION}.e_wallet.ewallet_provider`),
    'account number absent': missing(`${DESTINATION}.e_wallet.account_number`),
  },
});

/** PAYOUT-CREATE-028: a crypto wallet has an address and a network (demo client). */
export const cryptoMembers = payoutRefusal({
  id: 'PAYOUT-CREATE-028',
  title: 'A single crypto payout without the address or without the network is refused',
  kind: toCrypto,
  change: {
    'address absent': missing(`${DESTINATION}.crypto_wallet.wallet_address`),
    'network absent': missing(`${DESTINATION}.crypto_wallet.network`),
  },
});

/** Refusals for the beneficiary and the destination of a single payout. */
export const refusedDestinations: readonly LesspayScenario[] = [
  destinationTypeExists,
  destinationDescribed,
  accountNamed,
  countryCodes,
  swiftLengths,
  callingCodeLength,
  emailFormat,
  walletMembers,
  cryptoMembers,
];
