import type { Variant } from '../bite.js';
import { type JsonObject, member } from '../core/json.js';
import { violation } from '../core/violation.js';
import { unchecked } from '../decisions/check.js';
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

/** How pay-ins are asked for and found. */
export const queryVariants: readonly Variant[] = [
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
    id: 'half-windows',
    behaviour: 'A pay-in query may give one bound of its window only.',
    source: 'QUERY-019: OK, PI-PARAM or PI-TIME',
    change: (decisions) =>
      amend(decisions, 'fetchPayin', { endTimeWithStartTime: unchecked, startTimeWithEndTime: unchecked }),
  },
  {
    id: 'paging-brought-into-range',
    behaviour: 'Paging values outside their range count as the nearest within it.',
    source: 'QUERY-016: reject or clamp',
    change: (decisions) => {
      const { page } = decisions.lookup;
      return amend(amend(decisions, 'fetchPayin', { pageRange: unchecked, pageSizeRange: unchecked }), 'lookup', {
        page: (body, syntax) => {
          const asked = page(body, syntax);
          return { page: Math.max(1, asked.page), pageSize: Math.min(1000, Math.max(1, asked.pageSize)) };
        },
      });
    },
  },
];
