import type { Bank, BeneficiaryInfo, Destination } from '../../schemas/lesspay/messages.generated.js';

/** A kind of single payout that a channel is shown to take: what its beneficiary and destination consist of. */
export interface PayoutProfile {
  /** Absent where the way type alone chooses the channel. */
  readonly wayCode?: string;
  readonly wayType?: 'BANK_TRANSFER' | 'WALLET_TRANSFER' | 'CRYPTO';
  readonly currency: string;
  readonly kind: 'bank' | 'ewallet' | 'crypto_wallet';
  /** The currency whose country the beneficiary lives in, where the currency itself has none. Default: the currency. */
  readonly livesWith?: string;
  /** The person's members that are sent. */
  readonly info: readonly (keyof BeneficiaryInfo)[];
  /** The bank's members that are sent; the codes stand in `codes`. */
  readonly bank?: readonly (keyof Bank)[];
  readonly codes?: readonly ('bank_code' | 'branch_code' | 'swift_code' | 'ifsc_code')[];
  /** What names the wallet, where its kind is sent. */
  readonly walletKey?: 'phone' | 'email';
  /** True where the demo client sends whole units only. */
  readonly wholeUnits?: true;
  readonly source: string;
}

type DestinationKind = Exclude<Destination['type'], 'bank_account'>;

const demo = 'demo client';
const person = ['first_name', 'last_name', 'date_of_birth', 'nationality', 'phone', 'address'] as const;

/**
 * What the demo client sends per channel. The first three extend the documented channel to single payouts, with the members of the
 * documents' own example; no example shows a single wallet payout through it.
 */
export const payoutProfiles: readonly PayoutProfile[] = [
  ...(['PHP', 'INR', 'IDR'] as const).map(
    (currency): PayoutProfile => ({
      wayCode: 'TAZAPAY_PAYOUT',
      wayType: 'BANK_TRANSFER',
      currency,
      kind: 'bank',
      info: ['first_name', 'last_name', 'nationality', 'phone', 'address'],
      bank: ['account_type', 'country', 'bank_name', 'account_number', 'bank_codes'],
      codes: currency === 'INR' ? ['swift_code', 'ifsc_code'] : ['swift_code'],
      source: 'S002 4.5.2; P-CPO',
    }),
  ),
  {
    wayType: 'BANK_TRANSFER',
    currency: 'PHP',
    kind: 'bank',
    info: person,
    bank: ['account_number', 'bank_codes'],
    codes: ['bank_code'],
    source: demo,
  },
  { wayType: 'WALLET_TRANSFER', currency: 'PHP', kind: 'ewallet', info: person, walletKey: 'phone', source: demo },
  { wayType: 'CRYPTO', currency: 'USDT', kind: 'crypto_wallet', livesWith: 'PHP', info: person, source: demo },
  {
    wayCode: 'AWEPAY_PAYOUT',
    wayType: 'BANK_TRANSFER',
    currency: 'IDR',
    kind: 'bank',
    info: ['first_name', 'last_name'],
    bank: ['account_number', 'bank_province', 'bank_city', 'bank_codes'],
    codes: ['bank_code'],
    source: demo,
  },
  {
    wayCode: 'EPAY_PAYOUT',
    currency: 'PHP',
    kind: 'bank',
    info: person,
    bank: ['account_number', 'bank_codes'],
    codes: ['bank_code'],
    source: demo,
  },
  {
    wayCode: 'KORAPAY_PAYOUT',
    currency: 'KES',
    kind: 'ewallet',
    info: ['name', 'email'],
    wholeUnits: true,
    source: demo,
  },
  {
    wayCode: 'KORAPAY_PAYOUT',
    currency: 'NGN',
    kind: 'bank',
    info: ['name', 'email'],
    bank: ['account_number', 'bank_codes'],
    codes: ['bank_code'],
    wholeUnits: true,
    source: demo,
  },
  {
    wayCode: 'OKAYSPAY_PAYOUT',
    wayType: 'BANK_TRANSFER',
    currency: 'VND',
    kind: 'bank',
    info: ['name'],
    bank: ['account_number', 'bank_codes'],
    codes: ['bank_code'],
    source: demo,
  },
  {
    wayCode: 'ONEPAY_PAYOUT',
    currency: 'JPY',
    kind: 'bank',
    info: ['name'],
    bank: ['country', 'bank_name', 'account_number', 'branch_name', 'bank_codes'],
    codes: ['bank_code', 'branch_code'],
    source: demo,
  },
  {
    wayCode: 'OVERPAY_PAYOUT',
    currency: 'THB',
    kind: 'bank',
    info: ['name', 'email'],
    bank: ['country', 'bank_name', 'account_number'],
    source: demo,
  },
  {
    wayCode: 'PAYRETAILERS_PAYOUT',
    currency: 'BRL',
    kind: 'ewallet',
    info: ['name', 'first_name', 'last_name', 'email', 'tax_id', 'address'],
    walletKey: 'email',
    source: demo,
  },
  {
    wayCode: 'PAYRETAILERS_PAYOUT',
    currency: 'BRL',
    kind: 'bank',
    info: ['name', 'first_name', 'last_name', 'email', 'tax_id', 'address'],
    bank: ['account_type', 'country', 'bank_name', 'account_number', 'bank_codes'],
    codes: ['bank_code', 'branch_code'],
    source: demo,
  },
  {
    wayCode: 'TEEMOPAY_PAYOUT',
    currency: 'PKR',
    kind: 'bank',
    info: ['name', 'national_id', 'email', 'phone'],
    bank: ['country', 'bank_name', 'account_number', 'iban', 'bank_codes'],
    codes: ['bank_code'],
    source: demo,
  },
  {
    wayCode: 'TWELVEPAY_PAYOUT',
    currency: 'THB',
    kind: 'bank',
    info: ['name', 'phone'],
    bank: ['country', 'bank_name', 'account_number', 'bank_codes'],
    codes: ['bank_code'],
    source: demo,
  },
];

/** The kinds of destination of a single payout, by the value of `destination.type`. */
export type { DestinationKind };
