import type { Fault } from '../bite.js';
import { isJsonObject } from '../core/json.js';
import type { PayoutDetail, PayoutOrder } from '../core/orders.js';
import type { Place } from '../decisions/payout-orders.js';
import { amend } from '../decisions.js';
import { type Description, plant } from './plant.js';

/** Members of a message by name. */
export type Members = Readonly<Record<string, unknown>>;

/** The members of what a decision returned. */
export function membersOf(value: unknown): Members {
  return isJsonObject(value) ? value : {};
}

/** The members without some of them. */
export function without(members: Members, ...names: readonly string[]): Members {
  return Object.fromEntries(Object.entries(members).filter(([name]) => !names.includes(name)));
}

/** A fault: the answer to an accepted payout has other members. */
export function createdOtherwise(
  change: (shown: Members, order: PayoutOrder) => Members,
  description: Description,
): Fault {
  return plant(
    'payoutOrders.created',
    (decisions) => {
      const { created } = decisions.payoutOrders;
      return amend(decisions, 'payoutOrders', { created: (order) => change(membersOf(created(order)), order) });
    },
    description,
  );
}

/** A fault: payouts are shown with other members. */
export function shownOtherwise(
  change: (shown: Members, place: Place, order: PayoutOrder) => Members,
  description: Description,
): Fault {
  return plant(
    'payoutOrders.view',
    (decisions) => {
      const { view } = decisions.payoutOrders;
      return amend(decisions, 'payoutOrders', {
        view: (order, details, place) => change(membersOf(view(order, details, place)), place, order),
      });
    },
    description,
  );
}

/** A fault: the details of payouts are shown with other members. */
export function detailShownOtherwise(
  change: (shown: Members, detail: PayoutDetail, place: Place) => Members,
  description: Description,
): Fault {
  return plant(
    'payoutOrders.detailView',
    (decisions) => {
      const { detailView } = decisions.payoutOrders;
      return amend(decisions, 'payoutOrders', {
        detailView: (detail, place) => change(membersOf(detailView(detail, place)), detail, place),
      });
    },
    description,
  );
}
