import { defineArea } from '../../harness/vitest/area.js';
import { openSession } from './open.js';
import { stateScenarios } from './state/index.js';

defineArea('STATE', stateScenarios, openSession);
