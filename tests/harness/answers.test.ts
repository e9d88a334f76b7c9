import { describe, expect, test } from 'vitest';
import { answers, describeOutcome, matchOutcome, noVerdictFrom } from '../../harness/answers.js';
import { BUDGET_SPENT } from '../../harness/budget.js';
import { met, sumUp, violated } from '../../harness/check.js';
import { CAP_AMOUNT, CAP_ORDERS } from '../../harness/governor.js';
import { Masker } from '../../harness/masking.js';
import { Recorder } from '../../harness/recorder.js';
import type { WireResult } from '../../harness/transport.js';
import * as outcomes from '../../protocols/lesspay/outcomes.js';
import type { Outcome } from '../../protocols/outcome.js';

/** An answer in short: `200/11`, `400/-` without an envelope, `200/11 Request time error` with a message. */
type Short = string;

function recorded(answer: WireResult) {
  const recorder = new Recorder(new Masker({ requests: [], answers: [] }));
  return recorder.record(
    {
      kind: 'request',
      operation: 'createPayout',
      application: 'first',
      startedAt: 0,
      durationMs: 1,
      method: 'POST',
      url: 'http://target/',
      request: { headers: {}, body: '{}' },
      answer,
    },
    recorder.openScope(),
  );
}

const answered = (status: number, body: string) =>
  recorded({ kind: 'answer', status, headers: {}, body, bytes: body.length, truncated: false });

const failed = (code: string) => recorded({ kind: 'failure', code, message: 'for a reason' });

function exchangeOf(short: Short) {
  const [, status, code, msg] = /^(\d+)\/(-|\d+)(?: (.+))?$/.exec(short) ?? [];
  if (status === undefined || code === undefined) throw new Error(`not a short answer: ${short}`);
  const body = code === '-' ? '<html>' : JSON.stringify({ code: Number(code), ...(msg === undefined ? {} : { msg }) });
  return answered(Number(status), body);
}

const { OK, PO } = outcomes;

/** For each macro: what it expects, what it accepts besides, and what it refuses (protocol reference, Annex A). */
const table: readonly [Outcome, strict: Short[], tolerant: Short[], refused: Short[]][] = [
  [OK, ['200/0'], ['201/0', '299/0'], ['200/-', '200/1', '300/0', '400/0', '500/0']],
  [
    outcomes.PI_PARAM,
    ['200/11', '400/11'],
    ['200/5000', '400/9999', '400/-'],
    ['200/0', '200/-', '401/11', '500/11', '200/12', '422/-'],
  ],
  [
    outcomes.PI_AUTH,
    ['401/1', '401/30050'],
    ['200/11', '400/1', '403/1', '401/-', '403/-', '400/-'],
    ['401/0', '200/0', '200/-', '404/-', '500/-'],
  ],
  [outcomes.PI_DUP, ['200/1201', '400/1201'], ['200/5000', '400/9999'], ['200/0', '409/1201', '400/-', '200/11']],
  [
    outcomes.PI_NOTFOUND,
    ['200/1202', '400/1202', '404/1202'],
    ['200/5003', '404/11', '400/9999', '404/-', '200/77 Order does not exist', '404/1  ORDER DOES NOT EXIST '],
    ['200/0', '200/0 Order does not exist', '200/-', '400/-', '200/77', '500/1202'],
  ],
  [
    outcomes.PI_TIME,
    ['200/11 Request time error', '400/11 request TIME error'],
    ['200/11', '400/5000', '200/9999', '200/7 Request time error'],
    ['200/0 Request time error', '200/7', '400/-', '500/11'],
  ],
  [outcomes.PI_BIZ, ['200/5000', '400/5000'], ['200/11', '400/9999'], ['200/0', '400/-', '200/1201', '500/5000']],
  [
    outcomes.PO_PARAM,
    ['200/30000', '400/30000'],
    ['200/30002', '400/30004', '200/30005', '200/30006', '200/30009', '400/-'],
    ['200/0', '200/-', '200/30003', '200/30050', '422/30000', '500/30000'],
  ],
  [
    outcomes.PO_AUTH,
    ['401/30050', '401/30051'],
    ['200/30050', '400/1', '403/30051', '401/1', '401/-', '403/-', '400/-'],
    ['200/0', '401/0', '200/-', '404/30050', '500/30050'],
  ],
  [
    PO(30002),
    ['200/30002', '400/30002'],
    ['200/30000', '400/30000'],
    ['200/0', '404/30002', '403/30002', '200/30004', '400/-'],
  ],
  [PO(30010), ['200/30010', '400/30010'], ['200/30000'], ['200/0', '409/30010', '400/-']],
  [
    PO(30020),
    ['200/30020', '400/30020', '404/30020'],
    ['200/30000', '404/30000', '404/-'],
    ['200/0', '400/-', '200/30021', '403/30020'],
  ],
  [PO(30021), ['404/30021'], ['404/-'], ['200/0', '200/30020']],
  [PO(30033), ['200/30033', '400/30033', '403/30033'], ['403/30000'], ['403/-', '404/30033', '200/0']],
  [PO(30040), ['403/30040'], ['400/30000'], ['401/30040', '200/0']],
  [PO(30043), ['403/30043'], ['200/30000'], ['403/30044', '404/30043']],
  [PO(30044), ['200/30044'], ['400/30000'], ['403/30044']],
  [outcomes.NOT_5XX, ['200/0', '200/11', '400/-', '499/1', '302/-'], [], ['500/1', '500/-', '502/0', '504/-']],
  [
    outcomes.NOT_AUTH,
    ['200/0', '400/11', '404/-', '402/1', '500/1', '200/-'],
    [],
    ['401/1', '403/1', '401/-', '403/-', '200/30050', '400/30051', '200/30052', '200/30053'],
  ],
  [outcomes.SAME_ORDER, ['200/0'], ['202/0'], ['200/1', '409/0', '200/-']],
  [outcomes.anyError(11, 5000), ['200/11', '400/5000'], ['400/-'], ['200/0', '200/12', '200/-', '500/11']],
  [outcomes.refusedWith(30002, 30005), ['200/30002', '400/30005'], [], ['200/30000', '400/-', '200/0', '404/30002']],
  [
    outcomes.REFUSAL,
    ['200/1', '400/30000', '404/-', '499/-'],
    [],
    ['200/0', '400/0', '200/-', '302/-', '500/1', '500/-'],
  ],
  [outcomes.forbidden('noOrderCreated'), ['403/1', '403/-'], [], ['403/0', '401/1', '200/1', '404/-']],
  [outcomes.EMPTY_LIST, ['200/0'], ['204/0'], ['200/1', '404/-']],
  [outcomes.either(outcomes.PI_PARAM, OK), ['200/11', '200/0'], ['400/-', '201/0'], ['500/0', '200/12', '200/-']],
  [outcomes.tolerating(PO(30002), OK), ['200/30002'], ['200/0', '201/0', '200/30000'], ['200/30004', '500/0']],
  [
    outcomes.toleratingCodes(outcomes.PI_BIZ, 1202),
    ['200/5000'],
    ['200/1202', '400/1202', '200/11'],
    ['404/1202', '200/1203'],
  ],
  [
    outcomes.answered('gone', {
      strict: [outcomes.pattern.answer(outcomes.pattern.exactly(410), outcomes.pattern.noEnvelope)],
    }),
    ['410/-'],
    [],
    ['410/0', '404/-'],
  ],
];

describe.each(table.map(([outcome, ...rest]) => [outcome.name, outcome, ...rest] as const))(
  '%s',
  (_name, outcome, strict, tolerant, refused) => {
    const kindOf = (short: Short): string => {
      const found = matchOutcome(exchangeOf(short), outcome);
      return found.strict.length > 0 ? 'strict' : found.tolerant.length > 0 ? 'tolerant' : 'refused';
    };
    const verdictOf = (short: Short): string => {
      const judgement = sumUp(answers(exchangeOf(short), outcome, () => [met]));
      return judgement.verdict === 'pass' && judgement.remarks.length > 0 ? 'pass with a remark' : judgement.verdict;
    };

    test.each(strict)('expects %s', (short) => {
      expect([kindOf(short), verdictOf(short)]).toEqual(['strict', 'pass']);
    });
    if (tolerant.length > 0) {
      test.each(tolerant)('accepts %s with a remark', (short) => {
        expect([kindOf(short), verdictOf(short)]).toEqual(['tolerant', 'pass with a remark']);
      });
    }
    test.each(refused)('refuses %s', (short) => {
      expect([kindOf(short), verdictOf(short)]).toEqual(['refused', 'fail']);
    });
  },
);

test('the table knows every outcome of the protocol', () => {
  const known = new Set(table.map(([outcome]) => outcome));
  const constants = Object.entries(outcomes).filter(([, value]) => typeof value === 'object' && 'strict' in value);
  expect(constants.filter(([, value]) => !known.has(value as Outcome)).map(([name]) => name)).toEqual([]);
});

describe('conditions', () => {
  const broken = violated('no order', 'an order');

  test('of the pattern that fits must hold', () => {
    const asked: string[] = [];
    const checks = answers(exchangeOf('200/11'), outcomes.PI_PARAM, (condition) => {
      asked.push(condition);
      return [broken];
    });
    expect(new Set(asked)).toEqual(new Set(['noOrderCreated']));
    expect(sumUp(checks)).toEqual({ verdict: 'fail', violations: [broken] });
  });

  test('one of several patterns whose conditions hold is enough', () => {
    const choice = outcomes.either(OK, outcomes.EMPTY_LIST);
    const only = (wanted: string) =>
      sumUp(answers(exchangeOf('200/0'), choice, (condition) => [condition === wanted ? met : broken])).verdict;
    expect([only('dataPresent'), only('dataEmpty'), only('sameOrder')]).toEqual(['pass', 'pass', 'fail']);
  });

  test('are not asked where nothing fits', () => {
    const checks = answers(exchangeOf('500/1'), OK, () => {
      throw new Error('asked');
    });
    expect(checks).toMatchObject([
      {
        kind: 'violated',
        expected: expect.stringContaining('OK: HTTP 200 with code 0'),
        received: 'HTTP 500, code 1 ""',
        exchange: 'x1',
      },
    ]);
  });
});

describe('exchanges without a verdict', () => {
  test.each([
    [failed('TIMEOUT'), 'noAnswer'],
    [failed(BUDGET_SPENT), 'budgetSpent'],
    [failed(CAP_ORDERS), 'capOrders'],
    [failed(CAP_AMOUNT), 'capAmount'],
    [answered(429, '{"code":1}'), 'rateLimited'],
    [answered(503, ''), 'unavailable'],
  ])('%#: %s', (exchange, code) => {
    expect(noVerdictFrom(exchange)).toMatchObject({ kind: 'unmet', code });
    expect(sumUp(answers(exchange, outcomes.NOT_5XX))).toMatchObject({ verdict: 'inconclusive', code });
  });

  test('any other answer has one', () => {
    expect(noVerdictFrom(answered(500, ''))).toBeNull();
    expect(matchOutcome(failed('TIMEOUT'), outcomes.NOT_5XX)).toEqual({ strict: [], tolerant: [] });
  });
});

test.each(['[]', 'null', '"0"', '{"code":"0"}', '{"code":0.5}', '{"code":null}', '{}', '', '{"__proto__":{"code":0}}'])(
  '%s has no envelope',
  (body) => {
    expect(matchOutcome(answered(200, body), OK)).toEqual({ strict: [], tolerant: [] });
    expect(matchOutcome(answered(404, body), outcomes.REFUSAL).strict).toHaveLength(1);
  },
);

test('what an outcome expects, in words', () => {
  expect(describeOutcome(PO(30002))).toBe('PO(30002): HTTP 200/400 with code 30002');
  expect(describeOutcome(outcomes.PI_TIME)).toBe('PI-TIME: HTTP 200/400 with code 11 and msg "Request time error"');
  expect(describeOutcome(outcomes.PO_AUTH)).toBe('PO-AUTH: HTTP 401 with code 30050 or 30051');
  expect(describeOutcome(outcomes.NOT_5XX)).toBe(
    'NOT-5XX: HTTP 100–499 with any code, or HTTP 100–499 with no envelope',
  );
  expect(describeOutcome(outcomes.refusedWith(1, 2))).toBe('code 1 or 2: HTTP 200/400 with code 1 or 2');
  expect(describeOutcome(outcomes.PI_AUTH)).toBe('PI-AUTH: HTTP 401 with a code other than 0');
  expect(describeOutcome(outcomes.either(OK, OK))).toBe('OK or OK: HTTP 200 with code 0');
});

test('an answer that meets its conditions counts before one that does not', () => {
  const broken = violated('no order', 'an order');
  const tolerated = outcomes.tolerating(outcomes.EMPTY_LIST, OK);
  const checks = answers(exchangeOf('200/0'), tolerated, (condition) => [condition === 'dataPresent' ? met : broken]);
  expect(checks).toMatchObject([{ kind: 'met', remark: expect.stringContaining('Accepted') }, { kind: 'met' }]);
});

test('a request without an answer is described by its operation, or its method', () => {
  const message = (exchange: ReturnType<typeof failed>) => noVerdictFrom(exchange);
  expect(message(failed('TIMEOUT'))).toMatchObject({ message: 'createPayout: no answer (TIMEOUT: for a reason).' });
  expect(message({ ...failed('TIMEOUT'), operation: null })).toMatchObject({
    message: 'POST: no answer (TIMEOUT: for a reason).',
  });
});
