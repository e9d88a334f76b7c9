import { defineArea } from '../../harness/vitest/area.js';
import { openSession } from './open.js';
import { payoutBalanceScenarios } from './payout-balance/index.js';

defineArea('PAYOUT-BAL', payoutBalanceScenarios, openSession);
