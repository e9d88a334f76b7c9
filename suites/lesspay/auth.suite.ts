import { defineArea } from '../../harness/vitest/area.js';
import { authScenarios } from './auth/index.js';
import { openSession } from './open.js';

defineArea('AUTH', authScenarios, openSession);
