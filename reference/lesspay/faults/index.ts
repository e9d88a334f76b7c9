import type { Fault } from '../bite.js';
import { amountFaults } from './amounts.js';
import { authFaults } from './auth.js';
import { batchFaults } from './batch.js';
import { batchDetailFaults } from './batch-details.js';
import { batchSumFaults } from './batch-sums.js';
import { cardFaults } from './card.js';
import { envelopeFaults } from './envelope.js';
import { errFaults } from './err.js';
import { failureFaults } from './failures.js';
import { formatFaults } from './formats.js';
import { idemFaults } from './idem.js';
import { payinFaults } from './payin.js';
import { payoutFaults } from './payout.js';
import { payoutQueryFaults } from './payout-query.js';
import { payoutServiceFaults } from './payout-services.js';
import { queryFaults } from './query.js';
import { shapeFaults } from './shape.js';
import { stateFaults } from './state.js';
import { timeFaults } from './time.js';
import { transportFaults } from './transport.js';
import { webhookFaults } from './webhook.js';
import { webhookBodyFaults } from './webhook-bodies.js';

/** Every planted defect of the reference platform, by area. */
export const lesspayFaults: readonly Fault[] = [
  ...authFaults,
  ...transportFaults,
  ...payinFaults,
  ...queryFaults,
  ...payoutFaults,
  ...amountFaults,
  ...idemFaults,
  ...stateFaults,
  ...webhookFaults,
  ...errFaults,
  ...failureFaults,
  ...shapeFaults,
  ...batchFaults,
  ...batchDetailFaults,
  ...batchSumFaults,
  ...cardFaults,
  ...envelopeFaults,
  ...formatFaults,
  ...payoutQueryFaults,
  ...payoutServiceFaults,
  ...webhookBodyFaults,
  ...timeFaults,
];
