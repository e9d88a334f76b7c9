import { type Check, holds, met, unmet, violated } from '../../../harness/check.js';
import type { Exchange } from '../../../harness/exchange.js';
import type { Actors } from '../../../harness/lesspay/actors.js';
import type { Evidence } from '../../../harness/scenario.js';
import type { CreatePayinRequest } from '../../../schemas/lesspay/messages.generated.js';
import {
  deliveredBody,
  deliveredStatus,
  deliveriesAbout,
  describeDeliveries,
  isRiskEvent,
} from '../reading/deliveries.js';
import { type LesspayScenario, scenario } from '../scenario.js';
import { claimedPayin, claimsPayin } from '../steps/claimed-payins.js';
import { move } from '../steps/move.js';
import { newOrder } from '../steps/new-order.js';

/** A create, and the webhooks about its order once it was moved. */
interface Notified extends Record<string, Evidence[string]> {
  readonly created: Exchange;
  readonly deliveries: readonly Exchange[];
}

type End = 'SUCCEED' | 'FAILED';

async function moveAndListen(actors: Actors, message: CreatePayinRequest, end: End): Promise<Notified> {
  const { created, id } = await newOrder(actors.platform, 'createPayin', actors.fresh(message));
  await move(actors, id, end);
  const arrived = await actors.mailbox.waitFor(
    (deliveries) => deliveriesAbout(deliveries, id).some((delivery) => deliveredStatus(delivery) === end),
    actors.patienceMs,
  );
  return { created, deliveries: deliveriesAbout(arrived, id) };
}

const resultOf = ({ deliveries }: Notified, end: End): Exchange | undefined =>
  deliveries.find((delivery) => deliveredStatus(delivery) === end && !isRiskEvent(delivery));

const notified =
  (end: End) =>
  (evidence: Notified): Check =>
    holds(
      resultOf(evidence, end) !== undefined,
      `a delivery with the order_status ${end}`,
      () => describeDeliveries(evidence.deliveries),
      evidence.deliveries[0],
    );

/** `check` for the first webhook about the order; nothing else can be judged when there is none. */
const ofTheDelivery =
  (check: (delivery: Exchange, body: NonNullable<ReturnType<typeof deliveredBody>>) => Check) =>
  ({ deliveries: [delivery] }: Notified): Check => {
    const body = delivery === undefined ? null : deliveredBody(delivery);
    return delivery === undefined || body === null
      ? unmet('nothingDelivered', 'No webhook about the order arrived.')
      : check(delivery, body);
  };

/** The error of a failed pay-in is told. */
function errorTold(evidence: Notified): Check {
  const failure = resultOf(evidence, 'FAILED');
  const body = failure === undefined ? null : deliveredBody(failure);
  if (failure === undefined || body === null) {
    return unmet('nothingDelivered', 'No webhook about the failure arrived.');
  }
  const { error_code: code, error_msg: message } = body;
  return holds(
    (code ?? null) !== null && (message ?? null) !== null,
    'error_code and error_msg',
    () => JSON.stringify({ error_code: code, error_msg: message }),
    failure,
  );
}

/** Nobody asked for a risk event, so that the webhook of the result is an ordinary one. */
const withoutEvent =
  (end: End) =>
  ({ deliveries }: Notified): Check => {
    const delivery = deliveries.find((candidate) => deliveredStatus(candidate) === end);
    const body = delivery === undefined ? null : deliveredBody(delivery);
    if (delivery === undefined || body === null)
      return unmet('nothingDelivered', 'No webhook about the result arrived.');
    const { event, event_data: data } = body;
    return holds(
      (event ?? null) === null && (data ?? null) === null,
      'neither event nor event_data in an ordinary result',
      () => JSON.stringify({ event, event_data: data }),
      delivery,
    );
  };

const secondVersion = ofTheDelivery((delivery, { api_version: version }) =>
  holds(
    typeof version === 'string' && version.trim().toLowerCase() === 'v2',
    'api_version v2, as in the create',
    () => `api_version ${JSON.stringify(version ?? null)}`,
    delivery,
  ),
);

/** The signature verifies over the members of v1 with the demo client's reading; no member of v1 is nested, so no other is needed. */
function signedLikeV1(delivery: Exchange): Check {
  const { signature } = delivery.facts;
  const matches = signature?.matches ?? [];
  const covers = (operation: string): boolean => matches.some((match) => match.operation === operation);
  if (covers('payin-webhook')) return met;
  return violated(
    'a signature over the body without the five members that v1 leaves out',
    covers('sign') ? 'a signature over the whole body' : 'a signature that verifies in no known way',
    delivery,
  );
}

const firstVersion = ofTheDelivery((delivery, { api_version: version }) =>
  typeof version === 'string' && version.trim().toLowerCase() === 'v1'
    ? signedLikeV1(delivery)
    : unmet('notV1', `The webhook says api_version ${JSON.stringify(version ?? null)}, not v1.`),
);

const withoutVersion = ofTheDelivery((delivery, { api_version: version }) =>
  version === undefined || version === null || (typeof version === 'string' && version.trim() === '')
    ? signedLikeV1(delivery)
    : unmet('versionNamed', `The webhook names its api_version, ${JSON.stringify(version)}.`),
);

/** WEBHOOK-008: the success of a pay-in is notified (docs page P-PI-DG, step 3). */
export const successIsNotified = scenario<CreatePayinRequest, Notified>({
  id: 'WEBHOOK-008',
  title: 'A pay-in succeeds: a webhook says so, in the version of the order',
  needs: ['control', 'inbox'],
  weight: 0.5,
  claimed: (profile) => claimsPayin(profile),
  given: (profile) => claimedPayin(profile),
  drive: (actors, message) => moveAndListen(actors, message, 'SUCCEED'),
  judge: {
    'WEBHOOK-008': notified('SUCCEED'),
    'WEBHOOK-019': secondVersion,
    'WEBHOOK-041': withoutEvent('SUCCEED'),
  },
});

/** WEBHOOK-009: the failure of a pay-in is notified (docs page P-PI-DG, step 3). */
export const failureIsNotified = scenario<CreatePayinRequest, Notified>({
  id: 'WEBHOOK-009',
  title: 'A pay-in fails: a webhook says so, and tells the error',
  needs: ['control', 'inbox'],
  weight: 0.5,
  claimed: (profile) => claimsPayin(profile),
  given: (profile) => claimedPayin(profile),
  drive: (actors, message) => moveAndListen(actors, message, 'FAILED'),
  judge: {
    'WEBHOOK-009': notified('FAILED'),
    'WEBHOOK-043': errorTold,
    'WEBHOOK-019': secondVersion,
    'WEBHOOK-041': withoutEvent('FAILED'),
  },
});

/** Orders of the version for one legacy merchant. They name no way, because cards need the second version. */
function legacy(id: string, title: string, judge: (evidence: Notified) => Check): LesspayScenario {
  return scenario<CreatePayinRequest, Notified>({
    id,
    title,
    needs: ['control', 'inbox'],
    weight: 0.3,
    claimed: (profile) => claimsPayin(profile, { way: 'none' }),
    given: (profile) =>
      claimedPayin(profile, { way: 'none' }).map((message) => ({ ...message, api_version: 'V1' as const })),
    drive: (actors, message) => moveAndListen(actors, message, 'SUCCEED'),
    judge: { [id]: judge },
  });
}

/** WEBHOOK-017: the signature of a v1 pay-in webhook covers the body without the five members that v1 leaves out (demo client). */
export const firstVersionIsSignedInPart = legacy(
  'WEBHOOK-017',
  'A V1 pay-in succeeds: the signature of its webhook covers the v1 members only',
  firstVersion,
);

/** WEBHOOK-018: a pay-in webhook whose `api_version` is missing or blank is signed like v1 (demo client). */
export const missingVersionIsSignedLikeTheFirst = legacy(
  'WEBHOOK-018',
  'A V1 pay-in succeeds and its webhook names no version: the signature covers the v1 members only',
  withoutVersion,
);
