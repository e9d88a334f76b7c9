import { defineArea } from '../../harness/vitest/area.js';
import { openSession } from './open.js';
import { webhookScenarios } from './webhook/index.js';

defineArea('WEBHOOK', webhookScenarios, openSession);
