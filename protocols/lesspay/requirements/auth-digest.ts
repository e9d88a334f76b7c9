import type { Requirement } from '../../requirement.js';
import { either, NOT_AUTH, OK, PI_AUTH, PO_AUTH, REFUSAL, tolerating } from '../outcomes.js';
import { always, each, seen, when } from './cases.js';
import { rule } from './rule.js';

/**
 * The digest: which members it covers and how they are written into the string to sign. DEMO names the way of the official demo
 * client, RAW the literal reading in which a nested value is signed as its JSON text.
 */
export const digestRequirements: readonly Requirement[] = [
  rule('AUTH-012', 'MUST', 'platform', {
    statement: 'A member that is sent as null is left out of the string to sign.',
    source: 'P-AUTH step 1',
    accepted: always(tolerating(OK, NOT_AUTH)),
  }),
  rule('AUTH-013', 'MUST', 'platform', {
    statement:
      'A member that is sent as the empty string is left out of the string to sign, whatever validation says of it.',
    source: 'P-AUTH step 1',
    accepted: always(NOT_AUTH),
  }),
  rule('AUTH-014', 'MUST', 'platform', {
    statement:
      'The digest of a body without nested values does not depend on the order in which its members are written.',
    source: 'P-AUTH step 2',
    accepted: always(OK),
  }),
  rule('AUTH-015', 'MUST', 'platform', {
    statement:
      'The digest of a body without nested values does not depend on the spaces and line breaks between its tokens.',
    source: 'P-AUTH',
    accepted: always(OK),
  }),
  rule('AUTH-016', 'MUST', 'platform', {
    statement: 'A JSON integer enters the string to sign as its plain decimal digits.',
    source: 'P-AUTH example',
    accepted: each(['pay_access_type', 'expired_time'], OK),
  }),
  rule('AUTH-017', 'SHOULD', 'platform', {
    statement: 'A JSON boolean enters the string to sign as the word `true` or `false`.',
    source: 'D1 SignUtil',
    accepted: always(OK),
  }),
  rule('AUTH-018', 'SHOULD', 'platform', {
    statement: 'A nested object enters the string to sign as `{k=v&...}` with its members sorted, at every depth.',
    source: 'D1 SignUtil; P-AUTH note',
    accepted: [
      when('pay-in, signed DEMO', tolerating(OK, PI_AUTH)),
      when('payout, signed DEMO', tolerating(OK, PO_AUTH)),
      when('signed RAW, after DEMO was refused', OK, 'recorded: the reading that the platform follows'),
    ],
    errata: ['E-43', 'E-80'],
  }),
  rule('AUTH-019', 'SHOULD', 'platform', {
    statement:
      'An array enters the string to sign as JSON text without spaces, which a batch written in DEMO order shows under every reading.',
    source: 'D1 SignUtil',
    accepted: always(OK),
    errata: ['E-44', 'E-80'],
  }),
  rule('AUTH-020', 'SHOULD', 'platform', {
    statement:
      'The members of an object inside an array are signed in the hash order of the demo, whatever their order on the wire.',
    source: 'D1 SignUtil',
    accepted: always(tolerating(OK, PO_AUTH), 'a batch with alphabetical members on the wire is signed DEMO'),
    errata: ['E-44'],
  }),
  rule('AUTH-021', 'SHOULD', 'platform', {
    statement: 'Members of a nested object that are null or empty strings are left out of the string to sign.',
    source: 'D1 SignUtil',
    accepted: [when('null', OK), when('empty text', tolerating(OK, NOT_AUTH))],
    errata: ['E-43', 'E-45'],
  }),
  rule('AUTH-022', 'MUST', 'merchant', {
    statement: 'The client writes the digest as 64 upper-case hexadecimal digits.',
    source: 'P-AUTH step 3',
    accepted: seen('`x-auth-signature` matches `^[0-9A-F]{64}$`'),
  }),
  rule('AUTH-023', 'info', 'platform', {
    statement: 'Whether the right digest in lower-case letters is accepted is reported.',
    source: 'P-AUTH (silent)',
    accepted: [
      when('pay-in', either(OK, PI_AUTH), 'recorded: accepted or refused'),
      when('payout', either(OK, PO_AUTH), 'recorded: accepted or refused'),
    ],
  }),
  rule('AUTH-024', 'MUST', 'merchant', {
    statement:
      'The client computes the expected digest for every signature vector with a flat body of text and integers.',
    source: 'P-AUTH',
    accepted: seen('the digests of vectors V01, V02, V05 to V07 and V19 to V21 are equal'),
    errata: ['E-71', 'E-84'],
  }),
  rule('AUTH-025', 'SHOULD', 'merchant', {
    statement:
      'The client computes the expected digest for the remaining signature vectors: blank bodies, other scalars, objects and arrays.',
    source: 'D1 SignUtil',
    accepted: seen('the digests of vectors V03, V04, V08 to V18 and V22 to V25 are equal'),
    errata: ['E-43', 'E-44', 'E-45', 'E-46', 'E-80'],
  }),
  rule('AUTH-026', 'MUST', 'merchant', {
    statement: 'The client signs the characters of a text value as they are, without URL encoding or escapes.',
    source: 'P-AUTH; D1',
    accepted: seen('the digest of a flat body with `&`, `=`, a space and non-ASCII text equals the one computed DEMO'),
  }),
  rule('AUTH-029', 'MUST', 'merchant', {
    statement: 'The digest that the client sends belongs to the body that it sends.',
    source: 'P-AUTH',
    accepted: [
      { when: 'flat body', holds: 'the digest computed DEMO over the received body equals the header' },
      {
        when: 'nested object or array',
        holds: 'the digest of one of the known readings equals the header; strict: DEMO, tolerant: any other one',
      },
    ],
    errata: ['E-43', 'E-44', 'E-80'],
  }),
  rule('AUTH-041', 'info', 'platform', {
    statement: 'How the platform takes a body member `sign_type`, which only an error text mentions, is reported.',
    source: 'S000 30053',
    accepted: seen('recorded: accepted, or the code of the refusal'),
    errata: ['E-47'],
  }),
  rule('AUTH-043', 'info', 'platform', {
    statement: 'What the platform makes of a body in which a member name is repeated is reported.',
    source: 'P-AUTH (silent)',
    accepted: always(either(REFUSAL, OK), 'recorded: refused, or whether the value in use is the one that was signed'),
  }),
  rule('AUTH-044', 'info', 'platform', {
    statement: 'Whether a member that the API does not know is refused when it is added after signing is reported.',
    source: 'P-AUTH step 1',
    accepted: [
      when('pay-in', tolerating(PI_AUTH, OK), 'recorded: accepted or refused'),
      when('payout', tolerating(PO_AUTH, OK), 'recorded: accepted or refused'),
    ],
    errata: ['E-52', 'E-55'],
  }),
  rule('AUTH-046', 'SHOULD', 'platform', {
    statement:
      'The digest of a flat body is that of the decoded text, however the JSON on the wire escapes its characters.',
    source: 'P-AUTH; inferred',
    accepted: each(['letter as \\u00e9', 'slash as \\/'], OK),
  }),
];
