import { defineArea } from '../../harness/vitest/area.js';
import { openSession } from './open.js';
import { payoutCreateScenarios } from './payout-create/index.js';

defineArea('PAYOUT-CREATE', payoutCreateScenarios, openSession);
