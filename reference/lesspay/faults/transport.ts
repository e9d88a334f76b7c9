import type { Fault } from '../bite.js';
import { textAt } from '../core/json.js';
import { type AnswerCode, type ViolationName, violation } from '../core/violation.js';
import type { Check } from '../decisions/check.js';
import { amend, type Decisions } from '../decisions.js';
import { EVERY_SUCCESS } from './consequences.js';
import { plant, plantCheck } from './plant.js';

/** Both products answer a violation otherwise, each with its own general code. */
const answering = (
  decisions: Decisions,
  violations: readonly ViolationName[],
  answer: (product: 'payin' | 'payout') => AnswerCode,
): Decisions => {
  const changes = (product: 'payin' | 'payout') =>
    Object.fromEntries(violations.map((name) => [name, answer(product)]));
  return amend(amend(decisions, 'payinAnswers', changes('payin')), 'payoutAnswers', changes('payout'));
};

const serverError = (product: 'payin' | 'payout'): AnswerCode => ({
  status: 500,
  code: product === 'payin' ? 10 : 30000,
});

const success = (): AnswerCode => ({ status: 200, code: 0 });

/** The spelling of header names in the documents. */
const documented: Readonly<Record<string, string>> = {
  'content-type': 'Content-Type',
  'x-auth-appid': 'x-auth-appid',
  'x-auth-timestamp': 'X-Auth-Timestamp',
  'x-auth-signature': 'x-auth-signature',
};

/** Headers are found only under names for which `isRead` holds. */
const readingHeaders = (decisions: Decisions, isRead: (name: string) => boolean): Decisions =>
  amend(decisions, 'transport', {
    header: (request, name) =>
      request.headerNames.filter(isRead).some((sent) => sent.toLowerCase() === name)
        ? decisions.transport.header(request, name)
        : undefined,
  });

const isNoJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return false;
  } catch {
    return text.trim() !== '';
  }
};

const questionMarks = (text: string): string => text.replace(/[^ -~]/g, '?');

const asciiOnly =
  (original: Check): Check =>
  (body, situation) =>
    /[^ -~]/.test(textAt(body, 'description') ?? '')
      ? violation('parameter', `${situation.prefix}description has characters that are not allowed`)
      : original(body, situation);

const methodsAndPaths: readonly Fault[] = [
  plant('payinAnswers.wrongMethod', (decisions) => amend(decisions, 'payinAnswers', { wrongMethod: success() }), {
    id: 'get-payin-succeeds',
    defect: 'Pay-in endpoints answer GET with success.',
    must: ['TRANS-004'],
  }),
  plant('payoutAnswers.wrongMethod', (decisions) => amend(decisions, 'payoutAnswers', { wrongMethod: success() }), {
    id: 'get-payout-succeeds',
    defect: 'Payout endpoints answer GET with success.',
    must: ['TRANS-005'],
  }),
  plant('answers.wrongMethod', (decisions) => answering(decisions, ['wrongMethod'], serverError), {
    id: 'get-is-server-error',
    defect: 'A request with the wrong method ends in HTTP 500.',
    must: ['TRANS-004', 'TRANS-005', 'ERR-001'],
  }),
  plant('answers.unknownPath', (decisions) => answering(decisions, ['unknownPath'], success), {
    id: 'unknown-path-succeeds',
    defect: 'A path that does not exist is answered with code 0.',
    must: ['TRANS-006'],
  }),
  plant('answers.unknownPath', (decisions) => answering(decisions, ['unknownPath'], serverError), {
    id: 'unknown-path-is-server-error',
    defect: 'A path that does not exist ends in HTTP 500.',
    must: ['TRANS-006', 'ERR-001'],
  }),
];

const labelsAndHeaders: readonly Fault[] = [
  plant(
    'transport.isJson',
    (decisions) =>
      amend(decisions, 'transport', {
        isJson: (contentType) => /charset=/i.test(contentType ?? '') && decisions.transport.isJson(contentType),
      }),
    {
      id: 'charset-required',
      defect: 'The label `application/json` is refused unless it names a charset.',
      must: ['TRANS-001', 'TRANS-002'],
      may: [...EVERY_SUCCESS, 'ERR-004', 'ERR-006'],
    },
  ),
  plant(
    'transport.isJson',
    (decisions) => amend(decisions, 'transport', { isJson: (contentType) => contentType === 'application/json' }),
    {
      id: 'charset-refused',
      defect: 'The label `application/json` is refused when it names a charset.',
      must: ['TRANS-003'],
    },
  ),
  plant(
    'transport.header',
    (decisions) => readingHeaders(decisions, (name) => documented[name.toLowerCase()] === name),
    {
      id: 'header-names-as-documented',
      defect: 'Header names are compared with those of the documents, case and all.',
      must: ['TRANS-011'],
    },
  ),
  plant('transport.header', (decisions) => readingHeaders(decisions, (name) => name !== name.toUpperCase()), {
    id: 'upper-case-headers-lost',
    defect: 'Headers whose names are written in capitals are not found.',
    must: ['TRANS-011'],
  }),
];

const bodies: readonly Fault[] = [
  plant(
    'transport.readBody',
    (decisions) =>
      amend(decisions, 'transport', {
        readBody: (text) => {
          if (isNoJson(text)) throw new SyntaxError('Unexpected token');
          return decisions.transport.readBody(text);
        },
      }),
    {
      id: 'broken-json-crashes',
      defect: 'Nobody catches the exception of the JSON parser, so a body that is no JSON ends in HTTP 500.',
      must: ['TRANS-007', 'ERR-001'],
      may: ['ERR-002'],
    },
  ),
  plant(
    'transport.readBody',
    (decisions) =>
      amend(decisions, 'transport', {
        readBody: (text) => {
          const body = decisions.transport.readBody(text);
          if (body === undefined && !isNoJson(text)) throw new TypeError('the body is no object');
          return body;
        },
      }),
    {
      id: 'body-that-is-no-object-crashes',
      defect: 'A JSON body that is an array, a text or a number ends in HTTP 500.',
      must: ['TRANS-008', 'ERR-001'],
      may: ['ERR-002'],
    },
  ),
  plant(
    'transport.readBody',
    (decisions) =>
      amend(decisions, 'transport', {
        readBody: (text) => {
          if (text === '') throw new SyntaxError('Unexpected end of JSON input');
          return decisions.transport.readBody(text);
        },
      }),
    {
      id: 'no-bytes-crash',
      defect: 'A request without a body ends in HTTP 500.',
      must: ['TRANS-009', 'ERR-001'],
      may: ['ERR-002', 'TRANS-004', 'TRANS-005'],
    },
  ),
  plant('answers.emptyBody', (decisions) => answering(decisions, ['emptyBody'], success), {
    id: 'empty-body-succeeds',
    defect: 'A request without any members is answered with code 0.',
    must: ['TRANS-009', 'ENV-003'],
    may: ['ENV-004', 'PAYOUT-NOTIFY-005', 'PAYOUT-QUERY-004'],
  }),
  plant('answers.emptyBody', (decisions) => answering(decisions, ['emptyBody'], serverError), {
    id: 'empty-body-is-server-error',
    defect: 'A request without any members ends in HTTP 500.',
    must: ['TRANS-009', 'ERR-001'],
    may: ['ERR-002', 'PAYOUT-NOTIFY-005', 'PAYOUT-QUERY-004'],
  }),
];

const texts: readonly Fault[] = [
  plant(
    'payinOrders.fromRequest',
    (decisions) =>
      amend(decisions, 'payinOrders', {
        fromRequest: (body, createdAt) => {
          const order = decisions.payinOrders.fromRequest(body, createdAt);
          return { ...order, description: questionMarks(order.description) };
        },
      }),
    {
      id: 'text-kept-in-ascii',
      defect: 'Characters outside ASCII in the description of a pay-in become question marks.',
      must: ['TRANS-010'],
    },
  ),
  plant(
    'notifications.payinBody',
    (decisions) =>
      amend(decisions, 'notifications', {
        payinBody: (order, notice) =>
          decisions.notifications.payinBody(
            { ...order, description: Buffer.from(order.description).toString('latin1') },
            notice,
          ),
      }),
    {
      id: 'webhook-text-decoded-wrongly',
      defect: 'Webhooks carry descriptions whose UTF-8 was read as Latin-1.',
      must: ['TRANS-010'],
    },
  ),
  plantCheck('createPayout', 'rootTexts', asciiOnly, {
    id: 'payout-text-outside-ascii-refused',
    defect: 'A payout is refused when its description has characters outside ASCII.',
    must: ['TRANS-010'],
    may: [...EVERY_SUCCESS, 'ERR-006'],
  }),
  plantCheck('createBatch', 'descriptionText', asciiOnly, {
    id: 'batch-text-outside-ascii-refused',
    defect: 'A batch is refused when its description has characters outside ASCII.',
    must: ['TRANS-010'],
    may: [...EVERY_SUCCESS, 'ERR-006'],
  }),
];

const answersOfEndpoints: readonly Fault[] = [
  plant('payinOrders.list', (decisions) => amend(decisions, 'payinOrders', { list: () => null }), {
    id: 'payin-query-without-data',
    defect: 'A valid pay-in query is answered with code 0 and nothing in `data`.',
    must: ['TRANS-001'],
    may: [
      'AUTH-001',
      'IDEM-001',
      'IDEM-002',
      'IDEM-006',
      'IDEM-008',
      'PAYIN-CREATE-034',
      'QUERY-001',
      'QUERY-002',
      'QUERY-003',
      'QUERY-011',
      'QUERY-012',
      'QUERY-013',
      'QUERY-014',
      'QUERY-015',
      'QUERY-021',
      'QUERY-022',
      'TRANS-002',
      'TRANS-011',
    ],
  }),
  plant('services.balance', (decisions) => amend(decisions, 'services', { balance: () => null }), {
    id: 'balance-without-data',
    defect: 'A valid balance query is answered with code 0 and nothing in `data`.',
    must: ['TRANS-016'],
    may: ['AUTH-015', 'PAYOUT-BAL-001'],
  }),
  plantCheck('listBanksRules', 'channelConfigured', () => () => violation('parameter', 'way_code is not supported'), {
    id: 'bank-list-refused',
    defect: 'Every request for the bank list is refused.',
    must: ['TRANS-016'],
    may: ['ERR-006', 'PAYOUT-BANK-001'],
  }),
];

/** Defects of methods, paths, labels, headers and bodies. */
export const transportFaults: readonly Fault[] = [
  ...methodsAndPaths,
  ...labelsAndHeaders,
  ...bodies,
  ...texts,
  ...answersOfEndpoints,
];
