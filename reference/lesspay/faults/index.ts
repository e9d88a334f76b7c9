import type { Fault } from '../bite.js';

/** Every planted defect of the reference platform, by area. */
export const lesspayFaults: readonly Fault[] = [];
