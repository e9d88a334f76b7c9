import type { Arbitrary } from 'fast-check';
import { type Check, holds, met } from '../../../harness/check.js';
import { describeAnswer } from '../../../harness/exchange.js';
import { normaliseOrderStatus } from '../../../protocols/lesspay/statuses.js';
import { payinRecordsOf, payoutOf, statusIn } from '../reading/orders.js';
import { succeeded } from '../reading/recorded.js';
import type { LesspayScenario, Profile } from '../scenario.js';
import { bySituation } from '../steps/by-situation.js';
import { claimedBatch, claimsBatch } from '../steps/claimed-batches.js';
import { claimedPayin, claimsPayin } from '../steps/claimed-payins.js';
import { claimedBankPayout, claimsBankPayout } from '../steps/claimed-payouts.js';
import { type OwnApplicationEvidence, ownApplication, type Plan } from './own-application.js';
import { approveIfAccepted, isNotPaidOut } from './unpaid.js';

type Message = { readonly request_id: string };

/** A create that works, and another one while the failure lasts. */
const failing =
  (draw: (profile: Profile) => Arbitrary<Message>, failureIn: (situation: string) => string) =>
  (profile: Profile, situation: string): Arbitrary<Plan> =>
    draw(profile).map((message) => ({
      control: message,
      changed: { failure: failureIn(situation) },
      altered: message,
      restored: { failure: 'none' },
    }));

const channelFailure = (situation: string): string =>
  bySituation({ 'channel error': 'channel_error', 'channel timeout': 'channel_timeout' }, situation);

/** What the channel did not take is not paid out; where it failed, the order says why. */
function neverSucceeds({ altered, after }: OwnApplicationEvidence): readonly Check[] {
  if (!succeeded(altered)) return [];
  const payout = payoutOf(after);
  return [
    isNotPaidOut(after, 'for a payout that the channel did not take'),
    normaliseOrderStatus(statusIn(payout)) === 'FAILED'
      ? holds(
          typeof payout?.fail_reason === 'string' && payout.fail_reason !== '',
          'a `fail_reason` with the status FAILED',
          () => JSON.stringify(payout?.fail_reason ?? null),
          after,
        )
      : met,
  ];
}

/** ERR-019: errors and timeouts of the channel show, at once or as the failure of the order (S000 30031, 30032). */
const channelFailures: readonly LesspayScenario[] = [
  ownApplication({
    id: 'ERR-019',
    title: 'A payout that the channel does not take is refused for it, or accepted and never seen to succeed',
    operation: 'createPayout',
    needs: ['controlFailures', 'control'],
    claimed: claimsBankPayout,
    given: failing(claimedBankPayout, channelFailure),
    goOn: approveIfAccepted,
    besides: neverSucceeds,
  }),
  ownApplication({
    id: 'ERR-019',
    suffix: 'batch',
    title: 'A batch that the channel does not take is refused for it, or accepted and never seen to succeed',
    operation: 'createPayoutBatch',
    needs: ['controlFailures', 'control'],
    claimed: claimsBatch,
    given: failing((profile) => claimedBatch(profile, { details: { min: 1, max: 2 } }), channelFailure),
    goOn: approveIfAccepted,
    besides: neverSucceeds,
  }),
];

/** The query shows one order at most for the id: a failure may leave the order, but never two. Payout queries show one anyway. */
const oneOrderAtMost = ({ after }: OwnApplicationEvidence): readonly Check[] =>
  after.operation === 'fetchPayin'
    ? [
        holds(
          payinRecordsOf(after).length <= 1,
          'one order at most for the `request_id`',
          () => describeAnswer(after),
          after,
        ),
      ]
    : [];

const whilePlatformFails = <Case extends 'pay-in' | 'payout'>(
  situation: Case,
  definition: {
    readonly suffix: string;
    readonly what: string;
    readonly operation: 'createPayin' | 'createPayout' | 'createPayoutBatch';
    readonly claimed: (profile: Profile) => boolean;
    readonly draw: (profile: Profile) => Arbitrary<Message>;
  },
): LesspayScenario =>
  ownApplication({
    id: 'ERR-020',
    suffix: definition.suffix,
    title: `${definition.what} during which the platform fails is not answered with success`,
    operation: definition.operation,
    cases: [situation],
    needs: ['controlFailures'],
    claimed: definition.claimed,
    given: failing(definition.draw, () => 'internal'),
    besides: oneOrderAtMost,
  });

/** ERR-020: a failure inside the platform is never reported as success (S000, S001 500; S001 10, 12, 503). */
const internalFailures: readonly LesspayScenario[] = [
  whilePlatformFails('pay-in', {
    suffix: 'payin',
    what: 'A pay-in',
    operation: 'createPayin',
    claimed: claimsPayin,
    draw: claimedPayin,
  }),
  whilePlatformFails('payout', {
    suffix: 'payout',
    what: 'A single payout',
    operation: 'createPayout',
    claimed: claimsBankPayout,
    draw: claimedBankPayout,
  }),
  whilePlatformFails('payout', {
    suffix: 'batch',
    what: 'A batch',
    operation: 'createPayoutBatch',
    claimed: claimsBatch,
    draw: (profile) => claimedBatch(profile, { details: { min: 1, max: 2 } }),
  }),
];

/** What goes wrong behind the platform, and inside of it. */
export const failures: readonly LesspayScenario[] = [...channelFailures, ...internalFailures];
