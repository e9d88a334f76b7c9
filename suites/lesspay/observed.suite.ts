import { defineObserved } from '../../harness/vitest/area.js';
import { openSession } from './open.js';

defineObserved(openSession);
