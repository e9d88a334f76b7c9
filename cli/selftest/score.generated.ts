// Written by `lesspay-conformance selftest --write`. Do not edit.
import type { StampedScore } from './stamped-score.js';

export const stampedScore: StampedScore = {
  version: '0.0.0',
  digest: '',
  faults: { total: 0, caught: 0 },
  variants: { total: 0, clean: 0 },
  unproven: [],
};
