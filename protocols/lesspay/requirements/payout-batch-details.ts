import type { Requirement } from '../../requirement.js';
import { either, OK, PO, PO_PARAM, toleratingCodes } from '../outcomes.js';
import { always, each, when } from './cases.js';
import { rule } from './rule.js';

/** Create Payout Batch, PAYOUT-BATCH-027 to PAYOUT-BATCH-040: what a bank detail and a wallet detail contain. */
export const payoutBatchDetailRequirements: readonly Requirement[] = [
  rule('PAYOUT-BATCH-027', 'MUST', 'platform', {
    statement: 'A batch with a bank detail that lacks `bank_account_name` is refused.',
    source: 'S003 1.3',
    accepted: always(toleratingCodes(PO_PARAM, 30006)),
  }),
  rule('PAYOUT-BATCH-028', 'MUST', 'platform', {
    statement: 'A batch with a bank detail that lacks `bank_account_no` is refused.',
    source: 'S003 1.3',
    accepted: always(either(PO_PARAM, PO(30006))),
  }),
  rule('PAYOUT-BATCH-029', 'MUST', 'platform', {
    statement: 'The `bank_account_type` of a bank detail is `individual` or `business`; else the batch is refused.',
    source: 'S003 1.3; S000 30004',
    accepted: [when('another value', PO(30004)), when('absent', either(PO(30004), PO_PARAM))],
  }),
  rule('PAYOUT-BATCH-030', 'MUST', 'platform', {
    statement: 'A batch with a bank detail that lacks `bank_name` is refused.',
    source: 'S003 1.3',
    accepted: always(toleratingCodes(PO_PARAM, 30006)),
  }),
  rule('PAYOUT-BATCH-031', 'MUST', 'platform', {
    statement: 'The `bank_country_code` of a bank detail has the form of two letters; else the batch is refused.',
    source: 'S003 1.3; S000 30005',
    accepted: [
      ...each(['three letters', 'one digit', 'letters and digit'], PO(30005)),
      when('absent', either(PO(30005), PO_PARAM)),
    ],
  }),
  rule('PAYOUT-BATCH-032', 'SHOULD', 'platform', {
    statement: 'A `bank_swift_code` with 8 or 11 characters is accepted, and one of another length is refused.',
    source: 'S003 1.3',
    accepted: [...each(['7', '9', '12'], either(PO_PARAM, PO(30006))), ...each(['8', '11'], OK)],
    errata: ['E-29'],
  }),
  rule('PAYOUT-BATCH-033', 'MAY', 'platform', {
    statement: 'A detail for a domestic card may come without `bank_swift_code`.',
    source: 'S003 1.3 (E-29)',
    accepted: always(either(OK, PO_PARAM)),
    errata: ['E-29'],
  }),
  rule('PAYOUT-BATCH-034', 'MUST', 'platform', {
    statement: 'A batch with a wallet detail whose `e_wallet` is missing, null or a text is refused.',
    source: 'S003 2.3',
    accepted: each(['absent', 'null', 'text'], PO_PARAM),
    errata: ['E-09'],
  }),
  rule('PAYOUT-BATCH-035', 'MUST', 'platform', {
    statement: 'A batch with a wallet detail that lacks one of the six members of `e_wallet` is refused.',
    source: 'S003 2.3',
    accepted: [
      ...each(['account_name', 'account_number', 'provider', 'deposit_key_type', 'deposit_key'], PO_PARAM),
      when('account_type', toleratingCodes(PO_PARAM, 30004)),
    ],
    errata: ['E-10', 'E-11', 'E-13'],
  }),
  rule('PAYOUT-BATCH-036', 'MUST', 'platform', {
    statement: 'A batch with a wallet detail whose `account_type` is neither `individual` nor `business` is refused.',
    source: 'S003 2.3',
    accepted: always(PO(30004)),
    errata: ['E-10'],
  }),
  rule('PAYOUT-BATCH-037', 'SHOULD', 'platform', {
    statement:
      'A batch with a wallet provider of another currency, such as `Gopay` with PHP or `GCash` with IDR, is refused.',
    source: 'S003 2.3',
    accepted: each(['Gopay with PHP', 'GCash with IDR'], toleratingCodes(PO_PARAM, 30033, 30043)),
    errata: ['E-14'],
  }),
  rule('PAYOUT-BATCH-038', 'MUST', 'platform', {
    statement: 'Wallet payouts in PHP go to `GCash`, `GrabPay` and `PayMaya`.',
    source: 'S003 2.3',
    accepted: each(['GCash', 'GrabPay', 'PayMaya'], OK),
    errata: ['E-14', 'E-75'],
  }),
  rule('PAYOUT-BATCH-039', 'MUST', 'platform', {
    statement: 'Wallet payouts in IDR go to `Gopay` and `ShopeePay`.',
    source: 'S003 2.3',
    accepted: each(['Gopay', 'ShopeePay'], OK),
    errata: ['E-14', 'E-75'],
  }),
  rule('PAYOUT-BATCH-040', 'info', 'platform', {
    statement: 'Whether a `deposit_key_type` that the documents do not name, such as `iris`, is accepted is reported.',
    source: 'S003 2.3 (gives the values as examples)',
    accepted: always(either(PO_PARAM, OK), 'recorded: accepted or refused'),
    errata: ['E-12', 'E-75'],
  }),
];
