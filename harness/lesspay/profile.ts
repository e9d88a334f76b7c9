import { type OperationName, operationNames } from '../../protocols/lesspay/operations.js';
import type { SignatureReading } from '../../protocols/lesspay/signature/readings.js';

/** What the target claims to support, with every default filled in. Scenarios draw their messages from it. */
export interface Profile {
  readonly operations: ReadonlySet<OperationName>;
  readonly payin: {
    readonly currencies: readonly string[];
    readonly wayCodes: readonly string[];
    readonly cardModes: ReadonlySet<CardMode>;
    /** By currency. */
    readonly limits: ReadonlyMap<string, AmountLimits>;
  };
  readonly payout: {
    readonly currencies: readonly string[];
    readonly wayCode: string;
    readonly destinations: ReadonlySet<PayoutDestination>;
    /** By currency; of a payout, and of each detail of a batch. */
    readonly limits: ReadonlyMap<string, AmountLimits>;
    /** Most details of a batch; null: no maximum is claimed. */
    readonly maxDetails: number | null;
  };
  /** How requests are signed where the readings differ. */
  readonly reading: SignatureReading;
}

/** Smallest and largest amount that is accepted, as plain decimal text. */
export interface AmountLimits {
  readonly min?: string;
  readonly max?: string;
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
    readonly limits?: Readonly<Record<string, AmountLimits>>;
  };
  readonly payout?: {
    readonly currencies?: readonly string[];
    readonly wayCode?: string;
    readonly destinations?: readonly PayoutDestination[];
    readonly limits?: Readonly<Record<string, AmountLimits>>;
    readonly maxDetails?: number;
  };
  readonly signature?: { readonly reading?: SignatureReading };
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
      limits: new Map(Object.entries(claims.payin?.limits ?? {})),
    },
    payout: {
      currencies: claims.payout?.currencies ?? ['PHP', 'INR', 'IDR'],
      wayCode: claims.payout?.wayCode ?? 'TAZAPAY_PAYOUT',
      destinations: new Set(claims.payout?.destinations ?? (['bank', 'ewallet', 'crypto_wallet'] as const)),
      limits: new Map(Object.entries(claims.payout?.limits ?? {})),
      maxDetails: claims.payout?.maxDetails ?? null,
    },
    reading: claims.signature?.reading ?? 'DEMO',
  };
}
