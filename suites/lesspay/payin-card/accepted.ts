import * as fc from 'fast-check';
import { withCheckDigit } from '../../../generators/lesspay/cards.js';
import { digits } from '../../../generators/lesspay/ids.js';
import type { PayinMode } from '../../../generators/lesspay/payin.js';
import { setTo, twin } from '../../../generators/lesspay/twin.js';
import { holds } from '../../../harness/check.js';
import { dataOf, describeAnswer, isJsonObject, type Json } from '../../../harness/exchange.js';
import type { CreatePayinRequest } from '../../../schemas/lesspay/messages.generated.js';
import { situationsOf } from '../reading/outcomes.js';
import { succeeded } from '../reading/recorded.js';
import type { LesspayScenario, Profile } from '../scenario.js';
import { acceptance } from '../steps/acceptance.js';
import { bySituation } from '../steps/by-situation.js';
import { claimedPayin, claimsPayin } from '../steps/claimed-payins.js';
import { leftOpen } from '../steps/left-open.js';

/** PAYIN-CARD-001: a cashier request with `CARD_PAYMENT`, `V2` and access type 1 is accepted (P-CARD). */
export const cardCashier = acceptance({
  id: 'PAYIN-CARD-001',
  title: 'A card cashier request is accepted.',
  operation: 'createPayin',
  claimed: (profile) => claimsPayin(profile, { mode: 'cardCashier' }),
  given: (profile) => claimedPayin(profile, { mode: 'cardCashier' }),
});

/** The pay-in with these digits as the number of its card, the last one being the check digit. */
const withNumber = (message: CreatePayinRequest, number: string): CreatePayinRequest => {
  const { channel_extra: extra } = message;
  return extra?.card_data === undefined
    ? message
    : { ...message, channel_extra: { ...extra, card_data: { ...extra.card_data, number } } };
};

const cardNumber = (length: number): fc.Arbitrary<string> =>
  digits(length - 7).map((account) => withCheckDigit(`424242${account}`));

const claimsOpenapi = (profile: Profile): boolean => claimsPayin(profile, { mode: 'openapiCard' });

/** PAYIN-CARD-007: a card number of 16 or 19 digits is not refused for its format (demo client). */
export const numberLengths = acceptance({
  id: 'PAYIN-CARD-007',
  title: 'A card number of 16 or 19 digits is not refused for its format.',
  operation: 'createPayin',
  cases: ['16 digits', '19 digits'],
  claimed: claimsOpenapi,
  given: (profile, situation) =>
    fc
      .tuple(
        claimedPayin(profile, { mode: 'openapiCard' }),
        cardNumber(bySituation({ '16 digits': 16, '19 digits': 19 }, situation)),
      )
      .map(([message, number]) => withNumber(message, number)),
});

/** PAYIN-CARD-007: a card number of 15 digits, which some cards have, is accepted or refused (demo client; E-68). */
export const fifteenDigits = leftOpen({
  id: 'PAYIN-CARD-007',
  suffix: 'fifteen-digits',
  title: 'A card number of 15 digits is accepted or refused.',
  operation: 'createPayin',
  cases: ['15 digits'],
  claimed: claimsOpenapi,
  given: (profile) =>
    twin(claimedPayin(profile, { mode: 'openapiCard' }), setTo('channel_extra.card_data.number', cardNumber(15))),
});

const enabled: Readonly<Record<string, { readonly enabled: boolean | null } | null>> = {
  absent: null,
  null: { enabled: null },
  true: { enabled: true },
  false: { enabled: false },
};

const withThreeDs = (message: CreatePayinRequest, situation: string): CreatePayinRequest => {
  const threeDs = bySituation(enabled, situation.replace(/^.*, /, ''));
  const { channel_extra: extra, ...others } = message;
  const { three_ds: _replaced, ...rest } = extra ?? {};
  const next = threeDs === null ? rest : { ...rest, three_ds: threeDs };
  return Object.keys(next).length === 0 ? others : { ...others, channel_extra: next };
};

const threeDsIn = (mode: PayinMode, prefix: string, suffix: string): LesspayScenario =>
  acceptance({
    id: 'PAYIN-CARD-011',
    suffix,
    title: 'A card request is valid without `three_ds`, and with each of its values.',
    operation: 'createPayin',
    cases: situationsOf('PAYIN-CARD-011').filter((situation) => situation.startsWith(prefix)),
    lookUpAlways: true,
    claimed: (profile) => claimsPayin(profile, { mode }),
    given: (profile, situation) => claimedPayin(profile, { mode }).map((message) => withThreeDs(message, situation)),
  });

/** PAYIN-CARD-011: a card request is valid without `three_ds`, and with its `enabled` as null, true or false (P-3DS). */
export const threeDsIsOptional: readonly LesspayScenario[] = [
  threeDsIn('paymentSession', 'payment session', 'session'),
  threeDsIn('openapiCard', 'OpenAPI card', 'openapi'),
];

/** PAYIN-CARD-013: whether `three_ds` in a token payment is ignored or refused is reported (P-3DS). */
export const threeDsWithToken = leftOpen({
  id: 'PAYIN-CARD-013',
  title: 'A token payment with `three_ds` is accepted or refused.',
  operation: 'createPayin',
  claimed: (profile) => claimsPayin(profile, { mode: 'openapiToken' }),
  given: (profile) =>
    twin(
      claimedPayin(profile, { mode: 'openapiToken' }),
      setTo('channel_extra.three_ds', fc.constantFrom({ enabled: true }, { enabled: false })),
    ),
});

function textsNamed(value: Json | undefined, name: string): string[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((element) => textsNamed(element, name));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === name && typeof inner === 'string' && inner !== '' ? [inner] : textsNamed(inner, name),
  );
}

/** PAYIN-CARD-014: the answer in payment-session mode has the token and the secret of the session (demo client). */
export const sessionCredentials = acceptance({
  id: 'PAYIN-CARD-014',
  title: 'A payment session comes with its token and its secret.',
  operation: 'createPayin',
  claimed: (profile) => claimsPayin(profile, { mode: 'paymentSession' }),
  given: (profile) => claimedPayin(profile, { mode: 'paymentSession' }),
  also: (sent) =>
    succeeded(sent)
      ? ['payment_session_token', 'payment_session_secret'].map((name) =>
          holds(
            textsNamed(dataOf(sent), name).length > 0,
            `a text \`${name}\` in \`data\``,
            () => `${describeAnswer(sent)} without it`,
            sent,
          ),
        )
      : [],
});

/** Card payments that are accepted, or left open. */
export const acceptedCardScenarios: readonly LesspayScenario[] = [
  cardCashier,
  numberLengths,
  fifteenDigits,
  ...threeDsIsOptional,
  threeDsWithToken,
  sessionCredentials,
];
