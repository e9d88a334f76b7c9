import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Command, commandList } from '../../../../generators/lesspay/command-list.js';
import { type Check, sumUp } from '../../../../harness/check.js';
import type { Json } from '../../../../harness/exchange.js';
import { amountsAreKept } from '../../../../suites/lesspay/idem/history/amounts.js';
import { answersToRepeats } from '../../../../suites/lesspay/idem/history/answers.js';
import { ordersAreDistinct } from '../../../../suites/lesspay/idem/history/distinct.js';
import { oneOrderForEachId } from '../../../../suites/lesspay/idem/history/one-order.js';
import type { HistoryEvidence } from '../../../../suites/lesspay/idem/history/run-history.js';
import { statesFollowTheLifeCycle } from '../../../../suites/lesspay/idem/history/states.js';
import { answer } from '../answer.js';
import { type Chance, queryAnswer, record, simulated } from './simulated-history.js';

const calm: Chance = { turn: (_, index) => index, isLost: () => false, answersRepeats: false };

const judges: Readonly<Record<string, (evidence: HistoryEvidence) => Check[]>> = {
  'IDEM-001': answersToRepeats('IDEM-001', { content: 'identical' }),
  'IDEM-002': answersToRepeats('IDEM-002', { content: 'other' }),
  'IDEM-006': oneOrderForEachId,
  'AMT-007': amountsAreKept,
  'STATE-012': statesFollowTheLifeCycle,
  'FMT-014': ordersAreDistinct,
};

/** The requirements that a history violates. */
const violatedBy = (evidence: HistoryEvidence): string[] =>
  Object.entries(judges).flatMap(([id, judge]) => (sumUp(judge(evidence)).verdict === 'fail' ? [id] : []));

/** Every history begins with a create for the first id. */
const commands = commandList({
  ids: 3,
  contents: 2,
  longest: 20,
  listings: true,
  settleTo: ['SUCCEED', 'FAILED', 'PAID', 'REFUND'],
  opening: [{ idSlot: 0, contentSlot: 0 }],
});

/** Legal histories: whatever is sent, in whatever order it takes effect, and whichever answers are lost. */
const legal = fc
  .record({
    list: commands,
    turns: fc.array(fc.nat(), { minLength: 5, maxLength: 20 }),
    losses: fc.array(fc.nat({ max: 9 }), { minLength: 5, maxLength: 20 }),
    answersRepeats: fc.boolean(),
  })
  .map(({ list, turns, losses, answersRepeats }) =>
    simulated(list, {
      turn: (at, index) => turns[(at + index * 3) % turns.length] ?? 0,
      isLost: (at, index) => losses[(at * 2 + index) % losses.length] === 0,
      answersRepeats,
    }),
  );

/** Histories without lost answers: who made the order of an id is known, but for races. */
const answered = commands.map((list) => simulated(list, calm));

const pay = (idSlot: number, id: string, contentSlot = 0) => ({
  id,
  idSlot,
  contentSlot,
  status: 'PENDING_PAY' as const,
});

/** The history with the last look at the first id showing these records instead. */
function showing(evidence: HistoryEvidence, records: readonly Json[]): HistoryEvidence {
  return { ...evidence, after: [queryAnswer({ request_id: 'ID0' }, records), ...evidence.after.slice(1)] };
}

/** What the last look at the first id shows. */
function lastRecord(evidence: HistoryEvidence): Record<string, Json> {
  const body = JSON.parse(evidence.after[0]?.response?.body ?? '{}') as { data?: { records?: Record<string, Json>[] } };
  const found = body.data?.records?.[0];
  if (found === undefined) throw new Error('The first id has no order.');
  return found;
}

describe('the judges of a history', () => {
  test('accept whatever a platform answers that takes one create after the other', () => {
    fc.assert(
      fc.property(legal, (evidence) => {
        expect(violatedBy(evidence)).toEqual([]);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test('judge the same after the evidence was stored and read again', () => {
    fc.assert(
      fc.property(legal, (evidence) => {
        const stored = JSON.parse(JSON.stringify(evidence)) as HistoryEvidence;
        for (const judge of Object.values(judges)) expect(judge(stored)).toEqual(judge(evidence));
      }),
      { seed: 2, numRuns: 50 },
    );
  });

  test('never accept a second order', () => {
    fc.assert(
      fc.property(legal, (evidence) => {
        const second = { ...lastRecord(evidence), pay_order_id: 'P99' };
        expect(violatedBy(showing(evidence, [lastRecord(evidence), second]))).toContain('IDEM-006');
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  test('never accept that an order vanishes', () => {
    fc.assert(
      fc.property(answered, (evidence) => {
        expect(violatedBy(showing(evidence, []))).toContain('IDEM-006');
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  test('never accept an amount that nobody sent, and blame nothing else for it', () => {
    fc.assert(
      fc.property(legal, (evidence) => {
        const spoiled = { ...lastRecord(evidence), target_amount: '100.51' };
        expect(violatedBy(showing(evidence, [spoiled]))).toEqual(['AMT-007']);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  test('never accept an order that belongs to another id', () => {
    fc.assert(
      fc.property(legal, (evidence) => {
        const stolen = record(pay(1, String(lastRecord(evidence).pay_order_id)));
        const after = evidence.after.map((query, idSlot) =>
          idSlot === 1 ? queryAnswer({ request_id: 'ID1' }, [stolen]) : query,
        );
        expect(violatedBy({ ...evidence, after })).toContain('FMT-014');
      }),
      { seed: 6, numRuns: 200 },
    );
  });
});

const create: Command = { kind: 'create', idSlot: 0, contentSlot: 0 };
const conflict: Command = { kind: 'conflict', idSlot: 0, contentSlot: 1 };
const repeat: Command = { kind: 'repeat', idSlot: 0, contentSlot: 0 };
const query: Command = { kind: 'query', idSlot: 0, by: 'request_id' };
const race: Command = { kind: 'together', creates: [create, conflict] };
const settle = (to: string): Command => ({ kind: 'settle', idSlot: 0, to });

/** The content that the order of the first id is shown with, in a history that ends so. */
const contentShown = (list: readonly Command[], contentSlot: number) =>
  violatedBy(showing(simulated(list, calm), [record(pay(0, 'P1', contentSlot))]));

describe('IDEM-006 in a history', () => {
  test('the order has the content of the first create, not of the second', () => {
    expect(contentShown([create, conflict], 0)).toEqual([]);
    expect(contentShown([create, conflict], 1)).toEqual(['IDEM-006']);
  });

  test('of creates at the same moment it is the one that was accepted', () => {
    expect(contentShown([race], 0)).toEqual([]);
    expect(contentShown([race], 1)).toEqual(['IDEM-006']);
  });

  test('where the answers do not tell, either may be first, but it stays so', () => {
    const lostRace = simulated([race, query], { ...calm, isLost: () => true });
    const noneAccepted = sumUp(oneOrderForEachId(lostRace));
    expect(noneAccepted).toMatchObject({ verdict: 'inconclusive', code: 'nothingAccepted' });

    const other: Command = { kind: 'create', idSlot: 1, contentSlot: 0 };
    const unclear = simulated([other, race, query], { ...calm, isLost: (at) => at === 1 });
    const look = (contentSlot: number) => queryAnswer({ request_id: 'ID0' }, [record(pay(0, 'P2', contentSlot))]);
    const seen = (first: number, last: number): HistoryEvidence => ({
      ...unclear,
      steps: unclear.steps.map((step, index) => (index === unclear.steps.length - 1 ? look(first) : step)),
      after: [look(last), ...unclear.after.slice(1)],
    });
    expect(violatedBy(seen(0, 0))).toEqual([]);
    expect(violatedBy(seen(1, 1))).toEqual([]);
    expect(violatedBy(seen(0, 1))).toEqual(['IDEM-006']);
    expect(violatedBy(seen(1, 0))).toEqual(['IDEM-006']);
  });

  test('an id that no create used has no order', () => {
    const evidence = simulated([create, { kind: 'query', idSlot: 1, by: 'request_id' }], calm);
    const [first, nothing] = evidence.steps;
    if (first === undefined || nothing === undefined) throw new Error('The history has two steps.');
    const found = queryAnswer({ request_id: 'ID1' }, [record(pay(1, 'P7'))]);
    expect(violatedBy({ ...evidence, steps: [first, nothing] })).toEqual([]);
    expect(violatedBy({ ...evidence, steps: [first, found] })).toContain('IDEM-006');
  });

  test('a listing may leave orders out, but it shows no second one', () => {
    const evidence = simulated([create, { kind: 'list', pageSize: 20 }], calm);
    const [first] = evidence.steps;
    if (first === undefined) throw new Error('The history has two steps.');
    const listed = (records: readonly Json[]): HistoryEvidence => ({
      ...evidence,
      steps: [first, answer('fetchPayin', {}, { code: 0, msg: 'success', data: { total: 1, records } })],
    });
    expect(violatedBy(listed([]))).toEqual([]);
    expect(violatedBy(listed([record(pay(0, 'P1'))]))).toEqual([]);
    expect(violatedBy(listed([record(pay(0, 'P2'))]))).toEqual(['IDEM-006']);
  });

  test('a query that is answered with another error leaves it open', () => {
    const evidence = simulated([create], calm);
    const refused = answer('fetchPayin', { request_id: 'ID0' }, { code: 9998, msg: 'System error' }, 500);
    const judgement = sumUp(oneOrderForEachId({ ...evidence, after: [refused] }));
    expect(judgement).toMatchObject({ verdict: 'inconclusive', code: 'queryRefused' });
  });
});

describe('IDEM-001 and IDEM-002 in a history', () => {
  const answeredWith = (list: readonly Command[], envelope: Json): HistoryEvidence => {
    const evidence = simulated(list, calm);
    const sent = evidence.steps.at(-1);
    if (sent === undefined) throw new Error('The history has a step.');
    const again = answer('createPayin', JSON.parse(sent.request.body) as object, envelope);
    return { ...evidence, steps: [...evidence.steps.slice(0, -1), again] };
  };
  const accepted = (id: string): Json => ({ code: 0, msg: 'success', data: { pay_order_id: id } });

  test('a repeat is refused as a duplicate, or answered with the same order', () => {
    expect(violatedBy(answeredWith([create, query, repeat], { code: 1201, msg: 'exists' }))).toEqual([]);
    expect(violatedBy(answeredWith([create, query, repeat], accepted('P1')))).toEqual([]);
    expect(violatedBy(answeredWith([create, query, repeat], { code: 1202, msg: 'unknown' }))).toEqual(['IDEM-001']);
    expect(violatedBy(answeredWith([create, query, repeat], accepted('P2')))).toEqual(['IDEM-001', 'IDEM-006']);
  });

  test('another content is refused', () => {
    expect(violatedBy(answeredWith([create, query, conflict], { code: 1201, msg: 'exists' }))).toEqual([]);
    expect(violatedBy(answeredWith([create, query, conflict], accepted('P1')))).toEqual(['IDEM-002']);
  });

  test('nothing is expected of a repeat when it is not certain which create made the order', () => {
    const unsure = simulated([race, repeat], { ...calm, isLost: (at) => at === 0 });
    expect(sumUp(answersToRepeats('IDEM-001', { content: 'identical' })(unsure))).toMatchObject({
      verdict: 'inconclusive',
      code: 'noRepeat',
    });
  });
});

describe('STATE-012 in a history', () => {
  const shown = (list: readonly Command[], status: string) =>
    violatedBy(showing(simulated(list, calm), [{ ...record(pay(0, 'P1')), order_status: status }]));

  test('a moved order is where it was moved, or further', () => {
    expect(shown([create, settle('SUCCEED'), repeat], 'SUCCEED')).toEqual([]);
    expect(shown([create, settle('SUCCEED'), repeat], 'REFUND')).toEqual([]);
    expect(shown([create, settle('SUCCEED'), repeat], 'PENDING_PAY')).toEqual(['STATE-012']);
    expect(shown([create, settle('SUCCEED'), repeat], 'FAILED')).toEqual(['STATE-012']);
  });

  test('a refused move changes nothing', () => {
    expect(shown([create, settle('FAILED'), settle('SUCCEED')], 'FAILED')).toEqual([]);
    expect(shown([create, settle('FAILED'), settle('SUCCEED')], 'SUCCEED')).toEqual(['STATE-012']);
  });
});
