import type { Fault } from '../bite.js';
import { member } from '../core/json.js';
import { violation } from '../core/violation.js';
import { type Check, present, unchecked } from '../decisions/check.js';
import { amend } from '../decisions.js';
import { plantingIn } from './one-decision.js';
import { whereMistakesAreErrors, wherePayinsAreNotFound } from './payin-consequences.js';

const plant = plantingIn('QUERY');

const not = () => unchecked;

const span = (holds: (ms: number) => boolean) => (): Check => (body) =>
  holds(Number(member(body, 'end_time')) - Number(member(body, 'start_time')))
    ? null
    : violation('timeWindow', 'Request time error');

const WEEK_MS = 604_800_000;

const windowFaults: readonly Fault[] = [
  plant('window-starts-after-its-end', 'A window may start after its end.', ['fetchPayin', 'startBeforeEnd'], not, {
    must: ['QUERY-008'],
  }),
  plant('window-starts-at-its-end', 'A window may start at its end.', ['fetchPayin', 'startNotEnd'], not, {
    must: ['QUERY-009'],
  }),
  plant(
    'week-a-millisecond-longer',
    'A window may be a millisecond longer than seven days.',
    ['fetchPayin', 'windowSpan'],
    span((ms) => !(ms > WEEK_MS + 1)),
    { must: ['QUERY-010'] },
  ),
  plant('window-of-any-length', 'A window may be of any length.', ['fetchPayin', 'windowSpan'], not, {
    must: ['QUERY-010'],
  }),
  plant(
    'week-a-millisecond-shorter',
    'A window of exactly seven days is refused.',
    ['fetchPayin', 'windowSpan'],
    span((ms) => !(ms >= WEEK_MS)),
    { must: ['QUERY-011'] },
  ),
  plant(
    'week-counted-in-seconds',
    'The longest window is counted in seconds: 604,800 milliseconds.',
    ['fetchPayin', 'windowSpan'],
    span((ms) => !(ms > WEEK_MS / 1000)),
    { must: ['QUERY-001', 'QUERY-002', 'QUERY-003'], may: wherePayinsAreNotFound },
  ),
  plant(
    'window-not-of-a-millisecond',
    'A window of a single millisecond is refused.',
    ['fetchPayin', 'windowSpan'],
    span((ms) => !(ms > WEEK_MS) && ms !== 1),
    { must: ['QUERY-012'] },
  ),
  plant(
    'milliseconds-read-as-seconds',
    'The times of a query are read as seconds.',
    ['syntax', 'readMilliseconds'],
    (original) => (value) => {
      const time = original(value);
      return time === null ? null : time * 1000;
    },
    { must: ['QUERY-001', 'QUERY-002', 'QUERY-003'], may: wherePayinsAreNotFound },
  ),
  plant(
    'times-only-as-numbers',
    'Times are taken as JSON numbers only.',
    ['syntax', 'readMilliseconds'],
    (original) => (value) => (typeof value === 'number' ? original(value) : null),
    { must: ['QUERY-013'], may: ['QUERY-001', 'QUERY-002', 'QUERY-003', 'QUERY-015'] },
  ),
  plant(
    'numbers-only-as-text',
    'Numbers of a query are taken as decimal text only.',
    ['syntax', 'readInteger'],
    (original) => (value) => (typeof value === 'string' ? original(value) : null),
    { must: ['QUERY-013'], may: ['QUERY-001', 'QUERY-002', 'QUERY-003', 'QUERY-015'] },
  ),
  plant('times-not-looked-at', 'Times of a query may be anything.', ['syntax', 'isTime'], () => () => true, {
    must: ['QUERY-017'],
  }),
  plant('page-must-be-sent', 'A query without `page` is refused.', ['fetchPayin', 'pageRange'], () => present('page'), {
    must: ['QUERY-014'],
    may: wherePayinsAreNotFound,
  }),
  plant(
    'first-page-is-zero',
    'A query without `page` gives the page before the first.',
    ['lookup', 'page'],
    (original) => (body, syntax) => {
      const asked = original(body, syntax);
      return member(body, 'page') === undefined ? { ...asked, page: 0 } : asked;
    },
    { must: ['QUERY-014'], may: wherePayinsAreNotFound },
  ),
  plant(
    'page-size-below-a-thousand',
    'A `page_size` of 1000 is refused.',
    ['fetchPayin', 'pageSizeRange'],
    () => (body) => (Number(member(body, 'page_size') ?? 20) < 1000 ? null : violation('parameter', 'page_size')),
    { must: ['QUERY-015'] },
  ),
];

const findingFaults: readonly Fault[] = [
  plant(
    'payin-found-by-order-id-only',
    'A query by `request_id` alone finds nothing.',
    ['lookup', 'isAskedFor'],
    (original) => (order, body, syntax) =>
      original(order, body, syntax) && (order.kind === 'payout' || member(body, 'pay_order_id') !== undefined),
    { must: ['QUERY-001'], may: wherePayinsAreNotFound },
  ),
  plant(
    'payin-found-by-request-id-only',
    'A query by `pay_order_id` alone finds nothing.',
    ['lookup', 'isAskedFor'],
    (original) => (order, body, syntax) =>
      original(order, body, syntax) && (order.kind === 'payout' || member(body, 'request_id') !== undefined),
    { must: ['QUERY-002'], may: wherePayinsAreNotFound },
  ),
  plant(
    'payin-not-found-by-both-ids',
    'A query by both identifiers finds nothing.',
    ['lookup', 'isAskedFor'],
    (original) => (order, body, syntax) =>
      original(order, body, syntax) &&
      (order.kind === 'payout' || ['request_id', 'pay_order_id'].some((id) => member(body, id) === undefined)),
    { must: ['QUERY-003'], may: ['IDEM-006'] },
  ),
  plant(
    'query-without-identifier-crash',
    'A query without an identifier is an internal error.',
    ['payinAnswers', 'noIdentifier'],
    () => ({ status: 500, code: 10 }),
    { must: ['QUERY-004', 'QUERY-005'], may: whereMistakesAreErrors },
  ),
  plant(
    'query-for-everything',
    'A query without an identifier lists everything.',
    ['fetchPayin', 'identifierPresent'],
    not,
    {
      must: ['QUERY-005'],
    },
  ),
  plant(
    'unknown-payin-crash',
    'A query that finds nothing is an internal error.',
    ['payinAnswers', 'orderNotFound'],
    () => ({ status: 500, code: 10 }),
    { must: ['QUERY-006', 'QUERY-007', 'QUERY-020'], may: whereMistakesAreErrors },
  ),
  plant(
    'payin-request-id-ignored',
    'A query finds orders whatever `request_id` it names.',
    ['lookup', 'isAskedFor'],
    (original) => (order, body, syntax) =>
      order.kind === 'payin' && member(body, 'pay_order_id') === undefined ? true : original(order, body, syntax),
    {
      must: ['QUERY-006', 'QUERY-026'],
      may: ['QUERY-001', 'QUERY-021', 'IDEM-001', 'IDEM-002', 'IDEM-006', 'IDEM-008', 'IDEM-015'],
    },
  ),
  plant(
    'payin-order-id-ignored',
    'A query finds orders whatever `pay_order_id` it names.',
    ['lookup', 'isAskedFor'],
    (original) => (order, body, syntax) =>
      order.kind === 'payin' && member(body, 'request_id') === undefined ? true : original(order, body, syntax),
    { must: ['QUERY-007', 'QUERY-026'] },
  ),
  plant(
    'payin-of-others-disclosed',
    "Another application's pay-ins can be queried.",
    ['lookup', 'maySee'],
    (original) => (order, application) => order.kind === 'payin' || original(order, application),
    { must: ['QUERY-020'] },
  ),
  plant(
    'record-differs-each-time',
    'A record has another member at every query.',
    ['payinOrders', 'record'],
    (original) => {
      let queries = 0;
      return (order) => {
        queries += 1;
        return { ...(original(order) as object), queried: queries };
      };
    },
    { must: ['QUERY-021'], remembers: true },
  ),
  plant(
    'queries-never-follow',
    'A query shows the status that the order had when it was created.',
    ['payinOrders', 'record'],
    (original) => (order) => ({
      ...(original(order) as object),
      order_status: 'PENDING_PAY',
      order_status_int: 1,
    }),
    { must: ['QUERY-022'], may: ['STATE-012', 'STATE-016'] },
  ),
  plant(
    'stranger-in-the-answer',
    'Another order comes with the one that was asked for.',
    ['payinOrders', 'list'],
    (original) => {
      let last: readonly unknown[] = [];
      return (found) => {
        const records = [...found.records, ...last];
        last = found.records.slice(0, 1);
        return original({ ...found, records });
      };
    },
    { must: ['QUERY-026'], may: ['STATE-012', 'QUERY-021', 'IDEM-001', 'IDEM-002', 'IDEM-015'], remembers: true },
  ),
];

/** Pages are there only where a window alone may be listed, which the documents leave open (E-32). */
function listing(fault: Fault): Fault {
  return {
    ...fault,
    change: (decisions) =>
      fault.change(
        amend(decisions, 'fetchPayin', {
          identifierPresent: (body, situation) =>
            member(body, 'start_time') === undefined ? decisions.fetchPayin.identifierPresent(body, situation) : null,
        }),
      ),
  };
}

const pagingFaults: readonly Fault[] = [
  plant(
    'pages-overfull',
    'A page of a listing has one record more than was asked for.',
    ['lookup', 'slice'],
    (original) => (orders, page, size) => original(orders, page, size + 1),
    { must: ['QUERY-023'] },
  ),
  plant(
    'pages-overlap',
    'A page of a listing begins with the last record of the page before.',
    ['lookup', 'slice'],
    () => (orders, page, size) => {
      const start = Math.max(0, (page - 1) * size - 1);
      return orders.slice(start, start + size);
    },
    { must: ['QUERY-027'] },
  ),
  plant(
    'pages-all-the-first',
    'Every page of a listing is the first one.',
    ['lookup', 'slice'],
    (original) => (orders, _page, size) => original(orders, 1, size),
    { must: ['QUERY-027'] },
  ),
].map(listing);

/** Planted defects in finding pay-ins. */
export const queryFaults: readonly Fault[] = [...windowFaults, ...findingFaults, ...pagingFaults];
