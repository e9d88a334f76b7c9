import { readAmount, sumAmounts } from '../amount.js';
import type { OperationName } from './operations.js';

/** A rule about several members of one message that does not hold. */
export interface MessageRuleProblem {
  /** The id of the requirement that states the rule. */
  readonly rule: MessageRule;
  /** JSON pointer of the member to blame. */
  readonly path: string;
  /** One sentence: what was expected and what was received. */
  readonly message: string;
}

/** The rules about several members of one message: a schema cannot express them. */
export type MessageRule = 'PAYOUT-BATCH-010' | 'PAYOUT-BATCH-013' | 'QUERY-008' | 'QUERY-009' | 'QUERY-010';

/** The longest window of a pay-in query: seven days in milliseconds, inclusive (seed 001, Fetch Payin API error codes). */
export const longestQueryWindowMs = 604_800_000;

/**
 * Lists the rules about several members that a request breaks, nothing if it keeps them all. Members that are missing or of the
 * wrong type are left to the schema: what cannot be read breaks no rule here.
 *
 * Sources: seed 003 section 1.3, seed 000 codes 30002 and 30007; seed 001, Fetch Payin API error codes.
 */
export function messageRuleProblems(operation: OperationName, request: unknown): MessageRuleProblem[] {
  if (!isObject(request)) return [];
  if (operation === 'createPayoutBatch') return [...totalIsTheSum(request), ...detailIdsAreUnique(request)];
  if (operation === 'fetchPayin') return windowIsOrderedAndShort(request);
  return [];
}

type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const detailsOf = (request: JsonObject): readonly unknown[] =>
  Array.isArray(request.payout_order_details) ? request.payout_order_details : [];

/** Compared by value, exactly: `100` and `100.50` make `200.5` (seed 003 section 1.3; seed 000 code 30002). */
function totalIsTheSum(request: JsonObject): MessageRuleProblem[] {
  const total = readAmount(request.total_amount);
  const amounts = detailsOf(request).map((detail) => (isObject(detail) ? readAmount(detail.amount) : null));
  const readable = amounts.filter((amount) => amount !== null);
  if (total === null || readable.length === 0 || readable.length < amounts.length) return [];
  const sum = sumAmounts(readable);
  if (sum.isEqualTo(total)) return [];
  const message = `Expected the sum of the details' amounts, ${sum.toFixed()}; received ${total.toFixed()}.`;
  return [{ rule: 'PAYOUT-BATCH-010', path: '/total_amount', message }];
}

/** Every repetition is reported, not its first occurrence (seed 000 code 30007; seed 003 section 2.3). */
function detailIdsAreUnique(request: JsonObject): MessageRuleProblem[] {
  const first = new Map<string, number>();
  return detailsOf(request).flatMap((detail, index) => {
    const id = isObject(detail) ? detail.mch_order_id : undefined;
    if (typeof id !== 'string') return [];
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, index);
      return [];
    }
    const message = `Expected an id that no other detail of the batch has; received that of detail ${earlier}.`;
    return [{ rule: 'PAYOUT-BATCH-013', path: `/payout_order_details/${index}/mch_order_id`, message }];
  });
}

/** Milliseconds as an integer or as the same digits in text (docs page P-FPI sends text, the demo integers). */
function readMilliseconds(value: unknown): number | null {
  const number = typeof value === 'string' && /^[0-9]{1,15}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : null;
}

/** `start_time` before `end_time`, at most seven days apart (seed 001, Fetch Payin API error codes). */
function windowIsOrderedAndShort(request: JsonObject): MessageRuleProblem[] {
  const start = readMilliseconds(request.start_time);
  const end = readMilliseconds(request.end_time);
  if (start === null || end === null) return [];
  const span = end - start;
  const received = `received a window of ${span} ms.`;
  if (span < 0)
    return [{ rule: 'QUERY-008', path: '/start_time', message: `Expected a time before end_time; ${received}` }];
  if (span === 0)
    return [{ rule: 'QUERY-009', path: '/start_time', message: `Expected a time before end_time; ${received}` }];
  if (span > longestQueryWindowMs)
    return [
      {
        rule: 'QUERY-010',
        path: '/end_time',
        message: `Expected at most ${longestQueryWindowMs} ms after start_time; ${received}`,
      },
    ];
  return [];
}
