import type { Requirement } from '../../requirement.js';
import {
  answered,
  either,
  forbidden,
  NOT_5XX,
  OK,
  PO,
  pattern,
  refusedWith,
  tolerating,
  toleratingCodes,
} from '../outcomes.js';
import { always, each, seen, when } from './cases.js';
import { rule } from './rule.js';

const { answer, exactly, noEnvelope, noneOf, oneOf } = pattern;
const accessDenied = forbidden('noOrderCreated');
const notEnabled = [30040, 30041, 30042, 30043];

/** The refusal for a state that the operator set; the codes for the other such states are as good. */
const disabled = (code: number) =>
  either(toleratingCodes(PO(code), ...notEnabled.filter((other) => other !== code)), accessDenied);

const serverError = [answer(exactly(500, 503), noneOf(0)), answer(exactly(500, 503), noEnvelope)];

/** Errors: which code means what, and what a client does about it. */
export const errRequirements: readonly Requirement[] = [
  rule('ERR-001', 'MUST', 'platform', {
    statement: 'A mistake of the client is never answered with a 5xx status.',
    source: 'S000, S001 class text',
    accepted: always(NOT_5XX, 'over all requests that are wrong on purpose'),
    coverage: 'observed',
    errata: ['E-51'],
  }),
  rule('ERR-002', 'SHOULD', 'platform', {
    statement:
      'A mistake of the client is never answered with code 10 or 12, which stand for failures of the platform.',
    source: 'S001 meaning',
    accepted: seen('`code` is neither 10 nor 12, over all requests that are wrong on purpose'),
    coverage: 'observed',
  }),
  rule('ERR-003', 'SHOULD', 'platform', {
    statement: 'The `msg` that comes with code 11 names the member that is wrong.',
    source: 'S001 "msg will contain details"',
    accepted: seen('`msg` contains the name of the member that was broken; another text is reported'),
    errata: ['E-34'],
  }),
  rule('ERR-004', 'SHOULD', 'platform', {
    statement: 'If a request with wrong credentials is answered with a 4xx status, the status is 401.',
    source: 'S000, S001 HTTP tables',
    accepted: seen('no 4xx status but 401 answers missing or wrong credentials'),
    coverage: 'observed',
    errata: ['E-51', 'E-52'],
  }),
  rule('ERR-005', 'withdrawn', 'platform', {
    statement: 'Errors of payouts carry the 300xx codes, and errors of pay-ins the codes of the pay-in table.',
    source: 'S000; S001',
    accepted: [],
    coverageNote: 'Contained in ENV-013.',
  }),
  rule('ERR-006', 'SHOULD', 'platform', {
    statement: 'Where a payout code describes the mistake, it is used in place of the general 30000.',
    source: 'S000',
    accepted: seen(
      'the answer to each wrong request has the code that its own requirement expects strictly, not 30000',
    ),
    coverage: 'observed',
  }),
  rule('ERR-007', 'MUST', 'merchant', {
    statement: 'The client shows its caller the `code`, the `msg` and the HTTP status of a failed call.',
    source: 'S000, S001; S003 1.7 step 1',
    accepted: seen('the error that the client raises carries the three values'),
  }),
  rule('ERR-008', 'SHOULD', 'merchant', {
    statement: 'The client repeats a call by itself only after an error that the documents call worth repeating.',
    source: 'S001 10, 12, 500, 503; S000 30032, 500',
    accepted: seen('no create is repeated after another code, and a repeated one keeps its `request_id`'),
    errata: ['E-86'],
  }),
  rule('ERR-009', 'MUST', 'merchant', {
    statement: 'The client does not repeat a create unchanged after 1201 or 30011, as if the refusal would pass.',
    source: 'S001 1201',
    accepted: seen('no further create with that `request_id` arrives'),
    errata: ['E-86'],
  }),
  rule('ERR-010', 'SHOULD', 'merchant', {
    statement: 'After 30052 the client takes the current time and signs anew, once at most.',
    source: 'S000 30052',
    accepted: seen('at most one repeat arrives, and it has a new timestamp'),
    errata: ['E-83'],
  }),
  rule('ERR-011', 'SHOULD', 'merchant', {
    statement: 'After a 5xx status or a timeout on a create the client does not call the order failed but asks for it.',
    source: 'inferred',
    accepted: seen('the client reports the outcome as unknown and queries the `request_id`'),
    errata: ['E-86'],
  }),
  rule('ERR-012', 'SHOULD', 'platform', {
    statement: 'Code 30003 tells the result of a review and is never the direct answer to a new create.',
    source: 'S000',
    accepted: seen('no create is answered with 30003'),
    coverage: 'observed',
    errata: ['E-74'],
  }),
  rule('ERR-013', 'SHOULD', 'platform', {
    statement: 'Error answers repeat neither secrets nor full account numbers.',
    source: 'inferred',
    accepted: seen('no error answer contains the secret or an account number that was sent'),
    coverage: 'observed',
  }),
  rule('ERR-014', 'SHOULD', 'platform', {
    statement: 'The same mistake is answered with the same code each time.',
    source: 'inferred',
    accepted: seen('a wrong request sent again, with a new `request_id`, gets the same `code`'),
  }),
  rule('ERR-015', 'MUST', 'platform', {
    statement: 'A merchant or application that is disabled, or has no payout, cannot pay out.',
    source: 'S000 30040, 30041, 30042, 403',
    accepted: [
      when('merchant disabled', disabled(30040)),
      when('application disabled', disabled(30041)),
      when('payout not enabled', disabled(30042)),
      when('method not configured', disabled(30043)),
    ],
  }),
  rule('ERR-016', 'MUST', 'platform', {
    statement: 'Limits on amounts that are configured for an application are kept.',
    source: 'S000 30070, 30071, 30073',
    accepted: [
      when('over the single maximum', PO(30070)),
      when('over the daily maximum', PO(30071)),
      when('under the minimum', PO(30073)),
      when('single maximum exactly', tolerating(OK, PO(30070)), 'recorded: whether the limit itself is allowed'),
      when('daily maximum exactly', tolerating(OK, PO(30071)), 'recorded: whether the limit itself is allowed'),
      when('minimum exactly', tolerating(OK, PO(30073)), 'recorded: whether the limit itself is allowed'),
    ],
  }),
  rule('ERR-017', 'MUST', 'platform', {
    statement: 'A maximum number of details that is configured for an application is kept.',
    source: 'S000 30072',
    accepted: [when('one more', PO(30072)), when('maximum exactly', OK)],
  }),
  rule('ERR-018', 'SHOULD', 'platform', {
    statement: 'A payout for which there are no funds does not succeed.',
    source: 'S000 30030; S003 overview, 1.2 step 1',
    accepted: always(either(PO(30030), OK), 'an accepted one is never seen as `SUCCEED` while the funds are missing'),
  }),
  rule('ERR-019', 'SHOULD', 'platform', {
    statement: 'Errors and timeouts of the channel show, at once or as the failure of the order.',
    source: 'S000 30031, 30032',
    accepted: each(
      ['channel error', 'channel timeout'],
      either(PO(30031), PO(30032), OK),
      'an accepted one becomes `FAILED` with a `fail_reason` or stays in processing, and is never `SUCCEED`',
    ),
  }),
  rule('ERR-020', 'MUST', 'platform', {
    statement: 'A failure inside the platform is never reported as success.',
    source: 'S000, S001 500; S001 10, 12, 503',
    accepted: [
      when(
        'pay-in',
        answered('HTTP 500 or 503, or code 10 or 12', {
          strict: [...serverError, answer([{ from: 200, to: 599 }], oneOf(10, 12))],
        }),
        'afterwards there is one order at most for the `request_id`',
      ),
      when(
        'payout',
        answered('HTTP 500 or 503, or a non-zero code', {
          strict: [...serverError, answer([{ from: 200, to: 599 }], noneOf(0))],
        }),
        'afterwards there is one order at most for the `request_id`',
      ),
    ],
    errata: ['E-50'],
  }),
  rule('ERR-021', 'SHOULD', 'platform', {
    statement: 'An application without pay-in that creates a pay-in order is refused for lack of permission.',
    source: 'S001 5004, 403',
    accepted: always(toleratingCodes(either(refusedWith(5004), accessDenied), 5000, 9999)),
  }),
];
