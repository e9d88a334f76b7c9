/** The wallet providers of one currency. */
export interface WalletProviders {
  readonly currency: string;
  readonly providers: readonly string[];
  /** `batch`: the documented table for batches. `single`: shown for single payouts by the demo client. */
  readonly shownFor: 'batch' | 'single';
  readonly source: string;
}

/** Which wallet providers a currency has. The documents promise only those of PHP and IDR. */
export const walletProviders = [
  { currency: 'PHP', providers: ['GCash', 'GrabPay', 'PayMaya'], shownFor: 'batch', source: 'S003 2.3' },
  { currency: 'IDR', providers: ['Gopay', 'ShopeePay'], shownFor: 'batch', source: 'S003 2.3' },
  { currency: 'BRL', providers: ['PIX'], shownFor: 'single', source: 'demo client, PayRetailers example' },
  { currency: 'KES', providers: ['safaricom-ke'], shownFor: 'single', source: 'demo client, Korapay example' },
  { currency: 'PKR', providers: ['EASYPAISA', 'JAZZCASH'], shownFor: 'single', source: 'demo client, comment' },
] as const satisfies readonly WalletProviders[];

/** The providers that a comment of the demo client adds for IDR: a platform may accept or refuse them. */
export const undecidedWalletProviders = [
  { currency: 'IDR', providers: ['OVO', 'Dana'], shownFor: 'batch', source: 'demo client, comment; not in S003 2.3' },
] as const satisfies readonly WalletProviders[];

/** The providers of a currency, in the spelling of the source; empty where no source names one. */
export function providersFor(currency: string): readonly string[] {
  return walletProviders.find((entry) => entry.currency === currency)?.providers ?? [];
}

/** True when the currency has the provider. Case is ignored: the sources write `Gopay` and `GoPay`. */
export function isProviderFor(currency: string, provider: string): boolean {
  const wanted = provider.toLowerCase();
  return providersFor(currency).some((known) => known.toLowerCase() === wanted);
}
