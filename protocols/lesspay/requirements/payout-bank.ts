import type { Requirement } from '../../requirement.js';
import { EMPTY_LIST, either, OK, PO, PO_PARAM, tolerating } from '../outcomes.js';
import { always, each, seen } from './cases.js';
import { rule } from './rule.js';

/** Payout Supported Banks: the banks and wallets of a country, a currency and a channel. */
export const payoutBankRequirements: readonly Requirement[] = [
  rule('PAYOUT-BANK-001', 'SHOULD', 'platform', {
    statement: 'A valid request for the supported banks is answered with a list.',
    source: 'D1 PayoutBankExample',
    accepted: always(OK, '`data` is an array, or has one as `list`, `records`, `banks` or `data`'),
    errata: ['E-77'],
  }),
  rule('PAYOUT-BANK-002', 'SHOULD', 'platform', {
    statement: 'Each entry of the bank list has a code and a name.',
    source: 'D4 PayoutTwelvepayExample',
    accepted: seen(
      'each entry has a non-empty string as `code`, `bank_code` or `bankCode`, and one as `name`, `bank_name` or `bankName`',
    ),
    errata: ['E-77'],
  }),
  rule('PAYOUT-BANK-003', 'SHOULD', 'platform', {
    statement: 'No code occurs twice in a bank list.',
    source: 'inferred',
    accepted: seen('the codes of the entries differ from each other'),
    errata: ['E-76'],
  }),
  rule('PAYOUT-BANK-004', 'SHOULD', 'platform', {
    statement: 'A request for the banks of a country that is not a two-letter code, such as `PHL`, is refused.',
    source: 'S000 30005 (the request itself is known from the demo client only)',
    accepted: always(tolerating(PO(30005), EMPTY_LIST)),
  }),
  rule('PAYOUT-BANK-005', 'SHOULD', 'platform', {
    statement:
      'A request for the banks of a currency or a channel that does not exist is refused, or answered with an empty list.',
    source: 'S000 30001, 30033',
    accepted: each(['currency', 'channel'], either(PO(30001), PO(30033), PO(30043), EMPTY_LIST)),
    errata: ['E-05'],
  }),
  rule('PAYOUT-BANK-006', 'info', 'platform', {
    statement: 'Which of its three members a request for the supported banks may lack is reported.',
    source: 'D1',
    accepted: each(
      ['bank_country_code', 'currency', 'way_code'],
      either(PO_PARAM, OK),
      'recorded: accepted or refused',
    ),
  }),
];
