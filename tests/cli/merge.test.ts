import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LedgerLine } from '../../schemas/report/results.generated.js';
import { sampleResult } from '../reports/sample-result.js';
import { createdPayin, type HandMade, handMadeShard } from './hand-made-shard.js';
import { inProcess } from './memory-io.js';
import { evidenceIn, resultsIn, scratchFolder, textOf } from './scratch.js';

const order = (payOrderId: string, application: string): LedgerLine => ({
  at: '2026-01-02T03:04:05.000Z',
  operation: 'createPayin',
  application,
  request_id: 'r',
  pay_order_id: payOrderId,
  amount: '1.00',
  currency: 'USD',
  state: 'PENDING_PAY',
});

describe('report --merge', () => {
  test('compares orders of different shards with each other: an id that two of them saw is found', async () => {
    const cwd = scratchFolder();
    await handMadeShard(cwd, 'one', { index: 1, count: 2, exchanges: [createdPayin('x1', 'request-one', 'P1')] });
    await handMadeShard(cwd, 'two', { index: 2, count: 2, exchanges: [createdPayin('x1', 'request-two', 'P1')] });
    const { code } = await inProcess(['report', '--merge', 'two', 'one', '--out', 'whole'], { cwd });
    const result = resultsIn(path.join(cwd, 'whole'));
    const requirement = result.requirements.find(({ id }) => id === 'FMT-014');
    expect({ code, verdict: requirement?.verdict, exercises: requirement?.exercises }).toEqual({
      code: 1,
      verdict: 'fail',
      exercises: 2,
    });
    expect(requirement?.findings).toMatchObject([
      { id: 'FMT-014.1', violations: [{ received: 'P1, which another create returned before', exchange: 'x2' }] },
    ]);
    expect(result.selection).toEqual({ only: ['FMT-014'], level: null });
  });

  test('two orders in two shards are no repetition', async () => {
    const cwd = scratchFolder();
    await handMadeShard(cwd, 'one', { index: 1, count: 2, exchanges: [createdPayin('x1', 'request-one', 'P1')] });
    await handMadeShard(cwd, 'two', { index: 2, count: 2, exchanges: [createdPayin('x1', 'request-two', 'P2')] });
    const { code } = await inProcess(['report', '--merge', 'one', 'two', '--out', 'whole'], { cwd });
    expect(code).toBe(0);
  });

  test('numbers exchanges and made applications anew, between one header and one footer', async () => {
    const cwd = scratchFolder();
    const exchanges = [createdPayin('x1', 'a', 'P1'), createdPayin('x2', 'b', 'P2', 'created-1')];
    const match = { application: 'created-1', reading: 'DEMO', operation: 'sign' };
    const signature = { present: true, wellFormed: true, matches: [match] };
    const others = [
      { ...createdPayin('x1', 'c', 'P3', 'created-1'), facts: { signature } },
      createdPayin('x2', 'd', 'P4', 'second'),
    ];
    const ledger = (id: string): LedgerLine[] => [order(id, 'created-1'), order(`${id}b`, 'first')];
    const early = { startedAt: '2026-01-02T03:00:00.000Z', finishedAt: '2026-01-02T03:01:00.000Z' };
    await handMadeShard(cwd, 'one', { index: 1, count: 2, exchanges, ledger: ledger('P2') });
    await handMadeShard(cwd, 'two', { index: 2, count: 2, exchanges: others, ledger: ledger('P3'), over: early });
    await inProcess(['report', '--merge', 'one', 'two', '--out', 'whole'], { cwd });
    const records = await evidenceIn(path.join(cwd, 'whole'));
    expect(records.map(({ type }) => type)).toEqual([
      'header',
      'exchange',
      'exchange',
      'exercise',
      'exchange',
      'exchange',
      'exercise',
      'footer',
    ]);
    expect(records.flatMap((each) => (each.type === 'exchange' ? [each.exchange] : []))).toMatchObject([
      { id: 'x1', application: 'first' },
      { id: 'x2', application: 'created-1' },
      {
        id: 'x3',
        application: 'created-2',
        facts: { signature: { matches: [{ ...match, application: 'created-2' }] } },
      },
      { id: 'x4', application: 'second' },
    ]);
    expect(records.flatMap((each) => (each.type === 'exercise' ? [each.steps] : []))).toEqual([
      { all: { exchanges: ['x1', 'x2'] }, one: { value: 'x1' } },
      { all: { exchanges: ['x3', 'x4'] }, one: { value: 'x1' } },
    ]);
    const orders = (await textOf(path.join(cwd, 'whole'), 'ledger.ndjson')).trimEnd().split('\n');
    expect(orders.map((line) => JSON.parse(line) as LedgerLine).map((line) => line.application)).toEqual([
      'created-1',
      'first',
      'created-2',
      'first',
    ]);
    expect(resultsIn(path.join(cwd, 'whole'))).toMatchObject({
      startedAt: early.startedAt,
      finishedAt: '2026-01-02T03:04:17.300Z',
    });
  });

  test('an interrupted shard makes the whole incomplete', async () => {
    const cwd = scratchFolder();
    const exchanges = [createdPayin('x1', 'a', 'P1')];
    await handMadeShard(cwd, 'one', { index: 1, count: 2, exchanges });
    const over = { complete: false, incompleteReason: 'interrupted' };
    await handMadeShard(cwd, 'two', { index: 2, count: 2, over });
    const { code } = await inProcess(['report', '--merge', 'one', 'two', '--out', 'whole'], { cwd });
    expect(code).toBe(130);
    expect(resultsIn(path.join(cwd, 'whole'))).toMatchObject({ conformant: false, ...over });
  });
});

const target = sampleResult([]).target;

const unlike: readonly (readonly [name: string, made: HandMade, says: RegExp])[] = [
  ['another seed', { index: 2, count: 2, over: { seed: 8 } }, /differ in seed: 7 in one, 8 in two\.$/],
  [
    'another version',
    { index: 2, count: 2, over: { suite: { name: 'lesspay-conformance', version: '9.9.9' } } },
    /suite version: "lesspay-conformance [\d.]+" in one, "lesspay-conformance 9\.9\.9" in two/,
  ],
  ['other runs', { index: 2, count: 2, over: { runs: 3 } }, /--runs: 20 in one, 3 in two/],
  [
    'another selection',
    { index: 2, count: 2, over: { selection: { only: [], level: 'must', shard: { index: 2, count: 2 } } } },
    /--only: \["FMT-014"\] in one, \[\] in two; --level: null in one, "must" in two/,
  ],
  [
    'another target',
    { index: 2, count: 2, over: { target: { ...target, url: 'http://127.0.0.1:9' } } },
    /target: "http:\/\/127\.0\.0\.1:8080" in one, "http:\/\/127\.0\.0\.1:9" in two/,
  ],
  ['another number of shards', { index: 3, count: 3 }, /number of shards: 2 in one, 3 in two/],
  [
    'another statement',
    { index: 2, count: 2, over: { ics: { schemaVersion: 1, protocol: 'lesspay' } } },
    /statement \(--ics\): null in one, \{/,
  ],
  [
    'payouts allowed in one of them',
    { index: 2, count: 2, file: { replayOptions: ' --allow-payouts' } },
    /options for the target: "" in one, "--allow-payouts" in two/,
  ],
  [
    'other waivers',
    {
      index: 2,
      count: 2,
      over: {
        waivers: [
          { requirement: 'FMT-014', reason: 'r', owner: 'o', expires: '2026-02-01', state: 'notEvaluated', entry: 0 },
        ],
      },
    },
    /waivers: \[\] in one, \[\{"requirement":"FMT-014"/,
  ],
  ['the same shard again', { index: 1, count: 2 }, /shard 1 of 2 is there twice: one and two|two and one/],
  [
    'the results of another run',
    { index: 2, count: 2, file: { seed: 9 } },
    /two\/shard\.json is of another run than results\.json/,
  ],
  ['evidence without an end', { index: 2, count: 2, complete: false }, /two\/evidence\.ndjson\.gz has no last record/],
];

describe('shards that do not belong together are refused with 2', () => {
  test.each(unlike)('%s', async (_name, made, says) => {
    const cwd = scratchFolder();
    await handMadeShard(cwd, 'one', { index: 1, count: 2 });
    await handMadeShard(cwd, 'two', made);
    const { code, out, err } = await inProcess(['report', '--merge', 'one', 'two', '--out', 'whole'], { cwd });
    expect(err.trimEnd()).toMatch(says);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  test('a missing shard', async () => {
    const cwd = scratchFolder();
    await handMadeShard(cwd, 'one', { index: 1, count: 3 });
    const { code, err } = await inProcess(['report', '--merge', 'one', '--out', 'whole'], { cwd });
    expect(err).toMatch(/^error: --merge: of 3 shards, 2, 3 are missing/);
    expect(code).toBe(2);
  });

  test('shards that each started a reference platform: says how to share one', async () => {
    const cwd = scratchFolder();
    const own = (port: number) => ({ target: { ...target, url: `http://127.0.0.1:${port}`, reference: true } });
    await handMadeShard(cwd, 'one', { index: 1, count: 2, over: own(1001) });
    await handMadeShard(cwd, 'two', { index: 2, count: 2, over: own(1002) });
    const { code, err } = await inProcess(['report', '--merge', 'one', 'two'], { cwd });
    expect(err).toMatch(/start one with serve, and give it to all of them with --url/);
    expect(code).toBe(2);
  });

  test('a whole run, an evidence file that is missing, and an output folder that is a shard', async () => {
    const cwd = scratchFolder();
    await handMadeShard(cwd, 'run', { index: 1, count: 1, over: { selection: { only: [], level: null } } });
    expect((await inProcess(['report', '--merge', 'run'], { cwd })).err).toMatch(/run holds a whole run, not a shard/);
    await handMadeShard(cwd, 'one', { index: 1, count: 1 });
    const inside = await inProcess(['report', '--merge', 'one', '--out', 'one'], { cwd });
    expect(inside).toMatchObject({ code: 2, err: expect.stringMatching(/--out: one is a shard itself/) });
    rmSync(path.join(cwd, 'one', 'evidence.ndjson.gz'));
    const without = await inProcess(['report', '--merge', 'one', '--out', 'whole'], { cwd });
    expect(without).toMatchObject({ code: 2, err: expect.stringMatching(/--merge: Cannot read .*evidence/) });
    writeFileSync(path.join(cwd, 'one', 'shard.json'), '{}');
    const empty = await inProcess(['report', '--merge', 'one', '--out', 'whole'], { cwd });
    expect(empty).toMatchObject({ code: 2, err: expect.stringMatching(/one\/shard\.json is not a shard file/) });
  });
});
