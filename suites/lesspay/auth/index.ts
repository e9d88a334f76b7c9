import type { LesspayScenario } from '../scenario.js';

export const authScenarios: readonly LesspayScenario[] = [];
