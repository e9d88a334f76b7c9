import { describe, expect, test } from 'vitest';
import { type LedgerLine, readLedger } from '../../harness/ledger.js';

const first: LedgerLine = {
  at: '2026-03-01T12:00:00.000Z',
  operation: 'createPayin',
  application: 'first',
  request_id: 'R1',
  pay_order_id: 'P1',
  amount: '10.00',
  currency: 'USD',
  state: 'PENDING_PAY',
};
const second: LedgerLine = { ...first, operation: 'createPayout', request_id: 'R2', pay_order_id: 'PO2', state: null };
const moved: LedgerLine = { ...first, at: '2026-03-01T12:00:09.000Z', operation: 'payinWebhook', state: 'SUCCEED' };
const text = (line: LedgerLine): string => JSON.stringify(line);

describe('reading a ledger', () => {
  test('one entry for each order, with its last state and when that was seen', () => {
    expect(readLedger([text(first), text(second), text(moved), ''])).toEqual([
      { ...first, state: 'SUCCEED', stateAt: moved.at },
      { ...second, stateAt: second.at },
    ]);
  });

  test('an empty one', () => {
    expect(readLedger([])).toEqual([]);
    expect(readLedger([''])).toEqual([]);
  });

  test('torn at any character of its last line, it still has all lines before', () => {
    const whole = `${text(first)}\n${text(second)}`;
    for (let end = text(first).length + 1; end < whole.length; end += 1) {
      expect(readLedger(whole.slice(0, end).split('\n'))).toEqual([{ ...first, stateAt: first.at }]);
    }
    expect(readLedger(whole.split('\n'))).toHaveLength(2);
  });

  test('damaged in the middle, it is refused with the line', () => {
    expect(() => readLedger([text(first), '{"at":', text(second)])).toThrow(/^Line 2 of the ledger: received /);
    const { state: _state, ...incomplete } = first;
    expect(() => readLedger([JSON.stringify(incomplete), text(second)])).toThrow(/^Line 1 of the ledger/);
  });
});
