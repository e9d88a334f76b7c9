import type { LesspayScenario } from '../scenario.js';

export const payinCreateScenarios: readonly LesspayScenario[] = [];
