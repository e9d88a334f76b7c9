import { readAmount } from '../../../protocols/amount.js';
import { findCurrency } from '../../../protocols/lesspay/currencies.js';
import { payinWays, payoutWays, wayTypes } from '../../../protocols/lesspay/ways.js';
import { type ApplicationSettings, applicationStatuses, type Failure, failures } from '../core/application.js';
import { isJsonObject, type JsonObject } from '../core/json.js';

/** A control request that is not understood. */
export class ControlInputError extends Error {
  override readonly name = 'ControlInputError';
  readonly code = 'INVALID_INPUT';
}

/** Reads one member. @throws ControlInputError */
export type Reader<T> = (value: unknown, name: string) => T;

const refuse = (name: string, value: unknown, expected: string): never => {
  const received = JSON.stringify(value) ?? 'nothing';
  throw new ControlInputError(`${name}: received ${received.slice(0, 80)}, expected ${expected}.`);
};

/** The object with exactly the members that `readers` name; those that are missing stay missing. @throws ControlInputError */
export function readObject<Shape extends object>(
  value: unknown,
  name: string,
  readers: { readonly [K in keyof Shape]-?: Reader<NonNullable<Shape[K]> | Extract<Shape[K], null>> },
): Partial<Shape> {
  const object = isJsonObject(value) ? value : refuse(name, value, 'an object');
  const known = Object.keys(readers);
  for (const member of Object.keys(object)) {
    if (!known.includes(member)) refuse(`${name}.${member}`, object[member], `one of the members ${known.join(', ')}`);
  }
  const shape: Partial<Shape> = {};
  for (const member of known as (keyof Shape & string)[]) {
    if (Object.hasOwn(object, member)) shape[member] = readers[member](object[member], `${name}.${member}`);
  }
  return shape;
}

/** The value of a member that has to be there. @throws ControlInputError */
export function required<T>(value: T | undefined, name: string): T {
  return value === undefined ? refuse(name, undefined, 'a value') : value;
}

/** Text of at least one character. */
export const textReader: Reader<string> = (value, name) =>
  typeof value === 'string' && value !== '' ? value : refuse(name, value, 'text');

/** Any JSON object. */
export const objectReader: Reader<JsonObject> = (value, name) =>
  isJsonObject(value) ? value : refuse(name, value, 'an object');

/** An integer of at least `least`. */
export const integerReader =
  (least: number, most = Number.MAX_SAFE_INTEGER): Reader<number> =>
  (value, name) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most
      ? value
      : refuse(name, value, `an integer from ${least} to ${most}`);

/** One of the values. */
export const choiceReader =
  <T extends string>(choices: readonly T[]): Reader<T> =>
  (value, name) =>
    choices.find((choice) => choice === value) ?? refuse(name, value, `one of ${choices.join(', ')}`);

/** A list of values, each read by `reader`. */
export const listReader =
  <T>(reader: Reader<T>): Reader<readonly T[]> =>
  (value, name) =>
    Array.isArray(value)
      ? value.map((element: unknown, index) => reader(element, `${name}[${index}]`))
      : refuse(name, value, 'an array');

const amountReader: Reader<string> = (value, name) =>
  typeof value === 'string' && readAmount(value) !== null
    ? value
    : refuse(name, value, 'decimal text such as "100.00"');

const urlOrNull: Reader<string | null> = (value, name) => {
  if (value === null) return null;
  const isUrl = typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value);
  return isUrl ? value : refuse(name, value, 'an absolute http or https URL, or null');
};

const balanceReader: Reader<Readonly<Record<string, string>>> = (value, name) => {
  const balance = objectReader(value, name);
  return Object.fromEntries(
    Object.entries(balance).map(([currency, amount]) => {
      if (findCurrency(currency) === undefined) refuse(`${name}.${currency}`, amount, 'a known currency as the name');
      return [currency, amountReader(amount, `${name}.${currency}`)];
    }),
  );
};

const channels = [...payinWays, ...payoutWays].map((way) => way.wayCode);
const methods = wayTypes.map((way) => way.value);

/** The settings of an application in a control request. @throws ControlInputError */
export function readSettings(value: unknown): ApplicationSettings {
  const settings = readObject<SettingsInput>(value, 'body', {
    status: choiceReader(applicationStatuses),
    products: listReader(choiceReader(['payin', 'payout'])),
    channels: listReader(choiceReader(channels)),
    way_types: listReader(choiceReader(methods)),
    default_notify_url: urlOrNull,
    limits: (limits, name) =>
      readObject<NonNullable<ApplicationSettings['limits']>>(limits, name, {
        minimum: amountReader,
        single_maximum: amountReader,
        daily_maximum: amountReader,
        maximum_details: integerReader(1),
      }),
    balance: balanceReader,
    failure: choiceReader(failures),
  });
  const { way_types: wayTypesInput, default_notify_url: defaultNotifyUrl, ...others } = settings;
  return {
    ...others,
    ...(wayTypesInput === undefined ? {} : { wayTypes: wayTypesInput }),
    ...(defaultNotifyUrl === undefined ? {} : { defaultNotifyUrl }),
  };
}

interface SettingsInput {
  readonly status: NonNullable<ApplicationSettings['status']>;
  readonly products: NonNullable<ApplicationSettings['products']>;
  readonly channels: readonly string[];
  readonly way_types: readonly string[];
  readonly default_notify_url: string | null;
  readonly limits: NonNullable<ApplicationSettings['limits']>;
  readonly balance: Readonly<Record<string, string>>;
  readonly failure: Failure;
}
