import type { LesspayScenario } from '../scenario.js';

export const errScenarios: readonly LesspayScenario[] = [];
