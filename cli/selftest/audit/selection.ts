import { lesspayFaults } from '../../../reference/lesspay/faults/index.js';
import { judgeFault } from '../judge-bite.js';

/** Whether the self-test may leave out scenarios that never ask a changed decision. */
export interface SelectionAudit {
  readonly faults: number;
  /** Ids of faults that have another outcome when all scenarios are run. */
  readonly differences: readonly string[];
}

/** Judges every `step`-th fault with the scenarios that can be reached by it, and again with all of them. */
export async function auditSelection(seed: number, step: number): Promise<SelectionAudit> {
  const sample = lesspayFaults.filter((_fault, index) => index % step === 0);
  const differences: string[] = [];
  for (const fault of sample) {
    const [selected, exhaustive] = [await judgeFault(fault, seed), await judgeFault(fault, seed, true)];
    const same = (['problems', 'survivors', 'overKills'] as const).every(
      (member) => [...selected[member]].sort().join() === [...exhaustive[member]].sort().join(),
    );
    if (!same) differences.push(fault.id);
  }
  return { faults: sample.length, differences };
}
