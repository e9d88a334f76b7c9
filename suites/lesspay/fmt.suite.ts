import { defineArea } from '../../harness/vitest/area.js';
import { fmtScenarios } from './fmt/index.js';
import { openSession } from './open.js';

defineArea('FMT', fmtScenarios, openSession);
