import { remove, twin } from '../../../generators/lesspay/twin.js';
import type { Exchange } from '../../../harness/exchange.js';
import { intent } from '../../../harness/lesspay/actors.js';
import type { CreatePayoutRequest } from '../../../schemas/lesspay/messages.generated.js';
import { situationsOf } from '../reading/outcomes.js';
import { recorded } from '../reading/recorded.js';
import { type LesspayScenario, scenario } from '../scenario.js';
import { bySituation } from '../steps/by-situation.js';
import { leftOpen } from '../steps/left-open.js';
import { toBank, toWallet } from './payouts.js';

/** PAYOUT-CREATE-018: what becomes of a payout that names no way is reported; no source says it (E-28). */
export const noWayNamed = leftOpen<CreatePayoutRequest>({
  id: 'PAYOUT-CREATE-018',
  title: 'Whether a single payout with neither way_code nor way_type is accepted is recorded',
  operation: 'createPayout',
  claimed: toBank.claimed,
  given: (profile) =>
    twin(
      toBank.draw(profile).map(({ way_type: _unnamed, ...message }) => message),
      remove('way_code'),
    ),
});

/** The date in each form, by situation; undefined leaves it out. */
const births: Readonly<Record<string, string | null>> = {
  absent: null,
  'DD-MM-YYYY': '28-02-1990',
  'YYYY-MM-DD': '1990-02-28',
};

function bornOn(message: CreatePayoutRequest, situation: string): CreatePayoutRequest {
  const { beneficiary } = message;
  const { date_of_birth: _replaced, ...info } = beneficiary.beneficiary_info;
  const date = bySituation(births, situation);
  return {
    ...message,
    beneficiary: {
      ...beneficiary,
      beneficiary_type: 'individual',
      beneficiary_info: date === null ? info : { ...info, date_of_birth: date },
    },
  };
}

/** PAYOUT-CREATE-029: which dates of birth a wallet payout may have is reported; the demo client contradicts itself (E-24). */
export const dateOfBirth = scenario<CreatePayoutRequest, { sent: Exchange }>({
  id: 'PAYOUT-CREATE-029',
  title: 'Which forms of date_of_birth a wallet payout to an individual may have is recorded',
  cases: situationsOf('PAYOUT-CREATE-029'),
  claimed: toWallet.claimed,
  given: (profile, situation) => toWallet.draw(profile).map((message) => bornOn(message, situation)),
  drive: async (actors, message, situation) => ({
    sent: await actors.platform.createPayout(
      actors.fresh(message),
      intent('probe', { requirement: 'PAYOUT-CREATE-029', case: situation }),
    ),
  }),
  judge: { 'PAYOUT-CREATE-029': ({ sent }, situation) => recorded(`date_of_birth ${situation}`, sent) },
});

/** Behaviour that the documents leave open: it is recorded. */
export const leftOpenPayouts: readonly LesspayScenario[] = [noWayNamed, dateOfBirth];
