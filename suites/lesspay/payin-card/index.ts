import type { LesspayScenario } from '../scenario.js';
import { acceptedCardScenarios } from './accepted.js';
import { refusedCardScenarios } from './refused.js';

/** Card payments. */
export const payinCardScenarios: readonly LesspayScenario[] = [...acceptedCardScenarios, ...refusedCardScenarios];
