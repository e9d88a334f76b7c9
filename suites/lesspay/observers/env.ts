import { type Check, holds, met, remarked, violated } from '../../../harness/check.js';
import { describeAnswer, type Exchange, isJsonObject, type Json, jsonOf, member } from '../../../harness/exchange.js';
import { eachExchange, type Observer } from '../../../harness/observer.js';
import { httpStatuses, isDocumentedCode } from '../../../protocols/lesspay/codes.js';
import { type EndpointAnswer, endpointAnswer } from '../reading/endpoint-answer.js';
import { intended, mustBeRefused } from '../reading/intended.js';
import { isEmpty } from '../reading/outcomes.js';

type Judge = (answer: EndpointAnswer) => Check | readonly Check[] | null;
type WithEnvelope = EndpointAnswer & { readonly envelope: NonNullable<EndpointAnswer['envelope']> };

const observer = (id: string, watch: (exchange: Exchange) => Check | readonly Check[] | null): Observer =>
  eachExchange(id, watch) as Observer;

/** Judges each answer of an endpoint. */
const eachAnswer = (id: string, judge: Judge): Observer =>
  observer(id, (exchange) => {
    const answer = endpointAnswer(exchange);
    return answer === null ? null : judge(answer);
  });

/** Judges each answer of an endpoint that has an envelope. */
const eachEnvelope = (id: string, judge: (answer: WithEnvelope) => Check | readonly Check[] | null): Observer =>
  eachAnswer(id, (answer) => (answer.envelope === null ? null : judge({ ...answer, envelope: answer.envelope })));

const is2xx = ({ status }: EndpointAnswer): boolean => status >= 200 && status <= 299;

const shown = (value: Json | undefined): string => JSON.stringify(value) ?? 'nothing';

/** ENV-001: a 2xx answer is a JSON object with an integer `code` (S000; S001; S003 1.6). */
const integerCode = eachAnswer('ENV-001', (answer) =>
  is2xx(answer)
    ? holds(
        answer.envelope !== null,
        'a JSON object with an integer `code`',
        () => describeAnswer(answer.exchange),
        answer.exchange,
      )
    : null,
);

/** ENV-002: a 2xx answer has a text `msg` (S000; S001; S003 1.6). A body that is no object at all is judged by ENV-001. */
const textMsg = eachAnswer('ENV-002', (answer) => {
  const body = jsonOf(answer.exchange.response);
  if (!is2xx(answer) || !isJsonObject(body)) return null;
  const msg = member(body, 'msg');
  return holds(typeof msg === 'string', '`msg`, a text', () => shown(msg), answer.exchange);
});

const saysSuccess = (msg: Json | undefined): boolean =>
  typeof msg === 'string' && msg.trim().toUpperCase() === 'SUCCESS';

/**
 * ENV-003: code 0 is success and nothing else is (S000; S001; S003 1.7). A platform that carries out what it ought to refuse
 * breaks the rule that it did not check, not this one: here a code 0 is wrong on a create that comes with no order.
 */
const zeroIsSuccess = eachEnvelope('ENV-003', ({ exchange, creates, envelope: { code, msg, data } }) => {
  if (code !== 0) {
    return saysSuccess(msg) && !isEmpty(data)
      ? violated('code 0 with the result of a success', describeAnswer(exchange), exchange)
      : met;
  }
  const purpose = intended(exchange);
  const refusedWithZero = creates && purpose !== null && mustBeRefused(purpose) && isEmpty(data);
  return refusedWithZero
    ? violated('another code than 0 for a request that was not carried out', describeAnswer(exchange), exchange)
    : met;
});

/** ENV-004: success says SUCCESS, or nothing (S003 1.6; P-CARD; P-FPO). */
const successMsg = eachEnvelope('ENV-004', ({ exchange, envelope: { code, msg } }) =>
  code === 0 && typeof msg === 'string'
    ? holds(msg === '' || saysSuccess(msg), '`msg` "SUCCESS" or empty', () => shown(msg), exchange)
    : null,
);

/** ENV-005: a failure says something (S000; S001). */
const failureMsg = eachEnvelope('ENV-005', ({ exchange, envelope: { code, msg } }) => {
  const isText = typeof msg === 'string' || msg === undefined || msg === null;
  return code !== 0 && isText
    ? holds(typeof msg === 'string' && msg.length > 0, '`msg` with a text', () => shown(msg), exchange)
    : null;
});

/** ENV-006: JSON is labelled as JSON (P-FPO). */
const contentType = eachEnvelope('ENV-006', ({ exchange }) => {
  const type = exchange.response?.headers['content-type'] ?? '';
  return holds(
    /^\s*application\/json/i.test(type),
    'a Content-Type that begins with application/json',
    () => (type === '' ? 'no Content-Type' : type),
    exchange,
  );
});

/** ENV-007: the reserved members in any of their forms (S003 1.6; E-03). */
const reservedMembers = eachEnvelope('ENV-007', ({ exchange, envelope: { members, data } }) =>
  [members, data].flatMap((place) =>
    ['encryptData', 'sign'].map((name) => {
      const value = member(place, name);
      return holds(
        value === undefined || value === null || typeof value === 'string',
        `\`${name}\` as text, null or missing`,
        () => shown(value),
        exchange,
      );
    }),
  ),
);

/** ENV-012: a failure has no result (S003 1.6; inferred). */
const failureData = eachEnvelope('ENV-012', ({ exchange, envelope: { code, data } }) =>
  code === 0 ? null : holds(isEmpty(data), '`data` absent, null or empty', () => 'a result in `data`', exchange),
);

/** ENV-013: codes come from the product's own table (S000; S001). */
const ownTable = eachEnvelope('ENV-013', ({ exchange, product, envelope: { code } }) =>
  holds(
    isDocumentedCode(product, code),
    `a code of the ${product === 'payin' ? 'pay-in' : 'payout'} error table`,
    () => `code ${code}`,
    exchange,
  ),
);

const listedStatuses: ReadonlySet<number> = new Set(httpStatuses.map(({ status }) => status));

/** ENV-014: statuses that neither table lists are reported (S000; S001; E-50). */
const unlistedStatuses = observer('ENV-014', (exchange) => {
  if (exchange.kind !== 'request' || exchange.response === null) return null;
  const { status } = exchange.response;
  return listedStatuses.has(status)
    ? met
    : remarked(`recorded: HTTP ${status}, to ${exchange.operation ?? exchange.method}`, exchange);
});

/** ENV-016: an error status never comes with code 0 (S000; S001; E-51). It holds for any path and method. */
const errorStatus = observer('ENV-016', (exchange) => {
  if (exchange.kind !== 'request' || exchange.response === null) return null;
  const { status, truncated } = exchange.response;
  if (status < 400 || status === 429 || truncated) return null;
  const code = member(jsonOf(exchange.response), 'code');
  return holds(code !== 0, 'another code than 0, or none', () => describeAnswer(exchange), exchange);
});

/** What holds of the envelope of every answer. */
export const envObservers: readonly Observer[] = [
  integerCode,
  textMsg,
  zeroIsSuccess,
  successMsg,
  failureMsg,
  contentType,
  reservedMembers,
  failureData,
  ownTable,
  unlistedStatuses,
  errorStatus,
];
