import type { Variant } from '../bite.js';
import { unchecked } from '../decisions/check.js';
import { amend } from '../decisions.js';

/** What a platform may answer while its channel, or it itself, fails. */
export const failureVariants: readonly Variant[] = [
  {
    id: 'failing-channels-keep-payouts-open',
    behaviour: 'A payout that the channel does not take is accepted, and stays in processing.',
    source: 'S000 30031, 30032: refused for it, or accepted and not succeeded',
    change: (decisions) =>
      amend(amend(decisions, 'createPayoutRules', { channelTakesIt: unchecked }), 'createBatchRules', {
        channelTakesIt: unchecked,
      }),
  },
  {
    id: 'internal-failures-as-maintenance',
    behaviour: 'A failure of the platform itself is answered with HTTP 503, for pay-ins with code 12.',
    source: 'S000, S001 HTTP tables: 503; S001 12',
    change: (decisions) =>
      amend(amend(decisions, 'payinAnswers', { internal: { status: 503, code: 12 } }), 'payoutAnswers', {
        internal: { status: 503, code: 30000 },
      }),
  },
  {
    id: 'internal-failures-with-http-200',
    behaviour: 'A failure of the platform itself is answered with HTTP 200 and a code that says so.',
    source: 'S001 10; S000: business codes come with HTTP 200',
    change: (decisions) =>
      amend(amend(decisions, 'payinAnswers', { internal: { status: 200, code: 10 } }), 'payoutAnswers', {
        internal: { status: 200, code: 30000 },
      }),
  },
];
