import type { LesspayScenario } from '../scenario.js';
import { anotherAmountIsNoSuccess, newPayinIsPending, riskEventChangesNothing, unpaidPayinExpires } from './payins.js';
import { approvedBatchIsProcessed, newBatchWaitsForReview, rejectedBatchFails } from './reviews.js';
import { allSucceeded, noneSucceeded, someSucceeded } from './settlements.js';

/** Life cycles: which status an order has, and which may follow. */
export const stateScenarios: readonly LesspayScenario[] = [
  newPayinIsPending,
  newBatchWaitsForReview,
  approvedBatchIsProcessed,
  rejectedBatchFails,
  allSucceeded,
  someSucceeded,
  noneSucceeded,
  riskEventChangesNothing,
  anotherAmountIsNoSuccess,
  unpaidPayinExpires,
];
