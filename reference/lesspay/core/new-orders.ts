import { detailsOf } from '../decisions/create-batch.js';
import type { Decisions } from '../decisions.js';
import type { Application } from './application.js';
import type { IdSource } from './ids.js';
import { type JsonObject, textAt } from './json.js';
import type { Beneficiary, PayinOrder, PayoutDetail, PayoutOrder } from './orders.js';

/** What a new order needs besides the request. */
export interface Making {
  readonly decisions: Decisions;
  readonly ids: IdSource;
  readonly now: number;
  /** True for an order id that exists already. */
  isUsed(payOrderId: string): boolean;
}

function freshId(prefix: string, { ids, isUsed }: Making): string {
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    const id = `${prefix}${ids.digits()}`;
    if (!isUsed(id)) return id;
  }
  throw new Error(`The id source gave 1000 ids that are in use already (last prefix ${prefix}): inject another one.`);
}

/** The pay-in that a judged request asks for. */
export function newPayin(body: JsonObject, application: Application, making: Making): PayinOrder {
  const { decisions, now, ids } = making;
  const order = decisions.payinOrders.fromRequest(body, now);
  const { requestIds } = decisions;
  return {
    kind: 'payin',
    payOrderId: freshId('P', making),
    appId: application.appId,
    contentDigest: requestIds.digest(requestIds.content(body), application),
    createdAt: now,
    completeTime: null,
    errorCode: null,
    errorMsg: null,
    session: decisions.payinOrders.hasSession(order)
      ? { token: `pst_${ids.token()}`, secret: `pss_${ids.token()}` }
      : null,
    ...order,
  };
}

/** The batch that a judged request asks for. */
export function newBatch(body: JsonObject, application: Application, making: Making): PayoutOrder {
  const { payoutOrders, syntax } = making.decisions;
  const details = detailsOf(body).map((detail) =>
    newDetail(
      textAt(detail, 'mch_order_id') ?? '',
      textAt(detail, 'amount') ?? '',
      payoutOrders.batchBeneficiary(detail, body, syntax),
      making,
    ),
  );
  return { ...payout(body, application, making), ...payoutOrders.fromBatch(body, making.now), details };
}

/** The single payout that a judged request asks for: one detail whose `mch_order_id` is the `request_id`. */
export function newSinglePayout(body: JsonObject, application: Application, making: Making): PayoutOrder {
  const { payoutOrders } = making.decisions;
  const order = payoutOrders.fromSingle(body, making.now);
  const detail = newDetail(order.requestId, order.totalAmount, payoutOrders.singleBeneficiary(body), making);
  // Without a review the transfer begins at once (protocol reference, section 8.4).
  const details = [order.status === 'PENDING_PAY' ? making.decisions.lifecycle.approved(detail) : detail];
  return { ...payout(body, application, making), ...order, details };
}

function payout(body: JsonObject, application: Application, making: Making) {
  const { requestIds, payoutOrders } = making.decisions;
  return {
    kind: 'payout' as const,
    payOrderId: freshId('PO', making),
    appId: application.appId,
    contentDigest: requestIds.digest(requestIds.content(body), application),
    createdAt: making.now,
    day: payoutOrders.dayOf(making.now),
  };
}

function newDetail(mchOrderId: string, amount: string, clear: Beneficiary, making: Making): PayoutDetail {
  const { payoutOrders } = making.decisions;
  const keep = (value: string | null, mask: (text: string) => string) => (value === null ? null : mask(value));
  const beneficiary = {
    ...clear,
    accountNo: keep(clear.accountNo, payoutOrders.keptAccountNo),
    accountName: keep(clear.accountName, payoutOrders.keptAccountName),
  };
  return payoutOrders.newDetail({ mchOrderId, amount, detailId: `POD${making.ids.digits()}`, beneficiary });
}
