import { readAmount } from '../../../protocols/amount.js';
import { findCurrency } from '../../../protocols/lesspay/currencies.js';
import { matchReading } from '../../../protocols/lesspay/signature/readings.js';
import type { Variant } from '../bite.js';
import { type JsonObject, member, textAt } from '../core/json.js';
import { type ViolationName, violation } from '../core/violation.js';
import { answeredAs, type Check, unchecked } from '../decisions/check.js';
import { detailsOf } from '../decisions/create-batch.js';
import { amend } from '../decisions.js';

const HOUR_MS = 3_600_000;

/** What is refused before a request is known to be the merchant's, and ids that are used already. */
const NOT_SPENDING: readonly ViolationName[] = [
  ...(['wrongMethod', 'unknownPath', 'malformedBody', 'missingHeader', 'unknownApplication'] as const),
  ...(['malformedTimestamp', 'staleTimestamp', 'malformedSignature', 'wrongSignature'] as const),
  ...(['duplicateRequestId', 'conflictingRequestId', 'internal'] as const),
];

/** What is read from requests, and how strictly. */
export const requestVariants: readonly Variant[] = [
  {
    id: 'other-readings-accepted',
    behaviour: 'A signature over the JSON text of nested members is accepted besides that of the demo client.',
    source: 'E-43: flatten, or key={json_value}; RAW accepted by lenient verifiers',
    change: (decisions) => {
      const { credentials } = decisions;
      return amend(decisions, 'credentials', {
        verifySignature: (bodyText, signature, application) =>
          credentials.verifySignature(bodyText, signature, application) ||
          (bodyText.trim() !== '' && matchReading(bodyText, application.appSecret, signature, ['sign']) !== null),
      });
    },
  },
  {
    id: 'timestamps-for-twenty-hours',
    behaviour: 'A timestamp may be twenty hours old or early.',
    source: 'S000 30052: tolerance unknown',
    change: (decisions) =>
      amend(decisions, 'credentials', {
        isFresh: (timestamp, { now, wallNow }) =>
          Math.min(Math.abs(timestamp - now), Math.abs(timestamp - wallNow)) <= 20 * HOUR_MS,
      }),
  },
  {
    id: 'timestamps-for-one-minute',
    behaviour: 'A timestamp may be one minute old or early.',
    source: 'S000 30052: tolerance unknown',
    change: (decisions) =>
      amend(decisions, 'credentials', {
        isFresh: (timestamp, { now, wallNow }) =>
          Math.min(Math.abs(timestamp - now), Math.abs(timestamp - wallNow)) <= HOUR_MS / 60,
      }),
  },
  {
    id: 'any-content-type',
    behaviour: 'The content type of a request is not looked at.',
    source: 'TRANS-012: no source says that others are refused',
    change: (decisions) => amend(decisions, 'transport', { isJson: () => true }),
  },
  {
    id: 'signature-before-timestamp',
    behaviour: 'The signature is judged before the timestamp.',
    source: 'Section 9.5: the order of checks is a choice',
    change: (decisions) => ({
      ...decisions,
      steps: decisions.steps
        .filter((step) => step !== 'timestamp')
        .flatMap((step) => (step === 'signature' ? [step, 'timestamp' as const] : [step])),
    }),
  },
  {
    id: 'rules-before-request-id',
    behaviour: 'What a request must be as a whole is judged before whether its `request_id` is used.',
    source: 'Section 9.5: the order of checks is a choice',
    change: (decisions) => ({
      ...decisions,
      steps: decisions.steps
        .filter((step) => step !== 'requestId')
        .flatMap((step) => (step === 'rules' ? [step, 'requestId' as const] : [step])),
    }),
  },
  {
    id: 'no-forms-of-contacts',
    behaviour: 'Neither e-mail addresses nor calling codes need a certain form.',
    source: 'PAYOUT-CREATE-022, 023, tolerant: OK; E-59',
    change: (decisions) => amend(decisions, 'createPayout', { emailFormat: unchecked, callingCodeLength: unchecked }),
  },
  {
    id: 'way-code-required',
    behaviour: 'A single payout needs `way_code`.',
    source: 'E-28: absence, OK or error; PAYOUT-CREATE-019: where that method is configured',
    change: (decisions) => {
      const { wayPresent } = decisions.createPayout;
      return amend(decisions, 'createPayout', {
        wayPresent: (body, situation) =>
          situation.syntax.countsAsAbsent(member(body, 'way_code'))
            ? violation('channelNotConfigured', 'way_code is required')
            : wayPresent(body, situation),
      });
    },
  },
  {
    id: 'bank-account-refused',
    behaviour: 'The destination type `bank_account` is refused.',
    source: 'E-16: bank_account as alias, either',
    change: (decisions) => {
      const { destinationTypeKnown } = decisions.createPayout;
      return amend(decisions, 'createPayout', {
        destinationTypeKnown: (body, situation) =>
          textAt(body, 'beneficiary.destination.type') === 'bank_account'
            ? violation('parameter', 'beneficiary.destination.type must be bank, ewallet, crypto_wallet')
            : destinationTypeKnown(body, situation),
      });
    },
  },
  {
    id: 'leading-zeros-refused',
    behaviour: 'An amount with leading zeros is refused.',
    source: 'AMT-006: OK or PO(30009)/PI-PARAM',
    change: (decisions) => {
      const { isAmount } = decisions.syntax;
      return amend(decisions, 'syntax', {
        isAmount: (value) => isAmount(value) && !/^0[0-9]/.test(String(value)),
      });
    },
  },
  {
    id: 'currencies-in-any-case',
    behaviour: 'A payout may write its currency in lower case.',
    source: 'FMT-013: PO(30001) or OK',
    change: (decisions) => {
      const upper = (body: Readonly<Record<string, unknown>>) => ({
        ...body,
        currency: String(body.currency).toUpperCase(),
      });
      const single = decisions.createPayoutRules.currencySupported;
      const batch = decisions.createBatchRules.currencySupported;
      return amend(
        amend(decisions, 'createPayoutRules', {
          currencySupported: (body, situation) => single(upper(body), situation),
        }),
        'createBatchRules',
        { currencySupported: (body, situation) => batch(upper(body), situation) },
      );
    },
  },
  {
    id: 'refused-creates-use-ids-up',
    behaviour: 'The `request_id` of a create that was refused cannot be used again.',
    source: 'E-86: whether a refused create uses up its id is not said; IDEM-011',
    change: (decisions) => amend(decisions, 'requestIds', { isSpentBy: (refusal) => !NOT_SPENDING.includes(refusal) }),
  },
  {
    id: 'decimals-of-the-currency-only',
    behaviour: 'A payout amount with more decimals than its currency has is refused.',
    source: 'AMT-004: OK, PO(30009)',
    change: (decisions) => {
      const tooMany = (body: JsonObject, amount: unknown): boolean =>
        (readAmount(amount)?.decimalPlaces() ?? 0) > (findCurrency(String(body.currency))?.digits ?? 8);
      const refusing =
        (check: Check, amountsOf: (body: JsonObject) => readonly unknown[]): Check =>
        (body, situation) =>
          check(body, situation) ??
          (amountsOf(body).some((amount) => tooMany(body, amount))
            ? violation('amountFormat', 'amount has more decimals than its currency')
            : null);
      const { createPayout, createBatch } = decisions;
      return amend(
        amend(decisions, 'createPayout', {
          amountFormat: refusing(createPayout.amountFormat, (body) => [body.amount]),
        }),
        'createBatch',
        {
          detailsObjects: refusing(createBatch.detailsObjects, (body) => [
            body.total_amount,
            ...detailsOf(body).map((detail) => detail.amount),
          ]),
        },
      );
    },
  },
  {
    id: 'bad-totals-are-mismatches',
    behaviour: 'A batch whose total is no amount is 30002.',
    source: 'AMT-002: in a batch tolerant 30002',
    change: (decisions) =>
      amend(decisions, 'createBatch', {
        totalFormat: answeredAs('amountMismatch', decisions.createBatch.totalFormat),
      }),
  },
  {
    id: 'either-identifier-is-enough',
    behaviour: 'A query with both identifiers goes by `pay_order_id`.',
    source: 'QUERY-024, PAYOUT-QUERY-018: not found, or one of them',
    change: (decisions) => {
      const { isAskedFor } = decisions.lookup;
      return amend(decisions, 'lookup', {
        isAskedFor: (order, body, syntax) =>
          isAskedFor(order, syntax.countsAsAbsent(body.pay_order_id) ? body : { ...body, request_id: null }, syntax),
      });
    },
  },
];
