import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Attempt,
  type CreateAnswer,
  explainedBySomeLegalOrder,
  type FoundOrder,
} from '../../../../suites/lesspay/idem/legal-order.js';

const attempt = (content: string, answer: CreateAnswer, sentAt = 0, answeredAt = 10): Attempt => ({
  content,
  answer,
  sentAt,
  answeredAt,
});
const order = (id: string): CreateAnswer => ({ kind: 'order', id });
const refused: CreateAnswer = { kind: 'refused' };
const unknown: CreateAnswer = { kind: 'unknown' };

/** A platform that takes simultaneous creates one after the other, in the drawn order, and may lose an answer. */
const legalRace = fc
  .array(fc.record({ content: fc.constantFrom('100 USD', '200 USD', '300 USD'), turn: fc.nat(), lost: fc.boolean() }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((creates) => {
    const turns = [...creates].sort((a, b) => a.turn - b.turn);
    const first = turns[0];
    const attempts = creates.map((create) => {
      if (create.lost) return attempt(create.content, unknown);
      if (create === first) return attempt(create.content, order('P1'));
      return attempt(create.content, create.content === first?.content ? order('P1') : refused);
    });
    const found: FoundOrder[] = first === undefined ? [] : [{ id: 'P1', content: first.content }];
    return { attempts, found };
  });

describe('explainedBySomeLegalOrder', () => {
  test('explains whatever a platform answers that takes one create after the other', () => {
    fc.assert(
      fc.property(legalRace, ({ attempts, found }) => {
        expect(explainedBySomeLegalOrder(attempts, found).kind).toBe('explained');
      }),
    );
  });

  test('does not explain a second order, wherever it shows', () => {
    fc.assert(
      fc.property(legalRace, ({ attempts, found }) => {
        const second = attempt('100 USD', order('P2'));
        expect(explainedBySomeLegalOrder([...attempts, second], found).kind).toBe('unexplained');
        expect(explainedBySomeLegalOrder(attempts, [...found, { id: 'P2', content: null }]).kind).toBe('unexplained');
      }),
    );
  });

  test('does not explain an order that was promised and is not there', () => {
    expect(explainedBySomeLegalOrder([attempt('100 USD', order('P1'))], [])).toEqual({
      kind: 'unexplained',
      expected: 'the query finds order P1, which a create was answered with',
      received: 'no order',
    });
  });

  test('does not explain an order with the content of a refused create', () => {
    const attempts = [attempt('100 USD', order('P1')), attempt('200 USD', refused)];
    expect(explainedBySomeLegalOrder(attempts, [{ id: 'P1', content: '200 USD' }]).kind).toBe('unexplained');
    expect(explainedBySomeLegalOrder(attempts, [{ id: 'P1', content: '100 USD' }]).kind).toBe('explained');
    expect(explainedBySomeLegalOrder(attempts, [{ id: 'P1', content: null }]).kind).toBe('explained');
  });

  test('does not explain an order with the content of a create that was sent after the first was answered', () => {
    const attempts = [attempt('100 USD', order('P1'), 0, 10), attempt('200 USD', order('P1'), 11, 20)];
    expect(explainedBySomeLegalOrder(attempts, [{ id: 'P1', content: '200 USD' }]).kind).toBe('unexplained');
    expect(explainedBySomeLegalOrder(attempts, [{ id: 'P1', content: '100 USD' }]).kind).toBe('explained');
  });

  test('says when no create was accepted', () => {
    expect(explainedBySomeLegalOrder([attempt('100 USD', refused)], [])).toEqual({
      kind: 'explained',
      accepted: false,
    });
    expect(explainedBySomeLegalOrder([attempt('100 USD', refused)], [{ id: 'P1', content: '100 USD' }])).toEqual({
      kind: 'explained',
      accepted: false,
    });
  });
});
