import type { LesspayScenario } from '../scenario.js';

export const webhookScenarios: readonly LesspayScenario[] = [];
