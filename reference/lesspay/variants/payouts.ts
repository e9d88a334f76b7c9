import type { Variant } from '../bite.js';
import { isJsonObject, type JsonObject, member } from '../core/json.js';
import { violation } from '../core/violation.js';
import { singleDestination } from '../decisions/create-payout.js';
import { amend, type Decisions } from '../decisions.js';
import { type MessagePart, rewritten, rewrittenIn, without } from '../messages.js';

const VIEWS: readonly MessagePart[] = ['payoutQuery', 'triggerAnswer', 'payoutWebhook'];
const DETAILS: readonly MessagePart[] = ['payoutQueryDetail', 'triggerAnswerDetail', 'payoutWebhookDetail'];

/** The members as they are, but for those that the words name. */
function spelled(part: JsonObject, name: string, words: Readonly<Record<string, string>>): JsonObject {
  const value = member(part, name);
  return typeof value === 'string' && Object.hasOwn(words, value) ? { ...part, [name]: words[value] } : part;
}

/** Every time in a payout's views, written anew. */
function times(decisions: Decisions, write: (iso: string) => unknown): Decisions {
  const at =
    (name: string) =>
    (part: JsonObject): JsonObject => {
      const value = member(part, name);
      return typeof value === 'string' ? { ...part, [name]: write(value) } : part;
    };
  return rewrittenIn(rewrittenIn(decisions, VIEWS, at('created_at')), DETAILS, at('success_time'));
}

const withSeparators = (amount: string): string => {
  const [whole = '', fraction] = amount.split('.');
  const grouped = whole.replace(/\B(?=([0-9]{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
};

/** `amountStr` of new batches, written anew. */
function formatted(decisions: Decisions, write: (amount: string, currency: string) => string): Decisions {
  return rewritten(decisions, 'createdBatch', (data) => {
    const total = member(data, 'total_amount_obj');
    if (!isJsonObject(total)) return data;
    const [amount, currency] = [member(total, 'amountStr'), member(total, 'currencyCode')];
    return { ...data, total_amount_obj: { ...total, amountStr: write(String(amount), String(currency)) } };
  });
}

/** Members that only the demo client shows, and of which no rule wants to see anything. */
const DEMO_ROOT = ['decimal_places'];
const DEMO_DETAIL = ['bank_account_type', 'bank_name', 'bank_country_code', 'bank_swift_code'];

/** How payouts are answered and shown. */
export const payoutVariants: readonly Variant[] = [
  {
    id: 'payout-times-in-milliseconds',
    behaviour: 'The times of a payout are milliseconds, as integers.',
    source: 'E-36: query answers and webhooks also 13-digit number or text; S002 2',
    change: (decisions) => times(decisions, (iso) => Date.parse(iso)),
  },
  {
    id: 'payout-times-in-milliseconds-as-text',
    behaviour: 'The times of a payout are milliseconds, as text.',
    source: 'E-36: query answers and webhooks also 13-digit number or text',
    change: (decisions) => times(decisions, (iso) => String(Date.parse(iso))),
  },
  {
    id: 'payout-times-without-colon',
    behaviour: 'The offset of the times of a payout is written +0800.',
    source: 'E-36; ISO 8601, basic form of the offset; FMT-006, tolerant',
    change: (decisions) => times(decisions, (iso) => iso.replace('+08:00', '+0800')),
  },
  {
    id: 'payout-times-without-offset',
    behaviour: 'The times of a payout have neither offset nor fraction.',
    source: 'E-36; S003 1.6 says ISO 8601 only; FMT-006, tolerant',
    change: (decisions) => times(decisions, (iso) => iso.slice(0, 19)),
  },
  {
    id: 'new-batch-time-in-utc',
    behaviour: '`created_at` of a new batch is in UTC, with Z and without a fraction.',
    source: 'S003 1.6: ISO 8601',
    change: (decisions) =>
      rewritten(decisions, 'createdBatch', (data) => ({
        ...data,
        created_at: new Date(String(data.created_at)).toISOString().replace(/\.[0-9]{3}Z$/, 'Z'),
      })),
  },
  {
    id: 'total-with-separators',
    behaviour: '`amountStr` has thousands separators.',
    source: 'E-85: "formatted"',
    change: (decisions) => formatted(decisions, withSeparators),
  },
  {
    id: 'total-with-currency',
    behaviour: '`amountStr` begins with the currency.',
    source: 'E-85: thousands separators and a currency mark are stripped',
    change: (decisions) => formatted(decisions, (amount, currency) => `${currency} ${withSeparators(amount)}`),
  },
  {
    id: 'success-words-of-the-docs',
    behaviour: 'A succeeded payout is SUCCESS and its details are SUCCEED.',
    source: 'E-18, E-19; P-PO-WH',
    change: (decisions) =>
      rewrittenIn(
        rewrittenIn(decisions, VIEWS, (view) => spelled(view, 'order_status', { SUCCEED: 'SUCCESS' })),
        DETAILS,
        (detail) => spelled(detail, 'status', { SUCCEEDED: 'SUCCEED' }),
      ),
  },
  {
    id: 'success-words-of-the-sample',
    behaviour: 'A succeeded payout is SUCCEEDED, its details are Succeeded, and cancelled ones are CANCELLED.',
    source: 'E-18, E-19, E-20; demo client, sample of a payout callback',
    change: (decisions) =>
      rewrittenIn(
        rewrittenIn(decisions, VIEWS, (view) =>
          spelled(view, 'order_status', { SUCCEED: 'SUCCEEDED', CANCELED: 'CANCELLED', REFUND: 'REFUNDED' }),
        ),
        DETAILS,
        (detail) => spelled(detail, 'status', { SUCCEEDED: 'Succeeded', CANCELED: 'CANCELLED', REFUNDED: 'REFUND' }),
      ),
  },
  {
    id: 'statuses-in-lower-case',
    behaviour: 'The statuses of payouts and their details are in lower case.',
    source: 'E-18 to E-20: normalise; section 7.1: case-insensitive',
    change: (decisions) => {
      const lower =
        (name: string) =>
        (part: JsonObject): JsonObject => ({ ...part, [name]: String(part[name]).toLowerCase() });
      return rewrittenIn(rewrittenIn(decisions, VIEWS, lower('order_status')), DETAILS, lower('status'));
    },
  },
  {
    id: 'documented-members-only',
    behaviour: 'Of the members that only the demo client lists, a payout has those about review and success only.',
    source: "E-58: require only the docs' members",
    change: (decisions) =>
      rewrittenIn(
        rewrittenIn(decisions, VIEWS, (view) => without(view, ...DEMO_ROOT)),
        DETAILS,
        (detail) => without(detail, ...DEMO_DETAIL),
      ),
  },
  {
    id: 'null-members-missing',
    behaviour: 'Members of payouts that would be null are missing.',
    source: 'Section 4.5; E-58: optional members may be missing',
    change: (decisions) =>
      rewrittenIn(decisions, [...VIEWS, ...DETAILS], (part) =>
        Object.fromEntries(Object.entries(part).filter(([, value]) => value !== null)),
      ),
  },
  {
    id: 'empty-text-for-nothing',
    behaviour: 'Reasons, numbers and times of payouts that are not there yet are empty text.',
    source: 'P-PO-WH "if applicable"; PAYOUT-QUERY-011 and 015: null, absent or empty',
    change: (decisions) =>
      rewrittenIn(
        rewrittenIn(decisions, VIEWS, (view) => ({ ...view, fail_reason: view.fail_reason ?? '' })),
        DETAILS,
        (detail) => ({
          ...detail,
          fail_reason: detail.fail_reason ?? '',
          channel_order_no: detail.channel_order_no ?? '',
          actual_amount: detail.actual_amount ?? '',
        }),
      ),
  },
  {
    id: 'account-masks-by-length',
    behaviour: 'Masks have as many asterisks as characters are hidden.',
    source: 'Section 4.4: whether the number of asterisks reflects the length is unknown; FMT-017',
    change: (decisions) =>
      amend(decisions, 'payoutOrders', {
        keptAccountNo: (clear) => {
          const chars = [...clear];
          return chars.length < 9
            ? '*'.repeat(chars.length)
            : `${chars.slice(0, 4).join('')}${'*'.repeat(chars.length - 8)}${chars.slice(-4).join('')}`;
        },
        keptAccountName: (clear) => {
          const chars = [...clear.trim()];
          return chars.length < 3
            ? '*'.repeat(chars.length)
            : `${chars[0]}${'*'.repeat(chars.length - 2)}${chars.at(-1)}`;
        },
      }),
  },
  {
    id: 'account-names-hidden',
    behaviour: 'An account name is masked entirely.',
    source: 'P-PO-WH: masked; only the mask of the number is described (FMT-017)',
    change: (decisions) => amend(decisions, 'payoutOrders', { keptAccountName: () => '****' }),
  },
  {
    id: 'single-answer-minimal',
    behaviour: 'The answer to a new single payout has only its id.',
    source: 'Section 5.3: `request_id` and `order_status` where present; E-56',
    change: (decisions) =>
      rewritten(decisions, 'createdPayout', ({ pay_order_id: payOrderId }) => ({ pay_order_id: payOrderId })),
  },
  {
    id: 'single-payouts-without-review',
    behaviour: 'A single payout is PENDING_PAY at once and its detail is approved.',
    source: 'E-73; section 8.4: PENDING_CONFIRM or PENDING_PAY',
    change: (decisions) => {
      const { payoutOrders } = decisions;
      return amend(decisions, 'payoutOrders', {
        fromSingle: (body, createdAt) => ({ ...payoutOrders.fromSingle(body, createdAt), status: 'PENDING_PAY' }),
      });
    },
  },
  {
    id: 'rejected-details-stay-created',
    behaviour: 'The details of a rejected batch stay CREATED, with the audit REJECTED.',
    source: 'E-88: any detail status, CREATED included',
    change: (decisions) => {
      const { lifecycle } = decisions;
      return amend(decisions, 'lifecycle', {
        rejected: (detail) => ({ ...lifecycle.rejected(detail), status: detail.status, failReason: null }),
      });
    },
  },
  {
    id: 'rejected-details-canceled',
    behaviour: 'The details of a rejected batch are CANCELED, with the audit REJECTED.',
    source: 'E-88: any detail status; section 8.3',
    change: (decisions) => {
      const { lifecycle } = decisions;
      return amend(decisions, 'lifecycle', {
        rejected: (detail) => ({ ...lifecycle.rejected(detail), status: 'CANCELED' }),
      });
    },
  },
  {
    id: 'payout-repeat-gets-first-order',
    behaviour: 'An identical repeat of a payout is answered with the first order.',
    source: 'E-54; IDEM-003, IDEM-005: SAME-ORDER for identical',
    change: (decisions) => {
      const { requestIds } = decisions;
      return amend(decisions, 'requestIds', {
        repeatedPayout: (same) => (same ? { kind: 'first' } : requestIds.repeatedPayout(same)),
      });
    },
  },
  {
    id: 'conflicts-are-duplicates',
    behaviour: 'Another content under a used `request_id` is 30011, as an identical repeat is.',
    source: 'E-54: swapped codes',
    change: (decisions) => {
      const { requestIds } = decisions;
      return amend(decisions, 'requestIds', { repeatedPayout: () => requestIds.repeatedPayout(true) });
    },
  },
  {
    id: 'duplicates-are-conflicts',
    behaviour: 'An identical repeat is 30010, as another content is.',
    source: 'E-54: swapped codes',
    change: (decisions) => {
      const { requestIds } = decisions;
      return amend(decisions, 'requestIds', {
        repeatedPayout: (same) => {
          const found = requestIds.repeatedPayout(false);
          return same && found.kind === 'first' ? requestIds.repeatedPayout(same) : found;
        },
      });
    },
  },
  {
    id: 'wallets-not-configured',
    behaviour: 'The application has neither wallets nor crypto payouts.',
    source: 'PAYOUT-CREATE-002, 003: unless the application lacks the channel or the method (30033, 30043)',
    change: (decisions) => {
      const { walletObject, cryptoObject } = decisions.createPayout;
      return amend(decisions, 'createPayout', {
        walletObject: (body, situation) =>
          walletObject(body, situation) ??
          (singleDestination(body) === 'e_wallet' ? violation('methodNotConfigured', 'no wallets') : null),
        cryptoObject: (body, situation) =>
          cryptoObject(body, situation) ??
          (singleDestination(body) === 'crypto_wallet' ? violation('channelNotConfigured', 'no crypto') : null),
      });
    },
  },
  {
    id: 'swift-code-required',
    behaviour: 'A bank detail without `bank_swift_code` is refused.',
    source: 'E-29: absent, OK or PO-PARAM',
    change: (decisions) => {
      const { swiftCodeFormat } = decisions.batchDetail;
      return amend(decisions, 'batchDetail', {
        swiftCodeFormat: (detail, situation) =>
          situation.syntax.destinationOf(detail, situation.request) === 'bank' &&
          situation.syntax.countsAsAbsent(member(detail, 'bank_swift_code'))
            ? violation('parameter', `${situation.prefix}bank_swift_code is required`)
            : swiftCodeFormat(detail, situation),
      });
    },
  },
];
