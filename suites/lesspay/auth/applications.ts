import * as fc from 'fast-check';

import type { Exchange } from '../../../harness/exchange.js';
import { intent } from '../../../harness/lesspay/actors.js';
import type { Evidence } from '../../../harness/scenario.js';
import { operationNames, operations, type Product } from '../../../protocols/lesspay/operations.js';
import { payinRecordsOf, recordRequestId, sentBody } from '../reading/orders.js';
import { controlAccepted, meets } from '../reading/outcomes.js';
import { recorded, succeeded } from '../reading/recorded.js';
import { type LesspayScenario, type Profile, scenario } from '../scenario.js';
import { claimedPayin, claimsPayin } from '../steps/claimed-payins.js';
import { aroundNow, lookUpIfOffered } from '../steps/look-up.js';
import { askPayin } from '../steps/payin-query.js';
import { mutationArrived } from '../steps/refusal.js';
import { sentDifferently } from '../steps/sent-differently.js';
import { offers, prepare, type ValidCall, validCall } from '../steps/valid-call.js';
import { creates, products } from './refused-credentials.js';

const wordOf = (product: Product): string => products.find((entry) => entry.product === product)?.word ?? product;

/** AUTH-001: a request with the three headers and the right digest is accepted (P-AUTH). */
export const properlySigned: readonly LesspayScenario[] = products.map(({ product }) => {
  const { operations: names, calls } = creates(product);
  const query = product === 'payin' ? 'fetchPayin' : 'fetchPayout';
  return scenario<ValidCall, { sent: Exchange }>({
    id: `AUTH-001-${product}`,
    title: 'A properly signed request is accepted.',
    claimed: (profile) => names.some((name) => offers(profile, name)),
    given: (profile) => (offers(profile, query) ? fc.oneof(calls(profile), validCall(profile, query)) : calls(profile)),
    async drive(actors, call) {
      const next = await prepare(actors, call);
      return { sent: await actors.platform.call(call.operation, next(), intent('control')) };
    },
    judge: { 'AUTH-001': ({ sent }) => meets('AUTH-001', sent) },
  });
});

interface CrossedEvidence extends Record<string, Evidence[string]> {
  readonly first: Exchange;
  readonly second: Exchange;
  readonly crossed: Exchange;
  readonly after: Exchange | null;
}

/** AUTH-011: a request signed with one application's secret is refused under the APPID of another one (P-AUTH). */
export const crossedApplications: readonly LesspayScenario[] = products.map(({ product, word }) => {
  const { operations: names, calls } = creates(product);
  return scenario<ValidCall, CrossedEvidence>({
    id: `AUTH-011-${product}`,
    title: 'A digest made with one application’s secret is refused under the APPID of another.',
    needs: ['secondApplication'],
    weight: 0.4,
    cases: [word],
    claimed: (profile) => names.some((name) => offers(profile, name)),
    given: calls,
    async drive(actors, call, situation) {
      const { operation } = call;
      const next = await prepare(actors, call);
      const first = await actors.platform.call(operation, next(), intent('control'));
      const second = await actors.second.call(operation, next(), intent('control'));
      const body = next() as { readonly request_id: string };
      const crossed = await actors.platform.call(operation, body, {
        appId: actors.second.credentials.appId,
        ...intent('altered', {
          requirement: 'AUTH-011',
          case: situation,
          element: 'x-auth-appid',
          mutation: 'the id of the second application',
        }),
      });
      const after = await lookUpIfOffered(actors, product, { request_id: body.request_id }, actors.second);
      return { first, second, crossed, after };
    },
    judge: {
      'AUTH-011': ({ first, second, crossed, after }, situation) => [
        ...controlAccepted(first),
        ...controlAccepted(second),
        mutationArrived(first, crossed),
        ...meets('AUTH-011', crossed, situation, { after }),
      ],
    },
  });
});

/** AUTH-038: no endpoint answers a call without credentials with anything but a refusal (P-AUTH). */
export const everyEndpointIsProtected: readonly LesspayScenario[] = operationNames.map((operation) =>
  sentDifferently({
    id: 'AUTH-038',
    suffix: operation,
    title: `A call of ${operations[operation].path} without credentials is refused.`,
    operations: [operation],
    weight: 0.2,
    cases: [wordOf(operations[operation].product)],
    differently: () => ({
      options: { appId: null, timestamp: null, signature: null },
      element: 'x-auth-appid, x-auth-timestamp, x-auth-signature',
      mutation: 'headers left out',
    }),
  }),
);

interface RepeatedEvidence extends Record<string, Evidence[string]> {
  readonly control: Exchange;
  readonly repeated: Exchange;
  readonly after: Exchange | null;
}

const FIRST_TEXT = 'the first of two';

/** AUTH-043: what is made of a body in which a member name is repeated is reported (P-AUTH is silent). */
export const repeatedName = scenario<object, RepeatedEvidence>({
  id: 'AUTH-043',
  title: 'a body with two members called `description`, signed with the second one',
  claimed: (profile: Profile) => claimsPayin(profile) && offers(profile, 'fetchPayin'),
  given: (profile) => claimedPayin(profile, { signatureNeutral: true }),
  async drive(actors, message) {
    const body = actors.fresh(message) as { readonly request_id: string };
    const control = await actors.platform.createPayin(actors.fresh(message), intent('control'));
    const text = `{"description":${JSON.stringify(FIRST_TEXT)},${JSON.stringify(body).slice(1)}`;
    const repeated = await actors.platform.createPayin(body, {
      text,
      signedText: JSON.stringify(body),
      ...intent('altered', { requirement: 'AUTH-043', element: '/description', mutation: 'repeated' }),
    });
    const after = succeeded(repeated)
      ? (await askPayin(actors, { request_id: body.request_id, ...aroundNow(actors) }, intent('probe'))).exchange
      : null;
    return { control, repeated, after };
  },
  judge: {
    'AUTH-043': ({ control, repeated, after }) => [
      ...controlAccepted(control),
      recorded('a repeated member name', repeated, after === null ? '' : whichIsUsed(repeated, after)),
    ],
  },
});

function whichIsUsed(repeated: Exchange, after: Exchange): string {
  const { request_id: id, description: second } = sentBody(repeated);
  const used = payinRecordsOf(after).find((record) => recordRequestId(record) === id)?.description;
  if (used === second) return 'the value that was signed is the one in use';
  return used === FIRST_TEXT
    ? 'the value that was not signed is the one in use'
    : 'the query does not tell which is in use';
}

/** Everything about who may call what, and how a proper request looks. */
export const applicationScenarios: readonly LesspayScenario[] = [
  ...properlySigned,
  ...crossedApplications,
  ...everyEndpointIsProtected,
  repeatedName,
];
