import { describe, expect, test } from 'vitest';
import {
  codesOf,
  fetchPayinMessages,
  findCode,
  httpStatuses,
  isDocumentedCode,
  isRetryableCode,
  payinCodes,
  payoutCodes,
} from '../../../protocols/lesspay/codes.js';

const numbers = (entries: readonly { readonly code: number }[]) => entries.map(({ code }) => code);

describe('business codes', () => {
  test('of pay-ins are these', () => {
    expect(numbers(payinCodes)).toEqual([0, 10, 11, 12, 1201, 1202, 5000, 5002, 5003, 5004, 9999]);
  });

  test('of payouts are these', () => {
    expect(numbers(payoutCodes)).toEqual([
      0, 30000, 30001, 30002, 30003, 30004, 30005, 30006, 30007, 30008, 30009, 30010, 30011, 30020, 30021, 30030, 30031,
      30032, 30033, 30040, 30041, 30042, 30043, 30050, 30051, 30052, 30053, 30060, 30061, 30062, 30070, 30071, 30072,
      30073,
    ]);
  });

  test('may be followed by the same request in these cases', () => {
    expect([payinCodes, payoutCodes].map((table) => numbers(table.filter(({ retryable }) => retryable)))).toEqual([
      [10, 12],
      [30032],
    ]);
    expect([isRetryableCode('payin', 12), isRetryableCode('payout', 12), isRetryableCode('payout', 30011)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('cannot be provoked by a request in these cases', () => {
    const others = Object.values(codesOf)
      .flat()
      .filter(({ trigger }) => trigger !== 'request');
    expect(others.map(({ code, trigger }) => `${code} ${trigger}`)).toEqual([
      '10 faultInjection',
      '12 faultInjection',
      '5002 notTriggerable',
      '5004 operator',
      '30003 operator',
      '30008 notTriggerable',
      '30021 notTriggerable',
      '30030 operator',
      '30031 faultInjection',
      '30032 faultInjection',
      '30040 operator',
      '30041 operator',
      '30042 operator',
      '30053 notTriggerable',
      '30060 notTriggerable',
      '30061 notTriggerable',
      '30062 notTriggerable',
      '30070 operator',
      '30071 operator',
      '30072 operator',
      '30073 operator',
    ]);
  });

  test('are looked up by product', () => {
    expect([
      findCode('payin', 1201)?.name,
      findCode('payout', 30002)?.name,
      findCode('payin', 30002),
      isDocumentedCode('payout', 30012),
      isDocumentedCode('payin', 0),
    ]).toEqual(['Duplicate data exists', 'Amount mismatch', undefined, false, true]);
  });

  test('have complete descriptions', () => {
    const texts = Object.values(codesOf)
      .flat()
      .flatMap((entry) => [entry.name, entry.meaning, entry.advice, entry.how, entry.source]);
    expect(texts.filter((text) => text.trim() === '')).toEqual([]);
  });
});

test('the messages of Fetch Payin are kept to the letter', () => {
  expect(fetchPayinMessages.map(({ msg }) => msg)).toEqual([
    'mchOrderNo and payOrderId cannot be empty at the same time',
    'Order does not exist',
    'Request time error',
  ]);
});

test('the HTTP statuses and the products that list them', () => {
  expect(httpStatuses.map(({ status, products }) => `${status} ${products.join('+')}`)).toEqual([
    '200 payin+payout',
    '400 payin+payout',
    '401 payin+payout',
    '403 payin+payout',
    '404 payin+payout',
    '405 payin',
    '500 payin+payout',
    '503 payin',
  ]);
});
