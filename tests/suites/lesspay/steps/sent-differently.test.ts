import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { payout } from '../../../../generators/lesspay/payout.js';
import type { Check } from '../../../../harness/check.js';
import type { Exchange } from '../../../../harness/exchange.js';
import { profileOf } from '../../../../harness/lesspay/profile.js';
import type { LesspayScenario } from '../../../../suites/lesspay/scenario.js';
import {
  type SentDifferently,
  sentDifferently,
  wrongDigest,
} from '../../../../suites/lesspay/steps/sent-differently.js';
import type { ValidCall } from '../../../../suites/lesspay/steps/valid-call.js';
import { altered, request } from '../observers/traffic.js';
import { script } from './scripted-actors.js';

const kinds = (checks: readonly Check[] | undefined): string[] =>
  (checks ?? []).map((check) => (check.kind === 'met' && check.remark !== undefined ? 'remark' : check.kind));
const ok = { code: 0, msg: 'SUCCESS', data: { pay_order_id: 'PO1' } };
const no = (code: number, msg = 'no'): object => ({ code, msg, data: null });
const digest = 'A'.repeat(64);

const [message] = fc.sample(payout(), { numRuns: 1, seed: 1 });
if (message === undefined) throw new Error('No payout was drawn.');
const call: ValidCall = { operation: 'createPayout', message, creator: null };

const define = (more: Partial<SentDifferently> = {}): LesspayScenario =>
  sentDifferently({
    ...{ id: 'AUTH-005', title: 'T', operations: ['createPayout'], cases: ['payout'], leavesNothing: 'AUTH-037' },
    differently: (sending) => ({
      options: { signature: sending.digest },
      element: 'x-auth-signature',
      mutation: `wrong in ${sending.situation}`,
    }),
    ...more,
  });

test('wrongDigest looks like a digest', () => {
  for (const drawn of fc.sample(wrongDigest, 5)) expect(drawn).toMatch(/^[0-9A-F]{64}$/);
});

test('is about its requirement, where one of the endpoints is claimed', () => {
  expect([define().id, define({ suffix: 'x' }).id]).toEqual(['AUTH-005', 'AUTH-005-x']);
  expect(define()).toMatchObject({ cases: ['payout'], weight: 1, needs: [] });
  expect(define({ weight: 2, needs: ['inbox'] })).toMatchObject({ weight: 2, needs: ['inbox'] });
  expect(Object.keys(define().judge)).toEqual(['AUTH-005', 'AUTH-037']);
  const claims = (unclaimed: object, more: Partial<SentDifferently> = {}): boolean =>
    define({ operations: ['createPayout', 'createPayin'], ...more }).claimed(profileOf({ endpoints: unclaimed }));
  expect(claims({})).toBe(true);
  expect(claims({ createPayin: false })).toBe(true);
  expect(claims({ createPayin: false, createPayout: false })).toBe(false);
  expect(claims({}, { claimed: () => false })).toBe(false);
});

describe('the drive', () => {
  const drive = async (answers: readonly unknown[], more: Partial<SentDifferently> = {}, of = call) => {
    const { actors, sent } = script(answers);
    const evidence = await define(more).drive(actors, { call: of, digest, pick: 7 }, 'payout');
    return { evidence, sent, roles: sent.map(({ options }) => options.intent?.role) };
  };

  test('sends the twin, the call in another way, and asks for its order when it was refused', async () => {
    const { evidence, sent, roles } = await drive([ok, no(30051), no(30020)]);
    expect(roles).toEqual(['control', 'altered', 'probe']);
    expect(sent[1]?.options).toEqual({
      signature: digest,
      intent: {
        ...{ role: 'altered', requirement: 'AUTH-005', case: 'payout' },
        ...{ element: 'x-auth-signature', mutation: 'wrong in payout' },
      },
    });
    const [control, varied, asked] = sent.map(({ body }) => body as { request_id: string });
    expect(varied?.request_id).not.toBe(control?.request_id);
    expect(asked).toEqual({ request_id: varied?.request_id });
    expect([evidence.wrongSignature, evidence.after === null]).toEqual([null, false]);
  });

  test('does not ask for an order that was accepted', async () => {
    const { evidence, roles } = await drive([ok, ok]);
    expect([roles, evidence.after]).toEqual([['control', 'altered'], null]);
  });

  test('sends a wrong digest too where the outcome is told apart from the answer to it', async () => {
    const { evidence, sent, roles } = await drive([ok, no(30051), ok], { tellApart: true });
    expect(roles).toEqual(['control', 'probe', 'altered']);
    expect(sent[1]?.options.signature).toBe(digest);
    expect(evidence.wrongSignature).toMatchObject({ intent: { role: 'probe' } });
  });

  test('asks twice about the same order where the call creates nothing', async () => {
    const of: ValidCall = { operation: 'fetchPayout', message, creator: 'createPayout' };
    const { evidence, sent, roles } = await drive([ok, ok, no(30051)], {}, of);
    expect(roles).toEqual(['control', 'control', 'altered']);
    expect(sent[2]?.body).toEqual(sent[1]?.body);
    expect(evidence.after).toBeNull();
  });
});

describe('the judge', () => {
  const sent = (body: unknown, more: object = {}): Exchange =>
    request({ body, sent: { ...message, ...more }, intent: { ...altered('AUTH-005', 'payout'), element: 'header' } });
  const query = (body: unknown): Exchange => request({ operation: 'fetchPayout', sent: { request_id: 'r' }, body });
  const refused = (code: number, msg?: string): Exchange => ({
    ...sent(no(code, msg)),
    ...unauthorized(no(code, msg)),
  });
  const unauthorized = (body: object) => ({ response: request({ status: 401, body }).response });
  const judge = (evidence: object, more: Partial<SentDifferently> = {}, id = 'AUTH-005', situation = 'payout') =>
    define(more).judge[id]?.(
      {
        control: sent(ok),
        wrongSignature: null,
        varied: refused(30051),
        after: query(no(30020)),
        ...evidence,
      } as never,
      situation,
    );

  test('judges the twin, the difference, the answer, and what was left behind', () => {
    expect(kinds(judge({}))).toEqual(['met', 'met', 'met', 'met']);
    expect(kinds(judge({ control: sent(no(30000)) }))).toEqual(['unmet', 'met', 'met', 'met']);
    expect(kinds(judge({ varied: sent(ok) }))).toEqual(['met', 'met', 'violated']);
    expect(kinds(judge({ after: query(ok) }))).toEqual(['met', 'met', 'met', 'violated']);
    const otherBody = { varied: { ...refused(30051), request: sent(ok, { amount: 'x' }).request } };
    expect(kinds(judge(otherBody))).toEqual(['met', 'unmet', 'met', 'met']);
    expect(kinds(judge(otherBody, { otherBody: true }))).toEqual(['met', 'met', 'met']);
  });

  test('in the situation of the catalogue', () => {
    const catalogued = (): string => 'payout';
    expect(kinds(judge({}, { catalogued }, 'AUTH-005', 'other'))).toEqual(['met', 'met', 'met', 'met']);
    expect(() => judge({}, {}, 'AUTH-005', 'other')).toThrow('no accepted answer for AUTH-005');
  });

  test('tells the outcome apart from the answer to a wrong digest', () => {
    const told = (wrongSignature: Exchange | null): string[] =>
      kinds(judge({ varied: sent(no(30000, 'sign')), wrongSignature }, { id: 'AUTH-013' }, 'AUTH-013', 'default'));
    expect(told(null)).toEqual(['met', 'met', 'met']);
    expect(told(sent(no(30000, 'sign')))).toEqual(['met', 'met', 'met', 'violated']);
    expect(told(sent(no(30000, 'other')))).toEqual(['met', 'met', 'met']);
  });

  test('only reports where it is to report only', () => {
    expect(kinds(judge({ varied: sent(ok) }, { reportOnly: true }))).toEqual(['met', 'met', 'remark']);
    const remark = (situation: string): unknown => judge({}, { reportOnly: true }, 'AUTH-005', situation)?.at(-1);
    expect(remark('default')).toMatchObject({ remark: 'recorded: T: refused with code 30051' });
    expect(remark('blank')).toMatchObject({ remark: 'recorded: T (blank): refused with code 30051' });
  });

  test('what leaves nothing behind', () => {
    const nothing = (evidence: object): string[] => kinds(judge(evidence, {}, 'AUTH-037'));
    expect(nothing({})).toEqual(['met', 'met']);
    expect(nothing({ after: query(ok) })).toEqual(['met', 'violated']);
    expect(nothing({ control: sent(no(30000)) })).toEqual(['unmet', 'met']);
    expect(judge({ varied: sent(ok) }, {}, 'AUTH-037')).toMatchObject([{ kind: 'unmet', code: 'notRefused' }]);
    expect(judge({ after: null }, {}, 'AUTH-037')).toMatchObject([{ kind: 'unmet', code: 'nothingToLookUp' }]);
  });
});
