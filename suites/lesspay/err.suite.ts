import { defineArea } from '../../harness/vitest/area.js';
import { errScenarios } from './err/index.js';
import { openSession } from './open.js';

defineArea('ERR', errScenarios, openSession);
