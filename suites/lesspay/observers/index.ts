import type { Observer } from '../../../harness/observer.js';

/** The requirements that are judged on all traffic of a run. */
export const lesspayObservers: readonly Observer[] = [];
