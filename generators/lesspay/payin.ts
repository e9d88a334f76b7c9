import * as fc from 'fast-check';
import { fromMinorUnits } from '../../protocols/amount.js';
import { lengths, payinConstants } from '../../protocols/lesspay/limits.js';
import { type PayinWay, payinWays } from '../../protocols/lesspay/ways.js';
import type { CardData, ChannelExtra, CreatePayinRequest, ThreeDs } from '../../schemas/lesspay/messages.generated.js';
import { GeneratorError } from '../generator-error.js';
import { type AmountRange, amountStep, minorDigits, unremarkableMinor } from './amounts.js';
import { card } from './cards.js';
import { placeholderId } from './ids.js';
import { text } from './text.js';
import { httpUrl } from './urls.js';

/**
 * How the payer pays. `cashier`: on the checkout page, by any method or none named. `cardCashier`: on the checkout page, by card.
 * `openapiCard`, `openapiToken`: card data or a stored card's token in the request. `paymentSession`: in a hosted widget.
 */
export type PayinMode = 'cashier' | 'cardCashier' | 'openapiCard' | 'openapiToken' | 'paymentSession';

/** What kind of pay-in is drawn. */
export interface PayinOptions {
  /** Default: one that the drawn way supports. */
  readonly currency?: string;
  /** Cashier only: the ways to draw from; then every request names one. Default: all documented ways, and none. */
  readonly wayCodes?: readonly string[];
  /** Default `cashier`. */
  readonly mode?: PayinMode;
  /** Default `V2`; `V1` is for one legacy merchant and for no card. */
  readonly apiVersion?: 'V1' | 'V2';
  /** The card of `openapiCard`, where the tester has one that the target's channel accepts. Default: made-up cards. */
  readonly card?: CardData;
  /** The token of `openapiToken`. Default: made-up tokens. */
  readonly token?: string;
  /** True leaves `& = { }` out of free texts and URLs. Default false. */
  readonly signatureNeutral?: boolean;
  /** Default: unremarkable amounts. Meant for one currency. */
  readonly amounts?: AmountRange;
}

/** How a request names the way of payment, with a currency that agrees with it. */
interface Route {
  readonly currency: string;
  readonly way: Pick<CreatePayinRequest, 'way_code' | 'way_type'>;
  readonly crypto: boolean;
}

type PayinWayType = NonNullable<CreatePayinRequest['way_type']>;

const CARD_WAY = 'CHECKOUT_CARDPAYMENT';

/** 12 characters and more leave room for a fresh id, see `placeholderId`. */
const requestIdLength = { min: 12, max: lengths.payinRequestId.max };

/** Chains on which the crypto currencies of pay-ins exist; the names are those that the demo client uses. */
const networks: Readonly<Record<string, readonly string[]>> = {
  USDT: ['TRC20', 'ERC20', 'BEP20'],
  USDC: ['ERC20', 'BEP20'],
  ETH: ['ERC20'],
};

/**
 * Valid pay-ins (`POST /api/global/v1/pay/create-order`; docs pages P-PI-DG, P-CARD, P-3DS; seed 002 section 4.5.1). The ten members
 * that the documents or the demo client call required are always there, and `notify_url` too. Throws `GeneratorError`
 * (`noSuchMessage`) when the options contradict each other.
 */
export function payin(options: PayinOptions = {}): fc.Arbitrary<CreatePayinRequest> {
  const { mode = 'cashier', apiVersion = 'V2', signatureNeutral = false } = options;
  const routes = routesOf(mode, options);
  if (routes.length === 0 || (apiVersion === 'V1' && mode !== 'cashier')) {
    throw new GeneratorError(
      'noSuchMessage',
      `The documents describe no pay-in with mode ${mode}, currency ${options.currency ?? 'any'}, way ${options.wayCodes?.join(' or ') ?? 'any'} and api_version ${apiVersion}. See protocols/lesspay/ways.ts for what there is.`,
    );
  }
  const url = (path: string) => httpUrl({ path, signatureNeutral });
  return fc
    .record({
      route: fc.constantFrom(...routes),
      request_id: placeholderId(requestIdLength),
      product_name: text({ max: lengths.payinProductName.max, signatureNeutral }),
      description: text({ max: lengths.payinDescription.max, signatureNeutral }),
      step: amountStep,
      success_url: url('/pay/success'),
      fail_url: url('/pay/fail'),
      notify_url: url('/hooks/payin'),
      network: fc.nat({ max: 5 }),
      optional: fc.record(
        { expired_time: fc.constantFrom(1800, 86_400, 1_209_570), use_channel_request_id: fc.boolean() },
        { requiredKeys: [] },
      ),
      channel: channelExtra(mode, options),
    })
    .map(({ route, ...drawn }): CreatePayinRequest => {
      const { currency } = route;
      const chains = networks[currency] ?? ['TRC20'];
      return {
        request_id: drawn.request_id,
        product_name: drawn.product_name,
        description: drawn.description,
        target_amount: fromMinorUnits(unremarkableMinor(currency, drawn.step, options.amounts), minorDigits(currency)),
        target_currency: currency,
        transaction_type: payinConstants.transactionType.value,
        success_url: drawn.success_url,
        fail_url: drawn.fail_url,
        notify_url: drawn.notify_url,
        api_version: apiVersion,
        pay_access_type: mode === 'openapiCard' || mode === 'openapiToken' ? 2 : 1,
        ...route.way,
        ...(route.crypto ? { transaction_network: chains[drawn.network % chains.length] ?? 'TRC20' } : {}),
        ...drawn.optional,
        ...(drawn.channel === null ? {} : { channel_extra: drawn.channel }),
      };
    });
}

function routesOf(mode: PayinMode, options: PayinOptions): Route[] {
  const routes = mode === 'cashier' ? cashierRoutes(options) : cardRoutes(mode);
  return routes.filter((route) => options.currency === undefined || route.currency === options.currency);
}

function cashierRoutes({ wayCodes, apiVersion, currency }: PayinOptions): Route[] {
  // Cards are for V2 only.
  const usable: readonly PayinWay[] = payinWays.filter((way) => apiVersion !== 'V1' || way.wayCode !== CARD_WAY);
  const ways = usable.filter((way) => wayCodes === undefined || wayCodes.includes(way.wayCode));
  const named = ways.flatMap((way) => {
    const wayType = payinWayType(way);
    const crypto = wayType === 'CRYPTO';
    return way.currencies.flatMap((of): Route[] => [
      { currency: of, crypto, way: { way_code: way.wayCode, way_type: wayType } },
      // The card way without its type would ask for a payment session instead of the checkout page.
      ...(way.wayCode === CARD_WAY ? [] : [{ currency: of, crypto, way: { way_code: way.wayCode } }]),
      ...(wayCodes === undefined ? [{ currency: of, crypto, way: { way_type: wayType } }] : []),
    ]);
  });
  if (wayCodes !== undefined) return named;
  // Without a way the payer chooses one of the application's methods, which may be for a currency that no listed way has.
  const currencies = new Set([
    ...usable.flatMap((way) => way.currencies),
    ...(currency === undefined ? [] : [currency]),
  ]);
  return [...[...currencies].map((of) => ({ currency: of, crypto: false, way: {} })), ...named];
}

function cardRoutes(mode: Exclude<PayinMode, 'cashier'>): Route[] {
  const currencies = payinWays.find((way) => way.wayCode === CARD_WAY)?.currencies ?? [];
  const ways: Route['way'][] =
    mode === 'paymentSession'
      ? [{ way_code: CARD_WAY }]
      : [{ way_type: 'CARD_PAYMENT' }, { way_type: 'CARD_PAYMENT', way_code: CARD_WAY }];
  return ways.flatMap((way) => currencies.map((currency) => ({ currency, crypto: false, way })));
}

/** The table of ways has the union of both products' types; those of pay-in ways are pay-in types. */
function payinWayType(way: PayinWay): PayinWayType {
  switch (way.wayType) {
    case 'CRYPTO':
    case 'BANK_TRANSFER':
    case 'CARD_PAYMENT':
    case 'WECHAT':
      return way.wayType;
    case 'E_WALLET':
    case 'WALLET_TRANSFER':
      throw new GeneratorError('noSuchMessage', `${way.wayCode} has the payout way type ${way.wayType}.`);
  }
}

function channelExtra(mode: PayinMode, options: PayinOptions): fc.Arbitrary<ChannelExtra | null> {
  const threeDs: fc.Arbitrary<ThreeDs> = fc
    .record({ enabled: fc.constantFrom(null, true, false) }, { requiredKeys: [] })
    // A plain object like every other of the message; `record` also draws objects without a prototype.
    .map((drawn) => ({ ...drawn }));
  const optionalThreeDs = fc.record({ three_ds: threeDs }, { requiredKeys: [] });
  switch (mode) {
    case 'cashier':
      return fc.constant(null);
    case 'cardCashier':
    case 'paymentSession':
      return fc.option(
        threeDs.map((three_ds) => ({ three_ds })),
        { freq: 2 },
      );
    case 'openapiCard':
      return fc
        .tuple(options.card === undefined ? card() : fc.constant(options.card), optionalThreeDs)
        .map(([card_data, extra]) => ({ extra_type: 'card', card_data, ...extra }));
    case 'openapiToken':
      return (
        options.token === undefined ? placeholderId(26).map((id) => `src_${id}`) : fc.constant(options.token)
      ).map((token) => ({ extra_type: 'token', token_data: { token } }));
  }
}
