import type { LesspayScenario } from '../scenario.js';

export const queryScenarios: readonly LesspayScenario[] = [];
