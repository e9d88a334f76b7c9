import { payinQuery } from '../../../protocols/lesspay/limits.js';
import { fetchPayinMessages } from '../../../protocols/lesspay/payin-codes.js';
import { at, type JsonObject, member } from '../core/json.js';
import { violation } from '../core/violation.js';
import { type Check, type Checks, type Situation, text, where } from './check.js';

/** The text that the documents give for an error of Fetch Payin (S001). */
export function fetchPayinMessage(key: (typeof fetchPayinMessages)[number]['key']): string {
  return fetchPayinMessages.find((message) => message.key === key)?.msg ?? key;
}

const milliseconds = (path: string): Check =>
  where(path, (value, { syntax }) => syntax.isTime(syntax.readMilliseconds(value)), 'milliseconds with 13 digits');

/** The two bounds of the query's window, where both were sent and are times. */
function windowOf(body: JsonObject, { syntax }: Situation): { start: number; end: number } | null {
  const start = syntax.readMilliseconds(member(body, 'start_time'));
  const end = syntax.readMilliseconds(member(body, 'end_time'));
  return start === null || end === null ? null : { start, end };
}

const windowRule =
  (holds: (start: number, end: number) => boolean): Check =>
  (body, situation) => {
    const window = windowOf(body, situation);
    return window === null || holds(window.start, window.end)
      ? null
      : violation('timeWindow', fetchPayinMessage('time'));
  };

const needsTheOther =
  (sent: string, missing: string): Check =>
  (body, { syntax }) =>
    !syntax.countsAsAbsent(at(body, sent)) && syntax.countsAsAbsent(at(body, missing))
      ? violation('parameter', `${missing} is required with ${sent}`)
      : null;

const integerFrom = (path: string, least: number, most: number): Check =>
  where(
    path,
    (value, { syntax }) => {
      const number = syntax.readInteger(value);
      return number !== null && number >= least && number <= most;
    },
    `an integer from ${least} to ${most}`,
  );

const identifierPresent: Check = (body, { syntax }) =>
  syntax.countsAsAbsent(member(body, 'request_id')) && syntax.countsAsAbsent(member(body, 'pay_order_id'))
    ? violation('noIdentifier', fetchPayinMessage('noIdentifier'))
    : null;

/** The members of a pay-in query (S001, Fetch Payin messages; the demo client's query class). */
export const fetchPayin = {
  requestIdText: text('request_id'),
  payOrderIdText: text('pay_order_id'),
  identifierPresent,
  startTimeFormat: milliseconds('start_time'),
  endTimeFormat: milliseconds('end_time'),
  endTimeWithStartTime: needsTheOther('start_time', 'end_time'),
  startTimeWithEndTime: needsTheOther('end_time', 'start_time'),
  startBeforeEnd: windowRule((start, end) => start <= end),
  startNotEnd: windowRule((start, end) => start !== end),
  windowSpan: windowRule((start, end) => end - start <= payinQuery.maxWindowMs.max),
  pageRange: integerFrom('page', payinQuery.firstPage, 2_147_483_647),
  pageSizeRange: integerFrom('page_size', 1, payinQuery.pageSize.max),
} satisfies Checks;
