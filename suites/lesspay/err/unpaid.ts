import { type Check, holds } from '../../../harness/check.js';
import type { Exchange } from '../../../harness/exchange.js';
import type { Actors } from '../../../harness/lesspay/actors.js';
import { normaliseOrderStatus } from '../../../protocols/lesspay/statuses.js';
import { orderIdOf, payoutOf, statusIn } from '../reading/orders.js';
import { succeeded } from '../reading/recorded.js';

/** Approves a payout that was accepted: it would be paid out now. Whether the operator can do that is no matter. */
export async function approveIfAccepted({ operator }: Pick<Actors, 'operator'>, created: Exchange): Promise<void> {
  const id = orderIdOf(created);
  if (succeeded(created) && id !== null) await operator.transition(id, 'PENDING_PAY');
}

/** The query shows another status than SUCCEED. `why` completes the sentence: what keeps the payout from being paid. */
export function isNotPaidOut(after: Exchange, why: string): Check {
  return holds(
    normaliseOrderStatus(statusIn(payoutOf(after))) !== 'SUCCEED',
    `another status than SUCCEED ${why}`,
    () => 'SUCCEED',
    after,
  );
}
