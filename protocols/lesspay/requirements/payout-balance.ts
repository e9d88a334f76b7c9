import type { Requirement } from '../../requirement.js';
import { payoutCodes } from '../codes.js';
import { answered, either, OK, PO_PARAM, pattern } from '../outcomes.js';
import { always, each, seen } from './cases.js';
import { rule } from './rule.js';

const errorCodes = payoutCodes.map((entry) => entry.code).filter((code) => code !== 0);

/** The documents say that such a channel has no balance, but not with which code that is told. */
const anyPayoutError = answered('any payout error below 500', {
  strict: [pattern.answer([{ from: 200, to: 499 }], pattern.oneOf(...errorCodes))],
});

/** Payout Balance: what is left at a channel. */
export const payoutBalanceRequirements: readonly Requirement[] = [
  rule('PAYOUT-BAL-001', 'SHOULD', 'platform', {
    statement: 'The balance of a channel that has a balance service can be asked for.',
    source: 'D4',
    accepted: always(OK, '`data` is an object or an array'),
  }),
  rule('PAYOUT-BAL-002', 'SHOULD', 'platform', {
    statement: 'The balance of a channel without a balance service is answered with an error below HTTP 500.',
    source: 'D4 PayoutTwelvepayExample',
    accepted: always(anyPayoutError),
  }),
  rule('PAYOUT-BAL-003', 'SHOULD', 'platform', {
    statement: 'The amounts in a balance answer are decimal text.',
    source: 'S002 1',
    accepted: seen('each member whose name contains `balance` or `amount` is plain decimal text, zero included'),
  }),
  rule('PAYOUT-BAL-004', 'info', 'platform', {
    statement: 'Which of its two members a balance request may lack is reported.',
    source: 'D4',
    accepted: each(['currency', 'way_code'], either(PO_PARAM, OK), 'recorded: accepted or refused'),
  }),
];
