import { lesspayFaults } from '../../../reference/lesspay/faults/index.js';
import { judgeFault } from '../judge-bite.js';
import type { FaultOutcome } from '../outcome.js';
import { measureReach } from '../reach.js';

/** Whether the self-test may leave out scenarios that a change does not reach. */
export interface SelectionAudit {
  readonly faults: number;
  /** Ids of faults that have another outcome when all scenarios are run. */
  readonly differences: readonly string[];
}

/** Judges every `step`-th fault with the scenarios that can be reached by it, and again with all of them. */
export async function auditSelection(seed: number, step: number): Promise<SelectionAudit> {
  const sample = lesspayFaults.filter((_fault, index) => index % step === 0);
  await measureReach(sample, seed);
  const differences: string[] = [];
  for (const fault of sample) {
    const [selected, exhaustive] = [await judgeFault(fault, seed), await judgeFault(fault, seed, true)];
    const same = inShort(selected) === inShort(exhaustive);
    if (!same) differences.push(fault.id);
  }
  return { faults: sample.length, differences };
}

/** What failed, whether it was listed or not, and what was wrong with that. */
function inShort({ problems, failures }: FaultOutcome): string {
  return JSON.stringify([problems, failures.map(({ requirement }) => requirement).sort()]);
}
