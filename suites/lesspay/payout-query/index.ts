import type { LesspayScenario } from '../scenario.js';

export const payoutQueryScenarios: readonly LesspayScenario[] = [];
