import { limitsFor, type OrderLimits, objectionTo } from '../../harness/governor.js';
import { isLoopback } from '../../harness/loopback.js';
import { UsageError } from '../../harness/usage-error.js';
import { isPositiveAmount } from '../../protocols/amount.js';
import { nonEmpty, readInteger } from '../settings.js';

/** The options that keep a run from creating what it should not, as they stand on the command line. */
export interface SafetyOptions {
  readonly confirmHost?: string;
  readonly allowPayouts?: boolean;
  readonly maxOrders?: string;
  readonly maxAmount?: string;
}

/** The same, checked. */
export interface SafetySettings {
  /** What may be created on the target. */
  readonly limits: OrderLimits;
  /** The options that a later run against the same target needs too, for commands that are printed; begins with a blank. */
  readonly safetyOptions: string;
}

/** Where requests will go. */
export interface Addresses {
  /** null: the reference platform, started for the run. */
  readonly url: string | null;
  /** The option or variable that named it. */
  readonly urlOption: string;
  readonly controlUrl: string | null;
  /** What named it. */
  readonly controlOption: string;
}

/**
 * Refuses targets that may not be tested or were not confirmed, and settles what may be created.
 *
 * @throws UsageError with the option that is missing
 */
export function readSafety(
  options: SafetyOptions,
  env: Readonly<Record<string, string | undefined>>,
  { url, urlOption, controlUrl, controlOption }: Addresses,
): SafetySettings {
  const confirmedHosts = (nonEmpty(options.confirmHost) ?? nonEmpty(env.LESSPAY_CONFIRM_HOST) ?? '')
    .split(',')
    .map((host) => host.trim())
    .filter((host) => host !== '');
  refuseUnconfirmed(url, urlOption, confirmedHosts);
  refuseUnconfirmed(controlUrl, controlOption, confirmedHosts);
  const { maxAmount } = options;
  if (maxAmount !== undefined && !isPositiveAmount(maxAmount)) {
    throw new UsageError(
      'BAD_AMOUNT',
      `--max-amount: received ${JSON.stringify(maxAmount)}, expected a positive decimal number such as 10000 or 99.50.`,
    );
  }
  return {
    limits: limitsFor(url, {
      ...(options.allowPayouts === undefined ? {} : { allowPayouts: options.allowPayouts }),
      ...(options.maxOrders === undefined
        ? {}
        : { maxOrders: readInteger(options.maxOrders, '--max-orders', { min: 1, max: 10_000_000 }) }),
      ...(maxAmount === undefined ? {} : { maxAmount }),
    }),
    safetyOptions: optionsAgain([url, controlUrl], options),
  };
}

function optionsAgain(urls: readonly (string | null)[], { allowPayouts, maxAmount }: SafetyOptions): string {
  const remote = urls.flatMap((url) => (url === null || isLoopback(url) ? [] : [new URL(url).hostname]));
  return [
    ...(remote.length === 0 ? [] : [` --confirm-host ${[...new Set(remote)].join(',')}`]),
    ...(allowPayouts === true ? [' --allow-payouts'] : []),
    ...(maxAmount === undefined ? [] : [` --max-amount ${maxAmount}`]),
  ].join('');
}

function refuseUnconfirmed(url: string | null, option: string, confirmed: readonly string[]): void {
  const objection = url === null ? null : objectionTo(url, option, confirmed);
  if (objection !== null) throw new UsageError(objection.code, objection.message);
}
