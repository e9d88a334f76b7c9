import type { LesspayScenario } from '../scenario.js';
import { failures } from './failures.js';
import { limits } from './limits.js';
import { permissions } from './permissions.js';
import { stableAnswers } from './stable-answers.js';

/** Errors: which code means what. */
export const errScenarios: readonly LesspayScenario[] = [...stableAnswers, ...permissions, ...limits, ...failures];
