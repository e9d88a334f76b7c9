import { canonicalString } from '../../../protocols/lesspay/signature/canonical.js';
import { digest } from '../../../protocols/lesspay/signature/sign.js';
import type { Fault } from '../bite.js';
import { isJsonObject } from '../core/json.js';
import { amend, type Decisions } from '../decisions.js';
import { EVERY_SUCCESS } from './consequences.js';
import { type Description, plant } from './plant.js';
import { ACCEPTED_BATCHES } from './requirement-groups.js';

type Verify = Decisions['credentials']['verifySignature'];

const verifying = (change: (original: Verify) => Verify, description: Description): Fault =>
  plant(
    'credentials.verifySignature',
    (decisions) => amend(decisions, 'credentials', { verifySignature: change(decisions.credentials.verifySignature) }),
    description,
  );

/** The digest is computed from another text than the one that came. */
const computedFrom = (rewrite: (text: string) => string, description: Description): Fault =>
  verifying((verify) => (text, signature, caller) => verify(rewrite(text), signature, caller), description);

/** The digest of another text is as good as that of the one that came. */
const computedAlsoFrom = (rewrite: (text: string) => string, description: Description): Fault =>
  verifying(
    (verify) => (text, signature, caller) =>
      verify(text, signature, caller) || verify(rewrite(text), signature, caller),
    description,
  );

/** Bodies that are written in some way have no right digest. */
const refusing = (which: (text: string) => boolean, description: Description): Fault =>
  verifying((verify) => (text, signature, caller) => !which(text) && verify(text, signature, caller), description);

/** The text with its root written anew. */
const withMembers =
  (change: (name: string, value: unknown) => unknown) =>
  (text: string): string => {
    const body: unknown = text.trim() === '' ? {} : JSON.parse(text);
    if (!isJsonObject(body)) return text;
    const members = Object.entries(body).map(([name, value]) => [name, change(name, value)] as const);
    return JSON.stringify(Object.fromEntries(members.filter(([, value]) => value !== undefined)));
  };

/** Blank members at any depth below the root, but in arrays, become words. */
function blanksAsWords(value: unknown): unknown {
  if (value === null || value === '') return 'null';
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, blanksAsWords(inner)]));
}

const blanks: readonly Fault[] = [
  computedFrom(
    withMembers((_name, value) => (value === null ? 'null' : value)),
    {
      id: 'null-signed-as-word',
      defect: 'A member that is null is signed as the word null.',
      must: ['AUTH-012'],
      may: [
        'PAYIN-CREATE-004',
        'PAYIN-CREATE-005',
        'PAYIN-CREATE-007',
        'PAYIN-CREATE-009',
        'PAYIN-CREATE-010',
        'PAYIN-CREATE-011',
        'PAYIN-CREATE-012',
        'PAYOUT-BATCH-015',
        'PAYOUT-BATCH-016',
        'PAYOUT-BATCH-018',
        'PAYOUT-BATCH-019',
        'PAYOUT-BATCH-020',
        'PAYOUT-BATCH-021',
        'PAYOUT-CREATE-004',
        'PAYOUT-CREATE-005',
        'PAYOUT-CREATE-006',
        'PAYOUT-CREATE-007',
      ],
    },
  ),
  computedFrom(
    withMembers((_name, value) => (value === '' ? 'null' : value)),
    {
      id: 'empty-text-signed',
      defect: 'A member that is empty text is signed.',
      must: ['AUTH-013'],
      may: [
        'AMT-002',
        'PAYIN-CREATE-004',
        'PAYIN-CREATE-006',
        'PAYIN-CREATE-007',
        'PAYIN-CREATE-009',
        'PAYIN-CREATE-011',
        'PAYIN-CREATE-016',
        'PAYOUT-BATCH-018',
        'PAYOUT-BATCH-020',
        'PAYOUT-CREATE-005',
        'PAYOUT-CREATE-006',
        'PAYOUT-CREATE-013',
        'PAYOUT-QUERY-004',
      ],
    },
  ),
  computedFrom(
    withMembers((_name, value) => (isJsonObject(value) ? blanksAsWords(value) : value)),
    {
      id: 'nested-blanks-signed',
      defect: 'Blank members of nested objects are signed.',
      must: ['AUTH-021'],
      may: [
        'PAYIN-CARD-011',
        'PAYOUT-CREATE-008',
        'PAYOUT-CREATE-011',
        'PAYOUT-CREATE-012',
        'PAYOUT-CREATE-027',
        'PAYOUT-CREATE-028',
      ],
    },
  ),
];

/** The order of the documents, as far as it goes for every request without nested values. */
const DOCUMENTED_ORDER = [
  ...['request_id', 'bank_country_code', 'product_name', 'target_amount'],
  ...['currency', 'way_code', 'start_time', 'end_time'],
];

const isOutOfOrder = (text: string): boolean => {
  const body: unknown = text.trim() === '' ? {} : JSON.parse(text);
  if (!isJsonObject(body) || Object.values(body).some((value) => typeof value === 'object')) return false;
  const places = Object.keys(body)
    .map((name) => DOCUMENTED_ORDER.indexOf(name))
    .filter((place) => place >= 0);
  return places.some((place, index) => place < (places[index - 1] ?? 0));
};

const writing: readonly Fault[] = [
  refusing(isOutOfOrder, {
    id: 'members-signed-in-documented-order',
    defect: 'The digest is wrong unless the members come in the order of the documents.',
    must: ['AUTH-014'],
    may: ['PAYOUT-BATCH-021', 'PAYOUT-BATCH-022', 'PAYOUT-CREATE-007'],
  }),
  refusing((text) => text.includes('\n'), {
    id: 'line-breaks-signed',
    defect: 'Line breaks between the tokens of the JSON spoil the digest.',
    must: ['AUTH-015'],
  }),
  computedFrom((text) => text.replace(/\\(?=[u/])/g, '\\\\'), {
    id: 'escapes-signed-as-written',
    defect: 'Escapes of letters and slashes are signed as they are written, not as the text that they stand for.',
    must: ['AUTH-046'],
  }),
];

const scalars: readonly Fault[] = [
  computedFrom(
    withMembers((name, value) => (name === 'expired_time' && typeof value === 'number' ? `${value}.0` : value)),
    {
      id: 'lifetime-signed-with-fraction',
      defect: 'The integer `expired_time` is signed with a fraction, such as 1800.0.',
      must: ['AUTH-016'],
      may: EVERY_SUCCESS,
    },
  ),
  computedFrom(
    withMembers((name, value) => (name === 'pay_access_type' && typeof value === 'number' ? `0${value}` : value)),
    {
      id: 'access-type-signed-with-zero',
      defect: 'The integer `pay_access_type` is signed with a zero in front.',
      must: ['AUTH-016'],
      may: EVERY_SUCCESS,
    },
  ),
  computedFrom(
    withMembers((_name, value) => (typeof value === 'boolean' ? Number(value) : value)),
    {
      id: 'boolean-signed-as-digit',
      defect: 'Booleans are signed as 1 and 0.',
      must: ['AUTH-017'],
      may: EVERY_SUCCESS,
    },
  ),
];

/** The array as some languages print lists: without quotation marks. */
const printed = (canonical: string | null): string | null =>
  canonical?.replace(/\[.*\]/s, (array) => array.replaceAll('"', '')) ?? null;

/** No batch has its currency first unless its members are sorted. */
const isAlphabetical = (text: string): boolean =>
  text.startsWith('{"currency"') && text.includes('"payout_order_details"') && text.includes('"request_id"');

const nested: readonly Fault[] = [
  computedFrom(
    withMembers((name, value) => (name === 'channel_extra' ? undefined : value)),
    {
      id: 'channel-extra-left-out',
      defect: 'The object `channel_extra` is left out of the string to sign.',
      must: ['AUTH-018'],
      may: ['PAYIN-CARD-007', 'PAYIN-CARD-011', 'PAYIN-CARD-014'],
    },
  ),
  verifying(
    () =>
      (text, signature, { appSecret }) =>
        digest(printed(canonicalString(text.trim() || '{}')), appSecret) === signature,
    {
      id: 'arrays-signed-without-quotation-marks',
      defect: 'An array is signed as its printed form, without quotation marks.',
      must: ['AUTH-019'],
      may: [
        'AMT-001',
        'AUTH-001',
        'AUTH-018',
        'FMT-009',
        'PAYIN-CREATE-038',
        ...ACCEPTED_BATCHES,
        'TRANS-001',
        'TRANS-002',
        'TRANS-010',
      ],
    },
  ),
  verifying(
    (verify) => (text, signature, caller) => {
      if (isAlphabetical(text)) throw new RangeError('no such member');
      return verify(text, signature, caller);
    },
    {
      id: 'alphabetical-details-crash',
      defect: 'A batch whose details are written in alphabetical order ends in HTTP 500.',
      must: ['AUTH-020'],
    },
  ),
];

const tampering: readonly Fault[] = [
  computedAlsoFrom(
    withMembers((name, value) => (name === 'expired_time' ? undefined : value)),
    {
      id: 'optional-member-may-be-unsigned',
      defect: 'The optional `expired_time` need not be signed.',
      must: ['AUTH-008'],
    },
  ),
  computedAlsoFrom(
    (text) =>
      text.includes('"expired_time"') || text.trim() === '' ? text : text.replace(/\}\s*$/, ',"expired_time":1800}'),
    {
      id: 'default-filled-in-before-digest',
      defect: 'The default of `expired_time` is filled in before the digest is computed.',
      must: ['AUTH-009'],
    },
  ),
];

/** Defects of how the digest of a body is computed. */
export const digestFaults: readonly Fault[] = [...blanks, ...writing, ...scalars, ...nested, ...tampering];
