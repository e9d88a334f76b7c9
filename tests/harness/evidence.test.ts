import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { given, holds, PreconditionFailed } from '../../harness/check.js';
import { runScenario } from '../../harness/engine.js';
import { EvidenceFileError, type EvidenceRecord, EvidenceWriter, readEvidence } from '../../harness/evidence-file.js';
import { labelledExchanges, storeSteps } from '../../harness/evidence-steps.js';
import { type Exchange, envelopeOf } from '../../harness/exchange.js';
import { Masker } from '../../harness/masking.js';
import { Recorder } from '../../harness/recorder.js';
import { type Rejudged, rejudge, restoreEvidence } from '../../harness/rejudge.js';
import { defineScenario, type Evidence } from '../../harness/scenario.js';
import { recordInto } from '../../harness/session.js';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'evidence-'));
  file = path.join(folder, 'evidence.ndjson.gz');
});
afterEach(() => rm(folder, { recursive: true }));

const header: EvidenceRecord = {
  type: 'header',
  schemaVersion: 1,
  suite: 'test 1',
  protocol: 'lesspay',
  seed: 1,
  startedAt: '2026-01-01T00:00:00.000Z',
};
const footer: EvidenceRecord = { type: 'footer', exchanges: 1, exercises: 1, finishedAt: '2026-01-01T00:00:01.000Z' };

async function all(name = file): Promise<EvidenceRecord[]> {
  const records: EvidenceRecord[] = [];
  for await (const record of readEvidence(name)) records.push(record);
  return records;
}

/** Records an answer of a target; `after` bytes of white space make it long. */
function exchangeOf(recorder: Recorder, code: number, padding = 0): Exchange {
  const body = `{"code":${code},"msg":"a\u2028b"}${' '.repeat(padding)}`;
  return recorder.record(
    {
      kind: 'request',
      operation: 'createPayout',
      application: 'first',
      startedAt: 0,
      durationMs: 1,
      method: 'POST',
      url: 'http://target/',
      request: { headers: {}, body: '{}' },
      answer: { kind: 'answer', status: 200, headers: {}, body, bytes: body.length, truncated: false },
    },
    recorder.openScope(),
  );
}

const newRecorder = (): Recorder => new Recorder(new Masker({ requests: [], answers: [] }));

describe('evidence file', () => {
  test('what several writers append one after the other is read as one file', async () => {
    for (const record of [header, footer, header]) {
      const writer = new EvidenceWriter(file);
      writer.write(record);
      await writer.finish();
    }
    expect(await all()).toEqual([header, footer, header]);
  });

  test('finishing twice, and without a record, adds nothing', async () => {
    const writer = new EvidenceWriter(file);
    writer.write(header);
    await writer.finish();
    const size = (await readFile(file)).length;
    await writer.finish();
    await new EvidenceWriter(file).finish();
    expect((await readFile(file)).length).toBe(size);
  });

  test('records larger than a piece, and line separators inside of them', async () => {
    const writer = new EvidenceWriter(file);
    const recorder = newRecorder();
    recordInto(writer, recorder);
    const recorded = [0, 200_000, 300_000, 0].map((padding) => exchangeOf(recorder, 0, padding));
    await writer.finish();
    expect(await all()).toEqual(recorded.map((exchange) => ({ type: 'exchange', exchange })));
  });

  test('a file that is cut off gives what is whole, and then says so', async () => {
    const writer = new EvidenceWriter(file);
    writer.write(header);
    await writer.finish();
    const whole = (await readFile(file)).length;
    writer.write(footer);
    await writer.finish();
    const bytes = await readFile(file);
    for (const end of [whole + 12, bytes.length - 9, bytes.length - 1]) {
      await writeFile(file, bytes.subarray(0, end));
      const records: EvidenceRecord[] = [];
      const reading = (async () => {
        for await (const record of readEvidence(file)) records.push(record);
      })();
      await expect(reading).rejects.toMatchObject({ name: 'EvidenceFileError', code: 'EVIDENCE_CUT_OFF' });
      expect(records).toContainEqual(header);
    }
  });

  test.each([
    ['is not there', null, 'EVIDENCE_UNREADABLE'],
    ['is no gzip file', Buffer.from('{"type":"header"}\n'), 'EVIDENCE_NOT_GZIP'],
    [
      'is damaged',
      Buffer.concat([gzipSync('x'.repeat(100)).subarray(0, 10), Buffer.alloc(40, 0xff)]),
      'EVIDENCE_NOT_GZIP',
    ],
    ['holds something else', gzipSync('{"type":"header"}\nnot JSON\n'), 'EVIDENCE_NOT_JSON'],
  ])('a file that %s', async (_what, bytes, code) => {
    if (bytes !== null) await writeFile(file, bytes);
    const error = await all().then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(EvidenceFileError);
    expect(error).toMatchObject({ code });
    expect((error as Error).message).toContain(file);
  });

  test('a file that cannot be written is reported when it is finished, not before', async () => {
    const writer = new EvidenceWriter(path.join(folder, 'none', 'evidence.ndjson.gz'));
    writer.write(header);
    await expect(writer.finish()).rejects.toMatchObject({ code: 'ENOENT' });
    writer.write(footer);
    await expect(writer.finish()).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('steps', () => {
  test('exchanges become their ids, plain data stays, and all of it comes back', () => {
    const recorder = newRecorder();
    const [a, b] = [exchangeOf(recorder, 0), exchangeOf(recorder, 1)];
    const evidence: Evidence = {
      first: a,
      both: [a, b],
      none: [],
      count: 3,
      nothing: null,
      plan: { id: 'x', facts: 1 },
    };
    const steps = storeSteps(evidence);
    expect(steps).toEqual({
      first: { exchange: 'x1' },
      both: { exchanges: ['x1', 'x2'] },
      none: { value: [] },
      count: { value: 3 },
      nothing: { value: null },
      plan: { value: { id: 'x', facts: 1 } },
    });
    const record = { type: 'exercise', scenario: 'S', case: null, index: 0, purpose: 'run', steps } as const;
    const known = new Map([a, b].map((exchange) => [exchange.id, exchange]));
    expect(restoreEvidence(JSON.parse(JSON.stringify(record)) as typeof record, known)).toEqual(evidence);
    expect(labelledExchanges(evidence).map(({ label, exchange }) => [label, exchange.id])).toEqual([
      ['first', 'x1'],
      ['both 1', 'x1'],
      ['both 2', 'x2'],
    ]);
    expect(() => restoreEvidence(record, new Map([['x1', a]]))).toThrow(
      expect.objectContaining({ code: 'EVIDENCE_INCOMPLETE' }),
    );
  });
});

describe('judging again', () => {
  interface Asked extends Record<string, Evidence[string]> {
    readonly first: Exchange;
    readonly second: Exchange;
    readonly sent: number;
  }
  const scenario = defineScenario<(code: number) => Exchange, null, number, Asked>({
    id: 'CODE-001',
    title: 'The second answer has code 0',
    cases: ['plain', 'other'],
    given: () => fc.nat({ max: 9 }),
    async drive(ask, sent, situation) {
      if (sent === 9) throw new PreconditionFailed('nine', 'never asked for nine');
      return { first: ask(situation === 'other' ? sent % 3 : 0), second: ask(sent % 2), sent };
    },
    judge: {
      'CODE-001': ({ first, second }) => [
        given(holds(envelopeOf(first)?.code === 0, 'code 0', () => 'another')),
        holds(envelopeOf(second)?.code === 0, 'code 0', () => String(envelopeOf(second)?.code), second),
      ],
      'CODE-002': ({ sent }, situation) => holds(situation === 'other' || sent < 5, 'less', () => String(sent)),
    },
  });

  test('stored exercises give the judgements they gave live', async () => {
    const writer = new EvidenceWriter(file);
    const recorder = newRecorder();
    recordInto(writer, recorder);
    writer.write(header);
    const live = await runScenario(
      scenario,
      {
        profile: null,
        missing: () => null,
        exercise: async (_alone, work) => work((code) => exchangeOf(recorder, code)),
        keep: (record) => writer.write(record),
      },
      { seed: 3, runs: 60, maxShrinkExercises: 10, shrinkBudget: { left: 100 } },
    );
    writer.write({ type: 'exercise', scenario: 'GONE-001', case: null, index: 0, purpose: 'run', steps: {} });
    writer.write(footer);
    await writer.finish();

    const frames: string[] = [];
    const onRecord = ({ type }: EvidenceRecord): void => {
      if (type === 'header' || type === 'footer') frames.push(type);
    };
    const again: Rejudged[] = [];
    for await (const one of rejudge(readEvidence(file), [scenario], { onRecord })) {
      again.push(one);
    }
    expect(frames).toEqual(['header', 'footer']);
    expect(again.at(-1)?.judgements).toBeNull();
    const counted = again.filter(({ record }) => record.purpose === 'run');
    for (const { requirement, passed, failed, inconclusive } of live.tallies) {
      const verdicts = counted.map(({ judgements }) => judgements?.get(requirement)?.verdict);
      const times = (verdict: string): number => verdicts.filter((one) => one === verdict).length;
      expect([times('pass'), times('fail'), times('inconclusive')]).toEqual([passed, failed, inconclusive]);
      expect(passed).toBeGreaterThan(0);
      expect(failed).toBeGreaterThan(0);
      expect(inconclusive).toBeGreaterThan(0);
    }
  });

  test('an exchange that is missing is no verdict', async () => {
    await appendFile(
      file,
      gzipSync(
        '{"type":"exercise","scenario":"CODE-001","case":"plain","index":4,"purpose":"run","steps":{"first":{"exchange":"x9"}}}\n',
      ),
    );
    const reading = (async () => {
      for await (const _ of rejudge(readEvidence(file), [scenario])) expect.unreachable();
    })();
    await expect(reading).rejects.toMatchObject({ code: 'EVIDENCE_INCOMPLETE' });
  });
});
