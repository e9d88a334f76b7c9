/** Where new identifiers come from. */
export interface IdSource {
  /** 19 decimal digits: what follows `P`, `PO` or `POD` in an order id. May repeat; the platform asks again. */
  digits(): string;
  /** Credentials of a new application: 24 lower-case hex digits, and a secret. */
  credentials(): { readonly appId: string; readonly appSecret: string };
  /** Opaque text for payment-session tokens. */
  token(): string;
}

/**
 * Ids made of the time and a counter: 13 digits of milliseconds and 6 of the counter, so that they stay unique across
 * restarts as long as fewer than a million are made in one millisecond.
 */
export function idSource(now: () => number, randomHex: (bytes: number) => string): IdSource {
  let count = 0;
  return {
    digits: () => {
      count = (count + 1) % 1_000_000;
      return `${String(now()).padStart(13, '0').slice(-13)}${String(count).padStart(6, '0')}`;
    },
    credentials: () => ({ appId: randomHex(12), appSecret: randomHex(24) }),
    token: () => randomHex(16),
  };
}
