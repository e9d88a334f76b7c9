import type { Arbitrary } from 'fast-check';
import { type Check, holds, unmet } from '../../../harness/check.js';
import type { Exchange } from '../../../harness/exchange.js';
import type { Evidence } from '../../../harness/scenario.js';
import { normaliseOrderStatus } from '../../../protocols/lesspay/statuses.js';
import type { CreatePayoutRequest } from '../../../schemas/lesspay/messages.generated.js';
import { amountValue } from '../reading/amount-value.js';
import { orderIdOf, payoutOf, statusIn } from '../reading/orders.js';
import { meets } from '../reading/outcomes.js';
import { succeeded } from '../reading/recorded.js';
import { type LesspayScenario, scenario } from '../scenario.js';
import { lookUp } from '../steps/look-up.js';
import { type PayoutKind, toBank, toBankWithCents, toCrypto, toWallet } from './payouts.js';

/** A create, and the query directly after it. */
interface CreatedPayout extends Record<string, Evidence[string]> {
  readonly created: Exchange;
  readonly after: Exchange;
}

interface AcceptedPayout {
  readonly id: string;
  readonly title: string;
  readonly kind: PayoutKind;
  /** What makes the payout the one that the requirement speaks of. Default: nothing. */
  readonly shape?: (message: CreatePayoutRequest) => CreatePayoutRequest;
  /** What must hold besides the acceptance. */
  readonly besides?: (evidence: CreatedPayout) => readonly Check[];
  /** Further requirements that the same payout shows to hold. */
  readonly also?: Readonly<Record<string, (evidence: CreatedPayout) => readonly Check[]>>;
}

/** A scenario for a single payout that is accepted, or refused because the application is not configured for it. */
function acceptedPayout(definition: AcceptedPayout): LesspayScenario {
  const { id, title, kind, shape = (message) => message, besides = () => [], also = {} } = definition;
  return scenario<CreatePayoutRequest, CreatedPayout>({
    id,
    title,
    claimed: kind.claimed,
    given: (profile): Arbitrary<CreatePayoutRequest> => kind.draw(profile).map(shape),
    async drive(actors, drawn) {
      const message = actors.fresh(drawn);
      const created = await actors.platform.createPayout(message);
      return { created, after: await lookUp(actors, 'payout', { request_id: message.request_id }) };
    },
    judge: {
      [id]: (evidence) => [...meets(id, evidence.created, 'default', { after: evidence.after }), ...besides(evidence)],
      ...also,
    },
  });
}

const hasOrderId = ({ created }: CreatedPayout): Check[] => [
  holds(
    orderIdOf(created) !== null,
    'an order id: `pay_order_id` as non-empty text in `data`',
    () => 'none at any of the places that the documents show',
    created,
  ),
];

/** The status in the create answer, or else in the first query, is one of the two that a new payout may have. */
function waitsForReviewOrPayment({ created, after }: CreatedPayout): Check[] {
  if (!succeeded(created)) return [unmet('createRefused', 'The payout was not accepted.')];
  const source = statusIn(payoutOf(created)) === undefined ? after : created;
  const shown = statusIn(payoutOf(source));
  if (shown === undefined) return [unmet('noStatus', 'Neither the create nor the query shows an `order_status`.')];
  const status = normaliseOrderStatus(shown);
  return [
    holds(
      status === 'PENDING_CONFIRM' || status === 'PENDING_PAY',
      '`order_status` PENDING_CONFIRM or PENDING_PAY',
      () => JSON.stringify(shown),
      source,
    ),
  ];
}

/** PAYOUT-CREATE-001: a payout to a bank account is accepted and gets an order id (P-CPO); PAYOUT-CREATE-026: it waits. */
export const bankAccount = acceptedPayout({
  id: 'PAYOUT-CREATE-001',
  title: 'A single payout to a bank account is accepted, has an order id, and waits for its review or its payment',
  kind: toBank,
  besides: hasOrderId,
  also: { 'PAYOUT-CREATE-026': waitsForReviewOrPayment },
});

/** PAYOUT-CREATE-002: a payout to a wallet is accepted where it is configured (demo client). */
export const wallet = acceptedPayout({
  id: 'PAYOUT-CREATE-002',
  title: 'A single payout to a wallet is accepted, unless the application lacks the channel or the method',
  kind: toWallet,
});

/** PAYOUT-CREATE-003: a payout to a crypto address is accepted where it is configured (demo client). */
export const cryptoAddress = acceptedPayout({
  id: 'PAYOUT-CREATE-003',
  title: 'A single payout to a crypto address is accepted, unless the application lacks the currency or the way',
  kind: toCrypto,
});

/** PAYOUT-CREATE-019: the kind of method alone names the way (demo client). */
export const wayTypeAlone = acceptedPayout({
  id: 'PAYOUT-CREATE-019',
  title: 'A single payout with way_type and without way_code is accepted, where that method is configured',
  kind: toBank,
  shape: ({ way_code: _unnamed, ...message }) => ({ ...message, way_type: 'BANK_TRANSFER' }),
});

/** PAYOUT-CREATE-020: the channel alone names the way (demo client). */
export const wayCodeAlone = acceptedPayout({
  id: 'PAYOUT-CREATE-020',
  title: 'A single payout with way_code and without way_type is accepted, where that channel is configured',
  kind: toBank,
  shape: ({ way_type: _unnamed, ...message }) => message,
});

const FIFTY_CENTS = '100.50';

/** PAYOUT-CREATE-025: `100.50` counts major units (demo client's examples; E-22). */
export const majorUnits = acceptedPayout({
  id: 'PAYOUT-CREATE-025',
  title: 'A single payout of 100.50 is accepted, and the query shows the same amount',
  kind: toBankWithCents(FIFTY_CENTS),
  shape: (message) => ({ ...message, amount: FIFTY_CENTS }),
  besides({ after }) {
    const payout = payoutOf(after);
    if (payout === null) return [unmet('notFound', 'The query after the create shows no payout.')];
    // Where no amount is shown, or none that can be read, that is a matter of PAYOUT-QUERY-006 and AMT-009.
    const total = amountValue(payout.total_amount);
    if (total === null) return [unmet('noTotal', 'The query after the create shows no `total_amount`.')];
    return [
      holds(
        total.isEqualTo(FIFTY_CENTS),
        `\`total_amount\` numerically equal to ${FIFTY_CENTS}`,
        () => JSON.stringify(payout.total_amount ?? null),
        after,
      ),
    ];
  },
});

/** PAYOUT-CREATE-031: a `request_id` may have 30 characters, as the demo client's longest one. */
export const longRequestId = acceptedPayout({
  id: 'PAYOUT-CREATE-031',
  title: 'A single payout whose request_id has 30 characters is accepted',
  kind: toBank,
  shape: (message) => ({ ...message, request_id: message.request_id.padEnd(30, '0').slice(0, 30) }),
});

/** Every single payout that must be accepted. */
export const acceptedPayouts: readonly LesspayScenario[] = [
  bankAccount,
  wallet,
  cryptoAddress,
  wayTypeAlone,
  wayCodeAlone,
  majorUnits,
  longRequestId,
];
