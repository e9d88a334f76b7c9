import * as fc from 'fast-check';
import { type Change, missing, nullify, oneOf, remove, rewrite, setTo } from '../../../generators/lesspay/twin.js';
import type { LesspayScenario } from '../scenario.js';
import { batchRefusal } from './batch-refusal.js';

const detail = (member: string): string => `payout_order_details[*].${member}`;
const wallet = (member: string): string => detail(`e_wallet.${member}`);

const BANK = { kind: 'bank' } as const;
const WALLET = { kind: 'ewallet' } as const;

/** PAYOUT-BATCH-027, 028, 030: what a bank detail must name (S003 1.3). */
export const requiredBankMembers = [
  batchRefusal({
    id: 'PAYOUT-BATCH-027',
    title: 'A batch with a bank detail that lacks bank_account_name is refused',
    wishes: BANK,
    change: missing(detail('bank_account_name')),
  }),
  batchRefusal({
    id: 'PAYOUT-BATCH-028',
    title: 'A batch with a bank detail that lacks bank_account_no is refused',
    wishes: BANK,
    change: missing(detail('bank_account_no')),
  }),
  batchRefusal({
    id: 'PAYOUT-BATCH-030',
    title: 'A batch with a bank detail that lacks bank_name is refused',
    wishes: BANK,
    change: missing(detail('bank_name')),
  }),
];

const notAHolder = fc.constantFrom('corp', 'personal', 'company');

/** PAYOUT-BATCH-029: a bank account belongs to an individual or a business (S003 1.3; S000 30004). */
export const accountTypeIsKnown = batchRefusal({
  id: 'PAYOUT-BATCH-029',
  title: 'A batch with a bank_account_type other than individual and business is refused',
  wishes: BANK,
  change: {
    'another value': setTo(detail('bank_account_type'), notAHolder),
    absent: remove(detail('bank_account_type')),
  },
});

/** PAYOUT-BATCH-031: a country is a two-letter code (S003 1.3; S000 30005). */
export const countryIsTwoLetters = batchRefusal({
  id: 'PAYOUT-BATCH-031',
  title: 'A batch with a bank_country_code that is not two letters is refused',
  wishes: BANK,
  change: {
    'three letters': setTo(detail('bank_country_code'), fc.constantFrom('PHL', 'IND', 'IDN')),
    'one digit': setTo(detail('bank_country_code'), '1'),
    'letters and digit': setTo(detail('bank_country_code'), 'ph1'),
    absent: remove(detail('bank_country_code')),
  },
});

/** Gives the SWIFT code another number of characters; all of them may occur in a SWIFT code. */
const swiftOf = (length: number): Change =>
  rewrite(detail('bank_swift_code'), (value) =>
    typeof value === 'string'
      ? { value: value.padEnd(length, 'X').slice(0, length), mutation: `set to ${length} characters` }
      : null,
  );

/** PAYOUT-BATCH-032: a SWIFT code has 8 or 11 characters (S003 1.3). */
export const swiftLengths = batchRefusal({
  id: 'PAYOUT-BATCH-032',
  suffix: 'refused',
  title: 'A batch with a SWIFT code of 7, 9 or 12 characters is refused',
  wishes: BANK,
  cases: ['7', '9', '12'],
  change: { '7': swiftOf(7), '9': swiftOf(9), '12': swiftOf(12) },
});

/** PAYOUT-BATCH-034: a wallet detail describes its wallet in an object (S003 2.3). */
export const walletIsAnObject = batchRefusal({
  id: 'PAYOUT-BATCH-034',
  title: 'A batch with a wallet detail whose e_wallet is missing, null or a text is refused',
  wishes: WALLET,
  change: {
    absent: remove(detail('e_wallet')),
    null: nullify(detail('e_wallet')),
    text: setTo(detail('e_wallet'), 'GCash'),
  },
});

/** PAYOUT-BATCH-035: the six members of a wallet (S003 2.3). */
export const walletMembers = batchRefusal({
  id: 'PAYOUT-BATCH-035',
  title: 'A batch with a wallet that lacks one of its six members is refused',
  wishes: WALLET,
  change: {
    account_name: missing(wallet('account_name')),
    account_number: missing(wallet('account_number')),
    provider: missing(wallet('provider')),
    deposit_key_type: missing(wallet('deposit_key_type')),
    deposit_key: missing(wallet('deposit_key')),
    account_type: oneOf(remove(wallet('account_type')), nullify(wallet('account_type'))),
  },
});

/** PAYOUT-BATCH-036: a wallet belongs to an individual or a business (S003 2.3). */
export const walletTypeIsKnown = batchRefusal({
  id: 'PAYOUT-BATCH-036',
  title: 'A batch with a wallet whose account_type is neither individual nor business is refused',
  wishes: WALLET,
  change: setTo(wallet('account_type'), notAHolder),
});

/** The catalogue's two situations are two scenarios, because a target may claim only one of the currencies. */
const providerOfAnotherCurrency = (currency: string, provider: string): LesspayScenario =>
  batchRefusal({
    id: 'PAYOUT-BATCH-037',
    suffix: currency,
    title: `A batch with the wallet provider ${provider} in ${currency} is refused`,
    wishes: { ...WALLET, currency },
    cases: [`${provider} with ${currency}`],
    change: setTo(wallet('provider'), provider),
    invalidBy: 'platform',
  });

/** PAYOUT-BATCH-037: a wallet provider belongs to a currency (S003 2.3). */
export const providersFitTheCurrency = [
  providerOfAnotherCurrency('PHP', 'Gopay'),
  providerOfAnotherCurrency('IDR', 'GCash'),
];

/** Refusals for what bank details and wallet details contain. */
export const refusedDestinations: readonly LesspayScenario[] = [
  ...requiredBankMembers,
  accountTypeIsKnown,
  countryIsTwoLetters,
  swiftLengths,
  walletIsAnObject,
  walletMembers,
  walletTypeIsKnown,
  ...providersFitTheCurrency,
];
