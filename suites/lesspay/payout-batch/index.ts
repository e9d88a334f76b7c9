import type { LesspayScenario } from '../scenario.js';

export const payoutBatchScenarios: readonly LesspayScenario[] = [];
