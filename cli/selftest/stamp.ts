import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../protocols/package-root.js';
import type { BiteScore } from '../../schemas/report/results.generated.js';
import { suiteIdentity } from '../package-identity.js';
import { registryDigest } from './registry-digest.js';
import { coveredRequirements, type Score } from './score.js';
import type { StampedScore } from './stamped-score.js';

/** Where the score is kept in a checkout. */
export const SCORE_FILE = path.join('cli', 'selftest', 'score.generated.ts');

/** What a run says of its own bite. A score that was computed from other registries, or for another version, proves nothing. */
export function biteOf(stamped: StampedScore): BiteScore {
  const { version, digest, faults, variants, unproven } = stamped;
  const outOfDate = digest !== registryDigest() || version !== suiteIdentity.version;
  return {
    version,
    faults,
    variants,
    unproven: outOfDate ? coveredRequirements() : [...unproven],
    ...(outOfDate ? { outOfDate } : {}),
  };
}

/** The text of the module that keeps a score. */
export function scoreModule({ faults, variants, unproven }: Score): string {
  const stamped: StampedScore = {
    version: suiteIdentity.version,
    digest: registryDigest(),
    faults: { total: faults.total, caught: faults.caught },
    variants,
    unproven,
  };
  return [
    '// Written by `lesspay-conformance selftest --write`. Do not edit.',
    "import type { StampedScore } from './stamped-score.js';",
    '',
    `export const stampedScore: StampedScore = ${JSON.stringify(stamped, null, 2)};`,
    '',
  ].join('\n');
}

/** Writes the score into the checkout; it takes effect with the next build. Returns the file's name. */
export function writeScore(score: Score): string {
  writeFileSync(path.join(packageRoot, SCORE_FILE), scoreModule(score));
  return SCORE_FILE;
}
