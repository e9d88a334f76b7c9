import { defineArea } from '../../harness/vitest/area.js';
import { amtScenarios } from './amt/index.js';
import { openSession } from './open.js';

defineArea('AMT', amtScenarios, openSession);
