import type { Requirement } from '../../requirement.js';
import { answered, either, OK, PI_NOTFOUND, PI_PARAM, PI_TIME, pattern, tolerating } from '../outcomes.js';
import { always, each, seen, when } from './cases.js';
import { rule } from './rule.js';

const { answer, exactly, noEnvelope, noneOf, oneOf } = pattern;
const below500 = [{ from: 200, to: 499 }];
const anyPayinCode = oneOf(10, 11, 12, 1201, 1202, 5000, 5002, 5003, 5004, 9999);
const badRequest = [answer(exactly(400), noneOf(0)), answer(exactly(400), noEnvelope)];

/** S001 gives the message of a query without an identifier, and no code for it. */
const noIdentifierMessage = 'mchOrderNo and payOrderId cannot be empty at the same time';

const noIdentifierWithMessage = answered('an error with the documented message', {
  strict: [answer(below500, anyPayinCode, noIdentifierMessage), answer(exactly(400), noneOf(0), noIdentifierMessage)],
  tolerant: [answer(below500, anyPayinCode), ...badRequest],
});

const noIdentifier = answered('any pay-in error or HTTP 400', {
  strict: [answer(below500, anyPayinCode), ...badRequest],
});

const notPermitted = answered(
  'HTTP 403 or code 5004',
  {
    strict: [
      answer(exactly(403), noneOf(0)),
      answer(exactly(403), noEnvelope),
      answer(exactly(200, 400, 404), oneOf(5004)),
    ],
  },
  ['dataEmpty'],
);

/**
 * Fetch pay-in. Numeric members are sent as numbers; where a platform refuses them, as decimal text (E-33), and the rule is judged
 * on that answer.
 */
export const queryRequirements: readonly Requirement[] = [
  rule('QUERY-001', 'MUST', 'platform', {
    statement: 'A query by `request_id`, with a time window around the creation, finds the order.',
    source: 'S001; D1 PayinQueryExample',
    accepted: always(OK, 'the answer has a record with that `request_id`'),
    errata: ['E-33'],
  }),
  rule('QUERY-002', 'MUST', 'platform', {
    statement: 'A query by `pay_order_id`, with a time window around the creation, finds the order.',
    source: 'S001; D1',
    accepted: always(OK, 'the answer has a record with that order id'),
    errata: ['E-33'],
  }),
  rule('QUERY-003', 'MUST', 'platform', {
    statement: 'A query that names one order by both of its identifiers finds that order.',
    source: 'P-FPI',
    accepted: always(OK, 'the answer has a record of that order'),
    errata: ['E-33'],
  }),
  rule('QUERY-004', 'SHOULD', 'platform', {
    statement: 'A query with a valid time window but neither `request_id` nor `pay_order_id` is an error.',
    source: 'S001 message 1',
    accepted: always(tolerating(noIdentifierWithMessage, OK)),
    errata: ['E-32', 'E-34', 'E-53'],
  }),
  rule('QUERY-005', 'MUST', 'platform', {
    statement: 'A query with neither an identifier nor a time window is an error.',
    source: 'S001 message 1',
    accepted: always(noIdentifier),
    errata: ['E-34', 'E-53'],
  }),
  rule('QUERY-006', 'MUST', 'platform', {
    statement: 'A query by a `request_id` that was never used is answered as not found.',
    source: 'S001 message 2, 1202',
    accepted: always(PI_NOTFOUND, 'recorded: whether `msg` is `Order does not exist`'),
    errata: ['E-53'],
  }),
  rule('QUERY-007', 'MUST', 'platform', {
    statement: 'A query by a `pay_order_id` that the platform never issued is answered as not found.',
    source: 'S001',
    accepted: always(PI_NOTFOUND),
    errata: ['E-53'],
  }),
  rule('QUERY-008', 'MUST', 'platform', {
    statement: 'A query whose `start_time` is later than its `end_time` is refused as a time error.',
    source: 'S001 message 3',
    accepted: always(PI_TIME),
    errata: ['E-53'],
  }),
  rule('QUERY-009', 'MUST', 'platform', {
    statement: 'A query whose `start_time` is equal to its `end_time` is refused as a time error.',
    source: 'S001 message 3',
    accepted: always(PI_TIME),
    errata: ['E-53'],
  }),
  rule('QUERY-010', 'MUST', 'platform', {
    statement: 'A query whose window is longer than 7 days, be it by one millisecond, is refused as a time error.',
    source: 'S001 message 3',
    accepted: always(PI_TIME),
    errata: ['E-53'],
  }),
  rule('QUERY-011', 'MUST', 'platform', {
    statement: 'A window of exactly 7 days, 604,800,000 milliseconds, is allowed.',
    source: 'S001 message 3',
    accepted: always(OK, 'the order, created inside the window, is found'),
    errata: ['E-33'],
  }),
  rule('QUERY-012', 'MUST', 'platform', {
    statement: 'A window of a single millisecond is allowed, whether or not the order is found in it.',
    source: 'S001',
    accepted: always(either(OK, PI_NOTFOUND), '`msg` is not `Request time error`'),
    errata: ['E-33', 'E-53'],
  }),
  rule('QUERY-013', 'SHOULD', 'platform', {
    statement: 'The times and the paging members are accepted as JSON numbers and as decimal text alike.',
    source: 'P-FPI; D1',
    accepted: each(['numbers', 'decimal text'], OK),
    errata: ['E-33'],
  }),
  rule('QUERY-014', 'SHOULD', 'platform', {
    statement: 'A query may leave out `page` and `page_size`, which then count as 1 and 20.',
    source: 'D1',
    accepted: always(OK),
  }),
  rule('QUERY-015', 'SHOULD', 'platform', {
    statement: 'A `page_size` of 1000, the highest that is allowed, is accepted.',
    source: 'D1',
    accepted: always(OK),
    errata: ['E-33'],
  }),
  rule('QUERY-016', 'info', 'platform', {
    statement: 'Whether paging values outside their range are refused or brought into it is reported.',
    source: 'D1',
    accepted: each(
      ['page_size 1001', 'page_size 0', 'page_size -1', 'page 0'],
      either(OK, PI_PARAM),
      'recorded: refused or clamped',
    ),
  }),
  rule('QUERY-017', 'SHOULD', 'platform', {
    statement: 'A query whose times are not numbers is refused as a parameter error.',
    source: 'S001 11',
    accepted: [
      when('not a number', PI_PARAM),
      when('seconds', either(OK, PI_PARAM, PI_NOTFOUND, PI_TIME), 'recorded: how times in seconds are taken'),
    ],
  }),
  rule('QUERY-018', 'info', 'platform', {
    statement: 'Whether a query by identifier may do without a time window is reported.',
    source: 'D1',
    accepted: always(either(OK, PI_PARAM, PI_TIME), 'recorded: answered or refused'),
    errata: ['E-32'],
  }),
  rule('QUERY-019', 'info', 'platform', {
    statement: 'Whether a query may give only one of `start_time` and `end_time` is reported.',
    source: 'S001 (silent)',
    accepted: each(
      ['start_time only', 'end_time only'],
      either(OK, PI_PARAM, PI_TIME),
      'recorded: answered or refused',
    ),
  }),
  rule('QUERY-020', 'MUST', 'platform', {
    statement: "A query by the identifiers of another application's order discloses nothing of that order.",
    source: 'S001 403, 5004, 1202',
    accepted: always(either(PI_NOTFOUND, notPermitted)),
    errata: ['E-53'],
  }),
  rule('QUERY-021', 'SHOULD', 'platform', {
    statement: 'Queries repeated while the order does not change state give the same record each time.',
    source: 'inferred',
    accepted: always(OK, 'the records are deeply equal'),
  }),
  rule('QUERY-022', 'SHOULD', 'platform', {
    statement: 'A query gives the status that the latest webhook of the order announced.',
    source: 'P-PI-OV step 4',
    accepted: always(OK, 'both statuses are equal after normalisation'),
    errata: ['E-18', 'E-20', 'E-21'],
  }),
  rule('QUERY-023', 'SHOULD', 'platform', {
    statement: 'A listing by time window, where the platform supports it, has at most `page_size` records on a page.',
    source: 'D1',
    accepted: seen('the number of records in a successful answer is `page_size` or less'),
    errata: ['E-32'],
  }),
  rule('QUERY-024', 'info', 'platform', {
    statement: 'How a query with a `request_id` and a `pay_order_id` of two different orders is answered is reported.',
    source: 'S001 (silent)',
    accepted: always(
      either(PI_NOTFOUND, OK),
      'recorded: not found, or which of the two orders; no record mixes members of both',
    ),
    errata: ['E-53'],
  }),
  rule('QUERY-025', 'SHOULD', 'merchant', {
    statement: 'A time window that the API does not allow ends in an error of the client, before or after sending.',
    source: 'S001',
    accepted: seen('the call never ends with an empty result instead of an error'),
  }),
  rule('QUERY-026', 'MUST', 'platform', {
    statement: 'A query by identifier gives that order and no other.',
    source: 'S001; P-FPI',
    accepted: always(OK, 'every record in the answer carries the identifier asked for'),
    errata: ['E-33'],
  }),
  rule('QUERY-027', 'SHOULD', 'platform', {
    statement:
      'Two pages of one listing by a past time window, where the platform supports it, have no record in common.',
    source: 'D1; inferred',
    accepted: seen('the order ids of the two pages are disjoint'),
    errata: ['E-32'],
  }),
];
