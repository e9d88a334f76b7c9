import type { Product } from './operations.js';

/** The kind of a payment method, the member `way_type`. */
export const wayTypes = [
  { value: 'CRYPTO', meaning: 'cryptocurrency', products: ['payin', 'payout'], source: 'S002 4.2' },
  { value: 'BANK_TRANSFER', meaning: 'bank transfer', products: ['payin', 'payout'], source: 'S002 4.2' },
  { value: 'CARD_PAYMENT', meaning: 'card', products: ['payin'], source: 'S002 4.2' },
  { value: 'WECHAT', meaning: 'WeChat Pay', products: ['payin'], source: 'S002 4.5.1; missing from S002 4.2' },
  { value: 'E_WALLET', meaning: 'electronic wallet', products: ['payout'], source: 'demo client, comments' },
  {
    value: 'WALLET_TRANSFER',
    meaning: 'electronic wallet',
    products: ['payout'],
    source: 'demo client, single payout example',
  },
] as const satisfies readonly {
  value: string;
  meaning: string;
  products: readonly Product[];
  source: string;
}[];
export type WayType = (typeof wayTypes)[number]['value'];

/** How the payer meets the platform, the integer member `pay_access_type` of a pay-in. */
export const payAccessTypes = [
  { value: 1, name: 'cashier', meaning: "the user is sent to Lesspay's checkout page", source: 'S002 4.3' },
  { value: 2, name: 'openapi', meaning: 'direct integration without a checkout page', source: 'S002 4.3' },
] as const;
export type PayAccessType = (typeof payAccessTypes)[number]['value'];

/** A pay-in payment method, the member `way_code`. */
export interface PayinWay {
  readonly wayCode: string;
  readonly displayName: string;
  readonly wayType: WayType;
  readonly currencies: readonly string[];
  readonly source: string;
}

/** The pay-in methods of the documents. `BANK_TRANSFER` is the code of FomoPay and at the same time its way type. */
export const payinWays = [
  {
    wayCode: 'BANK_TRANSFER',
    displayName: 'FomoPay',
    wayType: 'BANK_TRANSFER',
    currencies: ['AED'],
    source: 'S002 4.5.1',
  },
  {
    wayCode: 'CHECKOUT_CARDPAYMENT',
    displayName: 'Card Payment',
    wayType: 'CARD_PAYMENT',
    currencies: ['HKD', 'AUD', 'CNY', 'USD'],
    source: 'S002 4.5.1',
  },
  {
    wayCode: 'COIN_PAY',
    displayName: 'CoinQPay',
    wayType: 'CRYPTO',
    currencies: ['USDT', 'ETH', 'USDC'],
    source: 'S002 4.5.1',
  },
  {
    wayCode: 'PAY_PROTOCOL',
    displayName: 'Pay Protocol',
    wayType: 'CRYPTO',
    currencies: ['USDT'],
    source: 'S002 4.5.1',
  },
  {
    wayCode: 'WX_H5',
    displayName: 'WechatPay H5',
    wayType: 'WECHAT',
    currencies: ['HKD', 'AUD', 'CNY'],
    source: 'S002 4.5.1',
  },
  {
    wayCode: 'WX_NATIVE',
    displayName: 'WechatPay Native',
    wayType: 'WECHAT',
    currencies: ['HKD', 'AUD', 'CNY'],
    source: 'S002 4.5.1',
  },
] as const satisfies readonly PayinWay[];

/** A payout channel, the member `way_code`. Which of them an application has is configured by the platform's staff. */
export interface PayoutWay {
  readonly wayCode: string;
  /** What it was shown to pay out: a currency, its country where known, and the kinds of destination. */
  readonly routes: readonly {
    readonly currency: string;
    readonly country: string | null;
    readonly destinations: readonly ('bank' | 'ewallet')[];
  }[];
  /** False where the documents say that the channel has no balance service; true where they show or suggest one. */
  readonly hasBalance: boolean;
  /** True where a document names the channel; false where only the demo client does. */
  readonly documented: boolean;
  readonly source: string;
}

const demo = { hasBalance: true, documented: false, source: 'demo client, payout examples' } as const;

/** The payout channels. */
export const payoutWays = [
  {
    wayCode: 'TAZAPAY_PAYOUT',
    routes: [
      { currency: 'PHP', country: 'PH', destinations: ['bank', 'ewallet'] },
      { currency: 'INR', country: 'IN', destinations: ['bank', 'ewallet'] },
      { currency: 'IDR', country: 'ID', destinations: ['bank', 'ewallet'] },
    ],
    hasBalance: true,
    documented: true,
    source: 'S002 4.5.2; S003; S000 30001; demo client',
  },
  { wayCode: 'AWEPAY_PAYOUT', routes: [{ currency: 'IDR', country: 'ID', destinations: ['bank'] }], ...demo },
  { wayCode: 'EPAY_PAYOUT', routes: [{ currency: 'PHP', country: 'PH', destinations: ['bank'] }], ...demo },
  {
    wayCode: 'KORAPAY_PAYOUT',
    routes: [
      { currency: 'KES', country: null, destinations: ['ewallet'] },
      { currency: 'NGN', country: 'NG', destinations: ['bank'] },
    ],
    ...demo,
  },
  { wayCode: 'OKAYSPAY_PAYOUT', routes: [{ currency: 'VND', country: 'VN', destinations: ['bank'] }], ...demo },
  { wayCode: 'ONEPAY_PAYOUT', routes: [{ currency: 'JPY', country: 'JP', destinations: ['bank'] }], ...demo },
  { wayCode: 'OVERPAY_PAYOUT', routes: [{ currency: 'THB', country: 'TH', destinations: ['bank'] }], ...demo },
  {
    wayCode: 'PAYRETAILERS_PAYOUT',
    routes: [{ currency: 'BRL', country: 'BR', destinations: ['ewallet', 'bank'] }],
    ...demo,
  },
  {
    wayCode: 'TEEMOPAY_PAYOUT',
    routes: [{ currency: 'PKR', country: 'PK', destinations: ['bank', 'ewallet'] }],
    ...demo,
  },
  {
    wayCode: 'TWELVEPAY_PAYOUT',
    routes: [{ currency: 'THB', country: 'TH', destinations: ['bank'] }],
    ...demo,
    hasBalance: false,
  },
] as const satisfies readonly PayoutWay[];

const payinByCode: ReadonlyMap<string, PayinWay> = new Map(payinWays.map((way) => [way.wayCode, way]));
const payoutByCode: ReadonlyMap<string, PayoutWay> = new Map(payoutWays.map((way) => [way.wayCode, way]));

/** The pay-in method with this `way_code`, or undefined. */
export function findPayinWay(wayCode: string): PayinWay | undefined {
  return payinByCode.get(wayCode);
}

/** The payout channel with this `way_code`, or undefined. */
export function findPayoutWay(wayCode: string): PayoutWay | undefined {
  return payoutByCode.get(wayCode);
}
