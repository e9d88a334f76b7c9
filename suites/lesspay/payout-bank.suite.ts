import { defineArea } from '../../harness/vitest/area.js';
import { openSession } from './open.js';
import { payoutBankScenarios } from './payout-bank/index.js';

defineArea('PAYOUT-BANK', payoutBankScenarios, openSession);
