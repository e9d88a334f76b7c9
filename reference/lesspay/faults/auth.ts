import type { OperationName } from '../../../protocols/lesspay/operations.js';
import type { Fault } from '../bite.js';
import type { AnswerCode, ViolationName } from '../core/violation.js';
import { amend, type Decisions } from '../decisions.js';
import { digestFaults } from './auth-digest.js';
import { ANY_SIGNATURE, deciding, signatureFaults } from './auth-signature.js';
import { EVERY_SUCCESS } from './consequences.js';
import { type Description, plant } from './plant.js';

const without = (headers: readonly string[], name: string): readonly string[] =>
  headers.filter((header) => header !== name);

const headers: readonly Fault[] = [
  deciding(
    'requiredHeaders',
    ({ requiredHeaders, hasSignatureForm, verifySignature }) => ({
      requiredHeaders: without(requiredHeaders, 'x-auth-signature'),
      hasSignatureForm: (text) => text === '' || hasSignatureForm(text),
      verifySignature: (text, signature, caller) => signature === '' || verifySignature(text, signature, caller),
    }),
    {
      id: 'unsigned-request-trusted',
      defect: 'A request without a signature is not checked for one.',
      must: ['AUTH-002'],
    },
  ),
  deciding(
    'requiredHeaders',
    ({ requiredHeaders, callerOf }) => ({
      requiredHeaders: without(requiredHeaders, 'x-auth-appid'),
      callerOf: (appId, find, all) => callerOf(appId ?? all()[0]?.appId, find, all),
    }),
    {
      id: 'caller-guessed-without-appid',
      defect: 'A request without an APPID is taken for one of the first application.',
      must: ['AUTH-003'],
    },
  ),
  deciding(
    'requiredHeaders',
    ({ requiredHeaders, isTimestamp, isFresh }) => ({
      requiredHeaders: without(requiredHeaders, 'x-auth-timestamp'),
      isTimestamp: (text) => text === '' || isTimestamp(text),
      isFresh: (timestamp, times) => timestamp === 0 || isFresh(timestamp, times),
    }),
    {
      id: 'timestamp-optional',
      defect: 'A request may come without a timestamp.',
      must: ['AUTH-004'],
    },
  ),
  deciding('callerOf', ({ callerOf }) => ({ callerOf: (appId, find, all) => callerOf(appId, find, all) ?? all()[0] }), {
    id: 'unknown-appid-taken-for-first',
    defect: 'An APPID that was never issued is taken for that of the first application.',
    must: ['AUTH-010'],
  }),
];

/** An endpoint that wants no credentials. */
const open = (
  operation: OperationName,
  { id, what, must }: { readonly id: string; readonly what: string; readonly must: readonly string[] },
): Fault =>
  deciding('appliesTo', ({ appliesTo }) => ({ appliesTo: (called) => called !== operation && appliesTo(called) }), {
    id,
    defect: `${what} want no credentials.`,
    must,
    // Creates are where these are judged.
    may: operation.startsWith('create') ? ['AUTH-031', 'AUTH-034', 'AUTH-039'] : [],
  });

const openEndpoints: readonly Fault[] = [
  open('createPayin', {
    id: 'open-create-payin',
    what: 'Creates of pay-ins',
    must: ['AUTH-038', 'AUTH-002', 'AUTH-003', 'AUTH-004', 'AUTH-010', ...ANY_SIGNATURE],
  }),
  open('fetchPayin', { id: 'open-fetch-payin', what: 'Queries of pay-ins', must: ['AUTH-038', 'AUTH-005'] }),
  open('createPayout', { id: 'open-create-payout', what: 'Creates of single payouts', must: ['AUTH-038', 'AUTH-005'] }),
  open('createPayoutBatch', {
    id: 'open-create-payout-batch',
    what: 'Creates of batches',
    must: ['AUTH-038', 'AUTH-002', 'AUTH-003', 'AUTH-004', 'AUTH-010', ...ANY_SIGNATURE],
  }),
  open('fetchPayout', { id: 'open-fetch-payout', what: 'Queries of payouts', must: ['AUTH-038', 'AUTH-005'] }),
  open('triggerNotify', {
    id: 'open-trigger-notify',
    what: 'Triggers of notifications',
    must: ['AUTH-038', 'AUTH-005'],
  }),
  open('listBanks', { id: 'open-list-banks', what: 'Bank lists', must: ['AUTH-038', 'AUTH-005'] }),
  open('fetchBalance', { id: 'open-fetch-balance', what: 'Balances', must: ['AUTH-038', 'AUTH-005'] }),
];

/** Creates that are refused for one of these make their order all the same. */
const surviving = (violations: readonly ViolationName[], description: Description): Fault =>
  plant(
    'lifecycle.survivesRefusal',
    (decisions) => amend(decisions, 'lifecycle', { survivesRefusal: (found) => violations.includes(found) }),
    description,
  );

const ordersOfTheRefused: readonly Fault[] = [
  surviving(['wrongSignature'], {
    id: 'order-made-before-signature-is-checked',
    defect: 'A create with a wrong signature is refused, and its order is there all the same.',
    must: ['AUTH-037', ...ANY_SIGNATURE],
  }),
  surviving(['malformedTimestamp'], {
    id: 'order-made-before-timestamp-is-read',
    defect: 'A create with an unreadable timestamp is refused, and its order is there all the same.',
    must: ['AUTH-037', 'AUTH-034'],
  }),
  surviving(['missingHeader'], {
    id: 'order-made-before-headers-are-read',
    defect: 'A create without one of the headers is refused, and its order is there all the same.',
    must: ['AUTH-037', 'AUTH-002', 'AUTH-004'],
  }),
];

const MINUTE_MS = 60_000;

const timestamps: readonly Fault[] = [
  deciding('isFresh', ({ isFresh }) => ({ isFresh: (timestamp, times) => isFresh(timestamp * 1000, times) }), {
    id: 'timestamp-read-as-seconds',
    defect: 'Timestamps are read as seconds, so that every request is out of date.',
    must: ['AUTH-001'],
    may: EVERY_SUCCESS,
  }),
  deciding('isFresh', () => ({ isFresh: () => true }), {
    id: 'stale-timestamp-accepted',
    defect: 'Requests of any age are accepted.',
    must: ['AUTH-031'],
  }),
  deciding(
    'isFresh',
    () => ({ isFresh: (timestamp, { now }) => Math.abs(timestamp - now) <= 5 * MINUTE_MS * 1000 * 1000 }),
    {
      id: 'tolerance-multiplied',
      defect: 'The tolerance of the timestamp is converted to milliseconds twice over, which makes nine years of it.',
      must: ['AUTH-031'],
    },
  ),
  deciding('isFresh', () => ({ isFresh: (timestamp, { now }) => Math.abs(timestamp - now) <= MINUTE_MS / 2 }), {
    id: 'half-a-minute-of-tolerance',
    defect: 'A timestamp may be off by half a minute only.',
    must: ['AUTH-030'],
  }),
  deciding(
    'isFresh',
    ({ isFresh }) => ({
      isFresh: (timestamp, times) => timestamp <= times.now + MINUTE_MS / 2 && isFresh(timestamp, times),
    }),
    {
      id: 'fast-clocks-refused',
      defect: 'A timestamp that is half a minute ahead is refused.',
      must: ['AUTH-030'],
    },
  ),
  deciding(
    'isFresh',
    ({ isFresh }) => ({ isFresh: (timestamp, times) => timestamp > times.now - 1000 && isFresh(timestamp, times) }),
    {
      id: 'one-second-of-tolerance',
      defect: 'A timestamp may be a second old, so that a digest cannot be sent with another one.',
      must: ['AUTH-030', 'AUTH-036'],
    },
  ),
  deciding(
    'isTimestamp',
    ({ isFresh }) => ({
      isTimestamp: () => true,
      isFresh: (timestamp, times) => Number.isNaN(timestamp) || isFresh(timestamp, times),
    }),
    {
      id: 'timestamp-may-be-any-text',
      defect: 'A timestamp that is not a number is not compared with the clock.',
      must: ['AUTH-034'],
    },
  ),
];

/** One violation is answered otherwise by both products. */
const answering = (
  name: ViolationName,
  answers: { readonly payin: AnswerCode; readonly payout: AnswerCode },
  description: Description,
): Fault =>
  plant(
    `answers.${name}`,
    (decisions: Decisions) =>
      amend(amend(decisions, 'payinAnswers', { [name]: answers.payin }), 'payoutAnswers', { [name]: answers.payout }),
    description,
  );

const serverError = { payin: { status: 500, code: 9999 }, payout: { status: 500, code: 30000 } };

const answers: readonly Fault[] = [
  answering('wrongSignature', serverError, {
    id: 'wrong-signature-is-server-error',
    defect: 'A wrong signature ends in HTTP 500.',
    must: [...ANY_SIGNATURE, 'ERR-001'],
    may: ['ERR-006'],
  }),
  answering('malformedSignature', serverError, {
    id: 'malformed-signature-is-server-error',
    defect: 'A signature that cannot be decoded ends in HTTP 500.',
    must: ['AUTH-039', 'ERR-001'],
    may: ['ERR-006'],
  }),
  answering('missingHeader', serverError, {
    id: 'missing-header-is-server-error',
    defect: 'A header that is missing ends in HTTP 500.',
    must: ['AUTH-002', 'AUTH-003', 'AUTH-004', 'AUTH-038', 'ERR-001'],
    may: ['ERR-006'],
  }),
  answering('unknownApplication', serverError, {
    id: 'unknown-appid-is-server-error',
    defect: 'An APPID that was never issued ends in HTTP 500.',
    must: ['AUTH-010', 'ERR-001'],
    may: ['ERR-006'],
  }),
  answering('malformedTimestamp', serverError, {
    id: 'unreadable-timestamp-is-server-error',
    defect: 'A timestamp that is not a number ends in HTTP 500.',
    must: ['AUTH-034', 'ERR-001'],
    may: ['ERR-006'],
  }),
  answering(
    'staleTimestamp',
    { payin: { status: 401, code: 9999 }, payout: { status: 200, code: 30020 } },
    {
      id: 'stale-timestamp-answered-not-found',
      defect: 'A stale payout request is answered with the code for an unknown order.',
      must: ['AUTH-031'],
    },
  ),
];

/** Defects of credentials: headers, signatures, secrets, timestamps, and what refused requests leave. */
export const authFaults: readonly Fault[] = [
  ...headers,
  ...signatureFaults,
  ...openEndpoints,
  ...ordersOfTheRefused,
  ...timestamps,
  ...answers,
  ...digestFaults,
];
