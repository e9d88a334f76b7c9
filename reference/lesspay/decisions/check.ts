import type { Amount } from '../../../protocols/amount.js';
import type { Application } from '../core/application.js';
import { at, isJsonObject, type JsonObject } from '../core/json.js';
import { type Violation, type ViolationName, violation } from '../core/violation.js';
import type { Syntax } from './syntax.js';

/** What a check may know besides the body that it looks at. */
export interface Situation {
  readonly syntax: Syntax;
  readonly application: Application;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The whole request, where the check looks at a part of it. */
  readonly request: JsonObject;
  /** Written before member names in messages: `payout_order_details[0].`. */
  readonly prefix: string;
  /** What the application has paid out in the currency today, this request not counted. */
  paidOutToday(currency: string): Amount;
  /** What is left of the application's funds in the currency. */
  available(currency: string): Amount;
}

/** One named rule about a body. Null when the body keeps it. */
export type Check = (body: JsonObject, situation: Situation) => Violation | null;

/** Checks in the order in which they are made; the first violation is answered. */
export type Checks<Name extends string = string> = Readonly<Record<Name, Check>>;

/** A check that finds nothing wrong. */
export const unchecked: Check = () => null;

/** The first violation that the checks find. */
export function firstViolation(checks: Checks, body: JsonObject, situation: Situation): Violation | null {
  for (const check of Object.values(checks)) {
    const found = check(body, situation);
    if (found !== null) return found;
  }
  return null;
}

/** The member was sent. */
export const present =
  (path: string): Check =>
  (body, { syntax, prefix }) =>
    syntax.countsAsAbsent(at(body, path)) ? violation('parameter', `${prefix}${path} is required`) : null;

/** The member was sent; empty text counts as sent, so that its format can be judged. */
export const valuePresent =
  (path: string): Check =>
  (body, { syntax, prefix }) =>
    syntax.countsAsAbsentValue(at(body, path)) ? violation('parameter', `${prefix}${path} is required`) : null;

/** If the member was sent, `test` holds. `expected` completes the sentence "… must be". */
export const where =
  (
    path: string,
    test: (value: unknown, situation: Situation) => boolean,
    expected: string,
    name: ViolationName = 'parameter',
  ): Check =>
  (body, situation) => {
    const value = at(body, path);
    if (situation.syntax.countsAsAbsent(value) || test(value, situation)) return null;
    return violation(name, `${situation.prefix}${path} must be ${expected}`);
  };

/** If the member was sent, it is text. */
export const text = (path: string): Check => where(path, (value) => typeof value === 'string', 'text');

/** If the member is text, it has at most `max` characters. */
export const notLonger = (path: string, max: number): Check =>
  where(
    path,
    (value, { syntax }) => typeof value !== 'string' || syntax.textLength(value) <= max,
    `at most ${max} characters long`,
  );

/** If the member was sent, it is an object. */
export const object = (path: string): Check => where(path, isJsonObject, 'an object');

/** If the member was sent, it is one of the values. */
export const oneOf = (path: string, values: readonly unknown[], name: ViolationName = 'parameter'): Check =>
  where(path, (value) => values.includes(value), `one of ${values.join(', ')}`, name);

/** If the member was sent, it is an absolute http or https URL. */
export const httpUrl = (path: string): Check =>
  where(path, (value, { syntax }) => syntax.isHttpUrl(value), 'an absolute http or https URL');

/** If the member was sent, empty text included, it is a positive amount. */
export const amount =
  (path: string, name: ViolationName = 'amountFormat'): Check =>
  (body, { syntax, prefix }) => {
    const value = at(body, path);
    if (syntax.countsAsAbsentValue(value) || syntax.isAmount(value)) return null;
    return violation(name, `${prefix}${path} must be a positive decimal number as text`);
  };

/** The check is made only when the condition holds. */
export const when =
  (condition: (body: JsonObject, situation: Situation) => boolean, check: Check): Check =>
  (body, situation) =>
    condition(body, situation) ? check(body, situation) : null;

/** The same check, answered as another violation. */
export const answeredAs =
  (name: ViolationName, check: Check): Check =>
  (body, situation) => {
    const found = check(body, situation);
    return found === null ? null : violation(name, found.msg);
  };

/** The platform itself does not fail (seeds 000 and 001, 500; seed 001, 10). */
export const platformWorks: Check = (_body, { application }) =>
  application.failure === 'internal' ? violation('internal', 'internal error') : null;
