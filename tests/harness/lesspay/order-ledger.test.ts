import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../../harness/exchange.js';
import type { LedgerLine } from '../../../harness/ledger.js';
import { orderLedger } from '../../../harness/lesspay/order-ledger.js';
import { validator } from '../../../schemas/validator.js';

type Parts = Partial<Pick<Exchange, 'kind' | 'operation' | 'application' | 'failure'>> & {
  readonly sent?: object;
  /** null: no answer. */
  readonly data?: unknown;
  readonly code?: number;
  readonly at?: number;
};

function exchange({ sent = {}, data, code = 0, at = 0, ...more }: Parts): Exchange {
  const message = (value: unknown): Exchange['request'] => {
    const body = JSON.stringify(value);
    return { headers: {}, body, bytes: body.length, truncated: false };
  };
  return {
    id: 'x1',
    kind: 'request',
    operation: 'createPayin',
    application: 'first',
    startedAt: new Date(1_000 * at).toISOString(),
    durationMs: 1,
    method: 'POST',
    url: 'http://127.0.0.1/',
    request: message(sent),
    response: data === null ? null : { status: 200, ...message({ code, data }) },
    failure: null,
    facts: {},
    intent: null,
    ...more,
  };
}

function ledgerOf(...exchanges: readonly Exchange[]): LedgerLine[] {
  const lines: LedgerLine[] = [];
  const listen = orderLedger((line) => lines.push(line));
  for (const each of exchanges) listen(each);
  for (const line of lines) expect(validator('report/ledger')(line)).toEqual([]);
  return lines;
}

const payin = { request_id: 'R1', target_amount: '10.00', target_currency: 'USD' };
const created = exchange({ sent: payin, data: { pay_order_id: 'P1', order_status: 'PENDING_PAY' } });

describe('what gets a line', () => {
  test('a pay-in', () => {
    expect(ledgerOf(created)).toEqual([
      {
        at: '1970-01-01T00:00:00.000Z',
        operation: 'createPayin',
        application: 'first',
        request_id: 'R1',
        pay_order_id: 'P1',
        amount: '10.00',
        currency: 'USD',
        state: 'PENDING_PAY',
      },
    ]);
  });

  test.each([
    ['createPayout', { request_id: 'R2', amount: '5', currency: 'PHP' }, '5'],
    ['createPayoutBatch', { request_id: 'R3', total_amount: '70', currency: 'PHP' }, '70'],
  ])('%s, of another application', (operation, sent, amount) => {
    const data = { pay_order_id: 'PO1', order_status: 0 };
    expect(ledgerOf(exchange({ operation, application: 'created-1', sent, data }))).toMatchObject([
      { operation, application: 'created-1', pay_order_id: 'PO1', amount, currency: 'PHP', state: 'PENDING_CONFIRM' },
    ]);
  });

  test('an order that the answer holds inside of order_data, without a status', () => {
    const data = { order_data: { payOrderId: 'P9' } };
    expect(ledgerOf(exchange({ sent: payin, data }))).toMatchObject([{ pay_order_id: 'P9', state: null }]);
  });

  test('an order for a request that makes no sense', () => {
    const sent = { request_id: 7, target_amount: null };
    const lines = ledgerOf(exchange({ sent, data: { pay_order_id: 'P1' } }));
    expect(lines).toMatchObject([{ request_id: null, amount: null, currency: null, pay_order_id: 'P1' }]);
  });

  test('an unknown status as it stands, cut', () => {
    const data = { pay_order_id: 'P1', order_status: 'x'.repeat(500) };
    expect(ledgerOf(exchange({ sent: payin, data }))).toMatchObject([{ state: 'x'.repeat(40) }]);
  });
});

describe('what gets none', () => {
  test.each([
    ['a refusal', exchange({ sent: payin, code: 30002, data: { pay_order_id: 'P1' } })],
    ['no answer', exchange({ sent: payin, data: null })],
    ['an answer without an id', exchange({ sent: payin, data: {} })],
    ['an order of somebody else in a query', exchange({ operation: 'fetchPayin', data: [{ pay_order_id: 'P1' }] })],
    [
      'a webhook about an unknown order',
      exchange({ kind: 'delivery', operation: 'payinWebhook', sent: { pay_order_id: 'P1' } }),
    ],
    ['control', exchange({ kind: 'control', operation: null, data: { pay_order_id: 'P1' } })],
  ])('%s', (_name, each) => {
    expect(ledgerOf(each)).toEqual([]);
  });

  test('the same create again, the same state again, a query without a state', () => {
    const query = (data: unknown): Exchange => exchange({ operation: 'fetchPayin', data });
    const again = query({ records: [{ pay_order_id: 'P1', order_status: 1 }] });
    expect(ledgerOf(created, created, again, query([{ pay_order_id: 'P1' }]))).toHaveLength(1);
  });
});

describe('a new state gets a further line', () => {
  const changes = { pay_order_id: 'P1', order_status: 'SUCCESS' };
  test.each([
    ['in the list of a query', exchange({ operation: 'fetchPayin', at: 9, data: { records: [changes] } })],
    ['in a query', exchange({ operation: 'fetchPayin', at: 9, data: changes })],
    ['in a webhook', exchange({ kind: 'delivery', operation: 'payinWebhook', at: 9, sent: changes, data: null })],
    ['in the answer to a create again', exchange({ at: 9, sent: payin, data: changes })],
  ])('%s', (_name, seen) => {
    const [first, ...more] = ledgerOf(created, seen, seen);
    const at = '1970-01-01T00:00:09.000Z';
    expect(more).toEqual([{ ...first, at, operation: seen.operation, state: 'SUCCEED' }]);
  });
});

test('an order whose create was not answered gets its line when it turns up', () => {
  const lost = exchange({ sent: payin, application: 'second', data: null });
  const found = exchange({
    operation: 'fetchPayin',
    data: [{ pay_order_id: 'P5', request_id: 'R1', order_status: 1 }],
  });
  expect(ledgerOf(lost, found, found)).toMatchObject([
    { operation: 'fetchPayin', application: 'second', request_id: 'R1', pay_order_id: 'P5', amount: '10.00' },
  ]);
});
