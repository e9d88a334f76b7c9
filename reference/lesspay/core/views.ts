import type { Place } from '../decisions/payout-orders.js';
import type { Decisions } from '../decisions.js';
import type { PayoutOrder } from './orders.js';

/** PayoutQueryVO of the order, as it is shown at the place. */
export function payoutView(order: PayoutOrder, place: Place, { payoutOrders }: Decisions): object {
  const details = order.details.map((detail) => {
    const { accountNo, accountName } = detail.beneficiary;
    const beneficiary = {
      ...detail.beneficiary,
      accountNo: payoutOrders.shownAccountNo(accountNo, place),
      accountName: payoutOrders.shownAccountName(accountName, place),
    };
    return payoutOrders.detailView({ ...detail, beneficiary }, place);
  });
  return payoutOrders.view(order, details, place);
}
