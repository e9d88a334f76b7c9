import type { LesspayScenario } from '../scenario.js';
import { acceptedScenarios } from './accepted.js';
import { limitScenarios } from './limits.js';
import { memberScenarios } from './members.js';
import { wayScenarios } from './ways.js';

/** Create pay-in. */
export const payinCreateScenarios: readonly LesspayScenario[] = [
  ...acceptedScenarios,
  ...memberScenarios,
  ...limitScenarios,
  ...wayScenarios,
];
