import { createHash } from 'node:crypto';
import { lesspayFaults } from '../../reference/lesspay/faults/index.js';
import { unreachable } from '../../reference/lesspay/faults/unreachable.js';
import { lesspayVariants } from '../../reference/lesspay/variants/index.js';
import { lesspayObservers, lesspayScenarios } from '../../suites/lesspay/index.js';

/**
 * A digest of what a score speaks about: which faults prove what, which variants there are, which scenarios and observers judge
 * which requirements. When it differs, the score is about something else.
 */
export function registryDigest(): string {
  const registry = {
    faults: lesspayFaults.map(({ id, where, must, may }) => ({ id, where, must, may })),
    variants: lesspayVariants.map(({ id }) => id),
    unreachable: unreachable.map(({ requirement }) => requirement),
    scenarios: lesspayScenarios.map(({ id, cases, judge }) => ({ id, cases, judge: Object.keys(judge) })),
    observers: lesspayObservers.map(({ requirement }) => requirement),
  };
  return createHash('sha256').update(JSON.stringify(registry)).digest('hex');
}
