import { describe, expect, test } from 'vitest';
import { oneOrderOnly } from '../../../../suites/lesspay/idem/evidence.js';
import { answer } from '../answer.js';

type Shape = Readonly<Record<string, unknown>>;

const found = { code: 0, msg: 'SUCCESS' };

const judgedSingle = (amount: string, total: unknown): string => {
  const sent = { request_id: 'S1', amount, currency: 'PHP' };
  const created = answer('createPayout', sent, { ...found, data: { pay_order_id: 'P1', request_id: 'S1' } });
  const data = { pay_order_id: 'P1', request_id: 'S1', currency: 'PHP', total_amount: total, details: [] };
  return oneOrderOnly([created], answer('fetchPayout', { request_id: 'S1' }, { ...found, data })).kind;
};

const judgedBatch = (details: readonly Shape[]): string => {
  const sent = {
    request_id: 'B1',
    currency: 'PHP',
    total_amount: '3.00',
    payout_order_details: [
      { mch_order_id: 'a', amount: '1.00' },
      { mch_order_id: 'b', amount: '2.00' },
    ],
  };
  const created = answer('createPayoutBatch', sent, { ...found, data: { pay_order_id: 'P1', request_id: 'B1' } });
  const data = { pay_order_id: 'P1', request_id: 'B1', currency: 'PHP', total_amount: '3.00', details };
  return oneOrderOnly([created], answer('fetchPayout', { request_id: 'B1' }, { ...found, data })).kind;
};

describe('one order with the content of the create', () => {
  test('a single payout may be shown in minor units, and with no other factor', () => {
    expect(judgedSingle('100.50', '100.5')).toBe('met');
    expect(judgedSingle('100.50', '10050')).toBe('met');
    expect(judgedSingle('100.50', '1005')).toBe('violated');
  });

  test('a total that cannot be read tells nothing', () => {
    expect(judgedSingle('100.50', '1.005e+2')).toBe('met');
  });

  test('details that are other ones are another content; members that are missing tell nothing', () => {
    expect(
      judgedBatch([
        { mch_order_id: 'a', amount: '1' },
        { mch_order_id: 'b', amount: '2' },
      ]),
    ).toBe('met');
    expect(judgedBatch([{ mch_order_id: 'a', amount: '1' }])).toBe('violated');
    expect(
      judgedBatch([
        { mch_order_id: 'a', amount: '1' },
        { mch_order_id: 'b', amount: '3' },
      ]),
    ).toBe('violated');
    expect(judgedBatch([{ mch_order_id: 'a', amount: '1' }, { mch_order_id: 'b' }])).toBe('met');
    expect(judgedBatch([{ amount: '1' }, { amount: '2' }])).toBe('met');
    expect(judgedBatch([])).toBe('met');
  });
});
