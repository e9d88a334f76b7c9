import type { Variant } from '../bite.js';
import { isJsonObject, type JsonObject, member, textAt } from '../core/json.js';
import { violation } from '../core/violation.js';
import { isCard } from '../decisions/create-payin.js';
import { amend, type Decisions } from '../decisions.js';
import { renamed, rewritten, without } from '../messages.js';

/** The answer to a query with its records somewhere else. */
function recordsAs(decisions: Decisions, place: (records: readonly unknown[], list: JsonObject) => unknown): Decisions {
  return rewritten(decisions, 'payinList', (list) => {
    const records = member(list, 'records');
    return Array.isArray(records) ? place(records, list) : list;
  });
}

const integerStatus = (part: JsonObject): unknown => member(part, 'order_status_int');

/** The one moment of this catalogue's orders in which they are told apart: the session members stay where they are. */
function inOrderData(part: JsonObject, ...names: readonly string[]): JsonObject {
  const orderData = member(part, 'order_data');
  const moved = Object.fromEntries(Object.entries(part).filter(([name]) => names.includes(name)));
  return { ...without(part, ...names), order_data: { ...(isJsonObject(orderData) ? orderData : {}), ...moved } };
}

/** How pay-ins are answered and shown. */
export const payinVariants: readonly Variant[] = [
  {
    id: 'order-id-in-order-data',
    behaviour:
      'A new pay-in tells its id as `order_data.payOrderId` only, and repeats neither `request_id` nor status.',
    source: 'P-CARD, response example; E-35',
    change: (decisions) =>
      rewritten(decisions, 'createdPayin', (data) => without(data, 'pay_order_id', 'request_id', 'order_status')),
  },
  {
    id: 'order-id-camel-case',
    behaviour: 'A new pay-in tells its id as `data.payOrderId`.',
    source: 'Section 5.1, tolerant extraction; E-35',
    change: (decisions) =>
      rewritten(decisions, 'createdPayin', (data) =>
        without(renamed(data, 'pay_order_id', 'payOrderId'), 'order_data'),
      ),
  },
  {
    id: 'checkout-url-in-order-data',
    behaviour: 'The URL of the checkout page stands in `order_data`.',
    source: 'P-PI-DG promises it without a place; E-35',
    change: (decisions) => rewritten(decisions, 'createdPayin', (data) => inOrderData(data, 'checkout_url')),
  },
  {
    id: 'checkout-url-elsewhere',
    behaviour: 'The URL of the checkout page is called `cashier.checkoutPageUrl`.',
    source: 'P-PI-DG promises it without a place; section 5.1, last resort',
    change: (decisions) =>
      rewritten(decisions, 'createdPayin', (data) => ({
        ...without(data, 'checkout_url'),
        ...('checkout_url' in data ? { cashier: { checkoutPageUrl: data.checkout_url } } : {}),
      })),
  },
  {
    id: 'new-pay-in-status-integer',
    behaviour: 'The status of a new pay-in is an integer.',
    source: 'E-21; section 7.1: the form in this answer is unknown',
    change: (decisions) => {
      const { payinOrders } = decisions;
      return amend(decisions, 'payinOrders', {
        created: (order, url) => {
          const data = payinOrders.created(order, url);
          const status = order.status === 'PENDING_CONFIRM' ? 0 : 1;
          return isJsonObject(data) && 'order_status' in data ? { ...data, order_status: status } : data;
        },
      });
    },
  },
  {
    id: 'query-answers-array',
    behaviour: '`data` of a pay-in query is the list of records itself.',
    source: 'Section 5.2: the response is unknown; candidates `data[]`',
    change: (decisions) => recordsAs(decisions, (records) => records),
  },
  {
    id: 'query-answers-object',
    behaviour: '`data` of a pay-in query for one order is that order.',
    source: 'Section 5.2: `data`, if it is an object holding an order id',
    change: (decisions) => recordsAs(decisions, (records, list) => (records.length === 1 ? records[0] : list)),
  },
  ...(['list', 'items', 'data', 'orders'] as const).map(
    (name): Variant => ({
      id: `query-answers-${name}`,
      behaviour: `The records of a pay-in query stand under \`data.${name}\`.`,
      source: 'Section 5.2: candidates `data.records[]`, `data.list[]`, `data.items[]`, `data.data[]`, `data.orders[]`',
      change: (decisions) =>
        recordsAs(decisions, (records, list) => ({ ...without(list, 'records'), [name]: records })),
    }),
  ),
  {
    id: 'records-camel-case',
    behaviour: 'A record calls its ids `payOrderId` and `mchOrderNo`.',
    source: 'Section 5.2, tolerant extraction; S001 message 1; E-34',
    change: (decisions) =>
      rewritten(decisions, 'payinRecord', (record) =>
        renamed(renamed(record, 'pay_order_id', 'payOrderId'), 'request_id', 'mchOrderNo'),
      ),
  },
  {
    id: 'record-status-integer',
    behaviour: 'The status of a record is an integer.',
    source: 'E-21; section 7.1: pay-in query, accept string, integer, or decimal text',
    change: (decisions) =>
      rewritten(decisions, 'payinRecord', (record) => ({ ...record, order_status: integerStatus(record) })),
  },
  {
    id: 'record-status-decimal-text',
    behaviour: 'The status of a record is an integer as text.',
    source: 'E-21; section 7.1: pay-in query, accept string, integer, or decimal text',
    change: (decisions) =>
      rewritten(decisions, 'payinRecord', (record) => ({ ...record, order_status: String(integerStatus(record)) })),
  },
  {
    id: 'records-minimal',
    behaviour: 'A record has only ids and status.',
    source: 'Section 5.2: identity, status, currency and amount are judged only when present',
    change: (decisions) =>
      rewritten(decisions, 'payinRecord', (record) =>
        Object.fromEntries(
          Object.entries(record).filter(([name]) =>
            /^(pay_?order_?id|request_id|mchOrderNo|order_status)$/i.test(name),
          ),
        ),
      ),
  },
  {
    id: 'records-without-currency',
    behaviour: 'A record has no currency, and its texts are null.',
    source: 'Section 5.2: identity, status, currency and amount are judged only when present',
    change: (decisions) =>
      rewritten(decisions, 'payinRecord', (record) => ({
        ...without(record, 'target_currency'),
        product_name: null,
        description: null,
      })),
  },
  {
    id: 'pay-ins-wait-for-confirmation',
    behaviour: 'A new pay-in is PENDING_CONFIRM.',
    source: 'Section 8.1: PENDING_PAY or PENDING_CONFIRM, accept both',
    change: (decisions) => {
      const { payinOrders } = decisions;
      return amend(decisions, 'payinOrders', {
        fromRequest: (body, createdAt) => ({ ...payinOrders.fromRequest(body, createdAt), status: 'PENDING_CONFIRM' }),
      });
    },
  },
  {
    id: 'window-alone-lists',
    behaviour: 'A pay-in query with a window alone lists the orders in it.',
    source: 'E-32: range only, OK list or error',
    change: (decisions) => {
      const { identifierPresent } = decisions.fetchPayin;
      return amend(decisions, 'fetchPayin', {
        identifierPresent: (body, situation) =>
          situation.syntax.countsAsAbsent(member(body, 'start_time')) ? identifierPresent(body, situation) : null,
      });
    },
  },
  {
    id: 'window-required',
    behaviour: 'A pay-in query without a time window is refused.',
    source: 'E-32: identifier only, OK or error; demo client: `start_time` required',
    change: (decisions) => {
      const { startTimeFormat } = decisions.fetchPayin;
      return amend(decisions, 'fetchPayin', {
        startTimeFormat: (body, situation) =>
          situation.syntax.countsAsAbsent(member(body, 'start_time'))
            ? violation('parameter', 'start_time is required')
            : startTimeFormat(body, situation),
      });
    },
  },
  {
    id: 'window-narrows',
    behaviour: 'An order that was created outside the window of a query is not found, whatever identifies it.',
    source: 'QUERY-012: OK or not found; S001 message 3 says nothing of identifiers',
    change: (decisions) =>
      amend(decisions, 'lookup', {
        isInWindow: (order, body, syntax) => {
          const start = syntax.readMilliseconds(member(body, 'start_time')) ?? Number.NEGATIVE_INFINITY;
          const end = syntax.readMilliseconds(member(body, 'end_time')) ?? Number.POSITIVE_INFINITY;
          return order.createdAt >= start && order.createdAt <= end;
        },
      }),
  },
  {
    id: 'pay-in-repeat-gets-first-order',
    behaviour: 'An identical repeat of a pay-in is answered with the first order.',
    source: 'IDEM-001, tolerant: SAME-ORDER',
    change: (decisions) => {
      const { requestIds } = decisions;
      return amend(decisions, 'requestIds', {
        repeatedPayin: (same) => (same ? { kind: 'first' } : requestIds.repeatedPayin(same)),
      });
    },
  },
  {
    id: 'pay-in-ids-of-20-characters',
    behaviour: 'A pay-in `request_id` of more than 20 characters is refused.',
    source: 'E-25: pay-in 21 to 64 characters, either outcome',
    change: (decisions) =>
      amend(decisions, 'createPayin', {
        requestIdLength: (body) =>
          [...(textAt(body, 'request_id') ?? '')].length > 20
            ? violation('parameter', 'request_id must be at most 20 characters long')
            : null,
      }),
  },
  {
    id: 'pay-in-amounts-as-numbers',
    behaviour: 'A pay-in amount may be a JSON number.',
    source: 'E-23: number, OK or PI-PARAM',
    change: (decisions) => {
      const { amountFormat } = decisions.createPayin;
      return amend(decisions, 'createPayin', {
        amountFormat: (body, situation) => {
          const amount = member(body, 'target_amount');
          return typeof amount === 'number' && amount > 0 ? null : amountFormat(body, situation);
        },
      });
    },
  },
  {
    id: 'pay-access-type-required',
    behaviour: 'A pay-in without `pay_access_type` is refused.',
    source: 'E-30: absent, OK or PI-PARAM',
    change: (decisions) => {
      const { accessTypeValue } = decisions.createPayin;
      return amend(decisions, 'createPayin', {
        accessTypeValue: (body, situation) =>
          situation.syntax.countsAsAbsent(member(body, 'pay_access_type'))
            ? violation('parameter', 'pay_access_type is required')
            : accessTypeValue(body, situation),
      });
    },
  },
  {
    id: 'card-checks-are-parameter-errors',
    behaviour: 'What is wrong with card data is code 11.',
    source: 'PI-BIZ, tolerant: 11',
    change: (decisions) => {
      const cards = Object.entries(decisions.createPayin).map(([name, check]) => [
        name,
        (...[body, situation]: Parameters<typeof check>) => {
          const found = check(body, situation);
          return found?.name === 'businessRule' && isCard(body) ? violation('parameter', found.msg) : found;
        },
      ]);
      return { ...decisions, createPayin: Object.fromEntries(cards) as Decisions['createPayin'] };
    },
  },
];
