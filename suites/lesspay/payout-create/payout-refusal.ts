import type { Arbitrary } from 'fast-check';
import { type Change, type Twin, twin } from '../../../generators/lesspay/twin.js';
import type { CreatePayoutRequest } from '../../../schemas/lesspay/messages.generated.js';
import type { LesspayScenario, Profile } from '../scenario.js';
import { bySituation } from '../steps/by-situation.js';
import { refusal } from '../steps/refusal.js';
import { type PayoutKind, toBankInFull } from './payouts.js';

/** A single payout that must be refused, beside its twin that must be accepted. */
export interface PayoutRefusal {
  readonly id: string;
  readonly title: string;
  /** What is altered: one change, or one by situation of the catalogue. */
  readonly change: Change | Readonly<Record<string, Change>>;
  /** Default: to a bank, with every optional member that a rule speaks about. */
  readonly kind?: PayoutKind;
  readonly invalidBy?: 'schema' | 'platform';
}

const isArbitrary = (change: PayoutRefusal['change']): change is Change =>
  typeof (change as Partial<Change>).generate === 'function';

/** A scenario for the refusal of a single payout: one change of a payout that the target claims to accept. */
export function payoutRefusal({ id, title, change, kind = toBankInFull, invalidBy }: PayoutRefusal): LesspayScenario {
  return refusal<CreatePayoutRequest>({
    id,
    title,
    operation: 'createPayout',
    given: (profile: Profile, situation: string): Arbitrary<Twin<CreatePayoutRequest>> =>
      twin(kind.draw(profile), isArbitrary(change) ? change : bySituation(change, situation)),
    claimed: kind.claimed,
    // One member is wrong in one way or a few: few exercises show it.
    weight: 0.5,
    ...(invalidBy === undefined ? {} : { invalidBy }),
  });
}
