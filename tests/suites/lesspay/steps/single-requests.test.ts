import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { payout } from '../../../../generators/lesspay/payout.js';
import type { Twin } from '../../../../generators/lesspay/twin.js';
import { type Check, violated } from '../../../../harness/check.js';
import type { Exchange } from '../../../../harness/exchange.js';
import { profileOf } from '../../../../harness/lesspay/profile.js';
import type { LesspayScenario } from '../../../../suites/lesspay/scenario.js';
import { type Acceptance, acceptance } from '../../../../suites/lesspay/steps/acceptance.js';
import { type LeftOpen, leftOpen, outcomeInWords } from '../../../../suites/lesspay/steps/left-open.js';
import { mutationArrived, type Refusal, refusal } from '../../../../suites/lesspay/steps/refusal.js';
import { altered, request } from '../observers/traffic.js';
import { script } from './scripted-actors.js';

const kinds = (checks: readonly Check[] | undefined): string[] =>
  (checks ?? []).map((check) => (check.kind === 'met' && check.remark !== undefined ? 'remark' : check.kind));
const ok = { code: 0, msg: 'SUCCESS', data: { pay_order_id: 'PO1' } };
const no = (code: number): object => ({ code, msg: 'no', data: null });
const notFound = no(30020);

const [valid] = fc.sample(payout(), { numRuns: 1, seed: 1 });
if (valid === undefined) throw new Error('No payout was drawn.');
const twin = (changes: object, element = '/amount'): Twin<object> => ({
  control: valid,
  altered: { ...valid, ...changes },
  element,
  mutation: 'changed',
});
const nothingDrawn = () => fc.constant(twin({ amount: 'one' }));
const withoutQuery = profileOf({ endpoints: { createPayout: false } });

const judged = (scenario: LesspayScenario, evidence: object, situation = 'default'): string[] =>
  kinds(scenario.judge[scenario.id.slice(0, 'PAYOUT-CREATE-000'.length)]?.(evidence as never, situation));
const sentTo = (body: unknown, sent: object = valid, more: object = {}): Exchange => request({ body, sent, ...more });
const query = (body: unknown): Exchange => request({ operation: 'fetchPayout', sent: { request_id: 'r' }, body });

describe('mutationArrived: what was sent differs in the altered element only', () => {
  const arrived = (control: object, changed: object, element?: string): string =>
    mutationArrived(
      sentTo(ok, control),
      sentTo(ok, changed, {
        intent: { ...altered('PAYOUT-CREATE-015'), ...(element === undefined ? {} : { element }) },
      }),
    ).kind;

  test.each<[string, object, object, string | undefined, string]>([
    ['the element', { a: 1, b: 1 }, { a: 2, b: 1 }, '/a', 'met'],
    ['below the element', { a: { b: 1 } }, { a: { b: 2 } }, '/a', 'met'],
    ['masked, so alike', { a: 1 }, { a: 1 }, '/a', 'met'],
    ['ids and addresses besides', { a: 1, request_id: 'x', notify_url: 'y' }, { a: 2, request_id: 'z' }, '/a', 'met'],
    ['another member too', { a: 1, b: 1 }, { a: 2, b: 2 }, '/a', 'unmet'],
    ['a member of a similar name', { a: 1, ab: 1 }, { a: 2, ab: 2 }, '/a', 'unmet'],
    ['something while nothing was meant to', { a: { b: 1 } }, { a: { b: 2 } }, '/x', 'unmet'],
    ['the whole message', { a: 1 }, { a: 2 }, undefined, 'met'],
  ])('%s', (_what, control, changed, element, kind) => {
    expect(arrived(control, changed, element)).toBe(kind);
  });
});

describe('refusal', () => {
  const define = (more: Partial<Refusal<object>> = {}): LesspayScenario =>
    refusal({ id: 'PAYOUT-CREATE-015', title: 'T', operation: 'createPayout', given: nothingDrawn, ...more });

  test('is about its requirement, in the situations of the catalogue, where the endpoint is claimed', () => {
    const scenario = define();
    expect([scenario.id, scenario.cases, scenario.weight]).toEqual(['PAYOUT-CREATE-015', ['default'], 1]);
    expect(define({ suffix: 'x', cases: ['a'], weight: 2 })).toMatchObject({
      ...{ id: 'PAYOUT-CREATE-015-x', cases: ['a'], weight: 2 },
    });
    expect([scenario.claimed(profileOf()), scenario.claimed(withoutQuery)]).toEqual([true, false]);
    expect(define({ claimed: () => false }).claimed(profileOf())).toBe(false);
    expect(define({ claimed: () => true }).claimed(withoutQuery)).toBe(false);
  });

  test('sends the twin, the altered request, and asks for its order', async () => {
    const { actors, sent } = script([ok, no(30001), notFound]);
    const evidence = await define().drive(actors, twin({ amount: 'one' }), 'default');
    expect(sent.map(({ operation }) => operation)).toEqual(['createPayout', 'createPayout', 'fetchPayout']);
    expect(sent.map(({ options }) => options.intent?.role)).toEqual(['control', 'altered', 'probe']);
    const [control, changed, asked] = sent.map(({ body }) => body as { request_id: string });
    expect(control).toEqual({ ...valid, request_id: control?.request_id });
    expect(changed).toEqual({ ...valid, amount: 'one', request_id: changed?.request_id });
    expect(asked).toEqual({ request_id: changed?.request_id });
    expect(changed?.request_id).not.toBe(control?.request_id);
    expect(judged(define(), evidence)).toEqual(['met', 'met', 'met', 'met']);
  });

  test.each<[string, object, boolean]>([
    ['removed', { request_id: undefined }, false],
    ['empty', { request_id: '' }, false],
    ['a number', { request_id: 7 }, false],
    ['there', { amount: 'one' }, true],
  ])('asks for the order only where its id is one: %s', async (_what, changes, asks) => {
    const { actors, sent } = script([ok, no(30000), notFound]);
    const evidence = await define().drive(actors, twin(changes), 'default');
    expect([sent.length, evidence.after !== null]).toEqual([asks ? 3 : 2, asks]);
  });

  test('does not ask about a request that creates nothing', async () => {
    const { actors, sent } = script([ok, no(30000), notFound]);
    await define({ operation: 'fetchPayout', invalidBy: 'platform' }).drive(actors, twin({ x: 1 }), 'default');
    expect(sent).toHaveLength(2);
  });

  test('an altered request that is valid is our mistake, unless only the platform can know', async () => {
    await expect(define().drive(script([]).actors, twin({ amount: '1.00' }), 'default')).rejects.toThrow(
      'PAYOUT-CREATE-015: the altered request',
    );
    const { actors } = script([ok, no(30001), notFound]);
    await define({ invalidBy: 'platform' }).drive(actors, twin({ amount: '1.00' }), 'default');
  });

  test('judges the twin, the difference, the answer, and what was left behind', () => {
    const control = sentTo(ok);
    const changed = (body: unknown, more: object = { amount: 'one' }): Exchange =>
      sentTo(body, { ...valid, ...more }, { intent: { ...altered('PAYOUT-CREATE-015'), element: '/amount' } });
    const judge = (evidence: object): string[] =>
      judged(define(), { control, altered: changed(no(30001)), after: query(notFound), ...evidence });
    expect(judge({})).toEqual(['met', 'met', 'met', 'met']);
    expect(judge({ control: sentTo(no(30000)) })).toEqual(['unmet', 'met', 'met', 'met']);
    expect(judge({ altered: changed(no(30001), { currency: 'XXX' }) })).toEqual(['met', 'unmet', 'met', 'met']);
    expect(judge({ altered: changed(ok) })).toEqual(['met', 'met', 'violated']);
    expect(judge({ after: query(ok) })).toEqual(['met', 'met', 'met', 'violated']);
    expect(judge({ after: null })).toEqual(['met', 'met', 'met']);
  });
});

describe('acceptance', () => {
  const define = (more: Partial<Acceptance<object>> = {}): LesspayScenario =>
    acceptance({
      ...{ id: 'PAYOUT-CREATE-001', title: 'T', operation: 'createPayout' as const },
      given: () => fc.constant<object>(valid),
      ...more,
    });

  test('is claimed where the endpoint is', () => {
    expect([define().claimed(profileOf()), define().claimed(withoutQuery)]).toEqual([true, false]);
    expect(define({ claimed: () => false }).claimed(profileOf())).toBe(false);
    expect([define().weight, define({ weight: 3, suffix: 'x' }).weight]).toEqual([1, 3]);
    expect([define().id, define({ suffix: 'x' }).id]).toEqual(['PAYOUT-CREATE-001', 'PAYOUT-CREATE-001-x']);
    expect([define().cases, define({ cases: ['a'] }).cases]).toEqual([['default'], ['a']]);
  });

  test('asks for the order after a refusal, or always', async () => {
    const drive = async (answers: readonly unknown[], more: Partial<Acceptance<object>> = {}): Promise<string[]> => {
      const { actors, sent } = script(answers);
      const evidence = await define(more).drive(actors, valid, 'default');
      expect(evidence.after !== null).toBe(sent.length === 2);
      return sent.map(({ operation, options }) => `${operation} ${options.intent?.role}`);
    };
    const create = 'createPayout probe';
    const ask = 'fetchPayout probe';
    expect(await drive([ok])).toEqual([create]);
    expect(await drive([no(30000), notFound])).toEqual([create, ask]);
    expect(await drive([ok, notFound], { lookUpAlways: true })).toEqual([create, ask]);
    expect(await drive([no(30020)], { operation: 'fetchPayout', message: 'open' })).toEqual([ask]);
  });

  test('cannot ask for an order without an id', async () => {
    const { actors, sent } = script([no(30000)]);
    await define({ message: 'open' }).drive(actors, { ...valid, request_id: 7 }, 'default');
    expect(sent).toHaveLength(1);
  });

  test('a request that should be valid and is not is our mistake', async () => {
    const wrong = { ...valid, amount: 'one' };
    await expect(define().drive(script([]).actors, wrong, 'default')).rejects.toThrow('should be valid but is not');
    const { sent, actors } = script([ok]);
    await define({ message: 'open' }).drive(actors, wrong, 'default');
    expect(sent).toHaveLength(1);
  });

  test('judges the answer, and what else is asked', () => {
    const judge = (body: unknown, more: Partial<Acceptance<object>> = {}, situation?: string): string[] =>
      judged(define(more), { sent: sentTo(body), after: null }, situation);
    expect(judge(ok)).toEqual(['met', 'met']);
    expect(judge(no(30000))).toEqual(['violated']);
    expect(judge(ok, { also: () => [violated('a', 'b')] })).toEqual(['met', 'met', 'violated']);
    expect(judge(no(30000), { reportOnly: true })).toEqual(['remark']);
  });

  test('a report is named after the situation, or the scenario', () => {
    const report = (situation: string): unknown =>
      define({ reportOnly: true }).judge['PAYOUT-CREATE-001']?.({ sent: sentTo(ok), after: null }, situation)[0];
    expect(report('default')).toMatchObject({ remark: 'recorded: T: accepted' });
    expect(report('blank')).toMatchObject({ remark: 'recorded: blank: accepted' });
  });
});

describe('leftOpen', () => {
  const define = (more: Partial<LeftOpen<object>> = {}): LesspayScenario =>
    leftOpen({ id: 'FMT-013', title: 'T', operation: 'createPayout', given: nothingDrawn, ...more });

  test('is claimed where the endpoint is', () => {
    expect([define().claimed(profileOf()), define().claimed(withoutQuery)]).toEqual([true, false]);
    expect(define({ claimed: () => false }).claimed(profileOf())).toBe(false);
    expect([define().weight, define({ weight: 3 }).weight]).toEqual([1, 3]);
    expect([define().id, define({ suffix: 'x' }).id, define({ cases: ['a'] }).cases]).toEqual([
      ...['FMT-013', 'FMT-013-x', ['a']],
    ]);
  });

  test('sends the twin and the altered request, and asks for its order', async () => {
    const run = async (changes: object, more: Partial<LeftOpen<object>> = {}): Promise<string[]> => {
      const { actors, sent } = script([ok, ok, ok]);
      await define(more).drive(actors, twin(changes), 'default');
      return sent.map(({ options }) => options.intent?.role ?? '-');
    };
    expect(await run({ amount: 'one' })).toEqual(['control', 'altered', 'probe']);
    expect(await run({ request_id: 7 })).toEqual(['control', 'altered']);
    expect(await run({}, { operation: 'fetchPayout' })).toEqual(['control', 'altered']);
  });

  test('records the answer; only a binding requirement is judged by it', () => {
    const control = sentTo(ok);
    const changed = (body: unknown, status = 200): Exchange =>
      sentTo(body, { ...valid, amount: 'one' }, { status, intent: { ...altered('FMT-013'), element: '/amount' } });
    const judge = (id: string, evidence: object): string[] =>
      kinds(
        define({ id }).judge[id]?.(
          { control, altered: changed(no(30000)), after: null, ...evidence } as never,
          'default',
        ),
      );
    expect(judge('FMT-013', {})).toEqual(['met', 'met', 'remark']);
    expect(judge('FMT-013', { altered: changed('', 500) })).toEqual(['met', 'met', 'remark']);
    expect(judge('FMT-013', { altered: changed('', 503) })).toEqual(['met', 'met', 'unmet']);
    expect(judge('FMT-013', { control: sentTo(no(30000)) })).toEqual(['unmet', 'met', 'remark']);
    expect(judge('FMT-013', { altered: sentTo(ok, {}, { intent: altered('FMT-013') }) })[1]).toBe('met');
    expect(judge('PAYOUT-CREATE-015', { altered: changed(ok) })).toEqual(['met', 'met', 'violated', 'remark']);
    expect(judge('PAYOUT-CREATE-015', { altered: changed(no(30001)), after: query(ok) })).toEqual([
      ...['met', 'met', 'met', 'violated', 'remark'],
    ]);
  });

  test('what came of it, in words', () => {
    const bodies = [ok, no(30000), 'no JSON'];
    expect(bodies.map((body) => outcomeInWords(sentTo(body)))).toEqual([
      ...['accepted', 'refused with code 30000', 'HTTP 200, no envelope: "no JSON"'],
    ]);
  });
});
