import type { Observer } from '../../../harness/observer.js';
import { amtObservers } from './amt.js';
import { envObservers } from './env.js';
import { errObservers } from './err.js';
import { fmtObservers } from './fmt.js';
import { payinObservers } from './payin.js';
import { payoutObservers } from './payout.js';
import { stateObservers } from './state.js';
import { webhookObservers } from './webhook.js';

/** The requirements that are judged on all traffic of a run. */
export const lesspayObservers: readonly Observer[] = [
  ...envObservers,
  ...fmtObservers,
  ...payinObservers,
  ...payoutObservers,
  ...amtObservers,
  ...stateObservers,
  ...webhookObservers,
  ...errObservers,
];
