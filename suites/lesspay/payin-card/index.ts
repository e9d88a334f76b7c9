import type { LesspayScenario } from '../scenario.js';

export const payinCardScenarios: readonly LesspayScenario[] = [];
