import { isSignatureText, sign } from '../../../protocols/lesspay/signature/sign.js';
import type { Fault } from '../bite.js';
import type { Credentials } from '../decisions/credentials.js';
import { amend } from '../decisions.js';
import { type Description, plant } from './plant.js';

/** What must fail where a wrong signature is no obstacle to a create. */
export const ANY_SIGNATURE: readonly string[] = [
  'AUTH-005',
  'AUTH-006',
  'AUTH-007',
  'AUTH-008',
  'AUTH-009',
  'AUTH-011',
];

/** Something about credentials is decided otherwise. */
export const deciding = (
  name: keyof Credentials,
  changes: (credentials: Credentials) => Partial<Credentials>,
  description: Description,
): Fault =>
  plant(
    `credentials.${name}`,
    (decisions) => amend(decisions, 'credentials', changes(decisions.credentials)),
    description,
  );

const isBatch = (text: string): boolean => text.includes('"payout_order_details"');
const isSinglePayout = (text: string): boolean => text.includes('"beneficiary"');
const creates = (text: string): boolean =>
  isBatch(text) || isSinglePayout(text) || text.includes('"product_name"') || text.includes('"target_amount"');

/** Signatures of some bodies are not looked at. */
const unchecked = (which: (text: string) => boolean, description: Description): Fault =>
  deciding(
    'verifySignature',
    ({ verifySignature }) => ({
      verifySignature: (text, signature, caller) => which(text) || verifySignature(text, signature, caller),
    }),
    description,
  );

/** Signatures are compared in another way. */
const compared = (
  accepts: (received: string, right: string) => boolean,
  description: Description,
  hasSignatureForm: (text: string) => boolean = isSignatureText,
): Fault =>
  deciding(
    'verifySignature',
    () => ({
      hasSignatureForm,
      verifySignature: (text, received, { appSecret }) => accepts(received, sign(text.trim() || '{}', appSecret)),
    }),
    description,
  );

/** As lenient decoders do: up to the first character that is no digit. */
const decoded = (hexadecimal: string): Buffer => Buffer.from(hexadecimal, 'hex');

/** Defects of how a signature is compared, and with whose secret. */
export const signatureFaults: readonly Fault[] = [
  unchecked(() => true, {
    id: 'signature-unchecked',
    defect: 'Any signature of the right form is accepted.',
    must: ANY_SIGNATURE,
  }),
  unchecked(isBatch, {
    id: 'signature-of-batches-unchecked',
    defect: 'The signatures of batches are not checked.',
    must: ANY_SIGNATURE,
  }),
  unchecked(isSinglePayout, {
    id: 'signature-of-single-payouts-unchecked',
    defect: 'The signatures of single payouts are not checked.',
    must: ['AUTH-005'],
    may: ['AUTH-006', 'AUTH-007', 'AUTH-008', 'AUTH-009', 'AUTH-011'],
  }),
  unchecked((text) => !creates(text), {
    id: 'signature-of-queries-unchecked',
    defect: 'The signatures of queries are not checked.',
    must: ['AUTH-005'],
  }),
  compared((received, right) => received.slice(0, 32) === right.slice(0, 32), {
    id: 'first-half-of-signature-compared',
    defect: 'Only the first half of a signature is compared.',
    must: ['AUTH-005'],
  }),
  compared((received, right) => received.slice(0, 63) === right.slice(0, 63), {
    id: 'last-digit-of-signature-not-compared',
    defect: 'The last digit of a signature is not compared.',
    must: ['AUTH-005'],
  }),
  compared((received, right) => received.slice(1) === right.slice(1), {
    id: 'first-digit-of-signature-not-compared',
    defect: 'The first digit of a signature is not compared.',
    must: ['AUTH-005'],
  }),
  compared(
    (received, right) => received.startsWith(right),
    { id: 'text-after-signature-ignored', defect: 'Text after a signature is ignored.', must: ['AUTH-039'] },
    () => true,
  ),
  compared(
    (received, right) => right.startsWith(received),
    { id: 'signature-may-be-cut', defect: 'The beginning of a signature is as good as all of it.', must: ['AUTH-039'] },
    () => true,
  ),
  compared(
    (received, right) => decoded(right).subarray(0, decoded(received).length).equals(decoded(received)),
    {
      id: 'signature-decoded-up-to-wrong-digit',
      defect: 'A signature is compared up to its first character that is no hexadecimal digit.',
      must: ['AUTH-039'],
    },
    (text) => text.length === 64,
  ),
  deciding('signers', () => ({ signers: (_caller, all) => all() }), {
    id: 'secret-of-another-application-accepted',
    defect: 'A request may be signed with the secret of any application.',
    must: ['AUTH-011'],
  }),
];
