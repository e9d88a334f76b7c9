import type { LesspayScenario } from '../scenario.js';

export const transScenarios: readonly LesspayScenario[] = [];
