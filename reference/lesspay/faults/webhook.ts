import { sign } from '../../../protocols/lesspay/signature/sign.js';
import type { Fault } from '../bite.js';
import { amend, type Decisions } from '../decisions.js';
import { type Description, plant } from './plant.js';

type Notifications = Decisions['notifications'];

/** A fault: one thing about webhooks is decided otherwise. */
function told<Name extends Extract<keyof Notifications, string>>(
  name: Name,
  change: (original: Notifications) => Notifications[Name],
  description: Description,
): Fault {
  return plant(
    `notifications.${name}`,
    (decisions) =>
      amend(decisions, 'notifications', { [name]: change(decisions.notifications) } as Partial<Notifications>),
    description,
  );
}

/** Defects in method and headers. */
const envelopes: readonly Fault[] = [
  told('method', () => 'PUT', {
    id: 'webhook-is-a-put',
    defect: 'Webhooks are sent with PUT.',
    must: ['WEBHOOK-001'],
  }),
  told('attemptText', () => (text) => `[${text}]`, {
    id: 'webhook-is-an-array',
    defect: 'Webhooks are wrapped into an array.',
    layer: 'shape',
    must: ['WEBHOOK-001'],
    may: [
      'PAYOUT-NOTIFY-002',
      'WEBHOOK-006',
      'WEBHOOK-007',
      'WEBHOOK-008',
      'WEBHOOK-009',
      'WEBHOOK-010',
      'WEBHOOK-012',
    ],
  }),
  told(
    'headers',
    ({ headers }) =>
      (signature, now) =>
        headers(signature.toLowerCase(), now),
    {
      id: 'webhook-signature-in-lower-case',
      defect: 'The signature of webhooks is written in lower case.',
      must: ['WEBHOOK-002'],
    },
  ),
  told(
    'headers',
    () => (_signature, now) => ({ 'content-type': 'application/json', 'X-Auth-Timestamp': String(now) }),
    {
      id: 'webhook-not-signed',
      defect: 'Webhooks have no signature.',
      must: ['WEBHOOK-002'],
      may: ['PAYOUT-NOTIFY-002', 'WEBHOOK-016', 'WEBHOOK-017', 'WEBHOOK-020', 'WEBHOOK-049'],
    },
  ),
  told(
    'headers',
    ({ headers }) =>
      (signature, now) =>
        headers(signature, Math.floor(now / 1000)),
    {
      id: 'webhook-timestamp-in-seconds',
      defect: 'The timestamp of webhooks is in seconds.',
      must: ['WEBHOOK-003'],
    },
  ),
  told(
    'headers',
    ({ headers }) =>
      (signature, now) =>
        headers(signature, now - 86_400_000),
    {
      id: 'webhook-timestamp-of-yesterday',
      defect: 'The timestamp of webhooks is a day behind.',
      layer: 'time',
      must: ['WEBHOOK-003'],
    },
  ),
  told(
    'headers',
    ({ headers }) =>
      (signature, now) => ({ ...headers(signature, now), 'content-type': 'text/plain' }),
    {
      id: 'webhook-labelled-as-text',
      defect: 'Webhooks are labelled as plain text.',
      must: ['WEBHOOK-004'],
    },
  ),
];

/** Defects in where webhooks go. */
const addresses: readonly Fault[] = [
  told('target', () => (order, application) => application.defaultNotifyUrl ?? order.notifyUrl, {
    id: 'webhook-default-address-wins',
    defect: 'The default address of the application goes before the notify_url of the request.',
    must: ['WEBHOOK-005', 'WEBHOOK-007'],
  }),
  told('target', () => (order) => order.notifyUrl, {
    id: 'webhook-without-default-address',
    defect: 'The default address of the application is never used.',
    must: ['WEBHOOK-006', 'WEBHOOK-007'],
  }),
];

/** Defects in what is notified, and when. */
const occasions: readonly Fault[] = [
  told('notifiesPayin', () => (_from, to) => to !== 'SUCCEED', {
    id: 'webhook-payin-success-not-told',
    defect: 'The success of a pay-in is not notified.',
    must: ['WEBHOOK-006', 'WEBHOOK-008'],
  }),
  told('notifiesPayin', () => (_from, to) => to !== 'FAILED', {
    id: 'webhook-payin-failure-not-told',
    defect: 'The failure of a pay-in is not notified.',
    must: ['WEBHOOK-009'],
  }),
  told(
    'notifiesPayout',
    ({ notifiesPayout }) =>
      (from, to) =>
        from !== 'PENDING_CONFIRM' && notifiesPayout(from, to),
    {
      id: 'webhook-rejection-not-told',
      defect: 'The rejection of a batch is not notified.',
      must: ['WEBHOOK-012', 'WEBHOOK-007'],
    },
  ),
  told(
    'notifiesPayout',
    ({ notifiesPayout }) =>
      (from, to) =>
        from === 'PENDING_CONFIRM' && notifiesPayout(from, to),
    {
      id: 'webhook-processed-batch-not-told',
      defect: 'The end of a batch that was processed is not notified.',
      must: ['WEBHOOK-010'],
    },
  ),
  plant(
    'notifications.notifiesPayout, notifications.payoutBody',
    (decisions) => {
      const { payoutBody } = decisions.notifications;
      return amend(decisions, 'notifications', {
        notifiesPayout: (_from, to) => to !== 'PENDING_CONFIRM',
        payoutBody: (view) => payoutBody({ ...view, order_status: 'PARTIAL_SUCCESS' }),
      });
    },
    {
      id: 'webhook-final-with-each-detail',
      defect: 'A batch is notified as final with each of its details.',
      must: ['WEBHOOK-010', 'WEBHOOK-011', 'WEBHOOK-012'],
      may: ['PAYOUT-QUERY-013', 'PAYOUT-NOTIFY-003', 'STATE-012'],
    },
  ),
  plant(
    'lifecycle.aggregate',
    (decisions) => {
      const { aggregate } = decisions.lifecycle;
      return amend(decisions, 'lifecycle', {
        aggregate: (statuses) => aggregate(statuses.filter((status) => status !== 'PROCESSING')),
      });
    },
    {
      id: 'batch-final-before-its-details',
      defect: 'A batch becomes final, and is notified, while some of its details are still in processing.',
      must: ['WEBHOOK-011', 'STATE-006'],
      may: ['STATE-008'],
    },
  ),
  told('firstDelayMs', () => () => 60_000, {
    id: 'webhook-leaves-a-minute-late',
    defect: 'Webhooks leave a minute after what they report.',
    layer: 'time',
    must: ['WEBHOOK-006', 'WEBHOOK-007', 'WEBHOOK-008', 'WEBHOOK-009', 'WEBHOOK-010', 'WEBHOOK-012'],
    may: ['PAYOUT-NOTIFY-002'],
  }),
];

/** Defects in signatures. */
const signatures: readonly Fault[] = [
  told(
    'payinSignature',
    () => (text, order, application) =>
      sign(text, application.appSecret, order.apiVersion === 'v1' ? 'sign' : 'payin-webhook'),
    {
      id: 'webhook-first-version-signed-in-full',
      defect: 'The signature of a v1 webhook covers the whole body.',
      must: ['WEBHOOK-017'],
    },
  ),
  told('payinSignature', () => () => 'A'.repeat(64), {
    id: 'webhook-payin-signature-made-up',
    defect: 'The signature of pay-in webhooks can be verified in no way.',
    must: ['WEBHOOK-049', 'WEBHOOK-016', 'WEBHOOK-017'],
  }),
  told('payoutSignature', () => () => 'A'.repeat(64), {
    id: 'webhook-payout-signature-made-up',
    defect: 'The signature of payout webhooks can be verified in no way.',
    must: ['WEBHOOK-020', 'PAYOUT-NOTIFY-002'],
  }),
  told(
    'signer',
    () =>
      (owner, [first = owner]) =>
        first,
    {
      id: 'webhook-signed-with-first-secret',
      defect: "Every webhook is signed with the secret of the platform's first application.",
      must: ['WEBHOOK-052'],
    },
  ),
];

/** Defects in repeats. */
const repeats: readonly Fault[] = [
  told('acknowledged', () => (status) => status === 200, {
    id: 'webhook-fail-taken-for-acknowledgement',
    defect: 'Any answer with HTTP 200 counts as an acknowledgement, FAIL too.',
    must: ['WEBHOOK-036'],
  }),
  told('retryDelaysMs', () => [], {
    id: 'webhook-never-repeated',
    defect: 'A webhook that is not acknowledged is never sent again.',
    must: ['WEBHOOK-036'],
  }),
  told('acknowledged', () => () => false, {
    id: 'webhook-repeated-after-acknowledgement',
    defect: 'A webhook is sent again although it was acknowledged.',
    must: ['WEBHOOK-037'],
  }),
  told(
    'attemptText',
    () => (text, attempt) => (attempt === 1 ? text : text.replace(/"request_id":"./, '"request_id":"-')),
    {
      id: 'webhook-repeat-says-something-else',
      defect: 'A webhook that is sent again has another body than before.',
      must: ['WEBHOOK-038'],
      may: ['WEBHOOK-016', 'WEBHOOK-020', 'WEBHOOK-049', 'WEBHOOK-053'],
    },
  ),
  told('attemptText', () => (text, attempt) => (attempt === 1 ? text : `${text.slice(0, -1)},"attempt":${attempt}}`), {
    id: 'webhook-repeat-counts-attempts',
    defect: 'A webhook that is sent again has a member more, the number of the attempt.',
    must: ['WEBHOOK-038'],
    may: ['WEBHOOK-016', 'WEBHOOK-020', 'WEBHOOK-049'],
  }),
];

/** Defects in webhooks. */
export const webhookFaults: readonly Fault[] = [...envelopes, ...addresses, ...occasions, ...signatures, ...repeats];
