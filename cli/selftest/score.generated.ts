// Written by `lesspay-conformance selftest --write`. Do not edit.
import type { StampedScore } from './stamped-score.js';

export const stampedScore: StampedScore = {
  "version": "0.1.0",
  "digest": "52867f6ece76b0b1413a3032f98d542167efc76303540f939e098068630ed106",
  "faults": {
    "total": 647,
    "caught": 647
  },
  "variants": {
    "total": 131,
    "clean": 131
  },
  "unproven": [],
  "uncaught": []
};
