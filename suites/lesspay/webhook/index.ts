import type { LesspayScenario } from '../scenario.js';
import { payinGoesToItsOwnAddress, payinGoesToTheDefault, payoutGoesWhereItShould } from './addresses.js';
import {
  failureIsNotified,
  firstVersionIsSignedInPart,
  missingVersionIsSignedLikeTheFirst,
  successIsNotified,
} from './payins.js';
import { oneMessageForABatch, rejectionIsNotified } from './payouts.js';
import { acknowledgedIsNotSentAgain, refusedIsSentAgain } from './repeats.js';
import { eachMerchantHasItsOwnSecret } from './secrets.js';

/** Webhooks, as the platform sends them. What every single delivery has to be is judged by the observers. */
export const webhookScenarios: readonly LesspayScenario[] = [
  payinGoesToItsOwnAddress,
  payinGoesToTheDefault,
  payoutGoesWhereItShould,
  successIsNotified,
  failureIsNotified,
  oneMessageForABatch,
  rejectionIsNotified,
  firstVersionIsSignedInPart,
  missingVersionIsSignedLikeTheFirst,
  refusedIsSentAgain,
  acknowledgedIsNotSentAgain,
  eachMerchantHasItsOwnSecret,
];
