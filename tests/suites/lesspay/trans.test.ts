import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { amend, annexA, type Decisions } from '../../../reference/lesspay/decisions.js';
import { startReferencePlatform } from '../../../reference/lesspay/start.js';
import { transScenarios } from '../../../suites/lesspay/trans/index.js';
import { judgedOf, scenarioRequirementsOf } from './coverage.js';
import { failedOf, remarksOf, runInProcess, unexpected } from './in-process.js';

describe('TRANS against the reference platform', () => {
  test.each([1, 20_26])('everything passes with seed %i', async (seed) => {
    const run = await runInProcess(transScenarios, { runs: 5, seed });
    expect(unexpected(run)).toEqual([]);
    expect(remarksOf(run).filter((remark) => !remark.includes('recorded: '))).toEqual([]);
  });

  test('every requirement of the area is judged', () => {
    expect(judgedOf(transScenarios)).toEqual(scenarioRequirementsOf('TRANS'));
  });
});

const { payinOrders } = annexA;
const answering = (changes: Partial<Decisions['payinAnswers']>): Decisions =>
  amend(amend(annexA, 'payinAnswers', changes), 'payoutAnswers', changes);
const ids = (...numbers: readonly string[]): string[] => numbers.map((number) => `TRANS-${number}`);

const lies: readonly { says: string; decisions: Decisions; failed: readonly string[] }[] = [
  {
    says: 'mistakes of the client are its own',
    decisions: answering({
      wrongMethod: { status: 500, code: 10 },
      unknownPath: { status: 500, code: 10 },
      malformedBody: { status: 500, code: 10 },
      emptyBody: { status: 500, code: 10 },
    }),
    failed: ids('004', '005', '006', '007', '008', '009'),
  },
  {
    says: 'GET works on payouts',
    decisions: amend(annexA, 'payoutAnswers', { wrongMethod: { status: 200, code: 0 } }),
    failed: ids('005'),
  },
  {
    says: 'text is kept in ASCII',
    decisions: amend(annexA, 'payinOrders', {
      fromRequest: (body, createdAt) => {
        const order = payinOrders.fromRequest(body, createdAt);
        return { ...order, description: order.description.replace(/[^ -~]/g, '?') };
      },
    }),
    failed: ids('010'),
  },
];

const open: Server[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer({ keepAlive: false }, (incoming, response) => {
    response.setHeader('connection', 'close');
    answer(incoming, response);
  });
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const documentedNames = new Set(['Content-Type', 'x-auth-appid', 'X-Auth-Timestamp', 'x-auth-signature']);

/** Hands everything on that is labelled and spelled as in the documents, and refuses the rest. */
async function pedantTowards(target: string): Promise<string> {
  return serve((incoming, response) => {
    const spelled = incoming.rawHeaders.filter((name, index) => index % 2 === 0 && documentedNames.has(name)).length;
    if (spelled < documentedNames.size || incoming.headers['content-type'] !== 'application/json') {
      response.writeHead(400, { 'content-type': 'application/json' }).end('{"code":9999,"msg":"Bad request"}');
      return;
    }
    const { method = 'POST', url = '/', headers } = incoming;
    incoming.pipe(
      request(target + url, { method, headers }, (answered) => {
        response.writeHead(answered.statusCode ?? 500, { 'content-type': 'application/json' });
        answered.pipe(response);
      }),
    );
  });
}

describe('TRANS against a target that errs', () => {
  test.each(lies)('$says', async ({ decisions, failed }) => {
    const run = await runInProcess(transScenarios, { runs: 6, seed: 7, decisions });
    // Observers judge the same traffic for other areas.
    expect(failedOf(run).filter((id) => id.startsWith('TRANS-'))).toEqual(failed);
  });

  test('other labels and spellings are refused', async () => {
    const platform = await startReferencePlatform({
      applications: [
        { appId: 'a'.repeat(24), appSecret: 'first-test-secret' },
        { appId: 'b'.repeat(24), appSecret: 'second-test-secret' },
      ],
    });
    try {
      const url = await pedantTowards(platform.url);
      const run = await runInProcess(transScenarios, { runs: 2, url, without: ['control', 'inbox'] });
      expect(failedOf(run).filter((id) => id.startsWith('TRANS-'))).toEqual(ids('003', '011'));
    } finally {
      await platform.close();
    }
  });

  test('a server that knows no endpoint fails those that are judged by success, and nothing else', async () => {
    const url = await serve((_incoming, response) => {
      response.writeHead(404, { 'content-type': 'application/json' }).end('{"code":9999,"msg":"Not found"}');
    });
    const run = await runInProcess(transScenarios, { runs: 2, url, without: ['control', 'inbox'] });
    expect(failedOf(run).filter((id) => id.startsWith('TRANS-'))).toEqual(ids('001', '002', '010', '016'));
  });
});
