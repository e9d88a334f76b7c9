import * as fc from 'fast-check';
import { type Check, given, holds, unmet } from '../../../harness/check.js';
import { describeAnswer, type Exchange } from '../../../harness/exchange.js';
import { intent } from '../../../harness/lesspay/actors.js';
import type { Evidence } from '../../../harness/scenario.js';
import { normaliseOrderStatus } from '../../../protocols/lesspay/statuses.js';
import { deliveredBody, deliveriesAbout } from '../reading/deliveries.js';
import { checkoutUrlOf, orderIdOf, payinRecordsOf, recordRequestId, sentBody, statusIn } from '../reading/orders.js';
import { controlAccepted, meets } from '../reading/outcomes.js';
import { type LesspayScenario, scenario } from '../scenario.js';
import { claimedPayin, claimsPayin } from '../steps/claimed-payins.js';
import { aroundNow } from '../steps/look-up.js';
import { move } from '../steps/move.js';
import { newOrder } from '../steps/new-order.js';
import { askPayin } from '../steps/payin-query.js';
import { offers } from '../steps/valid-call.js';

interface CreatedPayin extends Record<string, Evidence[string]> {
  readonly created: Exchange;
  /** A query directly after the create. */
  readonly after: Exchange;
}

const acceptedFirst = (created: Exchange): Check[] => controlAccepted(created, 'createRefused');

const recordOf = ({ created, after }: CreatedPayin) => {
  const { request_id: id } = sentBody(created);
  return payinRecordsOf(after).find((record) => recordRequestId(record) === id) ?? null;
};

function hasOrderId({ created }: { readonly created: Exchange }): Check[] {
  return [
    ...meets('PAYIN-CREATE-002', created).map((check) => given(check, 'createRefused')),
    holds(orderIdOf(created) !== null, 'the order id, a text', () => 'none at any of its documented places', created),
  ];
}

function hasCheckoutUrl({ created }: CreatedPayin): Check[] {
  const url = checkoutUrlOf(created);
  return [
    ...meets('PAYIN-CREATE-003', created).map((check) => given(check, 'createRefused')),
    holds(
      url !== null && /^https?:\/\//i.test(url) && URL.canParse(url),
      'the http or https URL of the checkout page',
      () => (url === null ? 'no checkout URL' : JSON.stringify(url)),
      created,
    ),
  ];
}

const FIRST_STATUSES = ['PENDING_CONFIRM', 'PENDING_PAY'];

function foundAtOnce(evidence: CreatedPayin): Check[] {
  const { created, after } = evidence;
  const record = recordOf(evidence);
  const status = normaliseOrderStatus(statusIn(record));
  return [
    ...acceptedFirst(created),
    ...meets('PAYIN-CREATE-034', after),
    holds(record !== null, 'a record of the order', () => `${describeAnswer(after)} without one`, after),
    holds(
      status !== null && FIRST_STATUSES.includes(status),
      `a status of ${FIRST_STATUSES.join(' or ')}`,
      () => JSON.stringify(statusIn(record) ?? null),
      after,
    ),
  ];
}

function keepsCurrency(evidence: CreatedPayin): Check[] {
  const { created, after } = evidence;
  const sent = sentBody(created).target_currency;
  const shown = recordOf(evidence)?.target_currency;
  if (shown === undefined) return [unmet('noCurrency', 'The query shows no record with `target_currency`.')];
  return [
    ...acceptedFirst(created),
    holds(shown === sent, `\`target_currency\` ${JSON.stringify(sent)}`, () => JSON.stringify(shown), after),
  ];
}

/**
 * PAYIN-CREATE-001: a valid cashier request is accepted (P-PI-DG step 1); 002: the answer has the order id (S002 3); 003: and the
 * URL of the checkout page (P-PI-DG step 1); 034: a query finds the order at once (P-PI-DG step 4); 035: with its currency (P-PI-WH).
 */
export const createdPayin = scenario<object, CreatedPayin>({
  id: 'PAYIN-CREATE-001',
  title: 'A valid cashier request is accepted, leads to the checkout page and is found at once.',
  claimed: (profile) => claimsPayin(profile),
  given: (profile) => claimedPayin(profile),
  async drive(actors, message) {
    const fresh = actors.fresh(message) as { readonly request_id: string };
    const created = await actors.platform.createPayin(fresh, intent('control'));
    const query = { request_id: fresh.request_id, ...aroundNow(actors) };
    return { created, after: (await askPayin(actors, query, intent('probe'))).exchange };
  },
  judge: {
    'PAYIN-CREATE-001': ({ created }) => meets('PAYIN-CREATE-001', created),
    'PAYIN-CREATE-002': hasOrderId,
    'PAYIN-CREATE-003': hasCheckoutUrl,
    'PAYIN-CREATE-034': foundAtOnce,
    'PAYIN-CREATE-035': keepsCurrency,
  },
});

interface TwoPayins extends Record<string, Evidence[string]> {
  readonly first: Exchange;
  readonly second: Exchange;
}

/** PAYIN-CREATE-033: creates with two different `request_id` values give two different orders (S002 3). */
export const twoOrders = scenario<{ message: object; other: object; alike: boolean }, TwoPayins>({
  id: 'PAYIN-CREATE-033',
  title: 'Two pay-ins, alike but for their `request_id` or not, are two orders.',
  claimed: (profile) => claimsPayin(profile),
  given: (profile) => fc.record({ message: claimedPayin(profile), other: claimedPayin(profile), alike: fc.boolean() }),
  async drive(actors, { message, other, alike }) {
    const first = await actors.platform.createPayin(actors.fresh(message), intent('control'));
    const second = await actors.platform.createPayin(actors.fresh(alike ? message : other), intent('control'));
    return { first, second };
  },
  judge: {
    'PAYIN-CREATE-033': ({ first, second }) => {
      const ids = [orderIdOf(first), orderIdOf(second)];
      return [
        ...acceptedFirst(first),
        ...meets('PAYIN-CREATE-033', second),
        ids.includes(null)
          ? unmet('noOrderId', 'An answer has no order id to compare.')
          : holds(ids[0] !== ids[1], 'two different order ids', () => `${ids[0]} twice`, second),
      ];
    },
  },
});

interface AnnouncedPayin extends Record<string, Evidence[string]> {
  readonly id: string;
  readonly created: Exchange;
  readonly deliveries: readonly Exchange[];
}

/** PAYIN-CREATE-035: the order keeps the currency of its create request, in webhooks too (P-PI-WH). */
export const currencyInWebhook = scenario<object, AnnouncedPayin>({
  id: 'PAYIN-CREATE-035',
  title: 'The webhook of a pay-in has the currency of its create request.',
  needs: ['control', 'inbox'],
  weight: 0.3,
  claimed: (profile) => claimsPayin(profile),
  given: (profile) => claimedPayin(profile),
  async drive(actors, message) {
    const fresh = actors.fresh(message) as { readonly request_id: string };
    const { id, created } = await newOrder(actors.platform, 'createPayin', fresh);
    await move(actors, id, 'SUCCEED');
    const deliveries = await actors.mailbox.waitFor((seen) => deliveriesAbout(seen, id).length > 0, actors.patienceMs);
    return { id, created, deliveries };
  },
  judge: {
    'PAYIN-CREATE-035': ({ id, created, deliveries }) => {
      const sent = sentBody(created).target_currency;
      const shown = deliveriesAbout(deliveries, id)
        .map((delivery) => ({ delivery, currency: deliveredBody(delivery)?.target_currency }))
        .filter(({ currency }) => currency !== undefined);
      if (shown.length === 0) return unmet('noDelivery', 'No webhook with `target_currency` arrived.');
      return shown.map(({ delivery, currency }) =>
        holds(
          currency === sent,
          `\`target_currency\` ${JSON.stringify(sent)}`,
          () => JSON.stringify(currency),
          delivery,
        ),
      );
    },
  },
});

interface WithoutNotifyUrl extends Record<string, Evidence[string]> {
  readonly control: Exchange;
  readonly altered: Exchange;
}

/** PAYIN-CREATE-031: `notify_url` may be left out where a default address is registered (P-PI-WH 1; demo client). */
export const withoutNotifyUrl = scenario<{ notify_url?: unknown }, WithoutNotifyUrl>({
  id: 'PAYIN-CREATE-031',
  title: 'A pay-in without `notify_url` is accepted where a default address is registered.',
  needs: ['controlApplications', 'inbox'],
  cases: ['a default is registered', 'no default is registered'],
  weight: 0.4,
  claimed: (profile) => offers(profile, 'fetchPayin'),
  given: (profile) => claimedPayin(profile),
  async drive(actors, message, situation) {
    const registered = situation === 'a default is registered' ? actors.openDefaultMailbox().url : null;
    const application = await actors.operator.createApplication({ default_notify_url: registered });
    const control = await application.createPayin(actors.fresh(message), intent('control'));
    const { notify_url: _left, ...altered } = actors.fresh(message);
    return {
      control,
      altered: await application.createPayin(
        altered,
        intent('altered', {
          requirement: 'PAYIN-CREATE-031',
          case: situation,
          element: '/notify_url',
          mutation: 'removed',
        }),
      ),
    };
  },
  judge: {
    'PAYIN-CREATE-031': ({ control, altered }, situation) => [
      ...acceptedFirst(control),
      ...meets('PAYIN-CREATE-031', altered, situation),
    ],
  },
});

/** Pay-ins that are accepted, and what must be seen of them. */
export const acceptedScenarios: readonly LesspayScenario[] = [
  createdPayin,
  twoOrders,
  currencyInWebhook,
  withoutNotifyUrl,
];
