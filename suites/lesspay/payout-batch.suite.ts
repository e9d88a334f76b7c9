import { defineArea } from '../../harness/vitest/area.js';
import { openSession } from './open.js';
import { payoutBatchScenarios } from './payout-batch/index.js';

defineArea('PAYOUT-BATCH', payoutBatchScenarios, openSession);
