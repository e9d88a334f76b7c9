import type { Fault } from '../bite.js';
import { at, textAt } from '../core/json.js';
import { violation } from '../core/violation.js';
import { type Check, present, unchecked, when, where } from '../decisions/check.js';
import { isCard } from '../decisions/create-payin.js';
import { plantingIn } from './one-decision.js';
import { whereMistakesAreErrors, whereValidPayinsAreRefused } from './payin-consequences.js';

const plant = plantingIn('PAYIN-CARD');

const not = () => unchecked;

/** What the check refuses is an error of the platform. */
const crashes =
  (original: Check): Check =>
  (body, situation) =>
    original(body, situation) === null ? null : violation('internal', 'card payment failed');

const numberOf = (least: number, most: number) => (): Check =>
  where(
    'channel_extra.card_data.number',
    (value) => typeof value === 'string' && new RegExp(`^[0-9]{${least},${most}}$`).test(value),
    `${least} to ${most} digits`,
  );

const requestFaults: readonly Fault[] = [
  plant(
    'card-cashier-refused',
    'Card requests of version `V2` are refused.',
    ['createPayin', 'cardVersion'],
    () => (body) =>
      isCard(body) && textAt(body, 'api_version') === 'V2' ? violation('businessRule', 'api_version must be V1') : null,
    { must: ['PAYIN-CARD-001'], may: whereValidPayinsAreRefused },
  ),
  plant(
    'card-version-crash',
    'A card request of version `V1` is an internal error.',
    ['createPayin', 'cardVersion'],
    crashes,
    {
      must: ['PAYIN-CARD-002'],
      may: whereMistakesAreErrors,
    },
  ),
  plant(
    'card-without-extra',
    'An OpenAPI card request without `channel_extra` is accepted.',
    ['createPayin', 'channelExtraPresent'],
    not,
    {
      must: ['PAYIN-CARD-003'],
    },
  ),
  plant(
    'card-without-data',
    'A card payment without `card_data` is accepted.',
    ['createPayin', 'cardDataPresent'],
    not,
    {
      must: ['PAYIN-CARD-004'],
    },
  ),
  plant('card-without-token', 'A token payment without a token is accepted.', ['createPayin', 'tokenPresent'], not, {
    must: ['PAYIN-CARD-005'],
  }),
  plant('card-of-any-extra-type', 'An unknown `extra_type` is accepted.', ['createPayin', 'extraTypeKnown'], not, {
    must: ['PAYIN-CARD-006'],
  }),
  plant(
    'card-number-of-any-form',
    'The form of the card number is not looked at.',
    ['createPayin', 'cardNumberFormat'],
    not,
    {
      must: ['PAYIN-CARD-007'],
    },
  ),
  plant(
    'card-number-of-twelve',
    'A card number of 12 digits is accepted.',
    ['createPayin', 'cardNumberFormat'],
    (original) => (body, situation) =>
      /^[0-9]{12}$/.test(textAt(body, 'channel_extra.card_data.number') ?? '') ? null : original(body, situation),
    { must: ['PAYIN-CARD-007'] },
  ),
  plant(
    'card-number-not-nineteen',
    'A card number of 19 digits is refused as malformed.',
    ['createPayin', 'cardNumberFormat'],
    numberOf(16, 18),
    { must: ['PAYIN-CARD-007'], may: whereValidPayinsAreRefused },
  ),
  plant('card-of-any-month', 'A month of expiry outside 1 to 12 is accepted.', ['createPayin', 'cardMonthRange'], not, {
    must: ['PAYIN-CARD-008'],
  }),
  plant(
    'card-month-from-zero',
    'A month of expiry of 0 is accepted.',
    ['createPayin', 'cardMonthRange'],
    () =>
      where('channel_extra.card_data.expiry_month', (value) => Number(value) >= 0 && Number(value) <= 12, '0 to 12'),
    { must: ['PAYIN-CARD-008'] },
  ),
  plant(
    'card-of-any-year',
    'A year of expiry without four digits is accepted.',
    ['createPayin', 'cardYearDigits'],
    not,
    {
      must: ['PAYIN-CARD-009'],
    },
  ),
  plant('card-of-any-cvv', 'The form of the cvv is not looked at.', ['createPayin', 'cvvFormat'], not, {
    must: ['PAYIN-CARD-010'],
  }),
  plant(
    'card-cvv-of-five',
    'A cvv of five digits is accepted.',
    ['createPayin', 'cvvFormat'],
    (original) => (body, situation) =>
      /^[0-9]{5}$/.test(textAt(body, 'channel_extra.card_data.cvv') ?? '') ? null : original(body, situation),
    { must: ['PAYIN-CARD-010'] },
  ),
];

const threeDsFaults: readonly Fault[] = [
  plant(
    'card-three-ds-required',
    'Card requests without `three_ds` are refused.',
    ['createPayin', 'threeDsObject'],
    () => when(isCard, present('channel_extra.three_ds')),
    { must: ['PAYIN-CARD-011'], may: whereValidPayinsAreRefused },
  ),
  plant(
    'card-three-ds-not-null',
    'A `three_ds.enabled` of null is refused.',
    ['createPayin', 'threeDsEnabledBoolean'],
    (original) => (body, situation) =>
      at(body, 'channel_extra.three_ds.enabled') === null
        ? violation('parameter', 'channel_extra.three_ds.enabled must be true or false')
        : original(body, situation),
    { must: ['PAYIN-CARD-011'], may: whereValidPayinsAreRefused },
  ),
  plant(
    'card-three-ds-not-false',
    'A `three_ds.enabled` of `false` is refused.',
    ['createPayin', 'threeDsEnabledBoolean'],
    () => where('channel_extra.three_ds.enabled', (value) => value === true, 'true'),
    { must: ['PAYIN-CARD-011'], may: whereValidPayinsAreRefused },
  ),
  plant(
    'card-three-ds-crash',
    'A `three_ds.enabled` of another type is an internal error.',
    ['createPayin', 'threeDsEnabledBoolean'],
    crashes,
    { must: ['PAYIN-CARD-012'], may: whereMistakesAreErrors },
  ),
];

const secretFaults: readonly Fault[] = [
  plant(
    'card-session-without-credentials',
    'The answer in payment-session mode has neither token nor secret.',
    ['payinOrders', 'hasSession'],
    () => () => false,
    { must: ['PAYIN-CARD-014'] },
  ),
  plant(
    'card-session-without-secret',
    'The answer in payment-session mode has no secret.',
    ['payinOrders', 'created'],
    (original) => (order, url) => {
      const { payment_session_secret: _secret, ...rest } = original(order, url) as Record<string, unknown>;
      return rest;
    },
    { must: ['PAYIN-CARD-014'] },
  ),
  plant(
    'card-number-in-description',
    'The card number is kept as the description of the order.',
    ['payinOrders', 'fromRequest'],
    (original) => (body, createdAt) => {
      const order = original(body, createdAt);
      return { ...order, description: textAt(body, 'channel_extra.card_data.number') ?? order.description };
    },
    { must: ['PAYIN-CARD-015'] },
  ),
];

/** Planted defects in card payments. */
export const cardFaults: readonly Fault[] = [...requestFaults, ...threeDsFaults, ...secretFaults];
