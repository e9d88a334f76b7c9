import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderNeutral } from '../../../../protocols/lesspay/signature/order-neutral.js';
import { canonicalWithReading } from '../../../../protocols/lesspay/signature/readings.js';
import { exampleBody } from './fixtures.js';

const detailNames = [
  ...['mch_order_id', 'amount', 'bank_account_no', 'bank_account_name', 'bank_account_type', 'bank_name', 'status'],
  ...['bank_country_code', 'bank_swift_code', 'destination_type', 'payout_order_detail_id', 'audit_state'],
  ...['actual_amount', 'fail_reason', 'rejected_reason', 'channel_order_no', 'success_time'],
];

describe('orderNeutral', () => {
  test('rewrites objects inside arrays, and only those', () => {
    const body = {
      z: '',
      a: {
        y: null,
        b: [
          { mch_order_id: 'M', amount: '1', bank_name: '', n: null, e_wallet: { provider: 'P', account_number: '1' } },
        ],
      },
      list: ['', null, [{ mch_order_id: 'M', bank_account_name: 'B', u: undefined }]],
    };
    expect(JSON.stringify(orderNeutral(body))).toBe(
      '{"z":"","a":{"y":null,"b":[{"amount":"1","e_wallet":{"account_number":"1","provider":"P"},"mch_order_id":"M"}]},' +
        '"list":["",null,[{"bank_account_name":"B","mch_order_id":"M"}]]}',
    );
  });

  test('leaves the argument alone', () => {
    const body = { list: [{ mch_order_id: 'M', amount: null }] };
    orderNeutral(body);
    expect(JSON.stringify(body)).toBe('{"list":[{"mch_order_id":"M","amount":null}]}');
  });

  test.each(['B1', 'B2', 'W7'])('changes nothing in example %s, which is order-neutral', (id) => {
    const text = JSON.stringify(JSON.parse(exampleBody(id)));
    expect(JSON.stringify(orderNeutral(JSON.parse(text)))).toBe(text);
  });

  test('keeps a member named __proto__', () => {
    const body: unknown = JSON.parse('{"list":[{"__proto__":{"x":1},"a":1}]}');
    expect(JSON.parse(JSON.stringify(orderNeutral(body)))).toEqual(body);
  });

  test('makes the readings that keep the order of the body agree', () => {
    const value = fc.oneof(fc.constantFrom(null, ''), fc.stringMatching(/^[ -~]{0,12}$/), fc.integer());
    const detail = fc.dictionary(fc.constantFrom(...detailNames), value, { maxKeys: detailNames.length });
    fc.assert(
      fc.property(fc.array(detail, { maxLength: 4 }), (details) => {
        const text = JSON.stringify(orderNeutral({ currency: 'PHP', details }));
        const demo = canonicalWithReading(text, 'DEMO');
        expect(canonicalWithReading(text, 'RAW')).toBe(demo);
        expect(canonicalWithReading(text, 'RAW-NN')).toBe(demo);
      }),
    );
  });
});
