import type { Requirement } from '../../requirement.js';
import { OK, REFUSAL } from '../outcomes.js';
import { seen, when } from './cases.js';
import { rule } from './rule.js';

/** The response envelope: `code`, `msg`, `data`, and how a client reads it. */
export const envRequirements: readonly Requirement[] = [
  rule('ENV-001', 'MUST', 'platform', {
    statement: 'The body of every answer with a 2xx status is a JSON object whose `code` is an integer.',
    source: 'S000; S001; S003 1.6',
    accepted: seen('`code` is a JSON number without a fraction'),
    coverage: 'observed',
  }),
  rule('ENV-002', 'MUST', 'platform', {
    statement: 'The body of every answer with a 2xx status has a string `msg`, which may be empty on success.',
    source: 'S000; S001; S003 1.6; P-FPO',
    accepted: seen('`msg` is a JSON string'),
    coverage: 'observed',
  }),
  rule('ENV-003', 'MUST', 'platform', {
    statement: 'Success is expressed by `code` 0 and by no other code, and nothing but success carries it.',
    source: 'S000; S001; S003 1.7',
    accepted: [when('valid request', OK), when('invalid request', REFUSAL)],
    coverage: 'observed',
    errata: ['E-51'],
  }),
  rule('ENV-004', 'SHOULD', 'platform', {
    statement: 'A successful answer says `SUCCESS` in `msg`, in letters of either case, or leaves the text empty.',
    source: 'S003 1.6; P-CARD; P-FPO',
    accepted: seen('`msg` of an answer with `code` 0 is `SUCCESS`, compared without case, or the empty text'),
    coverage: 'observed',
  }),
  rule('ENV-005', 'SHOULD', 'platform', {
    statement: 'The `msg` of a failed answer says something.',
    source: 'S000; S001',
    accepted: seen('`msg` of an answer with a non-zero `code` has at least one character'),
    coverage: 'observed',
  }),
  rule('ENV-006', 'SHOULD', 'platform', {
    statement: 'Answers are labelled as JSON.',
    source: 'P-FPO',
    accepted: seen('the `Content-Type` of the answer begins with `application/json`'),
    coverage: 'observed',
  }),
  rule('ENV-007', 'MAY', 'platform', {
    statement:
      'The reserved members `encryptData` and `sign` of an answer may be there, be null or be missing, beside `data` or inside it.',
    source: 'S003 1.6',
    accepted: seen('any of these forms satisfies the schema of the answer'),
    coverage: 'observed',
    errata: ['E-03'],
  }),
  rule('ENV-008', 'MUST', 'merchant', {
    statement: 'The client never takes an answer with a status outside 2xx for a success, whatever its body says.',
    source: 'S000, S001 class text; D2 PayoutQueryExample',
    accepted: seen(
      'the call ends with an error, also when the body has `code` 0; after a 5xx on a create, as ERR-011 says',
    ),
    errata: ['E-51'],
  }),
  rule('ENV-009', 'MUST', 'merchant', {
    statement: 'The client treats every non-zero `code` as a failure, even when the HTTP status is 200.',
    source: 'S003 1.7; D2',
    accepted: seen('the call ends with an error that gives `code` and `msg`'),
    errata: ['E-51'],
  }),
  rule('ENV-010', 'SHOULD', 'merchant', {
    statement: 'The client reads an answer that has members it does not know as if they were not there.',
    source: 'inferred',
    accepted: seen('the call succeeds with the same result as without the additional members'),
    errata: ['E-58'],
  }),
  rule('ENV-011', 'MUST', 'merchant', {
    statement:
      'The client neither needs the reserved `encryptData` and `sign` of an answer nor checks what they contain.',
    source: 'S003 1.6',
    accepted: ['absent', 'null', 'arbitrary text at the top level', 'arbitrary text in data'].map((situation) => ({
      when: situation,
      holds: 'the call succeeds',
    })),
    errata: ['E-03'],
  }),
  rule('ENV-012', 'SHOULD', 'platform', {
    statement: 'An answer that reports a failure carries no result in `data`.',
    source: 'S003 1.6; inferred',
    accepted: seen('`data` of an answer with a non-zero `code` is absent, null or empty'),
    coverage: 'observed',
  }),
  rule('ENV-013', 'SHOULD', 'platform', {
    statement: 'The codes of an answer come from the error table of its own product, never from that of the other one.',
    source: 'S000; S001',
    accepted: [
      { when: 'pay-in', holds: '`code` is 0, 10, 11, 12, 1201, 1202, 5000, 5002, 5003, 5004 or 9999' },
      { when: 'payout', holds: '`code` is 0 or one of the 300xx codes that the payout error table lists' },
    ],
    coverage: 'observed',
    errata: ['E-70'],
  }),
  rule('ENV-014', 'info', 'platform', {
    statement: 'HTTP statuses that neither error page lists, such as 409, 415, 422 or 429, are reported.',
    source: 'S000; S001',
    accepted: seen('recorded: each status other than 200, 400, 401, 403, 404, 405, 500 and 503'),
    coverage: 'observed',
    errata: ['E-50'],
  }),
  rule('ENV-015', 'MUST', 'merchant', {
    statement:
      'The client takes an answer for a success only if its body is a JSON object with the integer 0 as `code`.',
    source: 'S003 1.7',
    accepted: ['HTML page', 'empty body', '{}', 'truncated body'].map((situation) => ({
      when: situation,
      holds: 'HTTP 200 with this body ends the call with an error, and the client does not crash',
    })),
  }),
  rule('ENV-016', 'MUST', 'platform', {
    statement: 'An answer whose HTTP status denotes an error never has `code` 0.',
    source: 'S000; S001',
    accepted: seen('no answer with a status of 400 or more carries `code` 0'),
    coverage: 'observed',
    errata: ['E-51'],
  }),
];
