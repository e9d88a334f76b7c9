import { UnsignableBodyError } from '../../../protocols/lesspay/signature/unsignable-body-error.js';
import { type Checks, firstViolation, type Situation } from '../decisions/check.js';
import { detailsOf } from '../decisions/create-batch.js';
import type { Times } from '../decisions/credentials.js';
import type { Step } from '../decisions/steps.js';
import type { Decisions } from '../decisions.js';
import type { Application } from './application.js';
import type { JsonObject } from './json.js';
import type { Attempt } from './request.js';
import type { State } from './state.js';
import { type Violation, violation } from './violation.js';

/** What judging a request needs to know. */
export interface Court {
  readonly decisions: Decisions;
  readonly state: State;
  /** Ids of orders that a create does not see yet: see `RequestIds.entry`. */
  readonly entering: ReadonlySet<string>;
  /** Ids of creates that were refused and are used up nevertheless: see `RequestIds.isSpentBy`. */
  readonly spent: ReadonlySet<string>;
  readonly times: Times;
}

/** `accepted`: nothing further is judged. */
type Judge = (attempt: Attempt, court: Court) => Violation | 'accepted' | null;

const method: Judge = ({ request }, { decisions: { transport } }) =>
  transport.isAllowedMethod(request.method)
    ? null
    : violation('wrongMethod', `method ${request.method} is not allowed: use POST`);

const path: Judge = ({ operation }) =>
  operation === undefined ? violation('unknownPath', 'the requested resource does not exist') : null;

/** The judgement is made only for operations that want credentials. */
const authenticating =
  (judgement: Judge): Judge =>
  (attempt, court) =>
    attempt.operation !== undefined && !court.decisions.credentials.appliesTo(attempt.operation)
      ? null
      : judgement(attempt, court);

const headers = authenticating(({ request }, { decisions: { credentials, transport } }) => {
  for (const name of credentials.requiredHeaders) {
    if ((transport.header(request, name) ?? '').trim() === '') {
      return violation('missingHeader', `header ${name} is missing`);
    }
  }
  return null;
});

const application: Judge = ({ application: caller }, { decisions: { credentials } }) =>
  caller === undefined ? violation('unknownApplication', 'x-auth-appid is not known') : credentials.objectionTo(caller);

const timestamp = authenticating(({ request }, { decisions: { credentials, transport }, times }) => {
  const text = transport.header(request, 'x-auth-timestamp') ?? '';
  if (!credentials.isTimestamp(text)) {
    return violation('malformedTimestamp', 'X-Auth-Timestamp must be milliseconds with 13 digits');
  }
  return credentials.isFresh(Number(text), times)
    ? null
    : violation('staleTimestamp', 'timestamp expired: use the current time');
});

const body: Judge = ({ request, body: parsed }, { decisions: { transport } }) => {
  if (!transport.isJson(transport.header(request, 'content-type'))) {
    return violation('malformedBody', 'Content-Type must be application/json');
  }
  if (request.bodyText === null) return violation('malformedBody', request.bodyProblem ?? 'the body cannot be read');
  return parsed === undefined ? violation('malformedBody', 'the body must be a JSON object') : null;
};

const signature = authenticating(
  ({ request, application: caller }, { decisions: { credentials, transport }, state }) => {
    const received = transport.header(request, 'x-auth-signature') ?? '';
    if (!credentials.hasSignatureForm(received)) {
      return violation('malformedSignature', 'x-auth-signature must be 64 upper-case hexadecimal digits');
    }
    try {
      const text = request.bodyText ?? '';
      const signers = caller === undefined ? [] : credentials.signers(caller, () => state.applications());
      if (signers.some((signer) => credentials.verifySignature(text, received, signer))) return null;
    } catch (error) {
      if (!(error instanceof UnsignableBodyError)) throw error;
      return violation('malformedBody', `the body cannot be signed: ${error.code}`);
    }
    return violation('wrongSignature', credentials.wrongSignatureMsg(caller));
  },
);

const product: Judge = ({ operation, product: wanted, application: caller }, { decisions: { credentials } }) =>
  operation === undefined ||
  caller === undefined ||
  credentials.isOpenWithoutProduct(operation) ||
  credentials.hasProduct(caller, wanted)
    ? null
    : violation('productNotEnabled', `${wanted} is not enabled for this application`);

const members: Judge = (attempt, court) => {
  const found = judgeMembers(attempt, court);
  if (found === null || Object.keys(attempt.body ?? {}).length > 0) return found;
  return violation('emptyBody', found.msg);
};

const rules: Judge = (attempt, court) => {
  const checks = ruleChecks(attempt, court.decisions);
  return attempt.body === undefined || attempt.application === undefined
    ? null
    : firstViolation(checks, attempt.body, situation(attempt.body, attempt.application, court));
};

const requestId: Judge = ({ operation, application: caller, body: sent }, court) => {
  const { decisions } = court;
  const kind = createdKind(operation);
  if (kind === null || caller === undefined || sent === undefined) return null;
  const existing = takenBy(sent, caller, kind, court);
  if (existing === undefined) {
    const isSpent = court.spent.has(idKey(sent, caller, kind));
    return isSpent ? violation('duplicateRequestId', 'request_id already exists') : null;
  }
  const same = existing.contentDigest === decisions.requestIds.digest(decisions.requestIds.content(sent), caller);
  const repeat =
    kind === 'payin' ? decisions.requestIds.repeatedPayin(same) : decisions.requestIds.repeatedPayout(same);
  if (repeat.kind === 'refuse') return repeat.violation;
  return repeat.kind === 'first' ? 'accepted' : null;
};

const judges: Readonly<Record<Step, Judge>> = {
  method,
  path,
  headers,
  application,
  timestamp,
  body,
  signature,
  product,
  members,
  requestId,
  rules,
};

/** The first violation, in the order of the decided steps; null for a request that is in order. */
export function judge(attempt: Attempt, court: Court): Violation | null {
  for (const step of court.decisions.steps) {
    const found = judges[step](attempt, court);
    if (found === 'accepted') return null;
    if (found !== null) return found;
  }
  return null;
}

/** The kind of order that the operation creates, or null. */
export function createdKind(operation: Attempt['operation']): 'payin' | 'payout' | null {
  if (operation === 'createPayin') return 'payin';
  return operation === 'createPayout' || operation === 'createPayoutBatch' ? 'payout' : null;
}

/** The order that has the request's id already, or undefined. */
export function takenBy(
  body: JsonObject,
  caller: Application,
  kind: 'payin' | 'payout',
  { decisions, state, entering }: Omit<Court, 'times' | 'spent'>,
) {
  const id = Object.hasOwn(body, 'request_id') ? String(body.request_id) : '';
  return state
    .ordersByRequestId(id)
    .find((order) => !entering.has(order.payOrderId) && decisions.requestIds.isTaken(order, caller, kind));
}

/** What makes the `request_id` of a create unique: application and kind of order with it. */
export function idKey(body: JsonObject, caller: Application, kind: 'payin' | 'payout'): string {
  return JSON.stringify([caller.appId, kind, Object.hasOwn(body, 'request_id') ? body.request_id : null]);
}

function situation(request: JsonObject, caller: Application, { decisions, state, times }: Court): Situation {
  return {
    syntax: decisions.syntax,
    application: caller,
    now: times.now,
    request,
    prefix: '',
    paidOutToday: (currency) => state.paidOut(caller.appId, currency, decisions.payoutOrders.dayOf(times.now)),
    available: (currency) => state.available(caller.appId, currency),
  };
}

function judgeMembers(attempt: Attempt, court: Court): Violation | null {
  const { operation, application: caller, body: sent } = attempt;
  if (operation === undefined || caller === undefined || sent === undefined) return null;
  const around = situation(sent, caller, court);
  const found = firstViolation(memberChecks(operation, court.decisions), sent, around);
  if (found !== null || operation !== 'createPayoutBatch') return found;
  for (const [index, detail] of detailsOf(sent).entries()) {
    const prefix = `payout_order_details[${index}].`;
    const wrong = firstViolation(court.decisions.batchDetail, detail, { ...around, prefix });
    if (wrong !== null) return wrong;
  }
  return null;
}

function memberChecks(operation: NonNullable<Attempt['operation']>, decisions: Decisions): Checks {
  return operation === 'createPayoutBatch' ? decisions.createBatch : decisions[operation];
}

function ruleChecks({ operation }: Attempt, decisions: Decisions): Checks {
  switch (operation) {
    case 'createPayin':
      return decisions.createPayinRules;
    case 'createPayout':
      return decisions.createPayoutRules;
    case 'createPayoutBatch':
      return decisions.createBatchRules;
    case 'listBanks':
      return decisions.listBanksRules;
    case 'fetchBalance':
      return decisions.fetchBalanceRules;
    default:
      return {};
  }
}
