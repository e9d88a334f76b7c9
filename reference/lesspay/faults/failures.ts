import type { Fault } from '../bite.js';
import { amend } from '../decisions.js';
import { mistaken, plant, unnoticed } from './plant.js';

/** Defects of what happens when the channel, or the platform itself, fails. */
export const failureFaults: readonly Fault[] = [
  plant(
    'createPayoutRules.channelTakesIt',
    (decisions) =>
      amend(amend(decisions, 'createPayoutRules', { channelTakesIt: () => null }), 'lifecycle', {
        movedPayout: (order, to) => (to === 'PENDING_PAY' ? 'SUCCEED' : decisions.lifecycle.movedPayout(order, to)),
      }),
    {
      id: 'channel-failure-succeeds',
      defect: 'A payout that the channel did not take succeeds once it is approved.',
      must: ['ERR-019'],
    },
  ),
  mistaken('createPayoutRules', 'channelTakesIt', 'orderNotFound', {
    id: 'channel-failure-answered-otherwise',
    defect: 'A payout that the channel does not take is answered as an order that was not found.',
    must: ['ERR-019'],
  }),
  mistaken('createBatchRules', 'channelTakesIt', 'duplicateDetail', {
    id: 'channel-failure-of-batches-answered-otherwise',
    defect: 'A batch that the channel does not take is answered as one with a repeated detail.',
    must: ['ERR-019'],
  }),
  unnoticed('createPayinRules', 'platformWorks', {
    id: 'internal-failure-of-payins-answered-success',
    defect: 'A pay-in during which the platform fails is answered with success.',
    must: ['ERR-020'],
  }),
  unnoticed('createPayoutRules', 'platformWorks', {
    id: 'internal-failure-of-payouts-answered-success',
    defect: 'A single payout during which the platform fails is answered with success.',
    must: ['ERR-020'],
  }),
  unnoticed('createBatchRules', 'platformWorks', {
    id: 'internal-failure-of-batches-answered-success',
    defect: 'A batch during which the platform fails is answered with success.',
    must: ['ERR-020'],
  }),
];
