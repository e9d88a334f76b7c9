import type { LesspayScenario } from '../scenario.js';
import { applicationScenarios } from './applications.js';
import { flatDigestScenarios } from './flat-digest.js';
import { headerScenarios } from './headers.js';
import { nestedDigestScenarios } from './nested-digest.js';
import { tamperingScenarios } from './tampering.js';
import { timestampScenarios } from './timestamps.js';

/** Authentication, as far as it binds the platform. */
export const authScenarios: readonly LesspayScenario[] = [
  ...applicationScenarios,
  ...headerScenarios,
  ...timestampScenarios,
  ...tamperingScenarios,
  ...flatDigestScenarios,
  ...nestedDigestScenarios,
];
