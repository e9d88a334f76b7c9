import { defineArea } from '../../harness/vitest/area.js';
import { openSession } from './open.js';
import { payinCardScenarios } from './payin-card/index.js';

defineArea('PAYIN-CARD', payinCardScenarios, openSession);
