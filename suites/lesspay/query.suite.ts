import { defineArea } from '../../harness/vitest/area.js';
import { openSession } from './open.js';
import { queryScenarios } from './query/index.js';

defineArea('QUERY', queryScenarios, openSession);
