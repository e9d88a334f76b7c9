import { describe, expect, test } from 'vitest';
import { readDelivery } from '../../../harness/lesspay/deliveries.js';
import { sign } from '../../../protocols/lesspay/signature/sign.js';

const applications = () => [
  { name: 'first', appId: 'a', appSecret: 'one' },
  { name: 'second', appId: 'b', appSecret: 'two' },
];

const read = (body: string, signature: string) =>
  readDelivery({ 'x-auth-signature': signature }, body, applications).facts.signature;

const payin = (version: string): string =>
  JSON.stringify({ pay_order_id: 'P1', order_status_int: 2, target_amount: '1.00', api_version: version });

describe('readDelivery', () => {
  test('names the application and the signed part', () => {
    const v1 = payin('v1');
    expect(read(v1, sign(v1, 'two', 'payin-webhook'))).toEqual({
      present: true,
      wellFormed: true,
      matches: [{ application: 'second', reading: 'DEMO', operation: 'payin-webhook' }],
    });
    expect(read(v1, sign(v1, 'one'))?.matches).toEqual([{ application: 'first', reading: 'DEMO', operation: 'sign' }]);
  });

  test('finds a later version that is signed like v1', () => {
    expect(read(payin('v2'), sign(payin('v1'), 'one', 'payin-webhook'))?.matches).toEqual([
      { application: 'first', reading: 'DEMO', operation: 'v1-members' },
    ]);
  });

  test('finds no match for a foreign secret, a payout signed in part, or no signature', () => {
    const payout = JSON.stringify({ pay_order_id: 'PO1', event: 'x', details: [] });
    expect(read(payin('v2'), sign(payin('v2'), 'three'))?.matches).toEqual([]);
    expect(read(payout, sign(payout, 'one', 'payin-webhook'))?.matches).toEqual([]);
    expect(readDelivery({}, payin('v2'), applications).facts.signature).toEqual({
      present: false,
      wellFormed: false,
      matches: [],
    });
  });
});
