import * as fc from 'fast-check';
import { digits } from '../../../generators/lesspay/ids.js';
import type { PayinMode } from '../../../generators/lesspay/payin.js';
import { type Change, oneOf, remove, setTo, twin } from '../../../generators/lesspay/twin.js';
import { payinRefusal } from '../payin-create/payin-refusal.js';
import type { LesspayScenario, Profile } from '../scenario.js';
import { claimedPayin, claimsPayin } from '../steps/claimed-payins.js';
import { refusal } from '../steps/refusal.js';

const openapiCard = { mode: 'openapiCard' } as const;

/** PAYIN-CARD-002: a card request with `api_version` `V1` is refused (P-CARD). */
export const cardInVersionOne = payinRefusal({
  id: 'PAYIN-CARD-002',
  title: 'A card request of version V1 is refused.',
  base: { mode: 'cardCashier' },
  changes: { default: setTo('api_version', 'V1') },
});

/** PAYIN-CARD-003: an OpenAPI card request without `channel_extra` is refused (demo client). */
export const extraMissing = payinRefusal({
  id: 'PAYIN-CARD-003',
  title: 'An OpenAPI card request without `channel_extra` is refused.',
  base: openapiCard,
  changes: { default: remove('channel_extra') },
});

/** PAYIN-CARD-004: `extra_type` `card` without `card_data` is refused (demo client). */
export const cardDataMissing = payinRefusal({
  id: 'PAYIN-CARD-004',
  title: 'A card payment without card data is refused.',
  base: openapiCard,
  changes: { default: remove('channel_extra.card_data') },
});

/** PAYIN-CARD-005: `extra_type` `token` without `token_data.token` is refused (demo client). */
export const tokenMissing = payinRefusal({
  id: 'PAYIN-CARD-005',
  title: 'A token payment without a token is refused.',
  base: { mode: 'openapiToken' },
  changes: { default: oneOf(remove('channel_extra.token_data'), remove('channel_extra.token_data.token')) },
});

/** PAYIN-CARD-006: an unknown `extra_type` is refused (demo client). */
export const extraTypeUnknown = payinRefusal({
  id: 'PAYIN-CARD-006',
  title: 'A card request with an unknown `extra_type` is refused.',
  base: openapiCard,
  changes: { default: setTo('channel_extra.extra_type', fc.constantFrom('cheque', 'cards')) },
});

const number = (value: fc.Arbitrary<string>): Change => setTo('channel_extra.card_data.number', value);

/** PAYIN-CARD-007: a card number that does not consist of 16 to 19 digits is refused (demo client). */
export const numberMalformed = payinRefusal({
  id: 'PAYIN-CARD-007',
  suffix: 'malformed',
  title: 'A card number that is not 16 to 19 digits is refused.',
  base: openapiCard,
  changes: {
    '12 digits': number(digits(12)),
    '20 digits': number(digits(20)),
    letters: number(digits(12).map((part) => `${part}abcd`)),
    spaces: number(digits(16).map((all) => all.replace(/(.{4})(?=.)/g, '$1 '))),
  },
});

/** PAYIN-CARD-008: an `expiry_month` outside 1 to 12 is refused (demo client). */
export const monthOutOfRange = payinRefusal({
  id: 'PAYIN-CARD-008',
  title: 'A card that expires in no month of the year is refused.',
  base: openapiCard,
  changes: {
    0: setTo('channel_extra.card_data.expiry_month', 0),
    13: setTo('channel_extra.card_data.expiry_month', 13),
  },
});

/** PAYIN-CARD-009: an `expiry_year` without four digits is refused (demo client). */
export const yearOfOtherLength = payinRefusal({
  id: 'PAYIN-CARD-009',
  title: 'A year of expiry without four digits is refused.',
  base: openapiCard,
  changes: { default: setTo('channel_extra.card_data.expiry_year', fc.constantFrom(45, 999, 20_450)) },
});

const cvv = (value: fc.Arbitrary<string>): Change => setTo('channel_extra.card_data.cvv', value);

/** PAYIN-CARD-010: a `cvv` that does not consist of 3 or 4 digits is refused (demo client). */
export const cvvMalformed = payinRefusal({
  id: 'PAYIN-CARD-010',
  title: 'A cvv that is not 3 or 4 digits is refused.',
  base: openapiCard,
  changes: { '2 digits': cvv(digits(2)), '5 digits': cvv(digits(5)), letters: cvv(fc.constantFrom('abc', '12x')) },
});

const modes: readonly PayinMode[] = ['cardCashier', 'paymentSession', 'openapiCard'];
const claimedModes = (profile: Profile): readonly PayinMode[] => modes.filter((mode) => claimsPayin(profile, { mode }));

/** PAYIN-CARD-012: a `three_ds.enabled` that is neither a boolean nor null is refused (P-3DS). */
export const threeDsOfAnotherType = refusal({
  id: 'PAYIN-CARD-012',
  title: 'A `three_ds.enabled` of another type is refused.',
  operation: 'createPayin',
  claimed: (profile) => claimedModes(profile).length > 0,
  given: (profile) =>
    twin(
      fc.oneof(...claimedModes(profile).map((mode) => claimedPayin(profile, { mode }))).map((message) => ({
        ...message,
        channel_extra: { ...message.channel_extra, three_ds: { enabled: true } },
      })),
      setTo('channel_extra.three_ds.enabled', fc.constantFrom('yes', 1)),
    ),
});

/** Card payments that must be refused. */
export const refusedCardScenarios: readonly LesspayScenario[] = [
  cardInVersionOne,
  extraMissing,
  cardDataMissing,
  tokenMissing,
  extraTypeUnknown,
  numberMalformed,
  monthOutOfRange,
  yearOfOtherLength,
  cvvMalformed,
  threeDsOfAnotherType,
];
