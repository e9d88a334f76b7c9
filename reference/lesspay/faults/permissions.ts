import type { Fault } from '../bite.js';
import { amend } from '../decisions.js';
import { answered, type Description, mistaken, plant, unnoticed } from './plant.js';

const mayCall = (status: string, description: Description): Fault =>
  plant(
    'credentials.objectionTo',
    (decisions) =>
      amend(decisions, 'credentials', {
        objectionTo: (caller) => (caller.status === status ? null : decisions.credentials.objectionTo(caller)),
      }),
    description,
  );

/** An application without the product may call it. */
const withProduct = (product: 'payin' | 'payout', description: Description): Fault =>
  plant(
    'credentials.hasProduct',
    (decisions) =>
      amend(decisions, 'credentials', {
        hasProduct: (application, wanted) =>
          wanted === product || decisions.credentials.hasProduct(application, wanted),
      }),
    description,
  );

const permissions: readonly Fault[] = [
  mayCall('merchant_disabled', {
    id: 'disabled-merchant-pays-out',
    defect: 'A merchant that is disabled goes on paying out.',
    must: ['ERR-015'],
  }),
  mayCall('disabled', {
    id: 'disabled-application-pays-out',
    defect: 'An application that is disabled goes on paying out.',
    must: ['ERR-015'],
  }),
  withProduct('payout', {
    id: 'payout-without-product',
    defect: 'An application without payout pays out.',
    must: ['ERR-015'],
  }),
  withProduct('payin', {
    id: 'payin-without-product',
    defect: 'An application without pay-in takes payments.',
    must: ['ERR-021'],
  }),
  unnoticed('createPayoutRules', 'methodConfigured', {
    id: 'method-not-configured-accepted',
    defect: 'A payout by a method that is not configured is accepted.',
    must: ['ERR-015'],
  }),
  answered('applicationDisabled', 200, 30020, {
    id: 'disabled-application-answered-not-found',
    defect: 'An application that is disabled is told that its order was not found.',
    must: ['ERR-015'],
  }),
];

const limits: readonly Fault[] = [
  unnoticed('createPayoutRules', 'singleMaximumKept', {
    id: 'single-maximum-ignored',
    defect: 'The single maximum of an application is not looked at.',
    must: ['ERR-016'],
  }),
  unnoticed('createPayoutRules', 'dailyMaximumKept', {
    id: 'daily-maximum-ignored',
    defect: 'The daily maximum of an application is not looked at.',
    must: ['ERR-016'],
  }),
  unnoticed('createPayoutRules', 'minimumKept', {
    id: 'minimum-ignored',
    defect: 'The minimum of an application is not looked at.',
    must: ['ERR-016'],
    may: ['AMT-003'],
  }),
  unnoticed('createBatchRules', 'singleMaximumKept', {
    id: 'single-maximum-of-batches-ignored',
    defect: 'The single maximum of an application is not looked at in batches.',
    must: ['ERR-016'],
  }),
  unnoticed('createBatchRules', 'dailyMaximumKept', {
    id: 'daily-maximum-of-batches-ignored',
    defect: 'The daily maximum of an application is not looked at in batches.',
    must: ['ERR-016'],
  }),
  unnoticed('createBatchRules', 'minimumKept', {
    id: 'minimum-of-batches-ignored',
    defect: 'The minimum of an application is not looked at in batches.',
    must: ['ERR-016'],
    may: ['AMT-003'],
  }),
  mistaken('createPayoutRules', 'dailyMaximumKept', 'duplicateDetail', {
    id: 'daily-maximum-answered-otherwise',
    defect: 'A payout over the daily maximum is answered with the code for a repeated detail.',
    must: ['ERR-016'],
  }),
  unnoticed('createBatchRules', 'detailCount', {
    id: 'number-of-details-ignored',
    defect: 'The maximum number of details is not looked at.',
    must: ['ERR-017'],
  }),
];

const funds: readonly Fault[] = [
  plant(
    'createPayoutRules.balanceSuffices',
    (decisions) =>
      amend(amend(decisions, 'createPayoutRules', { balanceSuffices: () => null }), 'lifecycle', {
        movedPayout: (order, to) => (to === 'PENDING_PAY' ? 'SUCCEED' : decisions.lifecycle.movedPayout(order, to)),
      }),
    {
      id: 'missing-funds-succeed',
      defect: 'A payout for which there are no funds succeeds once it is approved.',
      must: ['ERR-018'],
    },
  ),
];

/** Defects of what an application may do: its state, products, methods, limits and funds. */
export const permissionFaults: readonly Fault[] = [...permissions, ...limits, ...funds];
