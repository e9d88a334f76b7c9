import { type Amount, readAmount } from '../../protocols/amount.js';
import { type OperationName, operations } from '../../protocols/lesspay/operations.js';
import { BUDGET_SPENT } from '../budget.js';
import { isJsonObject, jsonOf } from '../exchange.js';
import { CAP_AMOUNT, CAP_ORDERS, type OrderLimits } from '../governor.js';
import { NotAllowed } from '../not-allowed.js';
import type { WireResult } from '../transport.js';
import { askedOrder } from './asked-order.js';
import { ordersInData } from './shown-orders.js';

/** A request as far as the guard looks at it. */
export interface GuardedRequest {
  readonly operation: OperationName;
  /** Path below the base URL, as it is sent. */
  readonly path: string;
  /** The body as it is sent. */
  readonly text: string;
}

/**
 * Stands between the clients and the target: a request that would create more than the limits allow is not sent. What stands in
 * for its answer is a failure with the code `CAP_ORDERS` or `CAP_AMOUNT`.
 *
 * @throws NotAllowed for a payout where none may be created
 */
export type OrderGuard = (request: GuardedRequest, send: () => Promise<WireResult>) => Promise<WireResult>;

type CreateName = 'createPayin' | 'createPayout' | 'createPayoutBatch';
const CREATES: readonly CreateName[] = ['createPayin', 'createPayout', 'createPayoutBatch'];

/** What a request would create: by the endpoint that it is meant for, or by a path that reaches one. */
function createdBy({ operation, path }: GuardedRequest): CreateName | null {
  const plain = path.toLowerCase();
  return (
    CREATES.find((name) => name === operation) ??
    CREATES.find((name) => plain.includes(operations[name].path.toLowerCase())) ??
    null
  );
}

/** True when an order, or a detail of a batch, asks for more than the largest amount. Ill-formed amounts are sent: they are there to be refused. */
function exceeds(text: string, largest: Amount): boolean {
  const { amount, detailAmounts } = askedOrder(text);
  return [amount, ...detailAmounts].some((asked) => readAmount(asked)?.isGreaterThan(largest));
}

/** What came of a create, for the count: an order's id, an order whose id is not known, or no order. */
function outcomeOf(result: WireResult): { readonly id: string } | 'perhaps' | 'none' {
  // Where no answer came, the order may exist all the same.
  if (result.kind === 'failure') return result.code === BUDGET_SPENT ? 'none' : 'perhaps';
  const body = jsonOf(result);
  if (!isJsonObject(body) || body.code !== 0) return 'none';
  const [order] = ordersInData(body.data);
  return order === undefined ? 'perhaps' : { id: order.payOrderId };
}

/** A guard for one run: it counts over all clients that share it. */
export function orderGuard({ maxOrders, maxAmount, payouts }: OrderLimits): OrderGuard {
  const largest = maxAmount === null ? null : readAmount(maxAmount);
  if (maxAmount !== null && largest === null)
    throw new RangeError(`maxAmount: received ${JSON.stringify(maxAmount)}, expected plain decimal text.`);
  const created = new Set<string>();
  /** Under way, or without an answer that tells. */
  let uncertain = 0;
  return async (request, send) => {
    const creates = createdBy(request);
    if (creates === null) return send();
    if (!payouts && creates !== 'createPayin') {
      throw new NotAllowed(
        'payoutsNotAllowed',
        'It creates payouts, and the target is not this machine: add --allow-payouts if its payouts move no real money.',
      );
    }
    if (maxOrders !== null && created.size + uncertain >= maxOrders) {
      return {
        kind: 'failure',
        code: CAP_ORDERS,
        message: `not sent: the run may create ${maxOrders} orders (--max-orders)`,
      };
    }
    if (largest !== null && exceeds(request.text, largest)) {
      return {
        kind: 'failure',
        code: CAP_AMOUNT,
        message: `not sent: an order may amount to ${maxAmount} (--max-amount)`,
      };
    }
    uncertain += 1;
    const result = await send();
    const outcome = outcomeOf(result);
    if (outcome !== 'perhaps') uncertain -= 1;
    if (typeof outcome === 'object') created.add(outcome.id);
    return result;
  };
}
