import type { AcceptedCase, Requirement } from '../../requirement.js';
import { answered, either, NOT_AUTH, OK, PI_AUTH, PO_AUTH, pattern, REFUSAL, tolerating } from '../outcomes.js';
import { always, seen, when } from './cases.js';
import { rule } from './rule.js';

const { answer, exactly, noEnvelope, oneOf } = pattern;

/** Pay-in has no code for refused credentials (E-52); payout has two without a boundary between them (E-55). */
const refused = {
  accepted: [when('pay-in', PI_AUTH), when('payout', PO_AUTH)] satisfies AcceptedCase[],
  errata: ['E-52', 'E-55'],
};

const stale = answered('30052', {
  strict: [answer(exactly(200, 400, 401, 403), oneOf(30052))],
  tolerant: [answer(exactly(200, 400, 401, 403), oneOf(30050, 30051, 30000)), answer(exactly(401, 403), noEnvelope)],
});

/** Credentials: the three headers, what is refused without them or with wrong ones, the timestamp. */
export const credentialRequirements: readonly Requirement[] = [
  rule('AUTH-001', 'MUST', 'platform', {
    statement: 'A request that carries the three authentication headers and the right digest is accepted.',
    source: 'P-AUTH',
    accepted: always(OK),
  }),
  rule('AUTH-002', 'MUST', 'platform', {
    statement: 'A request without the header `x-auth-signature` is refused.',
    source: 'P-AUTH; S000, S001 HTTP 401',
    ...refused,
  }),
  rule('AUTH-003', 'MUST', 'platform', {
    statement: 'A request without the header `x-auth-appid` is refused.',
    source: 'P-AUTH',
    ...refused,
  }),
  rule('AUTH-004', 'MUST', 'platform', {
    statement: 'A request without the header `X-Auth-Timestamp` is refused.',
    source: 'P-AUTH',
    ...refused,
  }),
  rule('AUTH-005', 'MUST', 'platform', {
    statement: 'A request whose digest has the right form but is not that of its body is refused.',
    source: 'S000 30050/30051; S000, S001 HTTP 401',
    ...refused,
  }),
  rule('AUTH-006', 'MUST', 'platform', {
    statement: "A request whose digest was computed with a secret that is not the application's is refused.",
    source: 'S000 30050/30051; S000, S001 HTTP 401',
    ...refused,
  }),
  rule('AUTH-007', 'MUST', 'platform', {
    statement: 'A request in which the value of any signed member was changed after signing is refused.',
    source: 'P-AUTH overview',
    accepted: [
      when('pay-in', PI_AUTH, 'the new value is rendered differently in the string to sign'),
      when('payout', PO_AUTH, 'the new value is rendered differently in the string to sign'),
    ],
    errata: refused.errata,
  }),
  rule('AUTH-008', 'MUST', 'platform', {
    statement: 'A request to which a documented optional member with a valid value was added after signing is refused.',
    source: 'P-AUTH step 1',
    ...refused,
  }),
  rule('AUTH-009', 'MUST', 'platform', {
    statement: 'A request from which an optional member was taken away after signing is refused.',
    source: 'P-AUTH',
    ...refused,
  }),
  rule('AUTH-010', 'MUST', 'platform', {
    statement: 'A request under an APPID that the platform never issued is refused.',
    source: 'S000, S001 HTTP 401',
    ...refused,
  }),
  rule('AUTH-011', 'MUST', 'platform', {
    statement: 'A request signed with the secret of one application is refused under the APPID of another one.',
    source: 'P-AUTH',
    accepted: refused.accepted,
    errata: [...refused.errata, 'E-84'],
  }),
  rule('AUTH-027', 'MUST', 'merchant', {
    statement: 'The client puts the current time, in milliseconds since the epoch, into `X-Auth-Timestamp`.',
    source: 'P-AUTH',
    accepted: seen('13 digits, and no more than a minute away from the clock of the test'),
  }),
  rule('AUTH-028', 'MUST', 'merchant', {
    statement: 'The client sends the APPID that it was configured with, unchanged, in `x-auth-appid`.',
    source: 'P-AUTH',
    accepted: seen('the header equals the configured id'),
  }),
  rule('AUTH-030', 'SHOULD', 'platform', {
    statement: "A timestamp that is up to 60 seconds behind or ahead of the platform's clock is accepted.",
    source: 'P-AUTH (states no tolerance)',
    accepted: [when('60 s behind', OK), when('60 s ahead', OK)],
  }),
  rule('AUTH-031', 'SHOULD', 'platform', {
    statement: 'A payout request whose timestamp is a year old is refused, normally with code 30052.',
    source: 'S000 30052',
    accepted: always(stale),
    errata: ['E-55', 'E-83'],
  }),
  rule('AUTH-032', 'info', 'platform', {
    statement: 'Whether a pay-in request whose timestamp is a year old is refused is reported.',
    source: 'S001 (no code for it)',
    accepted: always(either(PI_AUTH, OK), 'recorded: accepted or refused'),
    errata: ['E-52'],
  }),
  rule('AUTH-033', 'info', 'platform', {
    statement: 'Whether a timestamp far in the future is refused is reported.',
    source: 'P-AUTH (silent)',
    accepted: [
      when('pay-in', either(PI_AUTH, OK), 'recorded: accepted or refused'),
      when('payout', either(stale, PO_AUTH, OK), 'recorded: accepted or refused'),
    ],
    errata: ['E-52'],
  }),
  rule('AUTH-034', 'SHOULD', 'platform', {
    statement: 'A request whose `X-Auth-Timestamp` is not a number is refused.',
    source: 'P-AUTH',
    ...refused,
  }),
  rule('AUTH-035', 'info', 'platform', {
    statement:
      'Whether a timestamp in seconds, with 10 digits, is refused as one that is not in milliseconds is reported.',
    source: 'P-AUTH',
    accepted: [
      when('pay-in', tolerating(PI_AUTH, OK), 'recorded: accepted or refused'),
      when('payout', tolerating(either(stale, PO_AUTH), OK), 'recorded: accepted or refused'),
    ],
    errata: ['E-52'],
  }),
  rule('AUTH-036', 'MUST', 'platform', {
    statement: 'A digest stays valid for its body when only the timestamp header is replaced by another current one.',
    source: 'P-AUTH algorithm',
    accepted: always(NOT_AUTH),
    errata: ['E-83'],
  }),
  rule('AUTH-037', 'MUST', 'platform', {
    statement: 'A create that is refused for its credentials leaves no order behind.',
    source: 'S000, S001 HTTP 401',
    accepted: seen('a correctly signed query finds no order for the `request_id` of the refused create'),
    errata: refused.errata,
  }),
  rule('AUTH-038', 'MUST', 'platform', {
    statement: 'No endpoint that the platform offers answers a call without credentials with anything but a refusal.',
    source: 'P-AUTH',
    accepted: refused.accepted,
    errata: [...refused.errata, 'E-56'],
  }),
  rule('AUTH-039', 'MUST', 'platform', {
    statement:
      'A digest of the wrong length, or with characters that are not hexadecimal digits, is refused like any wrong one.',
    source: 'S000 30050; S000, S001 HTTP 401',
    accepted: ['wrong length', 'not hexadecimal'].flatMap((form) => [
      when(`pay-in, ${form}`, PI_AUTH),
      when(`payout, ${form}`, PO_AUTH),
    ]),
    errata: refused.errata,
  }),
  rule('AUTH-040', 'SHOULD', 'merchant', {
    statement: 'The client never lets the secret out.',
    source: 'P-AUTH',
    accepted: seen('the secret appears in no URL, header, body, error text or log line of the client under test'),
  }),
  rule('AUTH-042', 'info', 'platform', {
    statement:
      'Whether a request with both a wrong digest and an invalid member is refused for its digest is reported.',
    source: 'P-AUTH (silent)',
    accepted: [
      when('pay-in', tolerating(PI_AUTH, REFUSAL), 'recorded: which of the two faults is named'),
      when('payout', tolerating(PO_AUTH, REFUSAL), 'recorded: which of the two faults is named'),
    ],
    errata: refused.errata,
  }),
  rule('AUTH-045', 'MUST', 'merchant', {
    statement: 'Each call of the client carries all three authentication headers.',
    source: 'P-AUTH; S003 1.3',
    accepted: seen(
      '`x-auth-appid`, `X-Auth-Timestamp` and `x-auth-signature`, in any letter case, are on every request',
    ),
    errata: ['E-37'],
  }),
];
