import type { Arbitrary } from 'fast-check';
import type { Check } from '../../../harness/check.js';
import type { CreatePayoutBatchRequest } from '../../../schemas/lesspay/messages.generated.js';
import { meets } from '../reading/outcomes.js';
import { type LesspayScenario, type Profile, scenario } from '../scenario.js';
import { type BatchWishes, claimedBatch, claimsBatch } from '../steps/claimed-batches.js';
import type { CreatedBatch } from './created.js';

/** A batch that must be accepted. */
export interface Acceptance {
  /** The requirement; `suffix` tells several scenarios of one requirement apart. */
  readonly id: string;
  readonly suffix?: string;
  readonly title: string;
  readonly cases?: readonly string[];
  readonly wishes?: BatchWishes;
  /** What makes the batch the one that the requirement speaks of. Default: nothing. */
  readonly shape?: (
    batches: Arbitrary<CreatePayoutBatchRequest>,
    situation: string,
  ) => Arbitrary<CreatePayoutBatchRequest>;
  /** Judges of other requirements on the same batch. */
  readonly also?: Readonly<Record<string, (evidence: CreatedBatch) => readonly Check[]>>;
  /** What must hold besides the acceptance. */
  readonly besides?: (evidence: CreatedBatch) => readonly Check[];
  readonly claimed?: (profile: Profile) => boolean;
}

/** A scenario for an acceptance: the batch is created. */
export function acceptance(definition: Acceptance): LesspayScenario {
  const { id, wishes = {}, shape = (batches) => batches, besides = () => [] } = definition;
  return scenario<CreatePayoutBatchRequest, CreatedBatch>({
    id: definition.suffix === undefined ? id : `${id}-${definition.suffix}`,
    title: definition.title,
    ...(definition.cases === undefined ? {} : { cases: definition.cases }),
    claimed: (profile) => claimsBatch(profile, wishes) && (definition.claimed?.(profile) ?? true),
    given: (profile, situation) => shape(claimedBatch(profile, wishes), situation),
    drive: async ({ platform, fresh }, batch) => ({ created: await platform.createPayoutBatch(fresh(batch)) }),
    judge: {
      ...definition.also,
      [id]: (evidence, situation) => [...meets(id, evidence.created, situation), ...besides(evidence)],
    },
  });
}
