import type { CodePattern, Condition, Outcome, ResponsePattern, StatusRange } from '../outcome.js';

const exactly = (...statuses: number[]): StatusRange[] => statuses.map((status) => ({ from: status, to: status }));
const oneOf = (...codes: number[]): CodePattern => ({ kind: 'oneOf', codes });
const noneOf = (...codes: number[]): CodePattern => ({ kind: 'noneOf', codes });
const noEnvelope: CodePattern = { kind: 'none' };
const answer = (status: StatusRange[], code: CodePattern, msg?: string): ResponsePattern =>
  msg === undefined ? { status, code, conditions: [] } : { status, code, msg, conditions: [] };

const outcome = (
  name: string,
  strict: ResponsePattern[],
  tolerant: ResponsePattern[],
  conditions: Condition[],
): Outcome => {
  const conditional = (pattern: ResponsePattern): ResponsePattern => ({ ...pattern, conditions });
  return { name, strict: strict.map(conditional), tolerant: [...strict, ...tolerant].map(conditional) };
};

/** Success: code 0. Strict 200, tolerant any 2xx (seeds 000, 001, 003 section 1.7). */
export const OK = outcome(
  'OK',
  [answer(exactly(200), oneOf(0))],
  [answer([{ from: 200, to: 299 }], oneOf(0))],
  ['dataPresent'],
);

/** A pay-in parameter error (seed 001, code 11). */
export const PI_PARAM = outcome(
  'PI-PARAM',
  [answer(exactly(200, 400), oneOf(11))],
  [answer(exactly(200, 400), oneOf(5000, 9999)), answer(exactly(400), noEnvelope)],
  ['noOrderCreated'],
);

/** Refused pay-in credentials (docs page P-AUTH; seed 001, HTTP 401). Pay-in has no business code for it. */
export const PI_AUTH = outcome(
  'PI-AUTH',
  [answer(exactly(401), noneOf(0))],
  [answer(exactly(200, 400, 403), noneOf(0)), answer(exactly(400, 401, 403), noEnvelope)],
  ['noOrderCreated'],
);

/** A `request_id` that is in use (seed 001, code 1201). */
export const PI_DUP = outcome(
  'PI-DUP',
  [answer(exactly(200, 400), oneOf(1201))],
  [answer(exactly(200, 400), oneOf(5000, 9999))],
  ['noSecondOrder'],
);

/** An unknown pay-in order (seed 001, codes 1202 and 5003, message 2 of Fetch Payin). */
export const PI_NOTFOUND = outcome(
  'PI-NOTFOUND',
  [answer(exactly(200, 400, 404), oneOf(1202))],
  [
    answer(exactly(200, 400, 404), oneOf(5003, 11, 9999)),
    answer(exactly(200, 400, 404), noneOf(0), 'Order does not exist'),
    answer(exactly(404), noEnvelope),
  ],
  ['dataEmpty'],
);

/** A refused time window (seed 001, message 3 of Fetch Payin). */
export const PI_TIME = outcome(
  'PI-TIME',
  [answer(exactly(200, 400), oneOf(11), 'Request time error')],
  [answer(exactly(200, 400), oneOf(11, 5000, 9999)), answer(exactly(200, 400), noneOf(0), 'Request time error')],
  [],
);

/** A pay-in refused by a business rule (seed 001, code 5000). */
export const PI_BIZ = outcome(
  'PI-BIZ',
  [answer(exactly(200, 400), oneOf(5000))],
  [answer(exactly(200, 400), oneOf(11, 9999))],
  ['noOrderCreated'],
);

/** A payout parameter error (seed 000, code 30000); the other validation codes are as good. */
export const PO_PARAM = outcome(
  'PO-PARAM',
  [answer(exactly(200, 400), oneOf(30000))],
  [answer(exactly(200, 400), oneOf(30002, 30004, 30005, 30006, 30009)), answer(exactly(400), noEnvelope)],
  ['noOrderCreated'],
);

/** Refused payout credentials (seed 000, codes 30050 and 30051, HTTP 401). */
export const PO_AUTH = outcome(
  'PO-AUTH',
  [answer(exactly(401), oneOf(30050, 30051))],
  [answer(exactly(200, 400, 401, 403), noneOf(0)), answer(exactly(400, 401, 403), noEnvelope)],
  ['noOrderCreated'],
);

/**
 * A payout refused with business code `code` (seed 000). Also accepted: the general 30000, HTTP 404 for the two not-found codes,
 * HTTP 403 for the codes about what an application may do.
 */
export function PO(code: number): Outcome {
  const notFound = code === 30020 || code === 30021;
  const forbidden = code === 30033 || (code >= 30040 && code <= 30043);
  const statuses = exactly(200, 400, ...(notFound ? [404] : []), ...(forbidden ? [403] : []));
  return outcome(
    `PO(${code})`,
    [answer(statuses, oneOf(code))],
    [answer(statuses, oneOf(30000)), ...(notFound ? [answer(exactly(404), noEnvelope)] : [])],
    [code === 30010 || code === 30011 ? 'noSecondOrder' : notFound ? 'dataEmpty' : 'noOrderCreated'],
  );
}

/** A client's mistake is answered below 500 (seeds 000 and 001, class text). */
export const NOT_5XX = outcome(
  'NOT-5XX',
  [answer([{ from: 100, to: 499 }], { kind: 'any' }), answer([{ from: 100, to: 499 }], noEnvelope)],
  [],
  [],
);

/** The signature was accepted; any other error is allowed. */
export const NOT_AUTH = outcome(
  'NOT-AUTH',
  [
    answer(
      [
        { from: 100, to: 400 },
        { from: 402, to: 402 },
        { from: 404, to: 599 },
      ],
      noneOf(30050, 30051, 30052, 30053),
    ),
    answer(
      [
        { from: 100, to: 400 },
        { from: 402, to: 402 },
        { from: 404, to: 599 },
      ],
      noEnvelope,
    ),
  ],
  [],
  ['notTheAnswerToAWrongSignature'],
);

/** The identical repeat is answered with the first order (seed 003: unique per APPID; the documents do not forbid it). */
export const SAME_ORDER = outcome(
  'SAME-ORDER',
  [answer(exactly(200), oneOf(0))],
  [answer([{ from: 200, to: 299 }], oneOf(0))],
  ['sameOrder'],
);

/** Any non-zero business code of the product, or HTTP 400 without an envelope: an error that the documents give no code for. */
export const anyError = (...codes: number[]): Outcome =>
  outcome('error', [answer(exactly(200, 400), oneOf(...codes))], [answer(exactly(400), noEnvelope)], []);

/** One of these business codes and nothing else, for rules that name the codes of a refusal themselves. */
export const refusedWith = (...codes: number[]): Outcome =>
  outcome(`code ${codes.join(' or ')}`, [answer(exactly(200, 400), oneOf(...codes))], [], []);

/** Any refusal below 500: a non-zero business code, or a 4xx without an envelope. For rules that only tell success from failure. */
export const REFUSAL = outcome(
  'refusal',
  [answer([{ from: 200, to: 499 }], noneOf(0)), answer([{ from: 400, to: 499 }], noEnvelope)],
  [],
  [],
);

/** HTTP 403: the credentials have no access (seeds 000 and 001, HTTP tables). `condition`: what must hold besides. */
export const forbidden = (condition: Condition): Outcome =>
  outcome('HTTP 403', [answer(exactly(403), noneOf(0)), answer(exactly(403), noEnvelope)], [], [condition]);

/** Success with nothing in it: an empty list in place of a refusal. */
export const EMPTY_LIST = outcome(
  'OK with an empty list',
  [answer(exactly(200), oneOf(0))],
  [answer([{ from: 200, to: 299 }], oneOf(0))],
  ['dataEmpty'],
);

/** Accepts either outcome without a remark: the documents leave the choice open. */
export function either(...choices: readonly [Outcome, ...Outcome[]]): Outcome {
  return {
    name: choices.map((choice) => choice.name).join(' or '),
    strict: choices.flatMap((choice) => choice.strict),
    tolerant: choices.flatMap((choice) => choice.tolerant),
  };
}

/** Accepts `widened` too, with a remark: the documents expect `expected`. */
export function tolerating(expected: Outcome, ...widened: readonly Outcome[]): Outcome {
  return {
    name: `${expected.name} (tolerant: ${widened.map((choice) => choice.name).join(', ')})`,
    strict: expected.strict,
    tolerant: [...expected.tolerant, ...widened.flatMap((choice) => choice.tolerant)],
  };
}

/** Accepts further business codes, with a remark, on the statuses that the outcome accepts anyway. */
export function toleratingCodes(expected: Outcome, ...codes: readonly number[]): Outcome {
  return {
    ...expected,
    name: `${expected.name} (tolerant: ${codes.join(', ')})`,
    tolerant: [
      ...expected.tolerant,
      {
        status: expected.strict.flatMap((strict) => strict.status),
        code: oneOf(...codes),
        conditions: [...new Set(expected.strict.flatMap((strict) => strict.conditions))],
      },
    ],
  };
}

/** An outcome for the few rules whose statuses are spelled out in the rule itself. `tolerant` adds to `strict`. */
export function answered(
  name: string,
  patterns: { strict: ResponsePattern[]; tolerant?: ResponsePattern[] },
  conditions: Condition[] = [],
): Outcome {
  return outcome(name, patterns.strict, patterns.tolerant ?? [], conditions);
}

/** Building blocks for `answered`. */
export const pattern = { answer, exactly, oneOf, noneOf, noEnvelope };
