import type { Fault } from '../bite.js';
import { textAt } from '../core/json.js';
import { type AnswerCode, type ViolationName, violation } from '../core/violation.js';
import type { Check } from '../decisions/check.js';
import { amend } from '../decisions.js';
import { PAYIN_MEMBERS } from './consequences.js';
import { permissionFaults } from './permissions.js';
import { answered, type Description, plant, plantCheck } from './plant.js';
import { ACCEPTED_SINGLE_PAYOUTS } from './requirement-groups.js';

/** One violation has another answer, wherever a pay-in endpoint finds it. */
const payinAnswered = (name: ViolationName, answer: AnswerCode, description: Description): Fault =>
  plant(`payinAnswers.${name}`, (decisions) => amend(decisions, 'payinAnswers', { [name]: answer }), description);

const serverErrors: readonly Fault[] = [
  payinAnswered(
    'parameter',
    { status: 500, code: 11 },
    {
      id: 'payin-parameter-error-is-http-500',
      defect: 'A wrong member of a pay-in ends in HTTP 500.',
      must: ['ERR-001'],
      may: PAYIN_MEMBERS,
    },
  ),
  payinAnswered(
    'duplicateRequestId',
    { status: 500, code: 1201 },
    {
      id: 'repeated-payin-is-http-500',
      defect: 'A repeated pay-in ends in HTTP 500.',
      must: ['ERR-001'],
      may: ['IDEM-001', 'IDEM-002', 'IDEM-015'],
    },
  ),
  answered('beneficiaryType', 500, 30004, {
    id: 'wrong-beneficiary-type-is-http-500',
    defect: 'An unknown type of beneficiary ends in HTTP 500.',
    must: ['ERR-001'],
    may: ['PAYOUT-BATCH-029', 'PAYOUT-BATCH-036', 'PAYOUT-CREATE-009'],
  }),
  answered('amountMismatch', 500, 30002, {
    id: 'wrong-sum-is-http-500',
    defect: 'A total that is not the sum of the details ends in HTTP 500.',
    must: ['ERR-001'],
    may: ['PAYOUT-BATCH-010'],
  }),
  plantCheck(
    'createPayout',
    'currencyText',
    () => () => {
      throw new TypeError('currency.trim is not a function');
    },
    {
      id: 'single-payout-crashes',
      defect: 'Every single payout ends in an exception and HTTP 500.',
      must: ['ERR-001'],
      may: [
        'AMT-001',
        'AUTH-018',
        'ERR-006',
        'FMT-009',
        ...ACCEPTED_SINGLE_PAYOUTS,
        'TRANS-001',
        'TRANS-002',
        'TRANS-010',
      ],
    },
  ),
];

const internalCodes: readonly Fault[] = [
  payinAnswered(
    'parameter',
    { status: 200, code: 10 },
    {
      id: 'payin-parameter-error-with-code-10',
      defect: 'A wrong member of a pay-in is answered with the code of internal errors.',
      must: ['ERR-002'],
      may: PAYIN_MEMBERS,
    },
  ),
  payinAnswered(
    'missingHeader',
    { status: 401, code: 12 },
    {
      id: 'missing-header-with-code-12',
      defect: 'A header that is missing is answered with the code of failures behind the platform.',
      must: ['ERR-002'],
    },
  ),
];

const msgs: readonly Fault[] = [
  plant(
    'envelope.failure',
    (decisions) =>
      amend(decisions, 'envelope', {
        failure: (answer, msg) => decisions.envelope.failure(answer, answer.code === 11 ? 'Parameter error' : msg),
      }),
    {
      id: 'parameter-error-names-no-member',
      defect: 'The message of code 11 does not say what is wrong.',
      must: ['ERR-003'],
    },
  ),
  plant(
    'credentials.wrongSignatureMsg',
    (decisions) =>
      amend(decisions, 'credentials', {
        wrongSignatureMsg: (caller) => `signature verification failed: key=${caller?.appSecret}`,
      }),
    {
      id: 'secret-in-error-message',
      defect: 'The message about a wrong signature shows the string to sign, secret included.',
      must: ['ERR-013'],
    },
  ),
  plantCheck(
    'createPayout',
    'amountFormat',
    (original) => (body, situation) => {
      const found = original(body, situation);
      const account = textAt(body, 'beneficiary.destination.bank.account_number') ?? '';
      return found === null ? null : violation(found.name, `${found.msg} (account ${account})`);
    },
    {
      id: 'account-number-in-error-message',
      defect: 'The message about a wrong amount repeats the account number.',
      must: ['ERR-013'],
    },
  ),
];

/** A code that is as good for the mistake, or nearly so. */
const otherCode = (code: number): number => {
  if (code < 30000) return code === 11 ? 9999 : code;
  return code === 30000 ? 30009 : 30000;
};

const refused: Check = (_body, { prefix }) => violation('parameter', `${prefix}transaction_type is wrong`);

const codes: readonly Fault[] = [
  payinAnswered(
    'wrongSignature',
    { status: 403, code: 9999 },
    {
      id: 'wrong-signature-is-http-403',
      defect: 'A wrong signature of a pay-in is answered with HTTP 403.',
      must: ['ERR-004'],
    },
  ),
  answered('unknownApplication', 400, 30051, {
    id: 'unknown-appid-is-http-400',
    defect: 'An unknown APPID is answered with HTTP 400 by payouts.',
    must: ['ERR-004'],
  }),
  answered('amountFormat', 200, 30000, {
    id: 'wrong-amount-with-general-code',
    defect: 'A malformed amount of a payout is answered with the general code.',
    must: ['ERR-006'],
  }),
  answered('orderNotFound', 200, 30000, {
    id: 'unknown-payout-with-general-code',
    defect: 'A payout that does not exist is answered with the general code.',
    must: ['ERR-006'],
  }),
  answered('insufficientBalance', 200, 30000, {
    id: 'missing-funds-with-general-code',
    defect: 'Missing funds are answered with the general code.',
    must: ['ERR-006'],
  }),
  answered('conflictingRequestId', 200, 30000, {
    id: 'reused-id-with-general-code',
    defect: 'An id that is used again with other parameters is answered with the general code.',
    must: ['ERR-006'],
  }),
  answered('beneficiaryType', 200, 30003, {
    id: 'create-rejected-like-a-review',
    defect: 'A new payout with an unknown type of beneficiary is answered like one that the review rejected.',
    must: ['ERR-012'],
    may: ['PAYOUT-BATCH-029', 'PAYOUT-BATCH-036', 'PAYOUT-CREATE-009'],
  }),
  plant(
    'envelope.failure',
    (decisions) => {
      const told = new Set<string>();
      return amend(decisions, 'envelope', {
        failure(answer, msg) {
          const isRepeated = told.delete(msg);
          if (!isRepeated) told.add(msg);
          return decisions.envelope.failure(isRepeated ? { ...answer, code: otherCode(answer.code) } : answer, msg);
        },
      });
    },
    {
      id: 'code-changes-from-time-to-time',
      defect: 'Every other time a mistake is answered with another code.',
      must: ['ERR-014'],
      may: ['ERR-006'],
      remembers: true,
    },
  ),
  plant(
    'createPayin.transactionTypeValue',
    (decisions) => amend(decisions, 'createPayin', { transactionTypeValue: refused }),
    {
      id: 'payin-transaction-type-never-right',
      defect: 'No transaction type of a pay-in is right.',
      must: ['TRANS-001', 'TRANS-002'],
      may: [
        'AMT-001',
        'AUTH-001',
        'AUTH-016',
        'AUTH-017',
        'AUTH-018',
        'FMT-009',
        'PAYIN-CARD-001',
        'PAYIN-CARD-007',
        'PAYIN-CARD-011',
        'PAYIN-CARD-014',
        'PAYIN-CREATE-001',
        'PAYIN-CREATE-024',
        'PAYIN-CREATE-027',
        'PAYIN-CREATE-028',
        'PAYIN-CREATE-029',
        'PAYIN-CREATE-030',
        'PAYIN-CREATE-038',
        'TRANS-010',
      ],
    },
  ),
];

/** Defects of errors: statuses, codes, messages, and what an application may do. */
export const errFaults: readonly Fault[] = [...serverErrors, ...internalCodes, ...msgs, ...codes, ...permissionFaults];
