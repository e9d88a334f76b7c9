import * as fc from 'fast-check';
import { fromMinorUnits } from '../../../protocols/amount.js';
import { lengths } from '../../../protocols/lesspay/limits.js';
import type { CreatePayoutBatchRequest } from '../../../schemas/lesspay/messages.generated.js';
import type { LesspayScenario } from '../scenario.js';
import { acceptance } from './acceptance.js';
import { answerOfAnAcceptedBatch, countsDetails } from './created.js';

type Detail = CreatePayoutBatchRequest['payout_order_details'][number];

const everyDetail =
  (change: (detail: Detail, index: number) => Detail) =>
  (batch: CreatePayoutBatchRequest): CreatePayoutBatchRequest => ({
    ...batch,
    payout_order_details: batch.payout_order_details.map(change),
  });

/** PAYOUT-BATCH-001: a batch with a single bank detail is accepted (S003 section 1). */
export const singleBankDetail = acceptance({
  id: 'PAYOUT-BATCH-001',
  title: 'A batch with one bank detail is accepted',
  wishes: { kind: 'bank', details: { min: 1, max: 1 } },
  also: answerOfAnAcceptedBatch,
});

/** PAYOUT-BATCH-002: a batch with several bank details is accepted and counted (S003 section 1.3). */
export const severalBankDetails = acceptance({
  id: 'PAYOUT-BATCH-002',
  title: 'A batch with several bank details is accepted, and the answer counts them',
  wishes: { kind: 'bank', details: { min: 2, max: 8 } },
  also: answerOfAnAcceptedBatch,
  besides: countsDetails,
});

/** PAYOUT-BATCH-003: a batch of wallet payouts is accepted (S003 section 2). */
export const walletDetails = acceptance({
  id: 'PAYOUT-BATCH-003',
  title: 'A batch of wallet payouts is accepted',
  wishes: { kind: 'ewallet', details: { min: 1, max: 5 } },
  also: answerOfAnAcceptedBatch,
});

/** Whole units in cents, so that a total can be written without decimals. */
const wholeUnits = fc.integer({ min: 100, max: 900 }).map((units) => BigInt(units) * 100n);

const withAmounts = (batch: CreatePayoutBatchRequest, amounts: readonly string[], total: string) => ({
  ...everyDetail((detail, index) => ({ ...detail, amount: amounts[index] ?? detail.amount }))(batch),
  total_amount: total,
});

/** PAYOUT-BATCH-011: `200` is the sum of `100.00` and `100.00` (inferred from S003 1.3: the total is a number). */
export const comparedAsNumbers = acceptance({
  id: 'PAYOUT-BATCH-011',
  title: 'A total without decimals is the sum of details with decimals',
  wishes: { withCents: true, details: { min: 2, max: 2 }, allowing: ['100', '900'] },
  shape: (batches) =>
    fc
      .record({ batch: batches, first: wholeUnits, second: wholeUnits, decimals: fc.constantFrom(0, 1) })
      .map(({ batch, first, second, decimals }) =>
        withAmounts(
          batch,
          [fromMinorUnits(first, 2), fromMinorUnits(second, 2)],
          fromMinorUnits((first + second) / (decimals === 0 ? 100n : 10n), decimals),
        ),
      ),
});

/** Sums that an addition of binary floating-point numbers gets wrong in the last place. */
const INEXACT_IN_BINARY: readonly (readonly [string, string, string])[] = [
  ['100.1', '200.2', '300.3'],
  ['923.75', '809.09', '1732.84'],
  ['977.61', '484.28', '1461.89'],
  ['836.69', '412.36', '1249.05'],
  ['178.96', '264.10', '443.06'],
  ['646.88', '530.48', '1177.36'],
  ['514.04', '366.28', '880.32'],
  ['581.69', '418.22', '999.91'],
];

/** PAYOUT-BATCH-012: the sum is computed in exact decimals (inferred; S002 section 1 "preserve precision"). */
export const exactSum = acceptance({
  id: 'PAYOUT-BATCH-012',
  title: 'A total that is the sum in decimals, but not in binary floating point, is accepted',
  wishes: {
    withCents: true,
    details: { min: 2, max: 2 },
    allowing: INEXACT_IN_BINARY.flatMap((sum) => sum.slice(0, 2)),
  },
  shape: (batches) =>
    fc
      .record({ batch: batches, sum: fc.constantFrom(...INEXACT_IN_BINARY) })
      .map(({ batch, sum: [first, second, total] }) => withAmounts(batch, [first, second], total)),
});

/** PAYOUT-BATCH-032: a SWIFT code of 8 or 11 characters is accepted (S003 1.3); refusals are beside it. */
export const goodSwiftLengths = acceptance({
  id: 'PAYOUT-BATCH-032',
  suffix: 'accepted',
  title: 'Bank details with SWIFT codes of 8 or 11 characters are accepted',
  cases: ['8', '11'],
  wishes: { kind: 'bank' },
  shape: (batches, length) =>
    batches.map(
      everyDetail((detail) => {
        const bank = (detail.bank_swift_code ?? '').slice(0, 8);
        return { ...detail, bank_swift_code: length === '11' ? `${bank}XXX` : bank };
      }),
    ),
});

/** A scenario for each wallet provider of a currency, where the target claims the currency. */
const providerScenarios = (id: string, currency: string, providers: readonly string[]): LesspayScenario =>
  acceptance({
    id,
    title: `Wallet payouts in ${currency} go to ${providers.join(', ')}`,
    cases: providers,
    wishes: { kind: 'ewallet', currency },
    shape: (batches, provider) =>
      batches.map(
        everyDetail((detail) =>
          detail.e_wallet === undefined ? detail : { ...detail, e_wallet: { ...detail.e_wallet, provider } },
        ),
      ),
  });

/** PAYOUT-BATCH-038 and 039: the wallet providers of PHP and IDR (S003 2.3). */
export const walletProviders = [
  providerScenarios('PAYOUT-BATCH-038', 'PHP', ['GCash', 'GrabPay', 'PayMaya']),
  providerScenarios('PAYOUT-BATCH-039', 'IDR', ['Gopay', 'ShopeePay']),
];

/** PAYOUT-BATCH-041: a `request_id` may have 64 characters (S003). */
export const longestRequestId = acceptance({
  id: 'PAYOUT-BATCH-041',
  title: 'A batch whose request_id has 64 characters is accepted',
  also: { 'PAYOUT-BATCH-006': answerOfAnAcceptedBatch['PAYOUT-BATCH-006'] },
  shape: (batches) =>
    batches.map((batch) => ({ ...batch, request_id: batch.request_id.padEnd(lengths.payoutRequestId.max, '0') })),
});

/** PAYOUT-BATCH-043: an `mch_order_id` may have 64 characters (S003). */
export const longestDetailIds = acceptance({
  id: 'PAYOUT-BATCH-043',
  title: 'A batch whose mch_order_ids have 64 characters is accepted',
  shape: (batches) =>
    batches.map(
      everyDetail((detail, index) => ({
        ...detail,
        mch_order_id: `${detail.mch_order_id.padEnd(60, 'x').slice(0, 60)}_${String(index).padStart(3, '0')}`,
      })),
    ),
});

/** The documents name three currencies for one channel; each is its own scenario, because a target may claim only some. */
const currencyScenario = (currency: string): LesspayScenario =>
  acceptance({
    id: 'PAYOUT-BATCH-046',
    suffix: currency,
    title: `TAZAPAY_PAYOUT pays out ${currency}`,
    cases: [currency],
    wishes: { currency },
    claimed: (profile) => profile.payout.wayCode === 'TAZAPAY_PAYOUT',
  });

/** PAYOUT-BATCH-046: the channel's currencies (S000 30001; S002 4.5.2). */
export const channelCurrencies = [currencyScenario('PHP'), currencyScenario('INR'), currencyScenario('IDR')];

/** PAYOUT-BATCH-051: `destination_type` once at the root, as the demo client sends it. */
export const destinationAtTheRoot = acceptance({
  id: 'PAYOUT-BATCH-051',
  title: 'A batch that names the destination type at its root only is accepted',
  shape: (batches) =>
    batches.map(
      everyDetail((detail) => {
        const { destination_type: _atTheRoot, ...rest } = detail;
        return rest;
      }),
    ),
});

/** Every batch that must be accepted. */
export const acceptedBatches: readonly LesspayScenario[] = [
  singleBankDetail,
  severalBankDetails,
  walletDetails,
  comparedAsNumbers,
  exactSum,
  goodSwiftLengths,
  ...walletProviders,
  longestRequestId,
  longestDetailIds,
  ...channelCurrencies,
  destinationAtTheRoot,
];
