import { defineArea } from '../../harness/vitest/area.js';
import { openSession } from './open.js';
import { payoutNotifyScenarios } from './payout-notify/index.js';

defineArea('PAYOUT-NOTIFY', payoutNotifyScenarios, openSession);
