import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { noVerdictFrom } from '../../../harness/answers.js';
import type { PlatformClient } from '../../../harness/lesspay/platform-client.js';
import { type OperationName, operationNames, operations } from '../../../protocols/lesspay/operations.js';
import { validator } from '../../../schemas/validator.js';
import { serveHttp } from '../http-server.js';
import { act, openSession } from './one-session.js';

interface Seen {
  readonly url: string;
  readonly timestamps: string[];
}

/** A target that answers the first request, the second and so on; the last one for ever. */
async function target(
  ...answers: readonly ((response: ServerResponse, request: IncomingMessage) => void)[]
): Promise<Seen> {
  const timestamps: string[] = [];
  const server = await serveHttp((request, response) => {
    request.resume();
    request.once('end', () => {
      answers[Math.min(timestamps.length, answers.length - 1)]?.(response, request);
      timestamps.push(String(request.headers['x-auth-timestamp']));
    });
  });
  onTestFinished(() => server.close());
  return { url: server.url, timestamps };
}

const fine = (response: ServerResponse): void => {
  response.end('{"code":0,"msg":"SUCCESS","data":{}}');
};
const busy =
  (retryAfter?: string) =>
  (response: ServerResponse): void => {
    response.writeHead(429, retryAfter === undefined ? {} : { 'retry-after': retryAfter }).end('slow down');
  };
const reset = (_response: ServerResponse, request: IncomingMessage): void => {
  request.socket.resetAndDestroy();
};

/** A clock that only waiting moves. */
function stoppedClock(): { now: () => number; wait: (ms: number) => Promise<void>; waits: number[] } {
  let time = Date.parse('2026-03-01T12:00:00Z');
  const waits: number[] = [];
  return {
    waits,
    now: () => time,
    wait: async (ms) => {
      waits.push(ms);
      time += ms;
    },
  };
}

const send = (client: PlatformClient, operation: OperationName): ReturnType<PlatformClient['call']> =>
  client.call(operation, { request_id: 'R'.repeat(18) });

describe('a target that answers 429', () => {
  test.each(operationNames)('%s: it is waited for, and asked again with a new timestamp', async (operation) => {
    const { url, timestamps } = await target(busy('7'), busy(), fine);
    const clock = stoppedClock();
    const session = await openSession(url, {}, clock);
    const exchange = await act(session, ({ platform }) => send(platform, operation));
    expect(exchange.response?.status).toBe(200);
    expect(exchange.facts).toEqual({ attempts: 3 });
    expect(exchange.request.headers['x-auth-timestamp']).toBe(timestamps[2]);
    expect(clock.waits).toEqual([7_000, 1_000]);
    const [first = 0, second = 0, third = 0] = timestamps.map(Number);
    expect([second - first, third - second]).toEqual([7_000, 1_000]);
    expect(Date.parse(exchange.startedAt)).toBe(third);
    expect(validator('report/evidence')({ type: 'exchange', exchange })).toEqual([]);
    expect(session.exchanges()).toBe(1);
  });

  test('for ever: four attempts, and no verdict', async () => {
    const { url, timestamps } = await target(busy('3600'));
    const clock = stoppedClock();
    const session = await openSession(url, {}, clock);
    const exchange = await act(session, ({ platform }) => send(platform, 'createPayin'));
    expect({ sent: timestamps.length, waits: clock.waits }).toEqual({ sent: 4, waits: [60_000, 60_000, 60_000] });
    expect(exchange.response?.status).toBe(429);
    expect(noVerdictFrom(exchange)).toMatchObject({ kind: 'unmet', code: 'rateLimited' });
  });

  test('a timestamp that the scenario chose would not be the same later: it is not sent again', async () => {
    const { url, timestamps } = await target(busy('1'), fine);
    const session = await openSession(url, {}, stoppedClock());
    const exchange = await act(session, ({ platform }) =>
      platform.fetchPayout({ request_id: 'R1' }, { timestamp: '1700000000000' }),
    );
    expect({ status: exchange.response?.status, sent: timestamps.length }).toEqual({ status: 429, sent: 1 });
  });

  test('each attempt counts for the budget, and a spent budget is told', async () => {
    const { url, timestamps } = await target(busy());
    const session = await openSession(url, { maxRequests: 2 }, stoppedClock());
    expect(session.budgetSpent()).toBe(false);
    const exchange = await act(session, ({ platform }) => send(platform, 'fetchPayout'));
    expect({ sent: timestamps.length, spent: session.budgetSpent() }).toEqual({ sent: 2, spent: true });
    expect(noVerdictFrom(exchange)).toMatchObject({ code: 'budgetSpent' });
  });

  test('a run that is ended does not wait any longer', async () => {
    const { url, timestamps } = await target(busy('60'));
    const session = await openSession(url);
    const asked = performance.now();
    const pending = act(session, ({ platform }) => send(platform, 'fetchPayout'));
    await expect.poll(() => timestamps.length).toBe(1);
    session.abort();
    expect((await pending).failure?.code).toBe('ABORTED');
    expect(performance.now() - asked).toBeLessThan(10_000);
  });
});

describe('a target that resets the connection', () => {
  const questions = new Set<OperationName>(['fetchPayin', 'fetchPayout', 'listBanks', 'fetchBalance']);

  test.each(operationNames.filter((name) => questions.has(name)))('%s is asked again, once', async (operation) => {
    const once = await target(reset, fine);
    const answered = await act(await openSession(once.url), ({ platform }) => send(platform, operation));
    expect(answered).toMatchObject({ response: { status: 200 }, failure: null, facts: { attempts: 2 } });

    const always = await target(reset);
    const lost = await act(await openSession(always.url), ({ platform }) => send(platform, operation));
    expect(lost).toMatchObject({ response: null, facts: { attempts: 2 } });
    expect(lost.failure?.code).toMatch(/ECONNRESET|UND_ERR_SOCKET/);
    expect(always.timestamps).toHaveLength(2);
  });

  test.each(operationNames.filter((name) => !questions.has(name)))('%s is never sent again', async (operation) => {
    const { url, timestamps } = await target(reset, fine);
    const exchange = await act(await openSession(url), ({ platform }) => send(platform, operation));
    expect(exchange).toMatchObject({ response: null, facts: {} });
    expect(timestamps).toHaveLength(1);
  });

  test('neither is a question that goes to another path', async () => {
    const { url, timestamps } = await target(reset, fine);
    const session = await openSession(url);
    await act(session, ({ platform }) =>
      platform.fetchPayout({ request_id: 'R1' }, { path: operations.createPayin.path }),
    );
    expect(timestamps).toHaveLength(1);
  });
});
