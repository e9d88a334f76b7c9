import * as fc from 'fast-check';
import { minorDigits } from '../../../generators/lesspay/amounts.js';
import type { Json } from '../../../harness/exchange.js';
import { fromMinorUnits, readAmount } from '../../../protocols/amount.js';
import { succeeded } from '../reading/recorded.js';
import type { LesspayScenario } from '../scenario.js';
import { bySituation } from '../steps/by-situation.js';
import { claimedBatch, claimsBatch } from '../steps/claimed-batches.js';
import { claimedBankPayout, claimsBankPayout } from '../steps/claimed-payouts.js';
import { claimedLimits } from './claimed-limits.js';
import { batchOfOne, firstDetails, type Judged, singlePayout } from './judged-payouts.js';
import { ownApplication, type Plan } from './own-application.js';
import { approveIfAccepted, isNotPaidOut } from './unpaid.js';

interface Limited {
  /** The payout's own amount, in minor units; the twin is sent with it. */
  readonly amount: bigint;
  /** A distance from it, in minor units. */
  readonly room: bigint;
}

/** The limit of each situation, and the amount that is judged by it. The limits leave room for the twin. */
const limitOf: Readonly<Record<string, (drawn: Limited) => { limit: string; at: bigint; judged: bigint }>> = {
  'over the single maximum': ({ amount, room }) => over('single_maximum', amount + room, 1n),
  'single maximum exactly': ({ amount, room }) => over('single_maximum', amount + room, 0n),
  'under the minimum': ({ amount, room }) => over('minimum', amount - room, -1n),
  'minimum exactly': ({ amount, room }) => over('minimum', amount - room, 0n),
  // The twin has used up its own amount when the judged payout comes.
  'over the daily maximum': ({ amount, room }) => ({
    limit: 'daily_maximum',
    at: amount + amount + room,
    judged: amount + room + 1n,
  }),
  'daily maximum exactly': ({ amount, room }) => ({
    limit: 'daily_maximum',
    at: amount + amount + room,
    judged: amount + room,
  }),
};

const over = (limit: string, at: bigint, by: bigint) => ({ limit, at, judged: at + by });

function planned<M extends { readonly request_id: string }>(message: Judged<M>, room: bigint, situation: string): Plan {
  const digits = minorDigits(message.currency);
  const amount = BigInt(readAmount(message.amount)?.shiftedBy(digits).toFixed(0) ?? '0');
  const { limit, at, judged } = bySituation(limitOf, situation)({ amount, room });
  const limits: Json = { [limit]: fromMinorUnits(at, digits) };
  const withAmount = (minor: bigint): M => message.withAmount(fromMinorUnits(minor, digits));
  return { made: { limits }, control: withAmount(amount), altered: withAmount(judged) };
}

const room = fc.bigInt({ min: 1n, max: 50n });

/** ERR-016: limits on amounts are kept (S000 30070, 30071, 30073). */
export const amountLimits: readonly LesspayScenario[] = [
  ownApplication({
    id: 'ERR-016',
    title: 'A payout beyond a limit of its application is refused, and one exactly at the limit is accepted',
    operation: 'createPayout',
    claimed: claimsBankPayout,
    given: (profile, situation) =>
      fc
        .record({ message: claimedBankPayout(profile), room })
        .map((drawn) => planned(singlePayout(drawn.message), drawn.room, situation)),
  }),
  ownApplication({
    id: 'ERR-016',
    suffix: 'batch',
    title: 'A batch beyond a limit of its application is refused, and one exactly at the limit is accepted',
    operation: 'createPayoutBatch',
    claimed: claimsBatch,
    given: (profile, situation) =>
      fc
        .record({ message: claimedBatch(profile, { details: { min: 1, max: 1 } }), room })
        .map((drawn) => planned(batchOfOne(drawn.message), drawn.room, situation)),
  }),
];

/** How many details the judged batch has beyond the maximum, by situation. */
const beyond: Readonly<Record<string, number>> = { 'one more': 1, 'maximum exactly': 0 };

/** ERR-017: a maximum number of details is kept (S000 30072). */
export const maximumOfDetails = ownApplication({
  id: 'ERR-017',
  title: 'A batch with one detail more than its application may send is refused, and one with as many is accepted',
  operation: 'createPayoutBatch',
  claimed: claimsBatch,
  given: (profile, situation) =>
    claimedBatch(profile, { details: { min: 3, max: 6 } }).map((batch) => {
      const maximum = batch.payout_order_details.length - 1;
      return {
        made: { limits: { maximum_details: maximum } },
        control: firstDetails(batch, 1),
        altered: firstDetails(batch, maximum + bySituation(beyond, situation)),
      };
    }),
});

/** ERR-018: what is not there cannot be paid out (S000 30030; S003 overview and 1.2 step 1). */
export const missingFunds = ownApplication({
  id: 'ERR-018',
  title: 'A payout for which there are no funds is refused, or accepted and never seen to succeed',
  operation: 'createPayout',
  needs: ['control'],
  claimed: claimsBankPayout,
  given: (profile) =>
    claimedBankPayout(profile).map((message) => ({
      control: message,
      changed: { balance: { [message.currency]: '0.00' } },
      altered: message,
    })),
  goOn: approveIfAccepted,
  besides: ({ altered, after }) => (succeeded(altered) ? [isNotPaidOut(after, 'while the funds are missing')] : []),
});

/** What an application may pay out. */
export const limits: readonly LesspayScenario[] = [...amountLimits, maximumOfDetails, ...claimedLimits, missingFunds];
