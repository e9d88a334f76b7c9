import { defineArea } from '../../harness/vitest/area.js';
import { openSession } from './open.js';
import { payinCreateScenarios } from './payin-create/index.js';

defineArea('PAYIN-CREATE', payinCreateScenarios, openSession);
