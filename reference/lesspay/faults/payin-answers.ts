import type { Fault } from '../bite.js';
import { member } from '../core/json.js';
import { plantingIn } from './one-decision.js';

const plant = plantingIn('PAYIN-CREATE');

const anotherThan = (currency: string): string => (currency === 'USD' ? 'HKD' : 'USD');

/** Planted defects in what is told of a pay-in: at its creation, by queries and by webhooks. */
export const payinAnswerFaults: readonly Fault[] = [
  plant(
    'payin-answer-without-id',
    'The answer to a create has no order id.',
    ['payinOrders', 'created'],
    (original) => (order, url) => {
      const { pay_order_id: _id, order_data: _data, ...rest } = original(order, url) as Record<string, unknown>;
      return rest;
    },
    { must: ['PAYIN-CREATE-002'] },
  ),
  plant(
    'payin-without-checkout-page',
    'The answer to a cashier create has no checkout URL.',
    ['payinOrders', 'checkoutUrl'],
    () => () => null,
    { must: ['PAYIN-CREATE-003', 'PAYIN-CREATE-014'] },
  ),
  plant(
    'payin-checkout-page-without-scheme',
    'The checkout URL is a path without scheme and host.',
    ['payinOrders', 'checkoutUrl'],
    (original) => (order) => original(order)?.replace(/^https:\/\/[^/]+/, '') ?? null,
    { must: ['PAYIN-CREATE-003'] },
  ),
  plant(
    'payin-direct-unless-told',
    'A create without `pay_access_type` is taken for an OpenAPI request.',
    ['payinOrders', 'fromRequest'],
    (original) => (body, createdAt) => ({
      ...original(body, createdAt),
      access: member(body, 'pay_access_type') === 1 ? 1 : 2,
    }),
    { must: ['PAYIN-CREATE-014'] },
  ),
  plant(
    'payin-ids-collide',
    'All pay-ins of one product are told the same order id.',
    ['payinOrders', 'created'],
    (original) => (order, url) => ({ ...(original(order, url) as object), pay_order_id: 'P0000000000000000000' }),
    {
      must: ['PAYIN-CREATE-033', 'FMT-014'],
      may: [
        'QUERY-002',
        'QUERY-003',
        'QUERY-014',
        'QUERY-026',
        'IDEM-001',
        'IDEM-002',
        'IDEM-006',
        'IDEM-007',
        'IDEM-008',
        'WEBHOOK-053',
      ],
    },
  ),
  plant(
    'payin-shown-as-paid',
    'A query shows a waiting pay-in as paid.',
    ['payinOrders', 'record'],
    (original) => (order) => ({
      ...(original(order) as object),
      ...(order.status === 'PENDING_PAY' ? { order_status: 'SUCCEED', order_status_int: 2 } : {}),
    }),
    { must: ['PAYIN-CREATE-034'], may: ['STATE-012'] },
  ),
  plant(
    'payin-shown-in-another-currency',
    'A query shows a pay-in in another currency.',
    ['payinOrders', 'record'],
    (original) => (order) => ({ ...(original(order) as object), target_currency: anotherThan(order.currency) }),
    { must: ['PAYIN-CREATE-035'], may: ['IDEM-006', 'IDEM-008'] },
  ),
  plant(
    'payin-announced-in-another-currency',
    'The webhook of a pay-in is in another currency.',
    ['notifications', 'payinBody'],
    (original) => (order, risk) => ({
      ...(original(order, risk) as object),
      target_currency: anotherThan(order.currency),
    }),
    { must: ['PAYIN-CREATE-035', 'WEBHOOK-053'] },
  ),
  plant(
    'payin-amount-rounded',
    'The amount of a pay-in is kept without its decimals.',
    ['payinOrders', 'fromRequest'],
    (original) => (body, createdAt) => {
      const order = original(body, createdAt);
      return { ...order, amount: order.amount.replace(/\.\d+$/, '') };
    },
    { must: ['AMT-007'], may: ['IDEM-006', 'IDEM-008'] },
  ),
  plant(
    'payin-amount-shown-in-cents',
    'A query shows the amount of a pay-in without its decimal point.',
    ['payinOrders', 'record'],
    (original) => (order) => ({ ...(original(order) as object), target_amount: order.amount.replace('.', '') }),
    { must: ['AMT-007'], may: ['IDEM-006', 'IDEM-008'] },
  ),
];
