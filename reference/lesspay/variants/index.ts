import type { Variant } from '../bite.js';
import { answerVariants } from './answers.js';
import { failureVariants } from './failures.js';
import { payinVariants } from './payins.js';
import { payoutServiceVariants } from './payout-services.js';
import { payoutVariants } from './payouts.js';
import { queryVariants } from './queries.js';
import { refusalVariants } from './refusals.js';
import { requestVariants } from './requests.js';
import { webhookVariants } from './webhooks.js';

/** Every conforming behaviour of the reference platform that differs from Annex A. */
export const lesspayVariants: readonly Variant[] = [
  ...answerVariants,
  ...refusalVariants,
  ...requestVariants,
  ...payinVariants,
  ...queryVariants,
  ...payoutVariants,
  ...payoutServiceVariants,
  ...webhookVariants,
  ...failureVariants,
];
