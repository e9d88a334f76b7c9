import { type Check, holds } from '../../../harness/check.js';
import { type Exchange, isJsonObject, type Json, jsonOf, member } from '../../../harness/exchange.js';
import { acrossExchanges, eachExchange, type Observer } from '../../../harness/observer.js';
import { detailsOf } from '../reading/orders.js';
import { toldOrders } from '../reading/told-orders.js';

type JsonObject = { readonly [name: string]: Json };

/** The members that hold account numbers and the names of their holders, in any message that creates a payout. */
const ACCOUNTS = ['bank_account_no', 'account_number', 'iban', 'wallet_address'];
const NAMES = ['bank_account_name', 'account_name', 'name', 'first_name', 'last_name'];

/** The payouts in the answers to payout queries and notification triggers. Webhooks are judged by WEBHOOK-044. */
const queriedPayouts = (exchange: Exchange): readonly JsonObject[] =>
  toldOrders(exchange)
    .filter(({ product, place }) => product === 'payout' && place === 'query')
    .map(({ order }) => order);

const isText = (value: Json | undefined): value is string => typeof value === 'string' && value !== '';

/** How recording writes a value of nine or more characters: what it was is not kept, that it was so long is. */
const LONG_WHEN_RECORDED = /^\*{4}..$/;

const clearOf = (exchange: Exchange, members: readonly string[]): string[] =>
  (exchange.facts.clearMembers ?? []).filter((name) => members.includes(name));

/** FMT-016: number and name of an account are masked (P-PO-WH; demo client). */
const masked = eachExchange('FMT-016', (exchange): Check | null => {
  const details = queriedPayouts(exchange).flatMap(detailsOf);
  if (details.length === 0) return null;
  // An account number that is also the telephone number that was sent is found under the other's name.
  const asTelephone = details.some(({ bank_account_no: shown }) => isText(shown) && LONG_WHEN_RECORDED.test(shown));
  const clear = clearOf(exchange, [...ACCOUNTS, ...NAMES, ...(asTelephone ? ['number'] : [])]);
  const shows = details.some((detail) => isText(detail.bank_account_no) || isText(detail.bank_account_name));
  if (!shows && clear.length === 0) return null;
  return holds(
    clear.length === 0,
    'account numbers and names masked only',
    () => `${clear.join(', ')} in the clear`,
    exchange,
  );
}) as Observer;

/** Which bank accounts with a number of nine or more characters were sent, by application, `request_id` and `mch_order_id`. */
type LongAccounts = Set<string>;

const SINGLE = '';

const keyOf = (exchange: Exchange, requestId: Json | undefined, detailId: Json | undefined): string =>
  JSON.stringify([exchange.application, requestId ?? null, detailId ?? null]);

function noteSent(exchange: Exchange, long: LongAccounts): void {
  if (exchange.kind !== 'request') return;
  const sent = jsonOf(exchange.request);
  const requestId = member(sent, 'request_id');
  const note = (value: Json | undefined, detailId: Json | undefined): void => {
    const key = keyOf(exchange, requestId, detailId);
    if (isText(value) && LONG_WHEN_RECORDED.test(value)) long.add(key);
    else long.delete(key);
  };
  if (exchange.operation === 'createPayout') {
    const bank = member(member(member(sent, 'beneficiary'), 'destination'), 'bank');
    note(member(bank, 'account_number'), SINGLE);
  }
  const details = member(sent, 'payout_order_details');
  if (exchange.operation !== 'createPayoutBatch' || !Array.isArray(details)) return;
  for (const detail of (details as readonly Json[]).filter(isJsonObject)) {
    note(detail.bank_account_no, detail.mch_order_id);
  }
}

const FIRST_AND_LAST_FOUR = /^[^*]{4}\*+[^*]{4}$/u;

/** FMT-017: the mask leaves the first and the last four characters of an account number (demo client). */
const maskForm = acrossExchanges<LongAccounts>(
  'FMT-017',
  () => new Set(),
  (exchange, long): readonly Check[] | null => {
    noteSent(exchange, long);
    // A number in the clear has no mask to judge: that is FMT-016.
    if (clearOf(exchange, [...ACCOUNTS, 'number']).length > 0) return null;
    const checks = queriedPayouts(exchange).flatMap((payout) => {
      const details = detailsOf(payout);
      return details.flatMap(({ mch_order_id: id, bank_account_no: shown }) => {
        const wasLong =
          long.has(keyOf(exchange, payout.request_id, id)) ||
          (details.length === 1 && long.has(keyOf(exchange, payout.request_id, SINGLE)));
        if (!wasLong || !isText(shown)) return [];
        return [
          holds(
            FIRST_AND_LAST_FOUR.test(shown),
            '`bank_account_no` with its first four and last four characters, and asterisks between them',
            () => JSON.stringify(shown),
            exchange,
          ),
        ];
      });
    });
    return checks.length === 0 ? null : checks;
  },
) as Observer;

/** What holds of account numbers and names that are told. */
export const maskObservers: readonly Observer[] = [masked, maskForm];
