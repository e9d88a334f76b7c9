import type { LesspayScenario } from '../scenario.js';

export const payoutBalanceScenarios: readonly LesspayScenario[] = [];
