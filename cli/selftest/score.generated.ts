// Written by `lesspay-conformance selftest --write`. Do not edit.
import type { StampedScore } from './stamped-score.js';

export const stampedScore: StampedScore = {
  "version": "0.1.0",
  "digest": "5382d90bde116dd99d75b029f541b30305a715de27b3fdd5e70a7117dbfbd40e",
  "faults": {
    "total": 645,
    "caught": 645
  },
  "variants": {
    "total": 131,
    "clean": 131
  },
  "unproven": [
    "PAYIN-CREATE-031",
    "PAYOUT-BATCH-033"
  ]
};
