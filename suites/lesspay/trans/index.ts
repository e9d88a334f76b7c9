import type { LesspayScenario } from '../scenario.js';
import { furtherEndpointsAnswer, mainEndpointsAnswer } from './endpoints.js';
import { requestScenarios } from './requests.js';
import { unicodeScenarios } from './unicode.js';

/** Transport: endpoints, methods, paths, bodies, headers. */
export const transScenarios: readonly LesspayScenario[] = [
  ...mainEndpointsAnswer,
  ...furtherEndpointsAnswer,
  ...requestScenarios,
  ...unicodeScenarios,
];
