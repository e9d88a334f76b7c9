import type { LesspayScenario } from '../scenario.js';

export const payoutBankScenarios: readonly LesspayScenario[] = [];
