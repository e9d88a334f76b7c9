import type { Fault } from '../bite.js';
import { amend } from '../decisions.js';
import { EVERY_SUCCESS } from './consequences.js';
import { plantingIn } from './one-decision.js';
import { plant } from './plant.js';

const MINUTE_MS = 60_000;

const inAuth = plantingIn('AUTH', 'time');
const inWebhook = plantingIn('WEBHOOK', 'time');

/** Planted defects of clocks that drift, of time that passes, and of copies that are out of date. */
export const timeFaults: readonly Fault[] = [
  inAuth(
    'clock-runs-ahead',
    'The clock that timestamps are compared with has drifted four and a half minutes ahead.',
    ['credentials', 'isFresh'],
    (original) => (timestamp, times) => original(timestamp - 4.5 * MINUTE_MS, times),
    { must: ['AUTH-030'] },
  ),
  inAuth(
    'clock-an-hour-behind',
    'The clock that timestamps are compared with is an hour behind.',
    ['credentials', 'isFresh'],
    (original) => (timestamp, times) => original(timestamp + 60 * MINUTE_MS, times),
    { must: ['AUTH-001'], may: EVERY_SUCCESS },
  ),
  plant(
    'lifecycle.expired, lifecycle.payinMay',
    (decisions) => {
      const { expired, payinMay } = decisions.lifecycle;
      return amend(decisions, 'lifecycle', {
        expired: (order) => (order.kind === 'payin' && order.status === 'SUCCEED' ? 'CLOSED' : expired(order)),
        payinMay: (from, to) => (from === 'SUCCEED' && to === 'CLOSED') || payinMay(from, to),
      });
    },
    {
      id: 'paid-payin-expires',
      defect: 'A pay-in that was paid is closed when its time is up.',
      layer: 'time',
      must: ['STATE-012'],
    },
  ),
  inWebhook(
    'webhook-tells-the-status-before',
    'The webhook about a result is written from a copy of the pay-in that still waits for payment.',
    ['notifications', 'payinBody'],
    (original) => (order, notice) =>
      original(notice === null ? { ...order, status: 'PENDING_PAY', completeTime: null } : order, notice),
    { must: ['WEBHOOK-008', 'WEBHOOK-009'], may: ['QUERY-022'] },
  ),
];
