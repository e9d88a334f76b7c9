import { minorDigits } from '../../../generators/lesspay/amounts.js';
import { type Check, holds, met, remarked, violated } from '../../../harness/check.js';
import { type Exchange, envelopeOf, type Json } from '../../../harness/exchange.js';
import { acrossExchanges, eachExchange, type Observer } from '../../../harness/observer.js';
import { type Amount, sumAmounts } from '../../../protocols/amount.js';
import { auditStates, normaliseDetailStatus, normaliseOrderStatus } from '../../../protocols/lesspay/statuses.js';
import { amountValue } from '../reading/amount-value.js';
import { type KnownPayout, type KnownPayouts, knownPayouts } from '../reading/known-payouts.js';
import { detailsOf, payoutOf, statusIn } from '../reading/orders.js';
import { payoutDetailProblems, payoutRootProblems } from '../reading/payout-members.js';

type JsonObject = { readonly [name: string]: Json };

const isSet = (value: Json | undefined): boolean => value !== undefined && value !== null;

const shown = (value: Json | undefined): string => JSON.stringify(value) ?? 'nothing';

/** The payout in a successful answer to a payout query; null in every other exchange. */
function askedPayout(exchange: Exchange): JsonObject | null {
  if (exchange.kind !== 'request' || exchange.operation !== 'fetchPayout') return null;
  return envelopeOf(exchange)?.code === 0 ? payoutOf(exchange) : null;
}

/** Judges every successful answer to a payout query by itself. */
function eachAnswer(
  requirement: string,
  judge: (payout: JsonObject, exchange: Exchange) => readonly Check[] | null,
): Observer {
  return eachExchange(requirement, (exchange) => {
    const payout = askedPayout(exchange);
    return payout === null ? null : judge(payout, exchange);
  }) as Observer;
}

/** Judges every detail in a successful answer; details of which `judge` says nothing are left out. */
function eachDetail(requirement: string, judge: (detail: JsonObject, exchange: Exchange) => Check | null): Observer {
  return eachAnswer(requirement, (payout, exchange) => {
    const checks = detailsOf(payout)
      .map((detail) => judge(detail, exchange))
      .filter((check) => check !== null);
    return checks.length === 0 ? null : checks;
  });
}

/** Judges every successful answer about a payout that was created in this run. */
function eachKnownPayout(
  requirement: string,
  judge: (payout: JsonObject, known: KnownPayout, exchange: Exchange) => readonly Check[] | null,
): Observer {
  return acrossExchanges<KnownPayouts>(requirement, knownPayouts, (exchange, memory) => {
    memory.note(exchange);
    const payout = askedPayout(exchange);
    const known =
      payout === null ? undefined : (memory.find(exchange.application, payout.request_id) ?? memory.askedFor(exchange));
    return payout === null || known === undefined ? null : judge(payout, known, exchange);
  }) as Observer;
}

/** A status may be an integer here: for answers to queries no document excludes it (E-21). */
const withStatusName = (payout: JsonObject): JsonObject =>
  typeof payout.order_status === 'number' ? { ...payout, order_status: String(payout.order_status) } : payout;

/** PAYOUT-QUERY-006: the root members (P-FPO; P-PO-WH); what a single payout's answer has is not documented. */
const rootMembers = eachKnownPayout('PAYOUT-QUERY-006', (payout, { kind }, exchange) => {
  const problems = payoutRootProblems(withStatusName(payout)).join(', ');
  if (problems === '') return [met];
  return kind === 'single'
    ? [remarked(`The answer about a single payout: ${problems}`, exchange)]
    : [violated('the documented members of a payout', problems, exchange)];
});

/** PAYOUT-QUERY-007: `decimal_places` counts digits (demo client). */
const decimalPlaces = eachAnswer('PAYOUT-QUERY-007', ({ decimal_places: places }, exchange) => {
  if (!isSet(places)) return null;
  const counts = typeof places === 'number' && Number.isInteger(places) && places >= 0;
  return [holds(counts, '`decimal_places`, an integer of 0 or more', () => shown(places), exchange)];
});

/** PAYOUT-QUERY-008: the members of every detail (P-PO-WH). */
const detailMembers = eachDetail('PAYOUT-QUERY-008', (detail, exchange) => {
  const problems = payoutDetailProblems(detail);
  return holds(problems.length === 0, 'the documented members of a detail', () => problems.join(', '), exchange);
});

/** PAYOUT-QUERY-009: the states of the review (demo client). */
const auditState = eachDetail('PAYOUT-QUERY-009', ({ audit_state: state }, exchange) =>
  isSet(state)
    ? holds(
        auditStates.some((known) => known === state),
        `\`audit_state\` ${auditStates.join(', ')}`,
        () => shown(state),
        exchange,
      )
    : null,
);

/**
 * The total is that of the request. A comment of the demo client calls the amount of a single payout one in minor units, while
 * all its examples send major units (E-22): a factor of exactly the minor unit is a remark there.
 */
function isRequestedTotal(total: Amount, payout: JsonObject, known: KnownPayout, exchange: Exchange): Check | null {
  const requested = known.total === null ? null : amountValue(known.total);
  if (requested === null) return null;
  if (total.isEqualTo(requested)) return met;
  const minor = requested.shiftedBy(minorDigits(String(known.currency)));
  return known.kind === 'single' && total.isEqualTo(minor)
    ? remarked('The total of a single payout is shown in minor units (E-22)', exchange)
    : violated(`the requested total, ${requested.toFixed()}`, shown(payout.total_amount), exchange);
}

/** PAYOUT-QUERY-010: requested total, shown total and the sum of the details are one (S003; S000 30002). */
const totals = eachKnownPayout('PAYOUT-QUERY-010', (payout, known, exchange) => {
  // An amount that cannot be read as a number is judged by AMT-009.
  const total = amountValue(payout.total_amount);
  if (total === null) return null;
  const amounts = detailsOf(payout).map(({ amount }) => amountValue(amount));
  const readable = amounts.filter((amount) => amount !== null);
  const sum = sumAmounts(readable);
  const checks = [
    isRequestedTotal(total, payout, known, exchange),
    readable.length === 0 || readable.length < amounts.length
      ? null
      : holds(
          sum.isEqualTo(total),
          `the total as the sum of the details, ${sum.toFixed()}`,
          () => shown(payout.total_amount),
          exchange,
        ),
  ].filter((check) => check !== null);
  return checks.length === 0 ? null : checks;
});

const WITHOUT_REASON: readonly unknown[] = ['PENDING_CONFIRM', 'PENDING_PAY', 'SUCCEED'];

/** PAYOUT-QUERY-011: only what failed has a reason (demo client; P-PO-WH "if applicable"; E-74). */
const failReason = eachAnswer('PAYOUT-QUERY-011', (payout, exchange) => {
  const status = normaliseOrderStatus(statusIn(payout));
  if (!WITHOUT_REASON.includes(status)) return null;
  const reason = payout.fail_reason;
  return [holds(!isSet(reason) || reason === '', `no \`fail_reason\` while ${status}`, () => shown(reason), exchange)];
});

/** PAYOUT-QUERY-014: each detail has ids of its own (S000 30007). */
const detailIds = eachAnswer('PAYOUT-QUERY-014', (payout, exchange) => {
  const details = detailsOf(payout);
  if (details.length < 2) return null;
  return (['mch_order_id', 'payout_order_detail_id'] as const).map((name) => {
    const ids = details.map((detail) => detail[name]).filter(isSet);
    const repeated = ids.filter((id, index) => ids.indexOf(id) < index);
    return holds(repeated.length === 0, `a different \`${name}\` in each detail`, () => repeated.join(', '), exchange);
  });
});

/** PAYOUT-QUERY-015: nothing is shown as paid before it is (demo client; inferred). */
const actualAmount = eachDetail('PAYOUT-QUERY-015', (detail, exchange) => {
  const status = normaliseDetailStatus(detail.status);
  if (status !== 'CREATED' && status !== 'PROCESSING') return null;
  const paid = detail.actual_amount;
  return holds(
    !isSet(paid) || paid === '' || amountValue(paid)?.isZero() === true,
    `no \`actual_amount\` while ${status}`,
    () => shown(paid),
    exchange,
  );
});

/** PAYOUT-QUERY-016: the statuses of details (P-PO-WH; demo client; E-19, E-20, E-82). */
const detailStatus = eachDetail('PAYOUT-QUERY-016', ({ status }, exchange) =>
  isSet(status)
    ? holds(
        normaliseDetailStatus(status) !== null,
        'one of the seven statuses of a detail',
        () => shown(status),
        exchange,
      )
    : null,
);

/** What every answer to a payout query must show. */
export const payoutObservers: readonly Observer[] = [
  rootMembers,
  decimalPlaces,
  detailMembers,
  auditState,
  totals,
  failReason,
  detailIds,
  actualAmount,
  detailStatus,
];
