import type { Fault } from '../bite.js';
import { member, textAt } from '../core/json.js';
import { violation } from '../core/violation.js';
import { type Check, notLonger, oneOf, unchecked, where } from '../decisions/check.js';
import { plantingIn } from './one-decision.js';
import { payinAnswerFaults } from './payin-answers.js';
import { whereMistakesAreErrors, whereValidPayinsAreRefused } from './payin-consequences.js';

const plant = plantingIn('PAYIN-CREATE');

/** The value that fits is an error of the platform instead of being judged by the original check. */
const crashes =
  (name: string, fits: (value: unknown) => boolean) =>
  (original: Check): Check =>
  (body, situation) =>
    fits(member(body, name)) ? violation('internal', `${name} cannot be read`) : original(body, situation);

/** Values that fit are taken as they are; the original check judges the others. */
const accepts =
  (name: string, fits: (value: unknown) => boolean) =>
  (original: Check): Check =>
  (body, situation) =>
    fits(member(body, name)) ? null : original(body, situation);

const not = () => unchecked;

const presenceFaults: readonly Fault[] = [
  plant(
    'payin-without-notify-url-crashes',
    'A pay-in without a `notify_url` is an error of the platform, although the application has a default.',
    ['createPayin', 'notifyUrlOrDefault'],
    crashes('notify_url', (url) => url === undefined),
    { must: ['PAYIN-CREATE-031'], may: ['ERR-001', 'ERR-002', 'WEBHOOK-006'] },
  ),
  plant(
    'payin-without-request-id',
    'A pay-in without a `request_id` is accepted.',
    ['createPayin', 'requestIdPresent'],
    not,
    {
      must: ['PAYIN-CREATE-004'],
    },
  ),
  plant('payin-without-amount', 'A pay-in without an amount is accepted.', ['createPayin', 'amountPresent'], not, {
    must: ['PAYIN-CREATE-005'],
  }),
  plant('payin-without-currency', 'A pay-in without a currency is accepted.', ['createPayin', 'currencyPresent'], not, {
    must: ['PAYIN-CREATE-006'],
  }),
  plant(
    'payin-without-transaction-type',
    'A pay-in without a `transaction_type` is accepted.',
    ['createPayin', 'transactionTypePresent'],
    not,
    { must: ['PAYIN-CREATE-007'] },
  ),
  plant(
    'payin-without-success-url',
    'A pay-in without a `success_url` is accepted.',
    ['createPayin', 'successUrlPresent'],
    not,
    {
      must: ['PAYIN-CREATE-009'],
    },
  ),
  plant(
    'payin-without-fail-url',
    'A pay-in without a `fail_url` is accepted.',
    ['createPayin', 'failUrlPresent'],
    not,
    {
      must: ['PAYIN-CREATE-010'],
    },
  ),
  plant(
    'payin-without-product-name',
    'A pay-in without a `product_name` is accepted.',
    ['createPayin', 'productNamePresent'],
    not,
    {
      must: ['PAYIN-CREATE-011'],
    },
  ),
  plant(
    'payin-without-description',
    'A pay-in without a `description` is accepted.',
    ['createPayin', 'descriptionPresent'],
    not,
    {
      must: ['PAYIN-CREATE-012'],
    },
  ),
];

const valueFaults: readonly Fault[] = [
  plant(
    'payin-of-any-transaction-type',
    'The value of `transaction_type` is not looked at.',
    ['createPayin', 'transactionTypeValue'],
    not,
    { must: ['PAYIN-CREATE-008'] },
  ),
  plant('payin-of-any-version', 'An unknown `api_version` is accepted.', ['createPayin', 'apiVersionValue'], not, {
    must: ['PAYIN-CREATE-013'],
  }),
  plant(
    'payin-of-other-access-types',
    'The numbers 0 and 3 are taken for values of `pay_access_type`.',
    ['createPayin', 'accessTypeValue'],
    () => oneOf('pay_access_type', [0, 1, 2, 3]),
    { must: ['PAYIN-CREATE-015'] },
  ),
  plant(
    'payin-access-type-as-object',
    'An object is taken for a `pay_access_type`.',
    ['createPayin', 'accessTypeValue'],
    accepts('pay_access_type', (value) => typeof value === 'object'),
    { must: ['PAYIN-CREATE-036'] },
  ),
  plant(
    'payin-access-type-crash',
    'A `pay_access_type` that is an object is an internal error.',
    ['createPayin', 'accessTypeValue'],
    crashes('pay_access_type', (value) => typeof value === 'object' && value !== null),
    { must: ['PAYIN-CREATE-036'], may: whereMistakesAreErrors },
  ),
  plant(
    'payin-request-id-as-list',
    'A `request_id` that is a list is accepted.',
    ['createPayin', 'requestIdText'],
    not,
    { must: ['PAYIN-CREATE-036'], may: ['WEBHOOK-053'] },
  ),
  plant(
    'payin-amount-of-letters',
    'Any text is taken for the amount of a pay-in.',
    ['createPayin', 'amountFormat'],
    not,
    { must: ['PAYIN-CREATE-016', 'PAYIN-CREATE-017'], may: ['AMT-002'] },
  ),
  plant(
    'payin-of-negative-amount',
    'A negative amount is accepted.',
    ['createPayin', 'amountFormat'],
    accepts('target_amount', (value) => typeof value === 'string' && /^-\d+(\.\d+)?$/.test(value)),
    { must: ['PAYIN-CREATE-016'], may: ['AMT-002'] },
  ),
  plant(
    'payin-of-nothing',
    'An amount of zero is accepted.',
    ['createPayin', 'amountFormat'],
    accepts('target_amount', (value) => typeof value === 'string' && /^0(\.0+)?$/.test(value)),
    { must: ['PAYIN-CREATE-017'], may: ['AMT-002'] },
  ),
  plant('payin-in-any-currency', 'A currency that does not exist is accepted.', ['createPayin', 'currencyKnown'], not, {
    must: ['PAYIN-CREATE-018'],
  }),
  plant('payin-expires-at-any-time', 'The `expired_time` is not looked at.', ['createPayin', 'expiredTimeValue'], not, {
    must: ['PAYIN-CREATE-030'],
  }),
  plant(
    'payin-channel-request-id-not-false',
    'The value `false` of `use_channel_request_id` is refused.',
    ['createPayin', 'useChannelRequestIdBoolean'],
    () => where('use_channel_request_id', (value) => value === true, 'true'),
    { must: ['PAYIN-CREATE-038'], may: whereValidPayinsAreRefused },
  ),
  plant(
    'payin-without-cashier-mode',
    'Cashier requests are refused.',
    ['createPayin', 'accessTypeValue'],
    () => oneOf('pay_access_type', [2]),
    { must: ['PAYIN-CREATE-001'], may: whereValidPayinsAreRefused },
  ),
];

const limitFaults: readonly Fault[] = [
  plant(
    'payin-request-id-of-nineteen',
    'A `request_id` of 20 characters is refused.',
    ['createPayin', 'requestIdLength'],
    () => notLonger('request_id', 19),
    { must: ['PAYIN-CREATE-024'], may: whereValidPayinsAreRefused },
  ),
  plant(
    'payin-request-id-of-any-length',
    'A `request_id` of any length is accepted.',
    ['createPayin', 'requestIdLength'],
    not,
    { must: ['PAYIN-CREATE-026'] },
  ),
  plant(
    'payin-name-of-twenty-nine',
    'A `product_name` of 30 characters is refused.',
    ['createPayin', 'productNameLength'],
    () => notLonger('product_name', 29),
    { must: ['PAYIN-CREATE-027'], may: whereValidPayinsAreRefused },
  ),
  plant(
    'payin-description-of-forty-nine',
    'A `description` of 50 characters is refused.',
    ['createPayin', 'descriptionLength'],
    () => notLonger('description', 49),
    { must: ['PAYIN-CREATE-028'], may: whereValidPayinsAreRefused },
  ),
  plant(
    'payin-success-url-of-254',
    'A `success_url` of 255 characters is refused.',
    ['createPayin', 'successUrlLength'],
    () => notLonger('success_url', 254),
    { must: ['PAYIN-CREATE-029'], may: whereValidPayinsAreRefused },
  ),
  plant(
    'payin-fail-url-of-254',
    'A `fail_url` of 255 characters is refused.',
    ['createPayin', 'failUrlLength'],
    () => notLonger('fail_url', 254),
    { must: ['PAYIN-CREATE-029'], may: whereValidPayinsAreRefused },
  ),
];

const isWechat = (value: unknown): boolean => value === 'WECHAT';

const wayFaults: readonly Fault[] = [
  plant(
    'payin-way-in-any-currency',
    'Whether the way supports the currency is not looked at.',
    ['createPayinRules', 'wayCodeFitsCurrency'],
    not,
    { must: ['PAYIN-CREATE-019'] },
  ),
  plant('payin-by-any-way', 'An unknown `way_code` is accepted.', ['createPayinRules', 'wayCodeKnown'], not, {
    must: ['PAYIN-CREATE-020'],
  }),
  plant(
    'payin-way-type-crash',
    'An unknown `way_type` is an internal error.',
    ['createPayin', 'wayTypeKnown'],
    (original) => (body, situation) =>
      original(body, situation) === null ? null : violation('internal', 'way_type has no handler'),
    { must: ['PAYIN-CREATE-021'], may: whereMistakesAreErrors },
  ),
  plant(
    'payin-wechat-crash',
    'The `way_type` `WECHAT`, which the list of way types omits, is an internal error.',
    ['createPayin', 'wayTypeKnown'],
    (original) => (body, situation) =>
      isWechat(member(body, 'way_type')) && textAt(body, 'way_code') === null
        ? violation('internal', 'way_type has no handler')
        : original(body, situation),
    { must: ['PAYIN-CREATE-022'], may: whereValidPayinsAreRefused },
  ),
  plant(
    'payin-way-of-another-type',
    'Whether `way_code` and `way_type` agree is not looked at.',
    ['createPayinRules', 'waysAgree'],
    not,
    { must: ['PAYIN-CREATE-023'] },
  ),
];

/** Planted defects in creating pay-ins. */
export const payinFaults: readonly Fault[] = [
  ...presenceFaults,
  ...valueFaults,
  ...limitFaults,
  ...wayFaults,
  ...payinAnswerFaults,
];
