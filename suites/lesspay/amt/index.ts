import type { LesspayScenario } from '../scenario.js';

export const amtScenarios: readonly LesspayScenario[] = [];
