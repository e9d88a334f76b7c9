import { currencies } from '../../../protocols/lesspay/currencies.js';
import type { Product } from '../../../protocols/lesspay/operations.js';
import { payinWays, payoutWays, wayTypes } from '../../../protocols/lesspay/ways.js';

/** `disabled`: this application is off (30041). `merchant_disabled`: its merchant is (30040). */
export const applicationStatuses = ['active', 'disabled', 'merchant_disabled'] as const;
export type ApplicationStatus = (typeof applicationStatuses)[number];

/**
 * What goes wrong while an order of this application is created. `channel_error`, `channel_timeout`: the channel behind the platform
 * refuses a payout or does not answer. `internal`: the platform itself fails.
 */
export const failures = ['none', 'channel_error', 'channel_timeout', 'internal'] as const;
export type Failure = (typeof failures)[number];

/** What one payout may be. Amounts are decimal text in major units, the same for every currency. */
export interface Limits {
  /** The smallest amount of one detail (below: 30073). */
  readonly minimum: string;
  /** The largest amount of one detail (above: 30070). */
  readonly single_maximum: string;
  /** The largest sum of one currency on one day (above: 30071). */
  readonly daily_maximum: string;
  /** The most details in one batch (above: 30072). */
  readonly maximum_details: number;
}

/** One application of a merchant: its credentials and what it may do. */
export interface Application {
  readonly appId: string;
  readonly appSecret: string;
  readonly status: ApplicationStatus;
  readonly products: readonly Product[];
  /** The `way_code` values, of both products, that the application may use. */
  readonly channels: readonly string[];
  /** The `way_type` values that the application may use. */
  readonly wayTypes: readonly string[];
  /** Where notifications go when a request names no `notify_url`. */
  readonly defaultNotifyUrl: string | null;
  readonly limits: Limits;
  /** Absent: nothing. */
  readonly failure?: Failure;
}

/** Funds that are there to pay out, by currency: decimal text. */
export type Balance = Readonly<Record<string, string>>;

/** What can be configured of an application; all but the credentials. */
export type ApplicationSettings = Partial<Omit<Application, 'appId' | 'appSecret' | 'limits'>> & {
  readonly limits?: Partial<Limits>;
  /** Sets the funds of the currencies that it names. */
  readonly balance?: Balance;
};

/** Present, so that they can be reached, and high enough to stay out of the way. */
export const defaultLimits: Limits = {
  minimum: '0.01',
  single_maximum: '1000000000.00',
  daily_maximum: '1000000000000000.00',
  maximum_details: 1000,
};

/** The funds of a new application. */
export const defaultBalance: Balance = Object.fromEntries(
  currencies.map((currency) => [currency.code, '1000000000000000.00']),
);

/** An active application with both products, every channel and generous limits, changed by `settings`. Funds are apart. */
export function newApplication(
  credentials: { readonly appId: string; readonly appSecret: string },
  settings: ApplicationSettings = {},
): Application {
  const plain: Application = {
    ...credentials,
    status: 'active',
    products: ['payin', 'payout'],
    channels: [...payinWays, ...payoutWays].map((way) => way.wayCode),
    wayTypes: wayTypes.map((way) => way.value),
    defaultNotifyUrl: null,
    limits: defaultLimits,
  };
  return configured(plain, settings);
}

/** The application with `settings` in place: limits are merged, everything else is replaced. Funds are apart. */
export function configured(application: Application, settings: ApplicationSettings): Application {
  const { limits, balance: _apart, ...others } = settings;
  return { ...application, ...others, limits: { ...application.limits, ...limits } };
}
