import type { Outcome } from '../../outcome.js';
import type { AcceptedCase } from '../../requirement.js';

/** One situation with the answers accepted in it and, where given, what must hold besides. */
export function when(situation: string, outcome: Outcome, holds?: string): AcceptedCase {
  return holds === undefined ? { when: situation, outcome } : { when: situation, outcome, holds };
}

/** The only situation of a requirement, judged on the answer. */
export function always(outcome: Outcome, holds?: string): readonly AcceptedCase[] {
  return [when('default', outcome, holds)];
}

/** The only situation of a requirement, judged on something other than one answer's status and code. */
export function seen(holds: string): readonly AcceptedCase[] {
  return [{ when: 'default', holds }];
}

/** Several situations in which the same answers are accepted. */
export function each(situations: readonly string[], outcome: Outcome, holds?: string): readonly AcceptedCase[] {
  return situations.map((situation) => when(situation, outcome, holds));
}
