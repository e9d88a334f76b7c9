import { type OperationName, operationNames } from '../../protocols/lesspay/operations.js';

/** What the target claims to support, with every default filled in. Scenarios draw their messages from it. */
export interface Profile {
  readonly operations: ReadonlySet<OperationName>;
  readonly payin: {
    readonly currencies: readonly string[];
    readonly wayCodes: readonly string[];
    readonly cardModes: ReadonlySet<CardMode>;
  };
  readonly payout: {
    readonly currencies: readonly string[];
    readonly wayCode: string;
    readonly destinations: ReadonlySet<PayoutDestination>;
  };
}

/** The ways of taking a card (docs page P-CARD). */
export type CardMode = 'cashier' | 'openapi' | 'token' | 'session';

/** Where a payout can go (seed 003; the demo client for crypto). */
export type PayoutDestination = 'bank' | 'ewallet' | 'crypto_wallet';

/** The part of an implementation conformance statement that a profile is made of (schema `config/ics`). */
export interface Claims {
  readonly endpoints?: { readonly [name in OperationName]?: boolean };
  readonly payin?: {
    readonly currencies?: readonly string[];
    readonly wayCodes?: readonly string[];
    readonly cardModes?: readonly CardMode[];
  };
  readonly payout?: {
    readonly currencies?: readonly string[];
    readonly wayCode?: string;
    readonly destinations?: readonly PayoutDestination[];
  };
}

/** The profile of a claim. What is not mentioned is claimed as the documents have it (seed 002 sections 4.4, 4.5; seed 000 code 30001). */
export function profileOf(claims: Claims = {}): Profile {
  const endpoints = claims.endpoints ?? {};
  return {
    operations: new Set(operationNames.filter((name) => endpoints[name] !== false)),
    payin: {
      currencies: claims.payin?.currencies ?? ['USD', 'HKD', 'AUD', 'CNY', 'AED', 'USDT', 'ETH', 'USDC'],
      wayCodes: claims.payin?.wayCodes ?? [
        'BANK_TRANSFER',
        'CHECKOUT_CARDPAYMENT',
        'COIN_PAY',
        'PAY_PROTOCOL',
        'WX_H5',
        'WX_NATIVE',
      ],
      cardModes: new Set(claims.payin?.cardModes ?? (['cashier', 'openapi', 'token', 'session'] as const)),
    },
    payout: {
      currencies: claims.payout?.currencies ?? ['PHP', 'INR', 'IDR'],
      wayCode: claims.payout?.wayCode ?? 'TAZAPAY_PAYOUT',
      destinations: new Set(claims.payout?.destinations ?? (['bank', 'ewallet', 'crypto_wallet'] as const)),
    },
  };
}
