import { illFormedAmounts, nonPositiveAmounts } from '../../../generators/lesspay/amounts.js';
import {
  blank,
  type Change,
  type ElementPath,
  missing,
  nullify,
  oneOf,
  remove,
  setTo,
  twin,
} from '../../../generators/lesspay/twin.js';
import { holds, met } from '../../../harness/check.js';
import { describeAnswer } from '../../../harness/exchange.js';
import { checkoutUrlOf } from '../reading/orders.js';
import { succeeded } from '../reading/recorded.js';
import type { LesspayScenario } from '../scenario.js';
import { acceptance } from '../steps/acceptance.js';
import { claimedPayin, claimsPayin } from '../steps/claimed-payins.js';
import { leftOpen } from '../steps/left-open.js';
import { payinRefusal, refusedForCardsAndOthers } from './payin-refusal.js';

/** PAYIN-CREATE-004: a create without a usable `request_id` is refused (P-CARD; S002 3; demo client). */
export const requestIdMissing = payinRefusal({
  id: 'PAYIN-CREATE-004',
  title: 'A pay-in without a usable `request_id` is refused.',
  changes: { absent: remove('request_id'), null: nullify('request_id'), 'empty text': blank('request_id') },
});

const absent = (path: ElementPath): { default: Change } => ({ default: oneOf(remove(path), nullify(path)) });

/** PAYIN-CREATE-005: a create without `target_amount` is refused (P-CARD; demo client). */
export const amountMissing = payinRefusal({
  id: 'PAYIN-CREATE-005',
  title: 'A pay-in without an amount is refused.',
  changes: absent('target_amount'),
});

/** PAYIN-CREATE-006: a create without `target_currency` is refused (P-CARD; demo client). */
export const currencyMissing = payinRefusal({
  id: 'PAYIN-CREATE-006',
  title: 'A pay-in without a currency is refused.',
  changes: { default: missing('target_currency') },
});

const required = (id: string, name: string): LesspayScenario[] =>
  refusedForCardsAndOthers(id, `A pay-in without \`${name}\` is refused.`, { '': missing(name) });

/** PAYIN-CREATE-007: a create without `transaction_type` is refused (P-CARD; demo client). */
export const transactionTypeMissing = required('PAYIN-CREATE-007', 'transaction_type');

/** PAYIN-CREATE-008: a `transaction_type` other than `PAY_IN` is refused (P-CARD; demo client). */
export const otherTransactionType = refusedForCardsAndOthers(
  'PAYIN-CREATE-008',
  'A pay-in with another `transaction_type` is refused.',
  { PAY_OUT: setTo('transaction_type', 'PAY_OUT'), REFUND: setTo('transaction_type', 'REFUND') },
);

/** PAYIN-CREATE-008: whether `transaction_type` is compared with regard to case is reported (P-CARD; demo client). */
export const lowerCaseTransactionType = leftOpen({
  id: 'PAYIN-CREATE-008',
  suffix: 'lower-case',
  title: 'A pay-in with a `transaction_type` in lower case is accepted or refused.',
  operation: 'createPayin',
  cases: ['pay_in'],
  claimed: claimsPayin,
  given: (profile) => twin(claimedPayin(profile), setTo('transaction_type', 'pay_in')),
});

/** PAYIN-CREATE-009: a create without `success_url` is refused (P-CARD; demo client). */
export const successUrlMissing = required('PAYIN-CREATE-009', 'success_url');

/** PAYIN-CREATE-010: a create without `fail_url` is refused (P-CARD; demo client). */
export const failUrlMissing = required('PAYIN-CREATE-010', 'fail_url');

/** PAYIN-CREATE-011: a create without `product_name` is refused (P-CARD; demo client). */
export const productNameMissing = required('PAYIN-CREATE-011', 'product_name');

/** PAYIN-CREATE-012: a create without `description` is refused (P-CARD; demo client). */
export const descriptionMissing = required('PAYIN-CREATE-012', 'description');

/** PAYIN-CREATE-013: an `api_version` that is missing, or neither `V1` nor `V2`, is refused (demo client; P-CARD). */
export const versionUnknown = payinRefusal({
  id: 'PAYIN-CREATE-013',
  title: 'A pay-in without a known `api_version` is refused.',
  changes: { absent: remove('api_version'), V9: setTo('api_version', 'V9') },
});

/** PAYIN-CREATE-014: a create without `pay_access_type` is taken for a cashier request, unless it is refused (demo client). */
export const accessTypeMissing = acceptance({
  id: 'PAYIN-CREATE-014',
  title: 'A pay-in without `pay_access_type` leads to the checkout page, or is refused.',
  operation: 'createPayin',
  claimed: claimsPayin,
  given: (profile) => claimedPayin(profile).map(({ pay_access_type: _one, ...message }) => message),
  also: (sent) => [
    succeeded(sent)
      ? holds(checkoutUrlOf(sent) !== null, 'the URL of the checkout page', () => describeAnswer(sent), sent)
      : met,
  ],
});

/** PAYIN-CREATE-015: a `pay_access_type` that is neither 1 nor 2 is refused (S002 4.3). */
export const accessTypeUnknown = payinRefusal({
  id: 'PAYIN-CREATE-015',
  title: 'A pay-in with an unknown `pay_access_type` is refused.',
  changes: {
    0: setTo('pay_access_type', 0),
    3: setTo('pay_access_type', 3),
    text: setTo('pay_access_type', 'x'),
  },
});

const amountsLike = (matches: (reason: string) => boolean): Change => {
  const texts = illFormedAmounts.filter(({ refusal, reason }) => refusal === 'hard' && matches(reason));
  const [first, ...others] = texts.map(({ text }) => setTo('target_amount', text));
  if (first === undefined) throw new Error('No ill-formed amount is like that.');
  return oneOf(first, ...others);
};

/** PAYIN-CREATE-016: an amount that is empty, negative or not a decimal number is refused (S002 1; S001 11). */
export const amountIllFormed = payinRefusal({
  id: 'PAYIN-CREATE-016',
  title: 'A pay-in whose amount is no positive decimal number is refused.',
  changes: {
    letters: amountsLike((reason) => reason !== 'negative' && reason !== 'empty'),
    'empty text': amountsLike((reason) => reason === 'empty'),
    negative: amountsLike((reason) => reason === 'negative'),
  },
});

/** PAYIN-CREATE-017: an amount of zero, with or without decimals, is refused (inferred). */
export const amountZero = payinRefusal({
  id: 'PAYIN-CREATE-017',
  title: 'A pay-in of nothing is refused.',
  changes: Object.fromEntries(
    nonPositiveAmounts
      .filter(({ text }) => !text.startsWith('-'))
      .map(({ text }) => [text, setTo('target_amount', text)]),
  ),
});

/** PAYIN-CREATE-018: a currency that does not exist is refused (S002 4.4; S001 11, 5000). */
export const currencyUnknown = payinRefusal({
  id: 'PAYIN-CREATE-018',
  title: 'A pay-in in a currency that does not exist is refused.',
  // A named way would be a second reason: it does not support the currency either.
  base: { way: 'none' },
  changes: { default: setTo('target_currency', 'XXX') },
  invalidBy: 'platform',
});

/** PAYIN-CREATE-036: a member of another JSON type is a parameter error (S001 11). */
export const otherTypes = payinRefusal({
  id: 'PAYIN-CREATE-036',
  title: 'A pay-in with a member of another JSON type is refused.',
  changes: {
    'pay_access_type an object': setTo('pay_access_type', {}),
    'request_id an array': setTo('request_id', []),
  },
});

/** PAYIN-CREATE-037: whether a member that the API does not know is accepted is reported (P-CARD and demo client are silent). */
export const unknownMember = leftOpen({
  id: 'PAYIN-CREATE-037',
  title: 'A pay-in with an unknown member is accepted or refused.',
  operation: 'createPayin',
  claimed: claimsPayin,
  given: (profile) => twin(claimedPayin(profile), setTo('conformance_probe', 'unknown')),
});

/** PAYIN-CREATE-038: both `true` and `false` are accepted as `use_channel_request_id` (demo client). */
export const channelRequestId = acceptance({
  id: 'PAYIN-CREATE-038',
  title: 'A pay-in with either value of `use_channel_request_id` is accepted.',
  operation: 'createPayin',
  claimed: claimsPayin,
  given: (profile, situation) =>
    claimedPayin(profile).map((message) => ({ ...message, use_channel_request_id: situation === 'true' })),
});

/** The members of a pay-in: presence, type, value. */
export const memberScenarios: readonly LesspayScenario[] = [
  requestIdMissing,
  amountMissing,
  currencyMissing,
  ...transactionTypeMissing,
  ...otherTransactionType,
  lowerCaseTransactionType,
  ...successUrlMissing,
  ...failUrlMissing,
  ...productNameMissing,
  ...descriptionMissing,
  versionUnknown,
  accessTypeMissing,
  accessTypeUnknown,
  amountIllFormed,
  amountZero,
  currencyUnknown,
  otherTypes,
  unknownMember,
  channelRequestId,
];
