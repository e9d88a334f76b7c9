// Written by `lesspay-conformance selftest --write`. Do not edit.
import type { StampedScore } from './stamped-score.js';

export const stampedScore: StampedScore = {
  "version": "0.1.0",
  "digest": "7e50deb0f0375d6065eb8feb24c8cdee2a10da80625f9b7460984c6953d4d62f",
  "faults": {
    "total": 657,
    "caught": 657
  },
  "variants": {
    "total": 137,
    "clean": 137
  },
  "unproven": [],
  "uncaught": []
};
