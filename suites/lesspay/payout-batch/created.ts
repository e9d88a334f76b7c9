import { type Check, holds, met, remarked, violated } from '../../../harness/check.js';
import { dataOf, type Exchange, type Json, member } from '../../../harness/exchange.js';
import { equalAmounts } from '../../../protocols/amount.js';
import { sentBody } from '../reading/orders.js';
import { controlAccepted } from '../reading/outcomes.js';
import { sentDetails } from '../reading/payout-details.js';

/** What an accepted batch is judged by. */
export interface CreatedBatch {
  readonly created: Exchange;
  readonly [label: string]: Exchange;
}

const shown = (value: Json | undefined): string => (value === undefined ? 'nothing' : JSON.stringify(value));

/** Only an accepted batch has an answer to look into; that it is accepted is a requirement of its own. */
const acceptedFirst = (created: Exchange): Check[] => controlAccepted(created, 'batchRefused');

function awaitsReview({ created }: CreatedBatch): Check[] {
  const status = member(dataOf(created), 'order_status');
  return [
    ...acceptedFirst(created),
    holds(status === 'PENDING_CONFIRM', '`order_status` "PENDING_CONFIRM"', () => shown(status), created),
  ];
}

function hasOrderId({ created }: CreatedBatch): Check[] {
  const id = member(dataOf(created), 'pay_order_id');
  return [
    ...acceptedFirst(created),
    holds(typeof id === 'string' && id !== '', '`pay_order_id`, a text', () => shown(id), created),
  ];
}

function repeatsRequestId({ created }: CreatedBatch): Check[] {
  const sent = sentBody(created).request_id;
  const id = member(dataOf(created), 'request_id');
  return [...acceptedFirst(created), holds(id === sent, `\`request_id\` ${shown(sent)}`, () => shown(id), created)];
}

const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})([.,]\d+)?(Z|[+-]\d{2}(?::?\d{2})?)?$/;

/**
 * Judges a text as ISO 8601 date and time: RFC 3339 is met; an offset without colon, or none, is met with a remark. Dates that do
 * not exist (month 13) are no dates.
 */
function isoDateTime(value: Json | undefined, exchange: Exchange): Check {
  const found = typeof value === 'string' ? DATE_TIME.exec(value) : null;
  const [, date, time, fraction, offset] = found ?? [];
  if (found === null || Number.isNaN(Date.parse(`${date}T${time}Z`))) {
    return violated('`created_at`, an ISO 8601 date and time', shown(value), exchange);
  }
  if (offset === undefined) return remarked('Accepted, not RFC 3339: a time without offset', exchange);
  if (fraction?.startsWith(',')) return remarked('Accepted, not RFC 3339: a comma before the fraction', exchange);
  return offset === 'Z' || offset.includes(':')
    ? met
    : remarked('Accepted, not RFC 3339: an offset without colon', exchange);
}

function hasCreationTime({ created }: CreatedBatch): Check[] {
  return [...acceptedFirst(created), isoDateTime(member(dataOf(created), 'created_at'), created)];
}

function countIsInteger({ created }: CreatedBatch): Check[] {
  const count = member(dataOf(created), 'total_count');
  return [
    ...acceptedFirst(created),
    holds(
      typeof count === 'number' && Number.isInteger(count),
      '`total_count`, an integer',
      () => shown(count),
      created,
    ),
  ];
}

/** The number in a formatted amount: without thousands separators and a currency mark (E-85). */
function plainAmount(formatted: Json | undefined, currency: string): string | null {
  if (typeof formatted !== 'string') return null;
  const bare = formatted
    .replace(currency, '')
    .replace(/\p{Sc}/u, '')
    .trim();
  return /^\d{1,3}([, ’']\d{3})+(\.\d+)?$/u.test(bare) ? bare.replace(/[, ’']/gu, '') : bare;
}

function repeatsTotal({ created }: CreatedBatch): Check[] {
  const sent = sentBody(created);
  const total = member(dataOf(created), 'total_amount_obj');
  const amount = member(total, 'amountStr');
  const currency = member(total, 'currencyCode');
  return [
    ...acceptedFirst(created),
    holds(
      equalAmounts(plainAmount(amount, String(sent.currency)), sent.total_amount),
      `\`total_amount_obj.amountStr\` of the value ${shown(sent.total_amount)}`,
      () => shown(amount),
      created,
    ),
    holds(currency === sent.currency, `\`currencyCode\` ${shown(sent.currency)}`, () => shown(currency), created),
  ];
}

/** `total_count` is the number of details that were sent. */
export function countsDetails({ created }: CreatedBatch): Check[] {
  const expected = sentDetails(created).length;
  const count = member(dataOf(created), 'total_count');
  // Whether the count is a JSON number is PAYOUT-BATCH-008.
  return [holds(String(count) === String(expected), `\`total_count\` ${expected}`, () => shown(count), created)];
}

/** What the answer to every accepted batch must show. */
export const answerOfAnAcceptedBatch = {
  'PAYOUT-BATCH-004': awaitsReview,
  'PAYOUT-BATCH-005': hasOrderId,
  'PAYOUT-BATCH-006': repeatsRequestId,
  'PAYOUT-BATCH-007': hasCreationTime,
  'PAYOUT-BATCH-008': countIsInteger,
  'PAYOUT-BATCH-009': repeatsTotal,
} as const;
