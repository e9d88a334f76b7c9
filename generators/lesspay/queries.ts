import * as fc from 'fast-check';
import { payinQuery as payinQueryLimits } from '../../protocols/lesspay/limits.js';
import { payoutWays } from '../../protocols/lesspay/ways.js';
import type {
  FetchPayinRequest,
  PayoutBalanceRequest,
  PayoutBanksRequest,
} from '../../schemas/lesspay/messages.generated.js';
import { GeneratorError } from '../generator-error.js';
import { countryOf } from './countries.js';

/** A time window without a clock: it starts `offsetMs` after the instant of the query (before it when negative). */
export interface WindowPlan {
  readonly offsetMs: number;
  /** End minus start. Zero or negative in windows that a platform must refuse. */
  readonly spanMs: number;
}

/** A pay-in query without a clock and without the ids of an order. */
export interface PayinQueryPlan {
  readonly by: 'request_id' | 'pay_order_id' | 'both';
  readonly window: WindowPlan;
  readonly page?: number;
  readonly pageSize?: number;
  /** How the numbers are sent; the documents show both. */
  readonly numbersAs: 'number' | 'text';
}

/** The order that is asked for, and the time of the query in milliseconds since 1970. */
export interface QueryMoment {
  readonly requestId: string;
  readonly payOrderId: string;
  readonly nowMs: number;
}

const LONGEST_MS = payinQueryLimits.maxWindowMs.max;

/**
 * How long before the query an order may have been created for `payinWindow` to contain it: one minute, plus another for a
 * platform's clock that is behind.
 */
const REACH_BACK_MS = 120_000;

/** How far a window may reach into the future, for a platform's clock that is ahead. What a later end means is not documented. */
const REACH_AHEAD_MS = 60_000;

/** Windows that contain an order created within two minutes before the query; up to exactly the allowed seven days. */
export function payinWindow(): fc.Arbitrary<WindowPlan> {
  return fc
    .record({
      aheadMs: fc.constantFrom(REACH_AHEAD_MS, 1_000),
      spanMs: fc.oneof(
        fc.integer({ min: REACH_BACK_MS + REACH_AHEAD_MS, max: LONGEST_MS }),
        fc.constant(LONGEST_MS),
        fc.constant(LONGEST_MS - 1),
      ),
    })
    .map(({ aheadMs, spanMs }) => ({ offsetMs: aheadMs - spanMs, spanMs }));
}

/** Windows that a platform must refuse (seed 001, message 3 of Fetch Payin), with the reason. */
export function badPayinWindow(reason: 'startAfterEnd' | 'startEqualsEnd' | 'tooLong'): fc.Arbitrary<WindowPlan> {
  const past = fc.integer({ min: -LONGEST_MS, max: -1 });
  switch (reason) {
    case 'startEqualsEnd':
      return past.map((offsetMs) => ({ offsetMs, spanMs: 0 }));
    case 'startAfterEnd':
      return fc
        .tuple(past, fc.integer({ min: 1, max: LONGEST_MS }))
        .map(([offsetMs, back]) => ({ offsetMs, spanMs: -back }));
    case 'tooLong':
      return fc
        .oneof(fc.constant(1), fc.integer({ min: 1, max: LONGEST_MS }))
        .map((excess) => ({ offsetMs: -LONGEST_MS - excess, spanMs: LONGEST_MS + excess }));
  }
}

/** What kind of pay-in query is drawn. */
export interface PayinQueryOptions {
  /** Default: each. */
  readonly by?: PayinQueryPlan['by'];
  /** Default: `payinWindow()`. */
  readonly window?: fc.Arbitrary<WindowPlan>;
  /** Default: `number`, which the demo client sends. */
  readonly numbersAs?: PayinQueryPlan['numbersAs'];
}

/** Valid pay-in queries (`POST /api/global/v1/pay/query-order`; seed 001, docs page P-FPI), to be completed by `payinQueryAt`. */
export function payinQuery(options: PayinQueryOptions = {}): fc.Arbitrary<PayinQueryPlan> {
  const { pageSize, firstPage } = payinQueryLimits;
  return fc
    .record({
      by: options.by === undefined ? fc.constantFrom('request_id', 'pay_order_id', 'both') : fc.constant(options.by),
      window: options.window ?? payinWindow(),
      numbersAs: fc.constant(options.numbersAs ?? 'number'),
      paging: fc.record(
        {
          page: fc.constant(firstPage),
          pageSize: fc.oneof(
            fc.constantFrom(1, pageSize.default, pageSize.max),
            fc.integer({ min: 1, max: pageSize.max }),
          ),
        },
        { requiredKeys: [] },
      ),
    })
    .map(({ by, window, numbersAs, paging }) => ({ by, window, numbersAs, ...paging }));
}

/** The request that a plan means for one order at one time. Pure: the time is given. */
export function payinQueryAt(plan: PayinQueryPlan, moment: QueryMoment): FetchPayinRequest {
  const written = (value: number): number | string => (plan.numbersAs === 'text' ? String(value) : value);
  const start = moment.nowMs + plan.window.offsetMs;
  return {
    ...(plan.by === 'pay_order_id' ? {} : { request_id: moment.requestId }),
    ...(plan.by === 'request_id' ? {} : { pay_order_id: moment.payOrderId }),
    start_time: written(start),
    end_time: written(start + plan.window.spanMs),
    ...(plan.page === undefined ? {} : { page: written(plan.page) }),
    ...(plan.pageSize === undefined ? {} : { page_size: written(plan.pageSize) }),
  };
}

/** Which channels and currencies are asked about. */
export interface ChannelOptions {
  /** Default: `TAZAPAY_PAYOUT`, the only documented channel. */
  readonly wayCodes?: readonly string[];
  /** Default: each that the channels pay out. */
  readonly currency?: string;
}

/** Valid requests for the banks of a channel (`POST /api/global/payout/bank`; demo client). */
export function bankQuery(options: ChannelOptions = {}): fc.Arbitrary<PayoutBanksRequest> {
  return channelRoute(options).map(({ wayCode, currency, country }) => ({
    bank_country_code: country,
    currency,
    way_code: wayCode,
  }));
}

/** Valid requests for a channel's balance (`POST /api/global/payout/balance`; demo client). */
export function balanceQuery(options: ChannelOptions = {}): fc.Arbitrary<PayoutBalanceRequest> {
  return channelRoute(options).map(({ wayCode, currency }) => ({ currency, way_code: wayCode }));
}

function channelRoute({ wayCodes = ['TAZAPAY_PAYOUT'], currency }: ChannelOptions) {
  const routes = payoutWays
    .filter((way) => wayCodes.includes(way.wayCode))
    .flatMap((way) =>
      way.routes.map((route) => ({
        wayCode: way.wayCode,
        currency: route.currency,
        country: route.country ?? countryOf(route.currency)?.code ?? '',
      })),
    )
    .filter((route) => currency === undefined || route.currency === currency);
  if (routes.length > 0) return fc.constantFrom(...routes);
  throw new GeneratorError(
    'noSuchMessage',
    `No source shows ${wayCodes.join(' or ')} paying out ${currency ?? 'any currency'}. See protocols/lesspay/ways.ts for what there is.`,
  );
}
