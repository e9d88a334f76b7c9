import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { payin } from '../../../generators/lesspay/payin.js';
import { payout } from '../../../generators/lesspay/payout.js';
import { payoutBatch } from '../../../generators/lesspay/payout-batch.js';
import * as change from '../../../generators/lesspay/twin.js';
import { equalAmounts, isPositiveAmount, readAmount } from '../../../protocols/amount.js';
import { messageRuleProblems } from '../../../protocols/lesspay/message-rules.js';
import { memberOrder } from '../../../protocols/lesspay/signature/member-order.js';
import { orderNeutral } from '../../../protocols/lesspay/signature/order-neutral.js';
import type { CreatePayoutBatchRequest } from '../../../schemas/lesspay/messages.generated.js';
import { validateMessage } from '../../../schemas/validator.js';

const seed = 7;
const draw = <T>(arbitrary: fc.Arbitrary<T>, numRuns = 300): T[] => fc.sample(arbitrary, { seed, numRuns });
const batch = payoutBatch({ details: { min: 2, max: 5 } });
const rulesBroken = (message: unknown) => messageRuleProblems('createPayoutBatch', message).map(({ rule }) => rule);
const batchProblems = (message: unknown) => validateMessage('lesspay/create-payout-batch-request', message);

/** Every kind of change, with the pattern of the elements that it may change. */
const changes: [string, change.Change, RegExp][] = [
  ['remove', change.remove('payout_order_details[*].amount'), /^\/payout_order_details\/[0-4]\/amount$/],
  ['remove of a detail', change.remove('payout_order_details[*]'), /^\/payout_order_details$/],
  ['missing', change.missing('request_id'), /^\/request_id$/],
  ['setTo', change.setTo('payout_order_details[*].amount', 'abc'), /^\/payout_order_details\/[0-4]\/amount$/],
  ['setTo of the array', change.setTo('payout_order_details', []), /^\/payout_order_details$/],
  ['setTo of a new member', change.setTo('payout_order_details[*].more', 'x'), /^\/payout_order_details\/[0-4]\/more$/],
  ['retype', change.retype('payout_order_details[*].mch_order_id'), /^\/payout_order_details\/[0-4]\/mch_order_id$/],
  ['lengthen', change.lengthen('request_id', 65), /^\/request_id$/],
  ['byMinorUnits', change.byMinorUnits('total_amount'), /^\/total_amount$/],
  ['respell', change.respell('total_amount'), /^\/total_amount$/],
  ['duplicateDetailId', change.duplicateDetailId(), /^\/payout_order_details\/[0-4]\/mch_order_id$/],
  ['appendDetail', change.appendDetail(), /^\/payout_order_details\/[2-5]$/],
  ['nonPositiveDetail', change.nonPositiveDetail(), /^\/payout_order_details$/],
];

describe.each(changes)('%s', (_, kind, element) => {
  test('control and altered differ in exactly the element', () => {
    for (const pair of draw(change.twin(batch, kind))) {
      expect(pair.element).toMatch(element);
      expect(pair.mutation).not.toBe('');
      const differing = change.differingPaths(pair.control, pair.altered);
      expect(differing).not.toHaveLength(0);
      for (const pointer of differing) expect(`${pointer}/`.startsWith(`${pair.element}/`)).toBe(true);
      expect(batchProblems(pair.control)).toEqual([]);
      expect(rulesBroken(pair.control)).toEqual([]);
    }
  });

  test('is the same for the same seed', () => {
    expect(draw(change.twin(batch, kind), 10)).toEqual(draw(change.twin(batch, kind), 10));
  });

  test('objects inside arrays stay in the order of the signature', () => {
    for (const { altered } of draw(change.twin(batch, kind), 100)) {
      for (const detail of Array.isArray(altered.payout_order_details) ? altered.payout_order_details : []) {
        expect(Object.keys(detail)).toEqual(memberOrder(Object.keys(detail)));
      }
    }
  });

  test('a failing twin shrinks to a small one', () => {
    const { counterexample } = fc.check(
      fc.property(change.twin(payoutBatch({ details: { min: 2, max: 20 } }), kind), (pair) => pair.mutation === ''),
      { seed },
    );
    expect(counterexample?.[0].control.payout_order_details).toHaveLength(2);
    expect(JSON.stringify(counterexample?.[0].control).length).toBeLessThan(900);
  });
});

describe('what a change breaks', () => {
  const both = (kind: change.Change) => draw(change.twin(batch, kind));

  test('minor units on the total: the sum, and nothing else', () => {
    const deltas = new Set<string>();
    for (const { control, altered } of both(change.byMinorUnits('total_amount'))) {
      expect(batchProblems(altered)).toEqual([]);
      expect(rulesBroken(altered)).toEqual(['PAYOUT-BATCH-010']);
      const delta = readAmount(altered.total_amount)?.minus(control.total_amount).toFixed() ?? '';
      deltas.add(delta.startsWith('-') ? 'down' : 'up');
    }
    expect(deltas).toEqual(new Set(['up', 'down']));
  });

  test('minor units on a detail: the sum, and the amount stays positive', () => {
    const tiny = change.rewrite('payout_order_details[*].amount', () => ({ value: '0.01', mutation: 'tiny' }));
    const small = change.twin(payoutBatch({ currency: 'PHP' }), tiny).map(({ altered }) => altered);
    for (const { altered } of draw(change.twin(small, change.byMinorUnits('payout_order_details[*].amount', 5)))) {
      for (const detail of altered.payout_order_details) expect(isPositiveAmount(detail.amount)).toBe(true);
    }
  });

  test('minor units follow the currency', () => {
    const [rupiah] = draw(change.twin(payoutBatch({ currency: 'IDR' }), change.byMinorUnits('total_amount', 1)), 1);
    expect(rupiah?.mutation).toMatch(/^\d+ [+-] 1$/);
    const [peso] = draw(change.twin(payoutBatch({ currency: 'PHP' }), change.byMinorUnits('total_amount', 1)), 1);
    expect(peso?.mutation).toMatch(/^\d+\.\d\d [+-] 0\.01$/);
    const [payinTwin] = draw(change.twin(payin({ currency: 'HKD' }), change.byMinorUnits('target_amount', 1)), 1);
    expect(payinTwin?.mutation).toMatch(/ [+-] 0\.01$/);
  });

  test('another spelling: nothing', () => {
    const spelled = change.twin(payoutBatch({ currency: 'PHP' }), change.respell('total_amount'));
    for (const { control, altered } of draw(spelled)) {
      expect(altered.total_amount).not.toBe(control.total_amount);
      expect(equalAmounts(altered.total_amount, control.total_amount)).toBe(true);
      expect(rulesBroken(altered)).toEqual([]);
    }
  });

  test('a repeated detail id: uniqueness, and nothing else', () => {
    for (const { altered } of both(change.duplicateDetailId())) {
      expect(batchProblems(altered)).toEqual([]);
      expect(rulesBroken(altered)).toEqual(['PAYOUT-BATCH-013']);
    }
  });

  test('an appended detail: the sum, and nothing else', () => {
    for (const { altered } of both(change.appendDetail())) {
      expect(batchProblems(altered)).toEqual([]);
      expect(rulesBroken(altered)).toEqual(['PAYOUT-BATCH-010']);
    }
  });

  test('a detail of zero or less: that amount, while the total still is the sum', () => {
    const sum = (message: CreatePayoutBatchRequest) =>
      message.payout_order_details.reduce((total, detail) => total + toCents(detail.amount), 0n);
    const kinds = new Set<string>();
    for (const { control, altered } of both(change.nonPositiveDetail())) {
      const bad = altered.payout_order_details.filter((detail) => !isPositiveAmount(detail.amount));
      expect(bad).toHaveLength(1);
      kinds.add(bad[0]?.amount.startsWith('-') === true ? 'negative' : 'zero');
      expect(sum(altered)).toBe(toCents(control.total_amount));
      expect(altered.total_amount).toBe(control.total_amount);
    }
    expect(kinds).toEqual(new Set(['negative', 'zero']));
  });

  test('the star reaches every detail', () => {
    const five = payoutBatch({ details: { min: 5, max: 5 } });
    const touched = draw(change.twin(five, change.remove('payout_order_details[*].amount'))).map(
      ({ element }) => element,
    );
    expect(new Set(touched).size).toBe(5);
  });

  test('an added member stands where the signature expects it', () => {
    const added = change.twin(
      payoutBatch({ kind: 'ewallet' }),
      change.setTo('payout_order_details[*].bank_name', 'BDO'),
    );
    for (const { altered } of draw(added, 50))
      expect(JSON.stringify(orderNeutral(altered))).toBe(JSON.stringify(altered));
  });

  test('nested elements of single payouts and pay-ins are reached', () => {
    const country = change.twin(payout(), change.setTo('beneficiary.destination.bank.country', 'PHL'));
    for (const { element, altered } of draw(country, 30)) {
      expect(element).toBe('/beneficiary/destination/bank/country');
      expect(validateMessage('lesspay/create-payout-request', altered)).not.toEqual([]);
    }
    const cvv = change.twin(
      payin({ mode: 'openapiCard' }),
      change.setTo('channel_extra.card_data.cvv', fc.constantFrom('12', '12345', 'abc')),
    );
    for (const { altered } of draw(cvv, 30)) {
      expect(validateMessage('lesspay/create-payin-request', altered)).not.toEqual([]);
    }
  });
});

/** Fixed-point text of up to two decimals, possibly negative, as an integer of hundredths. */
function toCents(text: string): bigint {
  const [whole = '', decimals = ''] = text.replace('-', '').split('.');
  const cents = BigInt(whole + decimals.padEnd(2, '0'));
  return text.startsWith('-') ? -cents : cents;
}
