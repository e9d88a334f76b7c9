import { defineArea } from '../../harness/vitest/area.js';
import { openSession } from './open.js';
import { transScenarios } from './trans/index.js';

defineArea('TRANS', transScenarios, openSession);
