import type { LesspayScenario } from '../scenario.js';

export const payoutCreateScenarios: readonly LesspayScenario[] = [];
