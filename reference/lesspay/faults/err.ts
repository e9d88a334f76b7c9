import type { Fault } from '../bite.js';
import { textAt } from '../core/json.js';
import { type AnswerCode, type ViolationName, violation } from '../core/violation.js';
import type { Check } from '../decisions/check.js';
import { amend } from '../decisions.js';
import { answered, type Description, mistaken, plant, plantCheck, unnoticed } from './plant.js';

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
    },
  ),
  payinAnswered(
    'duplicateRequestId',
    { status: 500, code: 1201 },
    {
      id: 'repeated-payin-is-http-500',
      defect: 'A repeated pay-in ends in HTTP 500.',
      must: ['ERR-001'],
    },
  ),
  answered('beneficiaryType', 500, 30004, {
    id: 'wrong-beneficiary-type-is-http-500',
    defect: 'An unknown type of beneficiary ends in HTTP 500.',
    must: ['ERR-001'],
  }),
  answered('amountMismatch', 500, 30002, {
    id: 'wrong-sum-is-http-500',
    defect: 'A total that is not the sum of the details ends in HTTP 500.',
    must: ['ERR-001'],
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
  }),
  plant(
    'envelope.failure',
    (decisions) => {
      let count = 0;
      return amend(decisions, 'envelope', {
        failure(answer, msg) {
          count += 1;
          const general = answer.code === 30009 || answer.code === 11;
          const other = answer.code === 11 ? 5000 : 30000;
          return decisions.envelope.failure(general && count % 2 === 0 ? { ...answer, code: other } : answer, msg);
        },
      });
    },
    {
      id: 'code-changes-from-time-to-time',
      defect: 'Every other refusal has the general code in place of its own.',
      must: ['ERR-014'],
    },
  ),
  plant(
    'createPayin.transactionTypeValue',
    (decisions) => amend(decisions, 'createPayin', { transactionTypeValue: refused }),
    {
      id: 'payin-transaction-type-never-right',
      defect: 'No transaction type of a pay-in is right.',
      must: ['TRANS-001', 'TRANS-002'],
    },
  ),
];

const mayCall = (status: string, description: Description): Fault =>
  plant(
    'credentials.objectionTo',
    (decisions) =>
      amend(decisions, 'credentials', {
        objectionTo: (caller) => (caller.status === status ? null : decisions.credentials.objectionTo(caller)),
      }),
    description,
  );

/** An application without the product may call it. */
const withProduct = (product: 'payin' | 'payout', description: Description): Fault =>
  plant(
    'credentials.hasProduct',
    (decisions) =>
      amend(decisions, 'credentials', {
        hasProduct: (application, wanted) =>
          wanted === product || decisions.credentials.hasProduct(application, wanted),
      }),
    description,
  );

const permissions: readonly Fault[] = [
  mayCall('merchant_disabled', {
    id: 'disabled-merchant-pays-out',
    defect: 'A merchant that is disabled goes on paying out.',
    must: ['ERR-015'],
  }),
  mayCall('disabled', {
    id: 'disabled-application-pays-out',
    defect: 'An application that is disabled goes on paying out.',
    must: ['ERR-015'],
  }),
  withProduct('payout', {
    id: 'payout-without-product',
    defect: 'An application without payout pays out.',
    must: ['ERR-015'],
  }),
  withProduct('payin', {
    id: 'payin-without-product',
    defect: 'An application without pay-in takes payments.',
    must: ['ERR-021'],
  }),
  unnoticed('createPayoutRules', 'methodConfigured', {
    id: 'method-not-configured-accepted',
    defect: 'A payout by a method that is not configured is accepted.',
    must: ['ERR-015'],
  }),
  answered('applicationDisabled', 200, 30020, {
    id: 'disabled-application-answered-not-found',
    defect: 'An application that is disabled is told that its order was not found.',
    must: ['ERR-015'],
  }),
];

const limits: readonly Fault[] = [
  unnoticed('createPayoutRules', 'singleMaximumKept', {
    id: 'single-maximum-ignored',
    defect: 'The single maximum of an application is not looked at.',
    must: ['ERR-016'],
  }),
  unnoticed('createPayoutRules', 'dailyMaximumKept', {
    id: 'daily-maximum-ignored',
    defect: 'The daily maximum of an application is not looked at.',
    must: ['ERR-016'],
  }),
  unnoticed('createPayoutRules', 'minimumKept', {
    id: 'minimum-ignored',
    defect: 'The minimum of an application is not looked at.',
    must: ['ERR-016'],
  }),
  unnoticed('createBatchRules', 'singleMaximumKept', {
    id: 'single-maximum-of-batches-ignored',
    defect: 'The single maximum of an application is not looked at in batches.',
    must: ['ERR-016'],
  }),
  unnoticed('createBatchRules', 'dailyMaximumKept', {
    id: 'daily-maximum-of-batches-ignored',
    defect: 'The daily maximum of an application is not looked at in batches.',
    must: ['ERR-016'],
  }),
  unnoticed('createBatchRules', 'minimumKept', {
    id: 'minimum-of-batches-ignored',
    defect: 'The minimum of an application is not looked at in batches.',
    must: ['ERR-016'],
  }),
  mistaken('createPayoutRules', 'dailyMaximumKept', 'duplicateDetail', {
    id: 'daily-maximum-answered-otherwise',
    defect: 'A payout over the daily maximum is answered with the code for a repeated detail.',
    must: ['ERR-016'],
  }),
  unnoticed('createBatchRules', 'detailCount', {
    id: 'number-of-details-ignored',
    defect: 'The maximum number of details is not looked at.',
    must: ['ERR-017'],
  }),
];

const funds: readonly Fault[] = [
  unnoticed('createPayoutRules', 'balanceSuffices', {
    id: 'missing-funds-paid-out',
    defect: 'A payout for which there are no funds is accepted and goes the way of any other.',
    must: [],
  }),
  plant(
    'createPayoutRules.balanceSuffices',
    (decisions) =>
      amend(amend(decisions, 'createPayoutRules', { balanceSuffices: () => null }), 'lifecycle', {
        movedPayout: (order, to) => (to === 'PENDING_PAY' ? 'SUCCEED' : decisions.lifecycle.movedPayout(order, to)),
      }),
    {
      id: 'missing-funds-succeed',
      defect: 'A payout for which there are no funds succeeds once it is approved.',
      must: ['ERR-018'],
    },
  ),
];

/** Defects of errors: statuses, codes, messages, and what an application may do. */
export const errFaults: readonly Fault[] = [
  ...serverErrors,
  ...internalCodes,
  ...msgs,
  ...codes,
  ...permissions,
  ...limits,
  ...funds,
];
