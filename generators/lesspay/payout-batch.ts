import * as fc from 'fast-check';
import { fromMinorUnits } from '../../protocols/amount.js';
import { beneficiaryTypes, type DepositKeyType } from '../../protocols/lesspay/destinations.js';
import { lengths } from '../../protocols/lesspay/limits.js';
import { providersFor } from '../../protocols/lesspay/wallet-providers.js';
import { findPayoutWay } from '../../protocols/lesspay/ways.js';
import type { CreatePayoutBatchRequest } from '../../schemas/lesspay/messages.generated.js';
import { GeneratorError } from '../generator-error.js';
import { type AmountRange, amountStep, minorDigits, unremarkableMinor } from './amounts.js';
import { companies, countryOf } from './countries.js';
import { digits, type LengthRange, placeholderId } from './ids.js';
import { text } from './text.js';
import { httpUrl } from './urls.js';

/** What kind of batch is drawn. */
export interface PayoutBatchOptions {
  /** Default: either. */
  readonly kind?: 'bank' | 'ewallet';
  /** Number of details. Default 1 to 5; no source gives a maximum. */
  readonly details?: LengthRange;
  /** Default: one of those of the channel that have what the kind needs. */
  readonly currency?: string;
  /** Default `TAZAPAY_PAYOUT`, the only documented channel. */
  readonly wayCode?: string;
  /** True leaves `& = { }` out of free texts and URLs. Default false. */
  readonly signatureNeutral?: boolean;
  /** Of each detail. Default: unremarkable amounts. Meant for one currency. */
  readonly amounts?: AmountRange;
}

type Detail = CreatePayoutBatchRequest['payout_order_details'][number];

/** Long enough for a fresh id to be unlike every other, see `placeholderId`. */
const requestIdLength = { min: 16, max: lengths.payoutRequestId.max };

interface Route {
  readonly currency: string;
  readonly kind: 'bank' | 'ewallet';
}

interface DetailDraw {
  readonly id: string;
  readonly step: number;
  readonly pick: number;
  readonly account: string;
  readonly holder: 'individual' | 'business';
  readonly longSwift: boolean;
}

/**
 * Valid payout batches (`POST /api/global/payout/batch/create-order`; seed 003 sections 1.3 and 2.3). The total is the exact sum of
 * the details, the `mch_order_id`s differ (also when case is ignored), wallet providers and countries fit the currency, and the
 * details are order-neutral. Throws `GeneratorError` (`noSuchMessage`) when the options contradict each other.
 */
export function payoutBatch(options: PayoutBatchOptions = {}): fc.Arbitrary<CreatePayoutBatchRequest> {
  const { details = { min: 1, max: 5 }, wayCode = 'TAZAPAY_PAYOUT', signatureNeutral = false } = options;
  const routes = routesOf(wayCode, options);
  return fc
    .record({
      route: fc.constantFrom(...routes),
      request_id: placeholderId(requestIdLength),
      notify_url: httpUrl({ path: '/hooks/payout', signatureNeutral }),
      optional: fc.record(
        {
          product_name: text({ max: lengths.payinProductName.max, signatureNeutral }),
          description: text({ max: lengths.payinDescription.max, signatureNeutral }),
          expired_time: fc.constantFrom(1800, 86_400, 604_800),
        },
        { requiredKeys: [] },
      ),
      details: fc.uniqueArray(detailDraw, {
        minLength: details.min,
        maxLength: details.max,
        size: 'max',
        selector: (detail) => detail.id.toLowerCase(),
      }),
    })
    .map((drawn): CreatePayoutBatchRequest => {
      const { currency, kind } = drawn.route;
      const decimals = minorDigits(currency);
      const minors = drawn.details.map((detail) => unremarkableMinor(currency, detail.step, options.amounts));
      const total = minors.reduce((sum, minor) => sum + minor, 0n);
      const render = kind === 'bank' ? bankDetail : walletDetail;
      return {
        request_id: drawn.request_id,
        currency,
        total_amount: fromMinorUnits(total, decimals),
        way_type: kind === 'bank' ? 'BANK_TRANSFER' : 'WALLET_TRANSFER',
        way_code: wayCode,
        notify_url: drawn.notify_url,
        destination_type: kind,
        ...drawn.optional,
        payout_order_details: drawn.details.map((detail, index) =>
          render(detail, currency, fromMinorUnits(minors[index] ?? 0n, decimals)),
        ),
      };
    });
}

const detailDraw: fc.Arbitrary<DetailDraw> = fc.record({
  id: placeholderId({ min: 1, max: lengths.mchOrderId.max }),
  step: amountStep,
  pick: fc.nat({ max: 99 }),
  // Nine or more characters: only then it is documented which of them a mask shows.
  account: digits({ min: 9, max: 18 }),
  holder: fc.constantFrom(...beneficiaryTypes),
  longSwift: fc.boolean(),
});

function routesOf(wayCode: string, options: PayoutBatchOptions): Route[] {
  const kinds = options.kind === undefined ? (['bank', 'ewallet'] as const) : [options.kind];
  const channel = findPayoutWay(wayCode)?.routes ?? [];
  const routes = kinds.flatMap((kind) =>
    channel
      .filter((route) => route.destinations.includes(kind))
      .filter((route) => options.currency === undefined || route.currency === options.currency)
      .filter((route) => kind === 'bank' || providersFor(route.currency).length > 0)
      .filter((route) => countryOf(route.currency) !== undefined)
      .map((route) => ({ currency: route.currency, kind })),
  );
  if (routes.length > 0) return routes;
  throw new GeneratorError(
    'noSuchMessage',
    `${wayCode} has no ${options.kind ?? 'bank or ewallet'} payout in ${options.currency ?? 'any currency'} that the sources describe. See protocols/lesspay/ways.ts and wallet-providers.ts for what there is.`,
  );
}

// In both kinds of detail the members are written in the order in which the platform's JSON library lays them out when it signs,
// so that every reading of an array in the string to sign gives the same text.

function bankDetail(draw: DetailDraw, currency: string, amount: string): Detail {
  const country = known(currency);
  const bank = country.banks[draw.pick % country.banks.length] ?? country.banks[0];
  return {
    bank_account_name: holderName(draw, currency),
    amount,
    destination_type: 'bank',
    bank_country_code: country.code,
    bank_account_no: draw.account,
    mch_order_id: draw.id,
    bank_name: bank.name,
    bank_account_type: draw.holder,
    bank_swift_code: draw.longSwift ? `${bank.swiftCode}XXX` : bank.swiftCode,
  };
}

function walletDetail(draw: DetailDraw, currency: string, amount: string): Detail {
  const providers = providersFor(currency);
  const phone = `0${draw.account.slice(0, 9)}`;
  // Which kind of key a channel requires is not documented; the documents' and the demo client's wallets use the phone number,
  // and PIX keys of the demo client are e-mail addresses.
  const [keyType, key]: [DepositKeyType, string] =
    currency === 'BRL' ? ['email', `payee${draw.pick}@example.com`] : ['phone', phone];
  return {
    amount,
    destination_type: 'ewallet',
    e_wallet: {
      account_number: key,
      account_type: draw.holder,
      deposit_key_type: keyType,
      provider: providers[draw.pick % providers.length] ?? '',
      deposit_key: key,
      account_name: holderName(draw, currency),
    },
    mch_order_id: draw.id,
  };
}

function holderName(draw: DetailDraw, currency: string): string {
  if (draw.holder === 'business') return companies[draw.pick % companies.length] ?? companies[0];
  const { people } = known(currency);
  return (people[draw.pick % people.length] ?? ['Alex', 'Miller']).join(' ');
}

function known(currency: string) {
  const country = countryOf(currency);
  if (country === undefined) throw new GeneratorError('noSuchMessage', `No beneficiary is known for ${currency}.`);
  return country;
}
