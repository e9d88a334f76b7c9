import type { Exchange } from '../../../harness/exchange.js';
import { intent } from '../../../harness/lesspay/actors.js';
import { type OperationName, operations } from '../../../protocols/lesspay/operations.js';
import { meets } from '../reading/outcomes.js';
import { type LesspayScenario, scenario } from '../scenario.js';
import { offers, prepare, type ValidCall, validCall } from '../steps/valid-call.js';

/** The create and query endpoints of both products (protocol documents S001, S003). */
export const mainEndpoints: readonly OperationName[] = [
  'createPayin',
  'fetchPayin',
  'createPayout',
  'createPayoutBatch',
  'fetchPayout',
];

/** The endpoints that only the demo client shows. */
export const furtherEndpoints: readonly OperationName[] = ['listBanks', 'fetchBalance', 'triggerNotify'];

const validPost = (operation: OperationName, ids: readonly string[]): LesspayScenario =>
  scenario<ValidCall, { sent: Exchange }>({
    id: `${ids[0]}-${operation}`,
    title: `A valid POST to ${operations[operation].path} is answered with success.`,
    claimed: (profile) => offers(profile, operation),
    given: (profile) => validCall(profile, operation),
    async drive(actors, call) {
      const next = await prepare(actors, call);
      return { sent: await actors.platform.call(operation, next(), intent('control')) };
    },
    judge: Object.fromEntries(ids.map((id) => [id, ({ sent }: { sent: Exchange }) => meets(id, sent)])),
  });

/**
 * TRANS-001: the create and query endpoints answer a valid POST with a JSON object with success (S001; S003 1.3); 002: the label
 * `application/json`, without parameters, is accepted (S003 1.3).
 */
export const mainEndpointsAnswer = mainEndpoints.map((operation) => validPost(operation, ['TRANS-001', 'TRANS-002']));

/** TRANS-016: bank list, balance and notification trigger answer a valid POST with a JSON object with success (demo client). */
export const furtherEndpointsAnswer = furtherEndpoints.map((operation) => validPost(operation, ['TRANS-016']));
