import type { Requirement } from '../../requirement.js';
import { either, OK, PO, PO_PARAM, tolerating, toleratingCodes } from '../outcomes.js';
import { always, each, seen, when } from './cases.js';
import { rule } from './rule.js';

/** Create Payout: one payout to a bank account, a wallet or a crypto address. */
export const payoutCreateRequirements: readonly Requirement[] = [
  rule('PAYOUT-CREATE-001', 'MUST', 'platform', {
    statement: 'A valid single payout to a bank account is accepted and answered with an order id.',
    source: 'P-CPO; D4 PayoutExample; S002 3',
    accepted: always(OK, '`data` has the order id as a non-empty string at one of the places that the documents show'),
    errata: ['E-22', 'E-35', 'E-56'],
  }),
  rule('PAYOUT-CREATE-002', 'SHOULD', 'platform', {
    statement: 'A valid single payout to a wallet is accepted, unless the application lacks the channel or the method.',
    source: 'D4',
    accepted: always(either(OK, PO(30043), PO(30033))),
    errata: ['E-07', 'E-10', 'E-11', 'E-13', 'E-14', 'E-56'],
  }),
  rule('PAYOUT-CREATE-003', 'SHOULD', 'platform', {
    statement:
      'A valid single payout to a crypto address is accepted, unless the application lacks the currency, the channel or the method.',
    source: 'D4',
    accepted: always(either(OK, PO(30001), PO(30043), PO(30033))),
    errata: ['E-05', 'E-56', 'E-64'],
  }),
  rule('PAYOUT-CREATE-004', 'MUST', 'platform', {
    statement: 'A single payout without `request_id` is refused.',
    source: 'S002 3; P-CPO',
    accepted: always(PO_PARAM),
  }),
  rule('PAYOUT-CREATE-005', 'MUST', 'platform', {
    statement: 'A single payout without `amount` is refused.',
    source: 'P-CPO; cannot work without',
    accepted: always(either(PO_PARAM, PO(30009))),
  }),
  rule('PAYOUT-CREATE-006', 'MUST', 'platform', {
    statement: 'A single payout without `currency` is refused.',
    source: 'D4; cannot work without',
    accepted: always(either(PO_PARAM, PO(30001))),
  }),
  rule('PAYOUT-CREATE-007', 'MUST', 'platform', {
    statement: 'A single payout without `beneficiary` is refused.',
    source: 'P-CPO; cannot work without',
    accepted: always(PO_PARAM),
  }),
  rule('PAYOUT-CREATE-008', 'MUST', 'platform', {
    statement: 'A single payout whose `beneficiary` has no `destination` is refused.',
    source: 'P-CPO; cannot work without',
    accepted: always(PO_PARAM),
  }),
  rule('PAYOUT-CREATE-009', 'MUST', 'platform', {
    statement: 'A single payout is refused unless `beneficiary_type` is `individual` or `business`.',
    source: 'S000 30004; D4',
    accepted: [when('another value', PO(30004)), when('absent', either(PO(30004), PO_PARAM))],
  }),
  rule('PAYOUT-CREATE-010', 'SHOULD', 'platform', {
    statement: 'A single payout with a `destination.type` that does not exist, such as `paper`, is refused.',
    source: 'D4',
    accepted: always(PO_PARAM),
    errata: ['E-16'],
  }),
  rule('PAYOUT-CREATE-011', 'MUST', 'platform', {
    statement:
      'A single payout is refused when the object that its `destination.type` calls for is missing, for example `bank` for the type `bank`.',
    source: 'cannot work without; D4',
    accepted: always(either(PO_PARAM, PO(30006))),
  }),
  rule('PAYOUT-CREATE-012', 'MUST', 'platform', {
    statement: 'A single bank payout that gives neither `account_number` nor `iban` is refused.',
    source: 'cannot work without; D4 BankDTO',
    accepted: always(either(PO(30006), PO_PARAM)),
  }),
  rule('PAYOUT-CREATE-013', 'MUST', 'platform', {
    statement: 'A single payout whose `amount` is not the text of a number, or is negative, is refused.',
    source: 'S000 30009',
    accepted: each(['letters', 'negative', 'thousands separator', 'empty'], PO(30009)),
  }),
  rule('PAYOUT-CREATE-014', 'MUST', 'platform', {
    statement: 'A single payout of zero is refused, however the zero is written.',
    source: 'S000 30009 "positive"',
    accepted: each(['0', '0.00'], toleratingCodes(PO(30009), 30073)),
  }),
  rule('PAYOUT-CREATE-015', 'MUST', 'platform', {
    statement: 'A single payout in a currency that does not exist, such as `XXX`, is refused.',
    source: 'S000 30001',
    accepted: always(toleratingCodes(PO(30001), 30033, 30043)),
    errata: ['E-05'],
  }),
  rule('PAYOUT-CREATE-016', 'SHOULD', 'platform', {
    statement:
      'A single payout whose bank country or address country is not a two-letter code, such as `PHL`, is refused.',
    source: 'S000 30005',
    accepted: each(['bank country', 'address country'], PO(30005)),
  }),
  rule('PAYOUT-CREATE-017', 'SHOULD', 'platform', {
    statement: 'A single payout with a `swift_code` that has neither 8 nor 11 characters is refused.',
    source: 'D4 BankCodesDTO',
    accepted: each(['7', '9', '10', '12'], either(PO_PARAM, PO(30006))),
  }),
  rule('PAYOUT-CREATE-018', 'info', 'platform', {
    statement: 'How a single payout with neither `way_code` nor `way_type` is answered is reported.',
    source: 'silent (the demo client always sends one)',
    accepted: always(
      either(PO_PARAM, PO(30033), PO(30043), OK),
      'recorded: whether the platform chooses a method itself',
    ),
    errata: ['E-28'],
  }),
  rule('PAYOUT-CREATE-019', 'SHOULD', 'platform', {
    statement:
      'A single payout that names its method by `way_type` alone is accepted, where that method is configured.',
    source: 'D4 PayoutExample',
    accepted: always(either(OK, PO(30043), PO(30033))),
    errata: ['E-07', 'E-28'],
  }),
  rule('PAYOUT-CREATE-020', 'SHOULD', 'platform', {
    statement:
      'A single payout that names its channel by `way_code` alone is accepted, where that channel is configured.',
    source: 'D4 PayoutEpayExample',
    accepted: always(either(OK, PO(30033))),
    errata: ['E-28'],
  }),
  rule('PAYOUT-CREATE-021', 'SHOULD', 'platform', {
    statement: 'A single payout through a `way_code` that does not exist is refused.',
    source: 'S000 30033, 30043',
    accepted: always(toleratingCodes(PO(30033), 30043)),
  }),
  rule('PAYOUT-CREATE-022', 'SHOULD', 'platform', {
    statement: 'A `calling_code` of more than 5 characters leads to refusal.',
    source: 'P-CPO',
    accepted: always(tolerating(PO_PARAM, OK)),
    errata: ['E-59'],
  }),
  rule('PAYOUT-CREATE-023', 'SHOULD', 'platform', {
    statement: 'An `email` that is no e-mail address, such as `nope`, leads to refusal.',
    source: 'P-CPO',
    accepted: always(tolerating(PO_PARAM, OK)),
  }),
  rule('PAYOUT-CREATE-024', 'withdrawn', 'platform', {
    statement: 'A `request_id` that has an order never gets a second single payout.',
    source: 'S000 30010, 30011',
    accepted: [],
    coverageNote: 'Says the same as IDEM-005 and IDEM-006.',
  }),
  rule('PAYOUT-CREATE-025', 'SHOULD', 'platform', {
    statement:
      'The `amount` of a single payout counts major units and may have decimals: `100.50` PHP is a hundred pesos and fifty centavos.',
    source: 'D4 examples',
    accepted: always(OK, 'the query shows an amount numerically equal to `100.50`'),
    errata: ['E-22'],
  }),
  rule('PAYOUT-CREATE-026', 'SHOULD', 'platform', {
    statement: 'A new single payout waits for its review or for its payment.',
    source: 'S003 1.2 by analogy',
    accepted: seen(
      'the status in the create answer, or else in the first query, is `PENDING_CONFIRM` or `PENDING_PAY`',
    ),
    errata: ['E-21', 'E-73'],
  }),
  rule('PAYOUT-CREATE-027', 'SHOULD', 'platform', {
    statement: 'A single wallet payout without the wallet provider or without the account number is refused.',
    source: 'D4 EWalletDTO',
    accepted: each(['provider absent', 'account number absent'], PO_PARAM),
    errata: ['E-11', 'E-13'],
  }),
  rule('PAYOUT-CREATE-028', 'SHOULD', 'platform', {
    statement: 'A single crypto payout without the wallet address or without the network is refused.',
    source: 'D4 CryptoWalletDTO',
    accepted: each(['address absent', 'network absent'], PO_PARAM),
  }),
  rule('PAYOUT-CREATE-029', 'info', 'platform', {
    statement:
      'Which formats of `date_of_birth` a wallet payout to an individual may have, and whether it may lack the date, is reported.',
    source: 'D4 (contradicts itself)',
    accepted: each(
      ['absent', 'DD-MM-YYYY', 'YYYY-MM-DD'],
      either(OK, PO_PARAM, PO(30043), PO(30033)),
      'recorded: accepted or refused',
    ),
    errata: ['E-24'],
  }),
  rule('PAYOUT-CREATE-030', 'MUST', 'merchant', {
    statement: 'The client writes the wallet member as `e_wallet` and the type value as `ewallet`.',
    source: 'S003 2.1, 2.3 (batch); D4 (single)',
    accepted: seen('a wallet payout has exactly these spellings on the wire'),
    errata: ['E-09'],
  }),
  rule('PAYOUT-CREATE-031', 'SHOULD', 'platform', {
    statement: 'A single payout may have a `request_id` of 30 characters.',
    source: 'D4 (longest id of the examples)',
    accepted: always(OK),
    errata: ['E-25'],
  }),
];
