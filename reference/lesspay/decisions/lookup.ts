import { payinQuery } from '../../../protocols/lesspay/limits.js';
import type { Application } from '../core/application.js';
import { type JsonObject, member, textAt } from '../core/json.js';
import type { Order, PayinOrder } from '../core/orders.js';
import type { Syntax } from './syntax.js';

/** How a query finds orders. */
export interface Lookup {
  /** Another application's order is not disclosed (S001 5004, 1202; S000 30020). */
  maySee(order: Order, application: Application): boolean;
  /** True when the order has the identifiers that were sent; both have to fit. */
  isAskedFor(order: Order, body: JsonObject, syntax: Syntax): boolean;
  /**
   * True when the order was created in the query's window, bounds included. An order that is asked for by its id is not hidden
   * by the window; it counts for platforms that also list by a window alone.
   */
  isInWindow(order: PayinOrder, body: JsonObject, syntax: Syntax): boolean;
  page(body: JsonObject, syntax: Syntax): { readonly page: number; readonly pageSize: number };
  /** The order of the records: the newest first. */
  compare(a: PayinOrder, b: PayinOrder): number;
  /** The records of one page. */
  slice(orders: readonly PayinOrder[], page: number, pageSize: number): readonly PayinOrder[];
}

const fits = (wanted: string | null, actual: string): boolean => wanted === null || wanted === '' || wanted === actual;

/** Identifiers combine with AND; pages start at 1 and hold 20 records unless the query says otherwise. */
export const lookup: Lookup = {
  maySee: (order, application) => order.appId === application.appId,
  isAskedFor: (order, body) =>
    fits(textAt(body, 'request_id'), order.requestId) && fits(textAt(body, 'pay_order_id'), order.payOrderId),
  isInWindow: (order, body, syntax) => {
    const byId = ['request_id', 'pay_order_id'].some((name) => !syntax.countsAsAbsent(member(body, name)));
    const start = syntax.readMilliseconds(member(body, 'start_time')) ?? Number.NEGATIVE_INFINITY;
    const end = syntax.readMilliseconds(member(body, 'end_time')) ?? Number.POSITIVE_INFINITY;
    return byId || (order.createdAt >= start && order.createdAt <= end);
  },
  page: (body, { readInteger }) => ({
    page: readInteger(member(body, 'page')) ?? payinQuery.firstPage,
    pageSize: readInteger(member(body, 'page_size')) ?? payinQuery.pageSize.default,
  }),
  compare: (a, b) => b.createdAt - a.createdAt,
  slice: (orders, page, pageSize) => orders.slice((page - 1) * pageSize, page * pageSize),
};

/**
 * True when looking at the orders with the identifiers that were sent is enough. Another reading of `isAskedFor` may want
 * orders that have none of them, so then all are looked at.
 */
export function isServedByIds({ isAskedFor }: Lookup): boolean {
  return isAskedFor === lookup.isAskedFor;
}
