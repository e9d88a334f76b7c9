import type { Requirement } from '../../requirement.js';
import { answered, either, OK, pattern, REFUSAL, tolerating } from '../outcomes.js';
import { always, each, seen, when } from './cases.js';
import { rule } from './rule.js';

const { answer, exactly, noEnvelope, noneOf } = pattern;

/** HTTP `expected`; the statuses in `tolerated`, or 200 with a non-zero code, are accepted with a remark. */
const httpRefusal = (expected: number, ...tolerated: readonly number[]) =>
  answered(`HTTP ${expected}`, {
    strict: [answer(exactly(expected), noneOf(0)), answer(exactly(expected), noEnvelope)],
    tolerant: [answer(exactly(200, ...tolerated), noneOf(0)), answer(exactly(...tolerated), noEnvelope)],
  });

const wrongMethod = httpRefusal(405, 400, 401, 403, 404);
const unknownPath = httpRefusal(404, 401, 403);
const badBody = httpRefusal(400, 401, 403);
const badQueryBody = httpRefusal(400, 401, 403, 404);

/** Transport: methods, paths, bodies, headers, connections. */
export const transRequirements: readonly Requirement[] = [
  rule('TRANS-001', 'MUST', 'platform', {
    statement:
      'The create and query endpoints of both products answer a valid POST with a JSON object as its body with success.',
    source: 'S001; S003 1.3, 1.7; P-PI-DG; P-FPI; P-CPO; P-FPO',
    accepted: always(OK),
    errata: ['E-56'],
  }),
  rule('TRANS-002', 'MUST', 'platform', {
    statement: 'A request labelled `Content-Type: application/json`, without parameters, is accepted.',
    source: 'S003 1.3',
    accepted: always(OK),
  }),
  rule('TRANS-003', 'SHOULD', 'platform', {
    statement: 'The media type may carry a charset: `application/json; charset=utf-8` is accepted as well.',
    source: 'D1 LesspayApiClient',
    accepted: always(OK),
  }),
  rule('TRANS-004', 'MUST', 'platform', {
    statement: 'A pay-in endpoint called with GET instead of POST refuses the call, normally with HTTP 405.',
    source: 'S001 HTTP table',
    accepted: always(wrongMethod),
    errata: ['E-51'],
  }),
  rule('TRANS-005', 'SHOULD', 'platform', {
    statement: 'A payout endpoint called with GET instead of POST refuses the call, normally with HTTP 405.',
    source: 'S000 HTTP table',
    accepted: always(wrongMethod),
    errata: ['E-50', 'E-51'],
  }),
  rule('TRANS-006', 'MUST', 'platform', {
    statement:
      'A request to a path that the API does not define is refused, with HTTP 404 unless authentication is decided first.',
    source: 'S000, S001 HTTP tables',
    accepted: always(unknownPath),
    errata: ['E-51'],
  }),
  rule('TRANS-007', 'MUST', 'platform', {
    statement:
      'A body that cannot be parsed as JSON, sent with the digest of `{}`, is answered as a mistake of the client, normally with HTTP 400.',
    source: 'S000, S001 (400)',
    accepted: always(badBody),
    errata: ['E-51'],
  }),
  rule('TRANS-008', 'SHOULD', 'platform', {
    statement:
      'A body that is valid JSON but not an object is answered as a mistake of the client, normally with HTTP 400.',
    source: 'S000, S001',
    accepted: each(['array', 'string', 'number'], badBody),
    errata: ['E-51'],
  }),
  rule('TRANS-009', 'MUST', 'platform', {
    statement:
      'A create or query whose body has no bytes, or is `{}`, is answered as a mistake of the client although its signature is right.',
    source: 'S000 30000; S001 11, message 1',
    accepted: [
      ...each(['create, no bytes', 'create, {}'], badBody),
      ...each(['query, no bytes', 'query, {}'], badQueryBody),
    ],
    errata: ['E-46', 'E-51'],
  }),
  rule('TRANS-010', 'MUST', 'platform', {
    statement: 'Text outside ASCII is accepted in UTF-8, and it comes back unchanged wherever it is echoed.',
    source: 'S002 1',
    accepted: always(OK, 'a non-ASCII `description` is equal in every query answer and webhook that carries it'),
  }),
  rule('TRANS-011', 'MUST', 'platform', {
    statement: 'The names of request headers are matched without regard to the case of their letters.',
    source: 'P-AUTH; P-FPI',
    accepted: each(['lower-case names', 'upper-case names'], OK),
    errata: ['E-37'],
  }),
  rule('TRANS-012', 'info', 'platform', {
    statement:
      'What happens to a JSON body that is labelled with another media type, such as `text/plain`, is reported.',
    source: 'S003 1.3',
    accepted: always(tolerating(REFUSAL, OK), 'recorded: whether the request is refused'),
  }),
  rule('TRANS-013', 'SHOULD', 'merchant', {
    statement:
      'The client requests exactly the path of the endpoint, also when its configured base URL ends with a slash.',
    source: 'D1 application.yml',
    accepted: seen('the path of each request is that of the endpoint, with no `//` in it'),
    errata: ['E-61'],
  }),
  rule('TRANS-014', 'SHOULD', 'merchant', {
    statement:
      'The client gives up on a server that accepts the connection and never answers, within its own time limits.',
    source: 'D1',
    accepted: seen('the call against a hanging server ends with an error within the configured time'),
  }),
  rule('TRANS-015', 'MUST', 'merchant', {
    statement: 'Every request of the client is labelled `Content-Type: application/json`, with or without parameters.',
    source: 'S003 1.3',
    accepted: seen('the header is present on each request, and its media type is `application/json`'),
  }),
  rule('TRANS-016', 'SHOULD', 'platform', {
    statement:
      'The bank list, the balance and the notification trigger answer a valid POST with a JSON object as its body with success.',
    source: 'D1; D2; D4',
    accepted: always(OK),
  }),
  rule('TRANS-017', 'info', 'platform', {
    statement:
      'How the bank list, the balance and the notification trigger answer an empty body is reported, because no source names their required members.',
    source: 'D1; D2; D4 (silent)',
    accepted: [
      when('no bytes', either(OK, REFUSAL), 'recorded: success or refusal'),
      when('{}', either(OK, REFUSAL), 'recorded: success or refusal'),
    ],
  }),
];
