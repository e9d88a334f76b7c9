import type { LesspayScenario } from '../scenario.js';

export const idemScenarios: readonly LesspayScenario[] = [];
