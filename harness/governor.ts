import { isLoopback } from './loopback.js';

/** Why a host may not be tested, or not yet. The message says what to do. */
export interface HostObjection {
  readonly code: 'PRODUCTION_HOST' | 'HOST_NOT_CONFIRMED';
  readonly message: string;
}

/** What a run may create on a target. Plain data. */
export interface OrderLimits {
  /** Orders that one run may create; null: no limit. */
  readonly maxOrders: number | null;
  /** Largest amount of one order in its own currency, as plain decimal text; null: no limit. */
  readonly maxAmount: string | null;
  /** False: no payout is created. */
  readonly payouts: boolean;
}

/** The limits that the user set; absent: the default of the kind of target. */
export interface WantedLimits {
  readonly maxOrders?: number;
  readonly maxAmount?: string;
  readonly allowPayouts?: boolean;
}

/** The code of the failure that stands in for an answer once `maxOrders` orders were created. */
export const CAP_ORDERS = 'CAP_ORDERS';

/** The code of the failure that stands in for an answer to an order above `maxAmount`. */
export const CAP_AMOUNT = 'CAP_AMOUNT';

const REMOTE_MAX_ORDERS = 2_000;
const REMOTE_MAX_AMOUNT = '10000';

const PRODUCTION_WORDS: ReadonlySet<string> = new Set(['prod', 'production', 'prd', 'live']);

/** The word in a host name that says production, as a whole word between `.`, `-`, `_` and digits; null when there is none. */
export function productionWordIn(hostname: string): string | null {
  const words = hostname.toLowerCase().split(/[^a-z]+/);
  return words.find((word) => PRODUCTION_WORDS.has(word)) ?? null;
}

/** The host of a URL as people write it: without a final dot, IPv6 without brackets. */
function plainHost(hostname: string): string {
  return hostname
    .trim()
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^\[(.*)\]$/, '$1');
}

/**
 * Says why nothing may be sent to `url`; null when it may be tested. An address of this machine always may. A host that looks
 * like production never may; any other one only once its name was confirmed.
 *
 * @param option the option or variable that named the URL, for the message
 * @param confirmed host names that the user confirmed
 */
export function objectionTo(url: string, option: string, confirmed: readonly string[]): HostObjection | null {
  if (isLoopback(url)) return null;
  const host = plainHost(new URL(url).hostname);
  const word = productionWordIn(host);
  if (word !== null) {
    return {
      code: 'PRODUCTION_HOST',
      message: `${option}: ${host} looks like production (it holds the word ${JSON.stringify(word)}), and a run creates orders. Only a sandbox is to be tested: give the address of one. Confirming the host does not change this.`,
    };
  }
  if (confirmed.some((name) => plainHost(name) === host)) return null;
  const received = confirmed.length === 0 ? '' : ` --confirm-host is ${JSON.stringify(confirmed.join(','))}.`;
  return {
    code: 'HOST_NOT_CONFIRMED',
    message: `${option}: ${host} is not this machine, and a run creates orders there.${received} If it is a sandbox, confirm its host: add --confirm-host ${[...confirmed, host].join(',')}`,
  };
}

/** The limits in force for a target: everything is allowed on this machine, little elsewhere unless the user says more. */
export function limitsFor(url: string | null, wanted: WantedLimits): OrderLimits {
  const local = url === null || isLoopback(url);
  return {
    maxOrders: wanted.maxOrders ?? (local ? null : REMOTE_MAX_ORDERS),
    maxAmount: wanted.maxAmount ?? (local ? null : REMOTE_MAX_AMOUNT),
    payouts: local || wanted.allowPayouts === true,
  };
}

/** The limits in one line for people, with the options that change them. */
export function describeLimits({ maxOrders, maxAmount, payouts }: OrderLimits): string {
  return [
    payouts ? 'payouts allowed' : 'no payouts (--allow-payouts)',
    maxOrders === null ? 'any number of orders' : `at most ${maxOrders} orders (--max-orders)`,
    maxAmount === null ? 'any amount' : `at most ${maxAmount} an order in its own currency (--max-amount)`,
  ].join(', ');
}
