import type { LesspayScenario } from '../scenario.js';

export const fmtScenarios: readonly LesspayScenario[] = [];
