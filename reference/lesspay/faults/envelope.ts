import type { Fault } from '../bite.js';
import type { Envelope } from '../decisions/envelope.js';
import { amend, type Decisions } from '../decisions.js';
import { EVERY_REFUSAL, EVERY_SUCCESS } from './consequences.js';
import { type Description, plant } from './plant.js';

type Members = Readonly<Record<string, unknown>>;

/** A success, with some of its members written otherwise. */
const onSuccess = (changed: (data: unknown) => Members, description: Description): Fault =>
  plant(
    'envelope.success',
    (decisions) =>
      amend(decisions, 'envelope', {
        success: (data) => ({ ...(decisions.envelope.success(data) as Members), ...changed(data) }),
      }),
    description,
  );

/** A refusal, with some of its members written otherwise. */
const onFailure = (
  changed: (...refused: Parameters<Envelope['failure']>) => Members,
  description: Description,
): Fault =>
  plant(
    'envelope.failure',
    (decisions) =>
      amend(decisions, 'envelope', {
        failure: (answer, msg) => ({
          ...(decisions.envelope.failure(answer, msg) as Members),
          ...changed(answer, msg),
        }),
      }),
    description,
  );

const isPayoutList = (data: unknown): boolean => Array.isArray(data);

const code: readonly Fault[] = [
  onSuccess(() => ({ code: '0' }), {
    id: 'success-code-is-text',
    defect: 'Success is told by the text "0" in place of the integer.',
    must: ['ENV-001'],
    may: EVERY_SUCCESS,
  }),
  onSuccess((data) => (isPayoutList(data) ? { code: 0.5 } : {}), {
    id: 'code-of-bank-list-has-fraction',
    defect: 'The bank list comes with a code that is no integer.',
    must: ['ENV-001'],
    may: ['PAYOUT-BANK-001', 'TRANS-016'],
  }),
  plant(
    'envelope.success',
    (decisions) =>
      amend(decisions, 'envelope', {
        success: (data) => (isPayoutList(data) ? data : decisions.envelope.success(data)),
      }),
    {
      id: 'bank-list-without-envelope',
      defect: 'The bank list is answered as a bare array, without an envelope.',
      must: ['ENV-001'],
      may: ['PAYOUT-BANK-001', 'TRANS-016'],
    },
  ),
  onSuccess(() => ({ code: 200 }), {
    id: 'success-code-is-200',
    defect: 'Success is told by code 200.',
    must: ['ENV-003'],
    may: [...EVERY_SUCCESS, 'ENV-012', 'ENV-013'],
  }),
  onFailure(() => ({ code: 0 }), {
    id: 'refusal-with-code-zero',
    defect: 'Refusals carry code 0.',
    must: ['ENV-003'],
    may: [...EVERY_REFUSAL, 'ERR-019', 'ERR-020'],
  }),
  plant(
    'payinAnswers.staleTimestamp',
    (decisions) => amend(decisions, 'payinAnswers', { staleTimestamp: { status: 401, code: 0 } }),
    {
      id: 'http-401-with-code-zero',
      defect: 'A stale pay-in request is answered with HTTP 401 and code 0.',
      must: ['ENV-016'],
      may: ['ENV-004'],
    },
  ),
  plant(
    'payoutAnswers.wrongMethod',
    (decisions) => amend(decisions, 'payoutAnswers', { wrongMethod: { status: 405, code: 0 } }),
    {
      id: 'http-405-with-code-zero',
      defect: 'A payout endpoint answers GET with HTTP 405 and code 0.',
      must: ['ENV-016', 'TRANS-005'],
    },
  ),
];

const msg: readonly Fault[] = [
  onSuccess(() => ({ msg: null }), {
    id: 'success-msg-is-null',
    defect: 'Successful answers have null for `msg`.',
    must: ['ENV-002'],
  }),
  onFailure((_answer, text) => ({ msg: [text] }), {
    id: 'refusal-msg-is-list',
    defect: 'Refusals have a list of texts for `msg`.',
    must: ['ENV-002'],
    may: ['ERR-003'],
  }),
  onSuccess(() => ({ msg: 'OK' }), {
    id: 'success-says-ok',
    defect: 'Successful answers say OK.',
    must: ['ENV-004'],
  }),
  onFailure(() => ({ msg: 'SUCCESS' }), {
    id: 'refusal-says-success',
    defect: 'Refusals say SUCCESS.',
    must: ['ERR-003'],
  }),
  onFailure(() => ({ msg: '' }), {
    id: 'refusal-says-nothing',
    defect: 'Refusals have an empty `msg`.',
    must: ['ENV-005'],
    may: ['ERR-003'],
  }),
  onFailure(() => ({ msg: null }), {
    id: 'refusal-msg-is-null',
    defect: 'Refusals have null for `msg`.',
    must: ['ENV-002', 'ENV-005'],
    may: ['ERR-003'],
  }),
];

const contentType = (value: string, description: Description): Fault =>
  plant(
    'envelope.contentType',
    (decisions: Decisions) => amend(decisions, 'envelope', { contentType: value }),
    description,
  );

const labelAndMembers: readonly Fault[] = [
  contentType('text/html; charset=utf-8', {
    id: 'answers-labelled-html',
    defect: 'Answers are labelled as HTML.',
    must: ['ENV-006'],
  }),
  contentType('text/json', {
    id: 'answers-labelled-text-json',
    defect: 'Answers carry a media type that does not exist for JSON.',
    must: ['ENV-006'],
  }),
  onSuccess(() => ({ sign: { alg: 'SHA256' } }), {
    id: 'reserved-sign-is-object',
    defect: 'The reserved member `sign` of an answer is an object.',
    must: ['ENV-007'],
  }),
  onSuccess(() => ({ encryptData: true }), {
    id: 'reserved-encrypt-data-is-boolean',
    defect: 'The reserved member `encryptData` of an answer is a boolean.',
    must: ['ENV-007'],
  }),
  onFailure((answer) => ({ data: { error: answer.code } }), {
    id: 'refusal-with-result',
    defect: 'Refusals carry an object in `data`.',
    must: ['ENV-012'],
    may: ['PAYOUT-NOTIFY-004', 'PAYOUT-QUERY-005', 'QUERY-006', 'QUERY-007', 'QUERY-020'],
  }),
];

const tables: readonly Fault[] = [
  plant(
    'payoutAnswers.countryCode',
    (decisions) => amend(decisions, 'payoutAnswers', { countryCode: decisions.payinAnswers.countryCode }),
    {
      id: 'payout-error-from-payin-table',
      defect: 'A wrong country of a payout is answered with the parameter error of pay-ins.',
      must: ['ENV-013'],
      may: ['PAYOUT-BANK-004', 'PAYOUT-BATCH-031', 'PAYOUT-CREATE-016'],
    },
  ),
  plant(
    'payinAnswers.duplicateRequestId',
    (decisions) => amend(decisions, 'payinAnswers', { duplicateRequestId: decisions.payoutAnswers.duplicateRequestId }),
    {
      id: 'payin-error-from-payout-table',
      defect: 'A repeated pay-in is answered with the payout code for it.',
      must: ['ENV-013'],
      may: ['IDEM-001', 'IDEM-002', 'IDEM-015'],
    },
  ),
  plant(
    'payinAnswers.wrongSignature',
    (decisions) => amend(decisions, 'payinAnswers', { wrongSignature: { status: 401, code: 401 } }),
    {
      id: 'http-status-as-code',
      defect: 'A wrong signature of a pay-in is answered with the HTTP status as code.',
      must: ['ENV-013'],
    },
  ),
];

/** Defects of the envelope: `code`, `msg`, `data`, the label. */
export const envelopeFaults: readonly Fault[] = [...code, ...msg, ...labelAndMembers, ...tables];
