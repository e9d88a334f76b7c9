import { defineArea } from '../../harness/vitest/area.js';
import { idemScenarios } from './idem/index.js';
import { openSession } from './open.js';

defineArea('IDEM', idemScenarios, openSession);
