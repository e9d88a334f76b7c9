import type { LesspayScenario } from '../scenario.js';
import { statusAsAnnounced } from './announced.js';
import { foundScenarios } from './found.js';
import { listingScenarios } from './listings.js';
import { notFoundScenarios } from './not-found.js';
import { windowScenarios } from './windows.js';

/** Fetch pay-in. */
export const queryScenarios: readonly LesspayScenario[] = [
  ...foundScenarios,
  ...windowScenarios,
  ...notFoundScenarios,
  ...listingScenarios,
  statusAsAnnounced,
];
