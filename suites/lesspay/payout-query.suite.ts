import { defineArea } from '../../harness/vitest/area.js';
import { openSession } from './open.js';
import { payoutQueryScenarios } from './payout-query/index.js';

defineArea('PAYOUT-QUERY', payoutQueryScenarios, openSession);
