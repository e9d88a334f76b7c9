import type { LesspayScenario } from '../scenario.js';
import { acceptedPayouts } from './accepted.js';
import { leftOpenPayouts } from './left-open.js';
import { refusedDestinations } from './refused-destinations.js';
import { refusedMembers } from './refused-members.js';

/** Single payouts: what must be accepted, what must be refused, and what is only recorded. */
export const payoutCreateScenarios: readonly LesspayScenario[] = [
  ...acceptedPayouts,
  ...refusedMembers,
  ...refusedDestinations,
  ...leftOpenPayouts,
];
