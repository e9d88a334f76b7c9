/** A currency that the documents or the demo client use. */
export interface Currency {
  readonly code: string;
  readonly name: string;
  readonly kind: 'fiat' | 'crypto';
  /** Decimals that an amount may safely have; null where no source says it. */
  readonly digits: number | null;
  /** True where the currency table of the documents lists it. */
  readonly documented: boolean;
  readonly source: string;
}

const listed = { documented: true, source: 'S002 4.4' } as const;
const shown = { documented: false, source: 'demo client, payout examples' } as const;

/**
 * The currencies. Digits are the usual two unless the sources treat the amounts as integers: JPY has no minor unit, and the
 * demo client treats IDR, VND and THB as integer amounts. For crypto currencies no source gives a number of digits.
 */
export const currencies = [
  { code: 'USD', name: 'United States Dollar', kind: 'fiat', digits: 2, ...listed },
  { code: 'BTC', name: 'Bitcoin', kind: 'crypto', digits: null, ...listed },
  { code: 'ETH', name: 'Ethereum', kind: 'crypto', digits: null, ...listed },
  { code: 'USDT', name: 'Tether', kind: 'crypto', digits: null, ...listed },
  { code: 'AED', name: 'UAE Dirham', kind: 'fiat', digits: 2, ...listed },
  { code: 'CNY', name: 'Chinese Yuan', kind: 'fiat', digits: 2, ...listed },
  { code: 'AUD', name: 'Australian Dollar', kind: 'fiat', digits: 2, ...listed },
  { code: 'HKD', name: 'Hong Kong Dollar', kind: 'fiat', digits: 2, ...listed },
  { code: 'USDC', name: 'USD Coin', kind: 'crypto', digits: null, ...listed },
  { code: 'PHP', name: 'Philippine Peso', kind: 'fiat', digits: 2, ...listed },
  { code: 'INR', name: 'Indian Rupee', kind: 'fiat', digits: 2, ...listed },
  { code: 'IDR', name: 'Indonesian Rupiah', kind: 'fiat', digits: 0, ...listed },
  { code: 'BRL', name: 'Brazilian Real', kind: 'fiat', digits: 2, ...shown },
  { code: 'KES', name: 'Kenyan Shilling', kind: 'fiat', digits: 2, ...shown },
  { code: 'NGN', name: 'Nigerian Naira', kind: 'fiat', digits: 2, ...shown },
  { code: 'VND', name: 'Vietnamese Dong', kind: 'fiat', digits: 0, ...shown },
  { code: 'JPY', name: 'Japanese Yen', kind: 'fiat', digits: 0, ...shown },
  { code: 'THB', name: 'Thai Baht', kind: 'fiat', digits: 0, ...shown },
  { code: 'PKR', name: 'Pakistani Rupee', kind: 'fiat', digits: 2, ...shown },
] as const satisfies readonly Currency[];

/** The code of a currency that the documents or the demo client use. */
export type CurrencyCode = (typeof currencies)[number]['code'];

const byCode: ReadonlyMap<string, Currency> = new Map(currencies.map((currency) => [currency.code, currency]));

/** The currency with this code (exact case), or undefined. */
export function findCurrency(code: string): Currency | undefined {
  return byCode.get(code);
}
