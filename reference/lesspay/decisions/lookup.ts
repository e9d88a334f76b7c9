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
  /** True when the order is in the query's window. An order that is asked for by its id is not hidden by the window. */
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
  isInWindow: () => true,
  page: (body, { readInteger }) => ({
    page: readInteger(member(body, 'page')) ?? payinQuery.firstPage,
    pageSize: readInteger(member(body, 'page_size')) ?? payinQuery.pageSize.default,
  }),
  compare: (a, b) => b.createdAt - a.createdAt,
  slice: (orders, page, pageSize) => orders.slice((page - 1) * pageSize, page * pageSize),
};
