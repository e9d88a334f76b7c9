import type { OperationName } from '../../../protocols/lesspay/operations.js';
import { situationsOf } from '../reading/outcomes.js';
import type { LesspayScenario } from '../scenario.js';
import { bySituation } from '../steps/by-situation.js';
import { type SentDifferently, sentDifferently } from '../steps/sent-differently.js';
import { furtherEndpoints, mainEndpoints } from './endpoints.js';

/** TRANS-003: the media type may carry a charset (demo client's HTTP stack). */
export const withCharset = sentDifferently({
  id: 'TRANS-003',
  title: 'A request labelled with a charset is accepted.',
  operations: mainEndpoints,
  differently: () => ({
    options: { contentType: 'application/json; charset=utf-8' },
    element: 'content-type',
    mutation: 'charset added',
  }),
});

/** TRANS-011: header names are matched without regard to the case of their letters (P-AUTH; P-FPI). */
export const headerCase = sentDifferently({
  id: 'TRANS-011',
  title: 'Header names in another case are accepted.',
  operations: mainEndpoints,
  differently: ({ situation }) => ({
    options: {
      headerCase: bySituation({ 'lower-case names': 'lower', 'upper-case names': 'upper' } as const, situation),
    },
    element: 'headers',
    mutation: situation,
  }),
});

/** TRANS-012: what happens to JSON under another media type is reported (S003 1.3). */
export const otherMediaType = sentDifferently({
  id: 'TRANS-012',
  title: 'JSON labelled text/plain',
  operations: mainEndpoints,
  reportOnly: true,
  differently: () => ({ options: { contentType: 'text/plain' }, element: 'content-type', mutation: 'text/plain' }),
});

const withGet = (id: string, title: string, operations: readonly OperationName[]): LesspayScenario =>
  sentDifferently({
    id,
    title,
    operations,
    otherBody: true,
    differently: () => ({ options: { method: 'GET' }, element: 'method', mutation: 'GET instead of POST' }),
  });

/** TRANS-004: a pay-in endpoint refuses GET, normally with HTTP 405 (S001, HTTP table). */
export const getPayin = withGet('TRANS-004', 'A pay-in endpoint refuses GET.', ['createPayin', 'fetchPayin']);

/** TRANS-005: a payout endpoint refuses GET, normally with HTTP 405 (S000, HTTP table). */
export const getPayout = withGet('TRANS-005', 'A payout endpoint refuses GET.', [
  'createPayout',
  'createPayoutBatch',
  'fetchPayout',
  ...furtherEndpoints,
]);

const unknownPaths = [
  '/api/global/v1/pay/no-such-endpoint',
  '/api/global/payout/no-such-endpoint',
  '/api/global/v9/pay/create-order',
  '/no-such-endpoint',
];

/** TRANS-006: a path that the API does not define is refused, normally with HTTP 404 (S000, S001, HTTP tables). */
export const unknownPath = sentDifferently({
  id: 'TRANS-006',
  title: 'A request to a path that does not exist is refused.',
  operations: mainEndpoints,
  differently({ pick }) {
    const path = unknownPaths[pick % unknownPaths.length] ?? '/no-such-endpoint';
    return { options: { path }, element: 'path', mutation: path };
  },
});

/** A call with another text as its body. A body that is no JSON object has no digest of its own: it gets that of `{}`. */
const otherText = (
  definition: Pick<SentDifferently, 'id' | 'suffix' | 'title' | 'cases' | 'reportOnly'>,
  operations: readonly OperationName[],
  textOf: (body: object, pick: number, situation: string) => string,
): LesspayScenario =>
  sentDifferently({
    ...definition,
    operations,
    otherBody: true,
    differently({ body, pick, situation }) {
      const text = textOf(body, pick, situation);
      return {
        options: { text, signedText: '{}' },
        element: 'body',
        mutation: text === '' ? 'no bytes' : situation === 'default' ? 'not JSON' : situation,
      };
    },
  });

const brokenTexts: readonly ((body: object) => string)[] = [
  (body) => JSON.stringify(body).slice(0, -1),
  (body) => `${JSON.stringify(body).slice(0, -1)},}`,
  (body) => JSON.stringify(body).replaceAll('"', "'"),
  () => 'request_id=1&target_amount=100.00',
  () => '<request/>',
];

/** TRANS-007: a body that cannot be parsed as JSON is a mistake of the client, normally HTTP 400 (S000, S001, HTTP 400). */
export const notJson = otherText(
  { id: 'TRANS-007', title: 'A body that is not JSON is refused as a mistake of the client.' },
  mainEndpoints,
  (body, pick) => (brokenTexts[pick % brokenTexts.length] ?? String)(body),
);

/** TRANS-008: a JSON body that is not an object is a mistake of the client, normally HTTP 400 (S000, S001). */
export const notAnObject = otherText(
  { id: 'TRANS-008', title: 'A JSON body that is not an object is refused as a mistake of the client.' },
  mainEndpoints,
  (body, pick, situation) =>
    bySituation(
      {
        array: pick % 2 === 0 ? '[]' : JSON.stringify([body]),
        string: pick % 2 === 0 ? '"text"' : JSON.stringify(JSON.stringify(body)),
        number: String(pick),
      },
      situation,
    ),
);

const emptyText = (situation: string): string =>
  bySituation({ 'no bytes': '', '{}': '{}' }, situation.replace(/^.*, /, ''));

const empty = (suffix: 'create' | 'query', operations: readonly OperationName[]): LesspayScenario =>
  otherText(
    {
      id: 'TRANS-009',
      suffix,
      title: `An empty body of a ${suffix} is refused as a mistake of the client.`,
      cases: situationsOf('TRANS-009').filter((situation) => situation.startsWith(suffix)),
    },
    operations,
    (_body, _pick, situation) => emptyText(situation),
  );

/** TRANS-009: a create or query without bytes, or with `{}`, is a mistake of the client (S000 30000; S001 11, message 1). */
export const emptyBodies: readonly LesspayScenario[] = [
  empty('create', ['createPayin', 'createPayout', 'createPayoutBatch']),
  empty('query', ['fetchPayin', 'fetchPayout']),
];

/** TRANS-017: how the endpoints that only the demo client shows answer an empty body is reported (no source names what they require). */
export const emptyFurtherBodies = otherText(
  { id: 'TRANS-017', title: 'an empty body', reportOnly: true },
  furtherEndpoints,
  (_body, _pick, situation) => emptyText(situation),
);

/** Requests as HTTP messages: labels, headers, methods, paths, bodies. */
export const requestScenarios: readonly LesspayScenario[] = [
  withCharset,
  headerCase,
  otherMediaType,
  getPayin,
  getPayout,
  unknownPath,
  notJson,
  notAnObject,
  ...emptyBodies,
  emptyFurtherBodies,
];
