import * as fc from 'fast-check';
import { placeholderId } from '../../../generators/lesspay/ids.js';
import { text } from '../../../generators/lesspay/text.js';
import { type Change, setTo, twin } from '../../../generators/lesspay/twin.js';
import { lengths } from '../../../protocols/lesspay/limits.js';
import type { CreatePayinRequest } from '../../../schemas/lesspay/messages.generated.js';
import type { LesspayScenario } from '../scenario.js';
import { acceptance } from '../steps/acceptance.js';
import { bySituation } from '../steps/by-situation.js';
import { claimedPayin, claimsPayin } from '../steps/claimed-payins.js';
import { leftOpen } from '../steps/left-open.js';
import { payinRefusal } from './payin-refusal.js';

type Member = keyof CreatePayinRequest;

/** A pay-in with members of a documented extreme: it is accepted. */
const atTheLimit = (
  id: string,
  title: string,
  values: Readonly<Record<string, { readonly name: Member; readonly value: fc.Arbitrary<unknown> }>>,
): LesspayScenario =>
  acceptance({
    id,
    title,
    operation: 'createPayin',
    cases: Object.keys(values),
    claimed: claimsPayin,
    given(profile, situation) {
      const { name, value } = bySituation(values, situation);
      return fc.tuple(claimedPayin(profile), value).map(([message, drawn]) => ({ ...message, [name]: drawn }));
    },
  });

/** A text of exactly this many characters, each of one UTF-16 unit, so that its length is beyond doubt. */
const exactly = (length: number): fc.Arbitrary<string> =>
  text({ min: length, max: length, classes: ['ascii', 'latin', 'cjk'] });

/** A URL of exactly this many characters. */
const urlOf = (length: number): fc.Arbitrary<string> =>
  fc
    .constantFrom('https://shop.example.com/', 'http://pay.example.org:8443/')
    .map((start) => start.padEnd(length, 'p'));

const over = (name: Member, value: fc.Arbitrary<string>): Change => setTo(name, value);

/** PAYIN-CREATE-024: a `request_id` of 20 characters is accepted (demo client). */
export const idOfTwenty = atTheLimit('PAYIN-CREATE-024', 'A pay-in `request_id` of 20 characters is accepted.', {
  default: { name: 'request_id', value: placeholderId(lengths.payinRequestId.max) },
});

/** PAYIN-CREATE-025: whether a `request_id` of 21 to 64 characters is accepted is reported (demo client; S003). */
export const idBetween = leftOpen({
  id: 'PAYIN-CREATE-025',
  title: 'A pay-in `request_id` of 21 to 64 characters is accepted or refused.',
  operation: 'createPayin',
  claimed: claimsPayin,
  given: (profile, situation) =>
    twin(
      claimedPayin(profile),
      bySituation(
        {
          '21 characters': setTo('request_id', placeholderId(lengths.payinRequestId.max + 1)),
          '64 characters': setTo('request_id', placeholderId(lengths.payoutRequestId.max)),
        },
        situation,
      ),
    ),
});

/** PAYIN-CREATE-026: a `request_id` of more than 64 characters is refused (demo client; S003). */
export const idTooLong = payinRefusal({
  id: 'PAYIN-CREATE-026',
  title: 'A pay-in `request_id` of more than 64 characters is refused.',
  changes: { default: setTo('request_id', placeholderId({ min: lengths.payoutRequestId.max + 1, max: 128 })) },
});

/** PAYIN-CREATE-027: a `product_name` may have 30 characters (demo client). */
export const longestName = atTheLimit('PAYIN-CREATE-027', 'A `product_name` of 30 characters is accepted.', {
  '30 characters': { name: 'product_name', value: exactly(lengths.payinProductName.max) },
});

/** PAYIN-CREATE-027: a `product_name` of 31 characters is refused (demo client). */
export const nameTooLong = payinRefusal({
  id: 'PAYIN-CREATE-027',
  suffix: 'over',
  title: 'A `product_name` of 31 characters is refused.',
  changes: { '31 characters': over('product_name', exactly(lengths.payinProductName.max + 1)) },
});

/** PAYIN-CREATE-028: a `description` may have 50 characters (demo client). */
export const longestDescription = atTheLimit('PAYIN-CREATE-028', 'A `description` of 50 characters is accepted.', {
  '50 characters': { name: 'description', value: exactly(lengths.payinDescription.max) },
});

/** PAYIN-CREATE-028: a `description` of 51 characters is refused (demo client). */
export const descriptionTooLong = payinRefusal({
  id: 'PAYIN-CREATE-028',
  suffix: 'over',
  title: 'A `description` of 51 characters is refused.',
  changes: { '51 characters': over('description', exactly(lengths.payinDescription.max + 1)) },
});

/** PAYIN-CREATE-029: `success_url` and `fail_url` may have 255 characters (demo client). */
export const longestUrls = atTheLimit('PAYIN-CREATE-029', 'A redirect URL of 255 characters is accepted.', {
  'success_url, 255 characters': { name: 'success_url', value: urlOf(lengths.payinRedirectUrl.max) },
  'fail_url, 255 characters': { name: 'fail_url', value: urlOf(lengths.payinRedirectUrl.max) },
});

/** PAYIN-CREATE-029: a `success_url` or `fail_url` of 256 characters is refused (demo client). */
export const urlTooLong = payinRefusal({
  id: 'PAYIN-CREATE-029',
  suffix: 'over',
  title: 'A redirect URL of 256 characters is refused.',
  changes: {
    'success_url, 256 characters': over('success_url', urlOf(lengths.payinRedirectUrl.max + 1)),
    'fail_url, 256 characters': over('fail_url', urlOf(lengths.payinRedirectUrl.max + 1)),
  },
});

/** PAYIN-CREATE-030: an `expired_time` of a positive integer is accepted (demo client). */
export const expiry = atTheLimit('PAYIN-CREATE-030', 'An `expired_time` of 1800 seconds is accepted.', {
  1800: { name: 'expired_time', value: fc.constant(1800) },
});

/** PAYIN-CREATE-030: an `expired_time` that is not a positive integer is refused (demo client). */
export const expiryNotPositive = payinRefusal({
  id: 'PAYIN-CREATE-030',
  suffix: 'not-positive',
  title: 'An `expired_time` that is not a positive integer is refused.',
  changes: {
    0: setTo('expired_time', 0),
    '-1': setTo('expired_time', -1),
    text: setTo('expired_time', 'x'),
  },
});

/** The limits of a pay-in's members. */
export const limitScenarios: readonly LesspayScenario[] = [
  idOfTwenty,
  idBetween,
  idTooLong,
  longestName,
  nameTooLong,
  longestDescription,
  descriptionTooLong,
  longestUrls,
  urlTooLong,
  expiry,
  expiryNotPositive,
];
