import { describe, expect, test } from 'vitest';
import {
  canHaveStatus,
  detailStatuses,
  integerOf,
  normaliseDetailStatus,
  normaliseOrderStatus,
  orderStatuses,
} from '../../../protocols/lesspay/statuses.js';

describe('order statuses', () => {
  test('have these names, integers and products', () => {
    expect(orderStatuses.map(({ integer, name, products }) => [integer, name, products.join('+')])).toEqual([
      [0, 'PENDING_CONFIRM', 'payin+payout'],
      [1, 'PENDING_PAY', 'payin+payout'],
      [2, 'SUCCEED', 'payin+payout'],
      [3, 'FAILED', 'payin+payout'],
      [4, 'CANCELED', 'payin+payout'],
      [5, 'REFUND', 'payin+payout'],
      [6, 'CLOSED', 'payin+payout'],
      [11, 'PARTIAL_SUCCESS', 'payout'],
      [12, 'PAID', 'payin'],
    ]);
  });

  test('of the two products differ in the last two only', () => {
    const only = orderStatuses
      .map(({ name }) => name)
      .filter((name) => canHaveStatus('payin', name) !== canHaveStatus('payout', name));
    expect(only).toEqual(['PARTIAL_SUCCESS', 'PAID']);
  });
});

describe('normaliseOrderStatus', () => {
  test('reads every name and integer in every form', () => {
    for (const { name, integer } of orderStatuses) {
      const forms = [name, name.toLowerCase(), integer, String(integer)];
      expect(forms.map(normaliseOrderStatus)).toEqual([name, name, name, name]);
      expect(integerOf(name)).toBe(integer);
    }
  });

  test('reads the other spellings of the documents', () => {
    expect(['SUCCESS', 'Succeeded', 'CANCELLED', 'refunded'].map(normaliseOrderStatus)).toEqual([
      'SUCCEED',
      'SUCCEED',
      'CANCELED',
      'REFUND',
    ]);
  });

  test('gives null for anything else', () => {
    const others = [
      7,
      10,
      2.5,
      -1,
      Number.NaN,
      '7',
      '02',
      ' 2',
      '',
      'DONE',
      'SUCCEED ',
      null,
      undefined,
      true,
      {},
      ['2'],
      '__proto__',
    ];
    expect(others.map(normaliseOrderStatus)).toEqual(others.map(() => null));
  });
});

describe('normaliseDetailStatus', () => {
  test('reads every status in either case', () => {
    expect(detailStatuses.map((status) => normaliseDetailStatus(status.toLowerCase()))).toEqual(detailStatuses);
  });

  test('reads the other spellings of the documents', () => {
    expect(['SUCCEED', 'Succeeded', 'success', 'REFUND', 'cancelled'].map(normaliseDetailStatus)).toEqual([
      'SUCCEEDED',
      'SUCCEEDED',
      'SUCCEEDED',
      'REFUNDED',
      'CANCELED',
    ]);
  });

  test('gives null for anything else, integers included', () => {
    const others = [2, '2', 'PAID', 'PENDING_PAY', '', null, undefined, {}];
    expect(others.map(normaliseDetailStatus)).toEqual(others.map(() => null));
  });
});
