import type { LesspayScenario } from '../scenario.js';
import { acceptedBatches } from './accepted.js';
import { openQuestions } from './left-open.js';
import { manyDetails } from './many-details.js';
import { refusedDestinations } from './refused-destinations.js';
import { refusedMembers } from './refused-members.js';
import { refusedTotals } from './refused-totals.js';
import { wholeOrNothing } from './whole-or-nothing.js';

/** Create Payout Batch. */
export const payoutBatchScenarios: readonly LesspayScenario[] = [
  ...acceptedBatches,
  ...refusedTotals,
  ...refusedMembers,
  ...refusedDestinations,
  ...wholeOrNothing,
  ...openQuestions,
  manyDetails,
];
