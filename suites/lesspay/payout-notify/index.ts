import type { LesspayScenario } from '../scenario.js';

export const payoutNotifyScenarios: readonly LesspayScenario[] = [];
