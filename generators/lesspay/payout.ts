import * as fc from 'fast-check';
import { fromMinorUnits } from '../../protocols/amount.js';
import { bankAccountKinds, beneficiaryTypes, cryptoNetworks } from '../../protocols/lesspay/destinations.js';
import { providersFor } from '../../protocols/lesspay/wallet-providers.js';
import type {
  Bank,
  BankCodes,
  BeneficiaryInfo,
  CreatePayoutRequest,
  Destination,
} from '../../schemas/lesspay/messages.generated.js';
import { GeneratorError } from '../generator-error.js';
import { type AmountRange, amountStep, minorDigits, unremarkableMinor } from './amounts.js';
import { type Country, companies, countryOf } from './countries.js';
import { digits, placeholderId } from './ids.js';
import { type DestinationKind, type PayoutProfile, payoutProfiles } from './payout-profiles.js';
import { text } from './text.js';
import { httpUrl } from './urls.js';

/** What kind of single payout is drawn. */
export interface PayoutOptions {
  /**
   * The channels to draw from; `null` stands for the examples that name a way type only. Default: for banks `TAZAPAY_PAYOUT`, the
   * only documented channel; for wallets and crypto `null`.
   */
  readonly wayCodes?: readonly (string | null)[];
  /** Default: each that the channels have. */
  readonly currency?: string;
  /** Default: `bank`, or each that the given channels have. */
  readonly kind?: DestinationKind;
  /** True leaves `& = { }` out of free texts and URLs. Default false. */
  readonly signatureNeutral?: boolean;
  /** Default: unremarkable amounts. Meant for one currency. */
  readonly amounts?: AmountRange;
}

/** The longest id of the demo client's examples has 30 characters; the shortest leaves room for a fresh id. */
const requestIdLength = { min: 16, max: 30 };

interface Draw {
  readonly step: number;
  readonly pick: number;
  readonly account: string;
  readonly holder: 'individual' | 'business';
  readonly accountKind: (typeof bankAccountKinds)[number];
  readonly birth: { readonly day: number; readonly month: number; readonly year: number; readonly dayFirst: boolean };
  readonly longSwift: boolean;
}

/**
 * Valid single payouts (`POST /api/global/payout/create-order`; docs page P-CPO and the demo client's examples). Beneficiary and
 * destination have the members that an example of the channel has. Throws `GeneratorError` (`noSuchMessage`) when the options
 * contradict each other.
 */
export function payout(options: PayoutOptions = {}): fc.Arbitrary<CreatePayoutRequest> {
  const { signatureNeutral = false } = options;
  return fc
    .record({
      profile: fc.constantFrom(...profilesOf(options)),
      request_id: placeholderId(requestIdLength),
      product_name: text({ max: 30, signatureNeutral }),
      description: text({ max: 50, signatureNeutral }),
      notify_url: httpUrl({ path: '/hooks/payout', signatureNeutral }),
      optional: fc.record(
        { purpose: fc.constant('PYR001'), expired_time: fc.constantFrom(1800, 86_400, 604_800) },
        { requiredKeys: [] },
      ),
      draw: fc.record({
        step: amountStep,
        pick: fc.nat({ max: 99 }),
        // Nine or more characters: only then it is documented which of them a mask shows.
        account: digits({ min: 9, max: 18 }),
        holder: fc.constantFrom(...beneficiaryTypes),
        accountKind: fc.constantFrom(...bankAccountKinds),
        birth: fc.record({
          day: fc.integer({ min: 1, max: 28 }),
          month: fc.integer({ min: 1, max: 12 }),
          year: fc.integer({ min: 1950, max: 2000 }),
          dayFirst: fc.boolean(),
        }),
        longSwift: fc.boolean(),
      }),
    })
    .map(({ profile, draw, ...drawn }): CreatePayoutRequest => {
      const country = countryOf(profile.livesWith ?? profile.currency);
      if (country === undefined) {
        throw new GeneratorError('noSuchMessage', `No beneficiary is known for ${profile.currency}.`);
      }
      return {
        request_id: drawn.request_id,
        amount: amountOf(profile, draw.step, options.amounts),
        currency: profile.currency,
        product_name: drawn.product_name,
        description: drawn.description,
        ...(profile.wayCode === undefined ? {} : { way_code: profile.wayCode }),
        ...(profile.wayType === undefined ? {} : { way_type: profile.wayType }),
        notify_url: drawn.notify_url,
        ...drawn.optional,
        beneficiary: {
          beneficiary_type: draw.holder,
          beneficiary_info: infoOf(profile, draw, country),
          destination: destinationOf(profile, draw, country),
        },
      };
    });
}

function profilesOf({ wayCodes, currency, kind }: PayoutOptions): PayoutProfile[] {
  const wantedKind = kind ?? (wayCodes === undefined ? 'bank' : undefined);
  const channels = wayCodes ?? [wantedKind === 'bank' ? 'TAZAPAY_PAYOUT' : null];
  const profiles = payoutProfiles
    .filter((profile) => channels.includes(profile.wayCode ?? null))
    .filter((profile) => wantedKind === undefined || profile.kind === wantedKind)
    .filter((profile) => currency === undefined || profile.currency === currency);
  if (profiles.length > 0) return profiles;
  throw new GeneratorError(
    'noSuchMessage',
    `No source shows a single ${wantedKind ?? ''} payout through ${channels.map((code) => code ?? 'a way type alone').join(' or ')} in ${currency ?? 'any currency'}. See generators/lesspay/payout-profiles.ts for what there is.`,
  );
}

function amountOf(profile: PayoutProfile, step: number, range: AmountRange = {}): string {
  const places = minorDigits(profile.currency);
  const minor = unremarkableMinor(profile.currency, step, range);
  if (profile.wholeUnits === undefined) return fromMinorUnits(minor, places);
  // The demo client stays between 110 and 1200 units on the one channel with whole units.
  const unit = 10n ** BigInt(places);
  const whole = minor - (minor % unit);
  return fromMinorUnits((whole < (range.minMinor ?? 1n) ? whole + unit : whole) / unit, 0);
}

function infoOf(profile: PayoutProfile, draw: Draw, country: Country): BeneficiaryInfo {
  const [first, last] = country.people[draw.pick % country.people.length] ?? ['Alex', 'Miller'];
  const company = companies[draw.pick % companies.length] ?? companies[0];
  const all: Required<BeneficiaryInfo> = {
    name: draw.holder === 'business' ? company : `${first} ${last}`,
    first_name: first,
    last_name: last,
    email: emailOf(draw),
    phone: { calling_code: country.callingCode, number: draw.account.slice(0, 9) },
    address: {
      country: country.code,
      state: country.place.state,
      city: country.place.city,
      postal_code: country.place.postalCode,
      line1: country.place.line1,
    },
    tax_id: draw.account.slice(0, 9).padEnd(11, '0'),
    date_of_birth: birthText(draw.birth),
    nationality: country.code,
    national_id: draw.account.slice(0, 9),
  };
  return pick(all, profile.info);
}

function destinationOf(profile: PayoutProfile, draw: Draw, country: Country): Destination {
  switch (profile.kind) {
    case 'bank':
      return { type: 'bank', bank: bankOf(profile, draw, country) };
    case 'ewallet': {
      const providers = providersFor(profile.currency);
      return {
        type: 'ewallet',
        e_wallet: {
          ewallet_provider: providers[draw.pick % providers.length] ?? '',
          account_number: profile.walletKey === 'email' ? emailOf(draw) : `0${draw.account.slice(0, 9)}`,
          ...(profile.walletKey === undefined ? {} : { account_type: profile.walletKey }),
        },
      };
    }
    case 'crypto_wallet': {
      const network = cryptoNetworks[draw.pick % cryptoNetworks.length] ?? cryptoNetworks[0];
      const tron = network === 'TRC20';
      const wallet_address = tron ? `T${draw.account.padEnd(33, '1')}` : `0x${draw.account.padEnd(40, '0')}`;
      return { type: 'crypto_wallet', crypto_wallet: { wallet_address, network } };
    }
  }
}

function bankOf(profile: PayoutProfile, draw: Draw, country: Country): Bank {
  const bank = country.banks[draw.pick % country.banks.length] ?? country.banks[0];
  const codes: Required<Pick<BankCodes, 'bank_code' | 'branch_code' | 'swift_code' | 'ifsc_code'>> = {
    bank_code: bank.bankCode,
    branch_code: draw.account.slice(0, 3),
    swift_code: draw.longSwift ? `${bank.swiftCode}XXX` : bank.swiftCode,
    ifsc_code: bank.bankCode,
  };
  const all: Required<Bank> = {
    account_type: draw.accountKind,
    country: country.code,
    bank_province: country.place.state,
    bank_city: country.place.city,
    // One channel's list of banks gives the same text as code and name (demo client, Teemopay example).
    bank_name: profile.wayCode === 'TEEMOPAY_PAYOUT' ? bank.bankCode : bank.name,
    account_number: draw.account,
    iban: `PK36${bank.swiftCode.slice(0, 4)}${draw.account.slice(0, 16).padStart(16, '0')}`,
    bank_codes: pick(codes, profile.codes ?? []),
    purpose_code: 'PYR001',
    branch_name: 'Main',
  };
  return pick(all, profile.bank ?? []);
}

function emailOf(draw: Draw): string {
  return `payee.${draw.account}@example.com`;
}

/** Both orders occur in the sources, so both are drawn. */
function birthText({ day, month, year, dayFirst }: Draw['birth']): string {
  const dayAndMonth = [day, month].map((part) => String(part).padStart(2, '0'));
  return dayFirst ? [...dayAndMonth, year].join('-') : [year, ...dayAndMonth.reverse()].join('-');
}

function pick<T extends object, K extends keyof T>(all: T, names: readonly K[]): Pick<T, K> {
  // `fromEntries` cannot know that exactly these members were taken.
  return Object.fromEntries(names.map((name) => [name, all[name]])) as Pick<T, K>;
}
