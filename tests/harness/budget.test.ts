import { describe, expect, test } from 'vitest';
import { BUDGET_SPENT, withinBudget } from '../../harness/budget.js';
import type { Transport, WireRequest, WireResult } from '../../harness/transport.js';

const request: WireRequest = { method: 'POST', url: 'http://127.0.0.1/', headers: {}, body: '' };
const fine: WireResult = { kind: 'answer', status: 200, headers: {}, body: '', bytes: 0, truncated: false };

/** A clock that only moves when somebody waits, and a transport that notes when it was used. */
function stage() {
  let time = 1000;
  const sentAt: number[] = [];
  let closed = 0;
  const transport: Transport = {
    async send() {
      sentAt.push(time);
      return fine;
    },
    async close() {
      closed += 1;
    },
  };
  return {
    transport,
    sentAt,
    now: () => time,
    pass: (ms: number) => {
      time += ms;
    },
    wait: async (ms: number) => {
      time += ms;
    },
    closed: () => closed,
  };
}

describe('withinBudget', () => {
  test('sends so many and no more, also side by side', async () => {
    const { transport, sentAt, now } = stage();
    const budgeted = withinBudget(transport, { rps: null, maxRequests: 3 }, now);
    const results = await Promise.all(Array.from({ length: 5 }, () => budgeted.send(request)));
    expect(sentAt).toHaveLength(3);
    expect(results.slice(0, 3)).toEqual([fine, fine, fine]);
    expect(results[4]).toEqual({
      kind: 'failure',
      code: BUDGET_SPENT,
      message: 'the run may send 3 requests (--max-requests), and has sent them',
    });
    expect(budgeted.spent()).toBe(true);
  });

  test('a budget that is exactly enough was not exceeded', async () => {
    const { transport, now } = stage();
    const budgeted = withinBudget(transport, { rps: null, maxRequests: 1 }, now);
    await budgeted.send(request);
    expect(budgeted.spent()).toBe(false);
  });

  test('spaces requests out, and does not make up for idle time in a burst', async () => {
    const { transport, sentAt, now, wait, pass } = stage();
    const budgeted = withinBudget(transport, { rps: 4, maxRequests: null }, now, wait);
    for (let index = 0; index < 3; index += 1) await budgeted.send(request);
    pass(10_000);
    for (let index = 0; index < 2; index += 1) await budgeted.send(request);
    expect(sentAt).toEqual([1000, 1250, 1500, 11_500, 11_750]);
  });

  test('spaces out what is sent at the same time', async () => {
    const waits: number[] = [];
    const { transport, now } = stage();
    const budgeted = withinBudget(transport, { rps: 10, maxRequests: null }, now, async (ms) => {
      waits.push(ms);
    });
    await Promise.all(Array.from({ length: 4 }, () => budgeted.send(request)));
    expect(waits).toEqual([100, 200, 300]);
  });

  test('without limits nothing is held back; closing closes the transport', async () => {
    const { transport, sentAt, now, closed } = stage();
    const budgeted = withinBudget(transport, { rps: null, maxRequests: null }, now, () =>
      Promise.reject(new Error('waited')),
    );
    await Promise.all(Array.from({ length: 50 }, () => budgeted.send(request)));
    await budgeted.close();
    expect([sentAt.length, closed()]).toEqual([50, 1]);
  });
});
