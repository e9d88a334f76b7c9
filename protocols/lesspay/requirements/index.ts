import type { Requirement } from '../../requirement.js';
import { amtRequirements } from './amt.js';
import { authRequirements } from './auth.js';
import { envRequirements } from './env.js';
import { errRequirements } from './err.js';
import { fmtRequirements } from './fmt.js';
import { idemRequirements } from './idem.js';
import { payinCardRequirements } from './payin-card.js';
import { payinCreateRequirements } from './payin-create.js';
import { payoutBalanceRequirements } from './payout-balance.js';
import { payoutBankRequirements } from './payout-bank.js';
import { payoutBatchRequirements } from './payout-batch.js';
import { payoutCreateRequirements } from './payout-create.js';
import { payoutNotifyRequirements } from './payout-notify.js';
import { payoutQueryRequirements } from './payout-query.js';
import { queryRequirements } from './query.js';
import { stateRequirements } from './state.js';
import { transRequirements } from './trans.js';
import { webhookRequirements } from './webhook.js';

/** Every requirement of Lesspay 2.0, withdrawn ones included, by area and number. */
export const lesspayRequirements: readonly Requirement[] = [
  ...transRequirements,
  ...envRequirements,
  ...authRequirements,
  ...fmtRequirements,
  ...payinCreateRequirements,
  ...payinCardRequirements,
  ...queryRequirements,
  ...payoutCreateRequirements,
  ...payoutBatchRequirements,
  ...payoutQueryRequirements,
  ...payoutBankRequirements,
  ...payoutBalanceRequirements,
  ...payoutNotifyRequirements,
  ...idemRequirements,
  ...amtRequirements,
  ...stateRequirements,
  ...webhookRequirements,
  ...errRequirements,
];

/** The areas in the order of the catalogue. */
export const areas: readonly string[] = [...new Set(lesspayRequirements.map((entry) => entry.area))];

const byId: ReadonlyMap<string, Requirement> = new Map(lesspayRequirements.map((entry) => [entry.id, entry]));

/** The requirement with this id, or undefined. */
export function findRequirement(id: string): Requirement | undefined {
  return byId.get(id);
}

/** A requirement id that the catalogue does not have. */
export class UnknownRequirementError extends Error {
  readonly code = 'unknownRequirement';

  constructor(readonly id: string) {
    const area = areas.find((name) => id.startsWith(`${name}-`) && /^\d+$/.test(id.slice(name.length + 1)));
    const count = lesspayRequirements.filter((entry) => entry.area === area).length;
    super(
      area === undefined
        ? `The Lesspay catalogue has no requirement "${id}". An id is an area and three digits, such as PAYOUT-BATCH-010; the areas are ${areas.join(', ')}.`
        : `The Lesspay catalogue has no requirement "${id}". The area ${area} has ${area}-001 to ${area}-${String(count).padStart(3, '0')}.`,
    );
    this.name = 'UnknownRequirementError';
  }
}

/** The requirement with this id. Throws `UnknownRequirementError` when the catalogue does not have it. */
export function requirement(id: string): Requirement {
  const found = byId.get(id);
  if (found === undefined) throw new UnknownRequirementError(id);
  return found;
}
