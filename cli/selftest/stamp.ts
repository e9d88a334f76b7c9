import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../protocols/package-root.js';
import { lesspayFaults } from '../../reference/lesspay/faults/index.js';
import { unreachable } from '../../reference/lesspay/faults/unreachable.js';
import type { BiteFault, BiteScore } from '../../schemas/report/results.generated.js';
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
  if (outOfDate) return { version, faults, variants, unproven: coveredRequirements(), outOfDate };
  const excused = unreachable.filter(({ requirement }) => unproven.includes(requirement));
  return {
    version,
    faults,
    variants,
    unproven: [...unproven],
    matrix: matrixOf(stamped),
    ...(excused.length === 0
      ? {}
      : { reasons: Object.fromEntries(excused.map(({ requirement, reason }) => [requirement, reason])) }),
  };
}

/** Each fault with what it proves. The registry is the one that was tested: the digests are equal. */
function matrixOf({ uncaught }: StampedScore): BiteFault[] {
  const others = new Map(uncaught.map(({ id, proves }) => [id, proves]));
  return lesspayFaults.map(({ id, defect, area, layer, must }) => ({
    id,
    defect,
    area,
    layer,
    caught: !others.has(id),
    proves: [...(others.get(id) ?? must)],
  }));
}

/** The text of the module that keeps a score. */
export function scoreModule({ faults, variants, unproven, uncaught }: Score): string {
  const stamped: StampedScore = {
    version: suiteIdentity.version,
    digest: registryDigest(),
    faults: { total: faults.total, caught: faults.caught },
    variants,
    unproven,
    uncaught,
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
