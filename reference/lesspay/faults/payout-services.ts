import type { Fault } from '../bite.js';
import type { PayoutOrder } from '../core/orders.js';
import type { Bank } from '../decisions/services.js';
import { amend, type Decisions } from '../decisions.js';
import { type Description, mistaken, plant, unnoticed } from './plant.js';
import { membersOf, shownOtherwise, without } from './shown-payouts.js';

/** A fault: the bank list is written otherwise. */
function listedOtherwise(change: (banks: readonly Bank[]) => unknown, description: Description): Fault {
  return plant(
    'services.banks',
    (decisions) => {
      const { banks } = decisions.services;
      return amend(decisions, 'services', { banks: (query) => change(banks(query) as readonly Bank[]) });
    },
    description,
  );
}

/** A fault: the balance is written otherwise. */
function balanceOtherwise(change: Decisions['services']['balance'], description: Description): Fault {
  return plant('services.balance', (decisions) => amend(decisions, 'services', { balance: change }), description);
}

/** Defects in the bank list. */
const banks: readonly Fault[] = [
  listedOtherwise((list) => list[0] ?? null, {
    id: 'bank-list-is-one-bank',
    defect: 'The bank list is the first bank instead of a list.',
    layer: 'shape',
    must: ['PAYOUT-BANK-001'],
  }),
  listedOtherwise((list) => list.map(({ code }) => ({ code })), {
    id: 'bank-without-name',
    defect: 'The entries of the bank list have no name.',
    layer: 'shape',
    must: ['PAYOUT-BANK-002'],
  }),
  listedOtherwise((list) => list.map((bank) => ({ ...bank, code: '' })), {
    id: 'bank-without-code',
    defect: 'The codes of the bank list are empty.',
    layer: 'shape',
    must: ['PAYOUT-BANK-002'],
  }),
  listedOtherwise((list) => [...list, ...list.slice(0, 1)], {
    id: 'bank-listed-twice',
    defect: 'The first bank stands twice in the bank list.',
    must: ['PAYOUT-BANK-003'],
  }),
  mistaken('listBanks', 'countryFormat', 'internal', {
    id: 'bank-country-of-three-letters-crashes',
    defect: 'A country of three letters makes the bank list fail with HTTP 500.',
    must: ['PAYOUT-BANK-004', 'ERR-001'],
    may: ['ERR-006'],
  }),
  mistaken('listBanksRules', 'currencySupported', 'orderNotFound', {
    id: 'bank-currency-unknown-is-no-order',
    defect: 'The banks of a currency that does not exist are answered with "order not found".',
    must: ['PAYOUT-BANK-005'],
  }),
  mistaken('listBanksRules', 'channelConfigured', 'internal', {
    id: 'bank-channel-unknown-crashes',
    defect: 'A channel that does not exist makes the bank list fail with HTTP 500.',
    must: ['PAYOUT-BANK-005', 'ERR-001'],
    may: ['ERR-006'],
  }),
];

/** Defects in the balance. */
const balances: readonly Fault[] = [
  balanceOtherwise(({ balance }) => balance, {
    id: 'balance-is-bare-text',
    defect: 'The balance is answered as a bare text.',
    layer: 'shape',
    must: ['PAYOUT-BAL-001'],
  }),
  balanceOtherwise(({ wayCode, currency, balance }) => ({ way_code: wayCode, currency, balance: Number(balance) }), {
    id: 'balance-is-a-number',
    defect: 'The balance is a JSON number.',
    layer: 'shape',
    must: ['PAYOUT-BAL-003'],
  }),
  balanceOtherwise(
    ({ wayCode, currency, balance }) => ({
      way_code: wayCode,
      currency,
      balance: balance.replace(/\B(?=(\d{3})+(?!\d))/g, ','),
    }),
    {
      id: 'balance-has-separators',
      defect: 'The balance is written with thousands separators.',
      layer: 'shape',
      must: ['PAYOUT-BAL-003'],
    },
  ),
  unnoticed('fetchBalanceRules', 'balanceService', {
    id: 'balance-of-channel-without-service',
    defect: 'A channel without a balance service is answered with a balance all the same.',
    must: ['PAYOUT-BAL-002'],
  }),
  mistaken('fetchBalanceRules', 'balanceService', 'internal', {
    id: 'balance-of-channel-without-service-crashes',
    defect: 'Asking a channel without a balance service for its balance fails with HTTP 500.',
    must: ['PAYOUT-BAL-002', 'ERR-001'],
  }),
];

/** A fault: the trigger changes the order. */
function changedByTrigger(change: (order: PayoutOrder) => PayoutOrder, description: Description): Fault {
  return plant(
    'lifecycle.afterTrigger',
    (decisions) => amend(decisions, 'lifecycle', { afterTrigger: change }),
    description,
  );
}

/** Defects in the trigger of payout notifications. */
const triggers: readonly Fault[] = [
  shownOtherwise((shown, place) => (place === 'triggerAnswer' ? { ...shown, pay_order_id: 'PO0' } : shown), {
    id: 'trigger-answers-about-another-order',
    defect: 'The trigger is answered with another order.',
    must: ['PAYOUT-NOTIFY-001', 'PAYOUT-NOTIFY-003'],
    may: ['STATE-012', 'STATE-013'],
  }),
  shownOtherwise((shown, place) => (place === 'triggerAnswer' ? without(shown, 'details') : shown), {
    id: 'trigger-answer-without-details',
    defect: 'The answer to the trigger lacks the details.',
    layer: 'shape',
    must: ['PAYOUT-NOTIFY-001', 'PAYOUT-NOTIFY-003'],
  }),
  plant(
    'notifications.notifiesTrigger',
    (decisions) => amend(decisions, 'notifications', { notifiesTrigger: () => false }),
    {
      id: 'trigger-sends-nothing',
      defect: 'The trigger is accepted, and no webhook follows.',
      must: ['PAYOUT-NOTIFY-002'],
    },
  ),
  plant(
    'notifications.payoutBody',
    (decisions) => {
      const { payoutBody } = decisions.notifications;
      return amend(decisions, 'notifications', {
        payoutBody: (view) => ({ ...membersOf(payoutBody(view)), fail_reason: 'see the query' }),
      });
    },
    {
      id: 'trigger-webhook-has-another-reason',
      defect: 'The webhook tells another reason of the failure than query and trigger.',
      must: ['PAYOUT-NOTIFY-003', 'PAYOUT-QUERY-013'],
    },
  ),
  unnoticed('triggerNotify', 'identifierPresent', {
    id: 'trigger-without-identifier-accepted',
    defect: 'A trigger that names no order is accepted, and some order is notified.',
    must: ['PAYOUT-NOTIFY-005'],
  }),
  changedByTrigger((order) => ({ ...order, failReason: 'Notified again' }), {
    id: 'trigger-writes-a-reason',
    defect: 'The trigger leaves its trace in the fail_reason of the payout.',
    must: ['PAYOUT-NOTIFY-007'],
    may: ['PAYOUT-QUERY-011'],
  }),
  changedByTrigger((order) => ({ ...order, status: 'PENDING_PAY' }), {
    id: 'trigger-revives-the-order',
    defect: 'The trigger makes a failed payout pending again.',
    must: ['PAYOUT-NOTIFY-007'],
    may: ['STATE-012'],
  }),
];

/** Defects in the bank list, the balance and the trigger of payout notifications. */
export const payoutServiceFaults: readonly Fault[] = [...banks, ...balances, ...triggers];
