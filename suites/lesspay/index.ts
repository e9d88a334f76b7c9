import { amtScenarios } from './amt/index.js';
import { authScenarios } from './auth/index.js';
import { errScenarios } from './err/index.js';
import { fmtScenarios } from './fmt/index.js';
import { idemScenarios } from './idem/index.js';
import { payinCardScenarios } from './payin-card/index.js';
import { payinCreateScenarios } from './payin-create/index.js';
import { payoutBalanceScenarios } from './payout-balance/index.js';
import { payoutBankScenarios } from './payout-bank/index.js';
import { payoutBatchScenarios } from './payout-batch/index.js';
import { payoutCreateScenarios } from './payout-create/index.js';
import { payoutNotifyScenarios } from './payout-notify/index.js';
import { payoutQueryScenarios } from './payout-query/index.js';
import { queryScenarios } from './query/index.js';
import type { LesspayScenario } from './scenario.js';
import { stateScenarios } from './state/index.js';
import { transScenarios } from './trans/index.js';
import { webhookScenarios } from './webhook/index.js';

export { lesspayObservers } from './observers/index.js';

/** The suite files below this folder, without their extension, in the order in which they run; `observed` is always last. */
export const lesspaySuites = [
  'trans',
  'auth',
  'fmt',
  'payin-create',
  'payin-card',
  'query',
  'payout-create',
  'payout-batch',
  'payout-query',
  'payout-bank',
  'payout-bal',
  'payout-notify',
  'idem',
  'amt',
  'state',
  'webhook',
  'err',
  'observed',
] as const;

/** Every scenario against a Lesspay platform. */
export const lesspayScenarios: readonly LesspayScenario[] = [
  ...transScenarios,
  ...authScenarios,
  ...fmtScenarios,
  ...payinCreateScenarios,
  ...payinCardScenarios,
  ...queryScenarios,
  ...payoutCreateScenarios,
  ...payoutBatchScenarios,
  ...payoutQueryScenarios,
  ...payoutBankScenarios,
  ...payoutBalanceScenarios,
  ...payoutNotifyScenarios,
  ...idemScenarios,
  ...amtScenarios,
  ...stateScenarios,
  ...webhookScenarios,
  ...errScenarios,
];
