import type { Requirement } from '../../requirement.js';
import { either, OK, PI_PARAM, PO, tolerating, toleratingCodes } from '../outcomes.js';
import { always, seen, when } from './cases.js';
import { rule } from './rule.js';

/** Amounts: exact decimal text in major units. */
export const amtRequirements: readonly Requirement[] = [
  rule('AMT-001', 'MUST', 'platform', {
    statement: 'The text of a positive number is a valid amount, with decimals and, for payouts, also without.',
    source: 'S000 30009; S002 2',
    accepted: [
      when('payout', OK),
      when('pay-in', OK),
      when('pay-in, fewer decimals', either(OK, PI_PARAM), 'recorded: whether `100` and `100.5` are accepted'),
    ],
    errata: ['E-22', 'E-23'],
  }),
  rule('AMT-002', 'MUST', 'platform', {
    statement: 'A text that is not a positive number is no valid amount.',
    source: 'S000 30009; S002 1; S001 11',
    accepted: [
      when('single payout', PO(30009)),
      when('batch', toleratingCodes(PO(30009), 30002)),
      when('pay-in', PI_PARAM),
      when(
        'payout, unusual spelling',
        // `.5` may be too small besides.
        either(toleratingCodes(PO(30009), 30073), OK),
        'recorded: whether `+1`, `1e3`, ` 1`, `1 `, `1.` and `.5` are accepted; an accepted one is echoed with its exact value',
      ),
      when(
        'pay-in, unusual spelling',
        either(PI_PARAM, OK),
        'recorded: whether `+1`, `1e3`, ` 1`, `1 `, `1.` and `.5` are accepted; an accepted one is echoed with its exact value',
      ),
    ],
  }),
  rule('AMT-003', 'SHOULD', 'platform', {
    statement: 'A positive payout amount that is far below any minimum, such as `0.0001`, is refused.',
    source: 'S000 30073',
    accepted: always(toleratingCodes(PO(30073), 30009)),
  }),
  rule('AMT-004', 'info', 'platform', {
    statement: 'Whether an amount may have more decimals than its currency is reported.',
    source: 'unknown',
    accepted: [
      when('payout', either(OK, PO(30009)), 'recorded: accepted or refused'),
      when('pay-in', either(OK, PI_PARAM), 'recorded: accepted or refused'),
    ],
  }),
  rule('AMT-005', 'SHOULD', 'platform', {
    statement: 'A huge payout amount is refused, and in no case is its value damaged.',
    source: 'S000 30070',
    accepted: always(
      tolerating(toleratingCodes(PO(30070), 30071, 30030, 30009), OK),
      'an accepted amount is echoed with its exact value',
    ),
  }),
  rule('AMT-006', 'info', 'platform', {
    statement: 'Whether an amount may have leading zeros is reported.',
    source: 'inferred',
    accepted: [
      when('payout', either(OK, PO(30009)), 'recorded: whether `0100` is accepted'),
      when('pay-in', either(OK, PI_PARAM), 'recorded: whether `0100` is accepted'),
    ],
  }),
  rule('AMT-007', 'MUST', 'platform', {
    statement: 'An amount keeps its numeric value from the create through the query to the webhook.',
    source: 'S002 1 "preserve precision"',
    accepted: seen('the amount sent, each amount in query answers and each amount in webhooks are numerically equal'),
    errata: ['E-22'],
  }),
  rule('AMT-008', 'MUST', 'merchant', {
    statement: 'The client never turns money into a binary floating-point number.',
    source: 'S002 1',
    accepted: seen('the client totals `0.1` and `0.2` as `0.3`'),
  }),
  rule('AMT-009', 'SHOULD', 'platform', {
    statement: 'An answer writes each amount as digits with at most one decimal point.',
    source: 'S002 1 sample; inferred',
    accepted: seen(
      'each amount but `amountStr` has digits and at most one point: no exponent, no separator; zero is allowed',
    ),
    coverage: 'observed',
    errata: ['E-85'],
  }),
];
