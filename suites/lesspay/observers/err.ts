import { noVerdictFrom } from '../../../harness/answers.js';
import { type Check, holds, met, violated } from '../../../harness/check.js';
import { describeAnswer, type Exchange, envelopeOf, type Json } from '../../../harness/exchange.js';
import { acrossExchanges, eachExchange, type Observer } from '../../../harness/observer.js';
import { type EndpointAnswer, endpointAnswer } from '../reading/endpoint-answer.js';
import { intended, isAboutCredentials, isMistake, strictCodes } from '../reading/intended.js';
import { requestIdSent } from '../reading/request-id-sent.js';

/** Judges each answer of an endpoint. */
const eachAnswer = (id: string, judge: (answer: EndpointAnswer) => Check | null): Observer =>
  eachExchange(id, (exchange) => {
    const answer = endpointAnswer(exchange);
    return answer === null ? null : judge(answer);
  }) as Observer;

/** ERR-001: a client's mistake is no 5xx (S000, S001 class text). HTTP 503 is maintenance. It holds for any path and method. */
const notAServerError = eachExchange('ERR-001', (exchange) => {
  if (!isMistake(exchange) || exchange.response === null || noVerdictFrom(exchange) !== null) return null;
  return holds(exchange.response.status < 500, 'a status below 500', () => describeAnswer(exchange), exchange);
}) as Observer;

/** Codes of failures inside the platform (S001). */
const INTERNAL = [10, 12];

/** ERR-002: a client's mistake is no failure of the platform (S001). */
const notAnInternalError = eachAnswer('ERR-002', ({ exchange, envelope }) =>
  !isMistake(exchange) || envelope === null
    ? null
    : holds(!INTERNAL.includes(envelope.code), 'a code other than 10 and 12', () => describeAnswer(exchange), exchange),
);

const CREDENTIAL_HEADERS = ['x-auth-appid', 'x-auth-timestamp', 'x-auth-signature'];

function hasWrongCredentials(exchange: Exchange): boolean {
  if (CREDENTIAL_HEADERS.some((name) => (exchange.request.headers[name] ?? '') === '')) return true;
  const purpose = intended(exchange);
  return purpose !== null && isAboutCredentials(purpose);
}

/** ERR-004: of the 4xx statuses, 401 is the one for credentials (S000, S001 HTTP tables; E-51, E-52). */
const credentialsAre401 = eachAnswer('ERR-004', ({ exchange, status }) =>
  status >= 400 && status <= 499 && hasWrongCredentials(exchange)
    ? holds(status === 401, 'HTTP 401', () => `HTTP ${status}`, exchange)
    : null,
);

/** The general code of payouts, and what it must not stand for. */
const GENERAL = 30000;

/** ERR-006: the payout code that describes the mistake, not the general one (S000). Rules that only report do not count. */
const specificCode = eachAnswer('ERR-006', ({ exchange, product, envelope }) => {
  const purpose = intended(exchange);
  if (product !== 'payout' || envelope === null || purpose === null || purpose.level === 'info') return null;
  const expected = strictCodes(purpose)?.filter((code) => code !== 0) ?? [];
  if (expected.length === 0) return null;
  if (expected.includes(envelope.code)) return met;
  return envelope.code === GENERAL
    ? violated(`code ${expected.join(' or ')} (${purpose.requirement})`, `the general code ${GENERAL}`, exchange)
    : null;
});

const REVIEW_REJECTED = 30003;

/** ERR-012: 30003 tells the result of a review, not of a new create (S000; E-74). */
const noReviewOnCreate = acrossExchanges<Set<string>>(
  'ERR-012',
  () => new Set(),
  (exchange, seen) => {
    const answer = endpointAnswer(exchange);
    if (answer === null || !answer.creates || answer.product !== 'payout') return null;
    const id = requestIdSent(exchange);
    const isNew = id === null || !seen.has(id);
    if (id !== null) seen.add(id);
    return isNew && answer.envelope !== null
      ? holds(answer.envelope.code !== REVIEW_REJECTED, 'another code than 30003', () => 'code 30003', exchange)
      : null;
  },
) as Observer;

/** The members that hold account numbers; a card's `number` is one too, a telephone's is not. */
const ACCOUNT_NUMBERS = ['bank_account_no', 'account_number', 'iban', 'wallet_address'];

function clearAccounts({ facts, operation }: Exchange): string[] {
  const accounts = operation === 'createPayin' ? [...ACCOUNT_NUMBERS, 'number'] : ACCOUNT_NUMBERS;
  return (facts.clearMembers ?? []).filter((name) => accounts.includes(name));
}

const isError = (exchange: Exchange): boolean => {
  const code: Json | undefined = envelopeOf(exchange)?.code;
  return (exchange.response?.status ?? 0) >= 400 || (code !== undefined && code !== 0);
};

/** ERR-013: errors repeat neither secrets nor account numbers (inferred). It holds for any path and method. */
const nothingRepeated = eachExchange('ERR-013', (exchange) => {
  if (exchange.kind !== 'request' || !isError(exchange)) return null;
  const repeated = [
    ...(exchange.facts.secretSeen === true ? ['the application secret'] : []),
    ...clearAccounts(exchange),
  ];
  return holds(
    repeated.length === 0,
    'an error answer without secrets and account numbers',
    () => `an error answer with ${repeated.join(', ')} in the clear`,
    exchange,
  );
}) as Observer;

/** What holds of every refusal. */
export const errObservers: readonly Observer[] = [
  notAServerError,
  notAnInternalError,
  credentialsAre401,
  specificCode,
  noReviewOnCreate,
  nothingRepeated,
];
