import type { LesspayScenario } from '../scenario.js';

export const stateScenarios: readonly LesspayScenario[] = [];
