import type { Arbitrary } from 'fast-check';
import { type Change, type Twin, type TwinOptions, twin } from '../../../generators/lesspay/twin.js';
import type { CreatePayoutBatchRequest } from '../../../schemas/lesspay/messages.generated.js';
import type { LesspayScenario, Profile } from '../scenario.js';
import { bySituation } from '../steps/by-situation.js';
import { type BatchWishes, claimedBatch, claimsBatch } from '../steps/claimed-batches.js';
import { refusal } from '../steps/refusal.js';

/** A batch that must be refused, beside its twin that must be accepted. */
export interface BatchRefusal {
  readonly id: string;
  readonly suffix?: string;
  readonly title: string;
  /** What is altered: one change, or one by situation of the catalogue. */
  readonly change: Change | Readonly<Record<string, Change>>;
  readonly wishes?: BatchWishes;
  /** Makes the accepted twin one that the change applies to. */
  readonly shape?: (batch: CreatePayoutBatchRequest) => CreatePayoutBatchRequest;
  readonly breaks?: (altered: CreatePayoutBatchRequest, situation: string) => boolean;
  /** Default: the situations of the catalogue. */
  readonly cases?: readonly string[];
  readonly invalidBy?: 'schema' | 'platform';
  /** Default 0.6: one member wrong is soon tried in all its ways. */
  readonly weight?: number;
}

const isArbitrary = (change: BatchRefusal['change']): change is Change =>
  typeof (change as Partial<Change>).generate === 'function';

/** A scenario for the refusal of a batch: one change of a batch that the target claims to accept. */
export function batchRefusal(definition: BatchRefusal): LesspayScenario {
  const { id, suffix, title, change, wishes = {}, shape = (batch) => batch, breaks, cases, invalidBy } = definition;
  const { weight = 0.6 } = definition;
  const given = (profile: Profile, situation: string): Arbitrary<Twin<CreatePayoutBatchRequest>> => {
    const edit = isArbitrary(change) ? change : bySituation(change, situation);
    const options: TwinOptions<CreatePayoutBatchRequest> =
      breaks === undefined ? {} : { breaks: (altered) => breaks(altered, situation) };
    return twin(claimedBatch(profile, wishes).map(shape), edit, options);
  };
  return refusal<CreatePayoutBatchRequest>({
    id,
    title,
    operation: 'createPayoutBatch',
    given,
    claimed: (profile) => claimsBatch(profile, wishes),
    weight,
    ...(suffix === undefined ? {} : { suffix }),
    ...(cases === undefined ? {} : { cases }),
    ...(invalidBy === undefined ? {} : { invalidBy }),
  });
}
