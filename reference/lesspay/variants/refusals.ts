import type { Variant } from '../bite.js';
import type { AnswerCode, AnswerTable, ViolationName } from '../core/violation.js';
import { amend, type Decisions } from '../decisions.js';

/** The table with every row changed. */
function eachRow(table: AnswerTable, change: (row: AnswerCode, name: ViolationName) => AnswerCode): AnswerTable {
  const rows = Object.entries(table) as [ViolationName, AnswerCode][];
  return Object.fromEntries(rows.map(([name, row]) => [name, change(row, name)])) as AnswerTable;
}

const payins = (decisions: Decisions, change: (row: AnswerCode, name: ViolationName) => AnswerCode): Decisions =>
  amend(decisions, 'payinAnswers', eachRow(decisions.payinAnswers, change));

const payouts = (decisions: Decisions, change: (row: AnswerCode, name: ViolationName) => AnswerCode): Decisions =>
  amend(decisions, 'payoutAnswers', eachRow(decisions.payoutAnswers, change));

const both = (decisions: Decisions, change: (row: AnswerCode, name: ViolationName) => AnswerCode): Decisions =>
  payouts(payins(decisions, change), change);

const statusOf = (names: readonly ViolationName[], status: number) => (row: AnswerCode, name: ViolationName) =>
  names.includes(name) ? { ...row, status } : row;

const codeOf = (names: readonly ViolationName[], code: number) => (row: AnswerCode, name: ViolationName) =>
  names.includes(name) ? { ...row, code } : row;

const CREDENTIALS: readonly ViolationName[] = [
  'missingHeader',
  'unknownApplication',
  'malformedTimestamp',
  'staleTimestamp',
  'malformedSignature',
  'wrongSignature',
];

const PERMISSIONS: readonly ViolationName[] = [
  'productNotEnabled',
  'merchantAbnormal',
  'applicationDisabled',
  'channelNotConfigured',
  'methodNotConfigured',
];

const PARAMETERS: readonly ViolationName[] = ['parameter', 'noIdentifier', 'emptyBody', 'malformedBody'];

/** Which HTTP status and code a refusal comes with. */
export const refusalVariants: readonly Variant[] = [
  {
    id: 'refusals-with-http-400',
    behaviour: 'Every refusal that Annex A answers with HTTP 200 is answered with HTTP 400 and the same code.',
    source: 'E-51; the HTTP tables of S000 and S001: 400 for invalid format or parameters',
    change: (decisions) => both(decisions, (row) => (row.status === 200 ? { ...row, status: 400 } : row)),
  },
  {
    id: 'not-found-with-http-404',
    behaviour: 'An order that does not exist is answered with HTTP 404 and its code.',
    source: 'E-51; PI-NOTFOUND and PO(30020): HTTP 404 where the resource does not exist',
    change: (decisions) => both(decisions, statusOf(['orderNotFound'], 404)),
  },
  {
    id: 'not-found-without-envelope',
    behaviour: 'An order that does not exist is answered with HTTP 404 and a body of another form.',
    source: 'PI-NOTFOUND and PO(30020), tolerant: no envelope with status 404',
    change: (decisions) =>
      amend(both(decisions, statusOf(['orderNotFound'], 404)), 'envelope', {
        failure: (answer, msg) => (answer.status === 404 ? { error: msg } : decisions.envelope.failure(answer, msg)),
      }),
  },
  {
    id: 'permissions-with-http-403',
    behaviour: 'What an application may not do is answered with HTTP 403.',
    source: 'PO(30033), PO(30040) to PO(30043) and ERR-021: HTTP 403, not authorized to access the resource',
    change: (decisions) =>
      payins(payouts(decisions, statusOf(PERMISSIONS, 403)), statusOf(['productNotEnabled', 'merchantAbnormal'], 403)),
  },
  {
    id: 'parameters-without-envelope',
    behaviour: 'A parameter error is answered with HTTP 400 and a body that is no envelope.',
    source: 'PI-PARAM and PO-PARAM, tolerant: no envelope with status 400',
    change: (decisions) =>
      amend(both(decisions, statusOf(PARAMETERS, 400)), 'envelope', {
        failure: (answer, msg) =>
          answer.status === 400 && [11, 30000].includes(answer.code)
            ? { error: 'bad request', detail: msg }
            : decisions.envelope.failure(answer, msg),
      }),
  },
  {
    id: 'credentials-with-http-200',
    behaviour: 'Refused credentials are answered with HTTP 200 and a code.',
    source: 'E-51, E-52; PI-AUTH and PO-AUTH, tolerant: HTTP 200 with any code but 0',
    change: (decisions) => both(decisions, statusOf(CREDENTIALS, 200)),
  },
  {
    id: 'credentials-without-envelope',
    behaviour: 'Refused credentials are answered with HTTP 401 and a body that is no envelope.',
    source: 'PI-AUTH and PO-AUTH, tolerant: no envelope with status 401',
    change: (decisions) =>
      amend(decisions, 'envelope', {
        failure: (answer, msg) => (answer.status === 401 ? 'unauthorized' : decisions.envelope.failure(answer, msg)),
      }),
  },
  {
    id: 'signature-code-30050',
    behaviour: 'Every fault of a signature is 30050.',
    source: 'E-55: 30050 and 30051 without a boundary',
    change: (decisions) =>
      payouts(
        decisions,
        codeOf(['missingHeader', 'unknownApplication', 'malformedSignature', 'wrongSignature'], 30050),
      ),
  },
  {
    id: 'signature-code-30051',
    behaviour: 'Every fault of a signature is 30051.',
    source: 'E-55: 30050 and 30051 without a boundary',
    change: (decisions) =>
      payouts(
        decisions,
        codeOf(['missingHeader', 'unknownApplication', 'malformedSignature', 'wrongSignature'], 30051),
      ),
  },
  {
    id: 'wrong-method-400',
    behaviour: 'A payout endpoint answers another method than POST with HTTP 400.',
    source: 'E-50: 405 is in the list of pay-ins only',
    change: (decisions) => payouts(decisions, statusOf(['wrongMethod'], 400)),
  },
  {
    id: 'unknown-path-needs-credentials',
    behaviour: 'An unknown path is answered with HTTP 401, as for a request without credentials.',
    source: 'TRANS-006, tolerant: 401 when authentication runs first',
    change: (decisions) => both(decisions, statusOf(['unknownPath'], 401)),
  },
  {
    id: 'record-not-found-5003',
    behaviour: 'A pay-in that does not exist is code 5003.',
    source: 'E-53: 1202 and 5003 both mean "not found"',
    change: (decisions) => payins(decisions, codeOf(['orderNotFound'], 5003)),
  },
  {
    id: 'pay-in-refusals-9999',
    behaviour: 'Pay-in parameter errors and duplicates have the general code 9999.',
    source: 'S001, code 9999 "custom business error"; PI-PARAM, PI-BIZ, PI-TIME and PI-DUP, tolerant',
    change: (decisions) =>
      payins(
        decisions,
        codeOf(
          ['parameter', 'amountFormat', 'businessRule', 'timeWindow', 'noIdentifier', 'conflictingRequestId'],
          9999,
        ),
      ),
  },
  {
    id: 'channels-refused-as-methods',
    behaviour: 'A channel that the application does not have is 30043, as a method is.',
    source: 'Section 9.4: 30033 soft, 30043 also plausible; 30033 and 30043 overlap',
    change: (decisions) => payouts(decisions, codeOf(['channelNotConfigured'], 30043)),
  },
];
