import * as fc from 'fast-check';
import { minorDigits } from '../../../generators/lesspay/amounts.js';
import { countryOf } from '../../../generators/lesspay/countries.js';
import { payout } from '../../../generators/lesspay/payout.js';
import { type DestinationKind, payoutProfiles } from '../../../generators/lesspay/payout-profiles.js';
import type { CreatePayoutRequest } from '../../../schemas/lesspay/messages.generated.js';
import type { Profile } from '../scenario.js';
import { claimedRange, isWithinClaim } from '../steps/claimed-amounts.js';
import { claimedBankPayout, claimsBankPayout } from '../steps/claimed-payouts.js';

/** A kind of single payout, as far as a target claims it. */
export interface PayoutKind {
  readonly claimed: (profile: Profile) => boolean;
  /** Ask `claimed` first. */
  readonly draw: (profile: Profile) => fc.Arbitrary<CreatePayoutRequest>;
}

interface Route {
  readonly wayCode: string | null;
  readonly currency: string;
}

/** Where the documents show payouts of the kind: by the claimed channel, or by a way type alone. */
function routesTo(profile: Profile, kind: DestinationKind, currencies: readonly string[]): Route[] {
  if (!profile.operations.has('createPayout') || !profile.payout.destinations.has(kind)) return [];
  const channels = [null, profile.payout.wayCode];
  return payoutProfiles
    .filter((route) => route.kind === kind && currencies.includes(route.currency))
    .map(({ wayCode = null, currency }) => ({ wayCode, currency }))
    .filter(({ wayCode }) => channels.includes(wayCode));
}

function kindOf(kind: DestinationKind, currenciesOf: (profile: Profile) => readonly string[]): PayoutKind {
  const routes = (profile: Profile): Route[] => routesTo(profile, kind, currenciesOf(profile));
  return {
    claimed: (profile) => routes(profile).length > 0,
    draw: (profile) =>
      fc.oneof(
        ...routes(profile).map(({ wayCode, currency }) =>
          payout({ wayCodes: [wayCode], currency, kind, amounts: claimedRange(profile.payout.limits, currency) }),
        ),
      ),
  };
}

/** To a bank, by the claimed channel. */
export const toBank: PayoutKind = { claimed: claimsBankPayout, draw: claimedBankPayout };

/** To a wallet, in a claimed currency. */
export const toWallet: PayoutKind = kindOf('ewallet', (profile) => profile.payout.currencies);

/** To a crypto address. Claims list the currencies of banks and wallets, so here the destination alone decides. */
export const toCrypto: PayoutKind = kindOf('crypto_wallet', () => ['USDT']);

/** To a bank, in a currency with cents whose claimed limits allow the amount. */
export function toBankWithCents(amount: string): PayoutKind {
  const narrowed = (profile: Profile): Profile => ({
    ...profile,
    payout: {
      ...profile.payout,
      currencies: profile.payout.currencies.filter(
        (currency) => minorDigits(currency) >= 2 && isWithinClaim(profile.payout.limits, currency, amount),
      ),
    },
  });
  return {
    claimed: (profile) => claimsBankPayout(narrowed(profile)),
    draw: (profile) => claimedBankPayout(narrowed(profile)),
  };
}

/** To a bank, with every optional member that a rule speaks about, and the account named by its number alone. */
export const toBankInFull: PayoutKind = {
  claimed: claimsBankPayout,
  draw: (profile) => claimedBankPayout(profile).map(completed),
};

function completed(message: CreatePayoutRequest): CreatePayoutRequest {
  const { beneficiary } = message;
  const { beneficiary_info: info, destination } = beneficiary;
  const { iban: _numberAlone, ...bank } = destination.bank ?? {};
  const country = countryOf(message.currency);
  const code = country?.code ?? 'PH';
  return {
    ...message,
    beneficiary: {
      ...beneficiary,
      beneficiary_info: {
        ...info,
        email: info.email ?? 'payee@example.com',
        phone: { number: '9055550101', ...info.phone, calling_code: country?.callingCode ?? '63' },
        address: { ...info.address, country: code },
      },
      destination: {
        ...destination,
        bank: {
          account_number: '100200300400',
          ...bank,
          country: code,
          bank_codes: { swift_code: country?.banks[0].swiftCode ?? 'MBTCPHMM', ...bank.bank_codes },
        },
      },
    },
  };
}
