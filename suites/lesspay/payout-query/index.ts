import type { LesspayScenario } from '../scenario.js';
import { endedPayouts } from './final.js';
import { findingPayouts } from './found.js';

/** Fetch Payout. What every answer must show is judged by the observers. */
export const payoutQueryScenarios: readonly LesspayScenario[] = [...findingPayouts, ...endedPayouts];
