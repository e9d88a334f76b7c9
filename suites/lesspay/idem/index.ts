import type { LesspayScenario } from '../scenario.js';
import { histories } from './history/index.js';
import { races } from './races.js';
import {
  batchIdInUse,
  batchSentAgain,
  payinIdInUse,
  payinSentAgain,
  payoutIdInUse,
  payoutSentAgain,
} from './repeats.js';
import { reuse } from './reuse.js';
import { scopes } from './scopes.js';

/** Idempotency: one `request_id`, one order. */
export const idemScenarios: readonly LesspayScenario[] = [
  payinSentAgain,
  payinIdInUse,
  batchSentAgain,
  batchIdInUse,
  payoutSentAgain,
  payoutIdInUse,
  ...races,
  ...scopes,
  ...reuse,
  ...histories,
];
