import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type EvidenceRecord, EvidenceWriter, readEvidence } from '../../harness/evidence-file.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lesspay-evidence-'));
  file = path.join(folder, 'evidence.ndjson.gz');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function record(index: number, text = 'a value'): EvidenceRecord {
  return { type: 'exercise', scenario: 'S-001', case: null, index, purpose: 'run', steps: { said: { value: text } } };
}

async function recordsIn(name: string): Promise<EvidenceRecord[]> {
  const records: EvidenceRecord[] = [];
  for await (const each of readEvidence(name)) records.push(each);
  return records;
}

describe('the evidence file', () => {
  test('gives back what was written, in order, also what holds line separators', async () => {
    const written = [record(0), record(1, 'a\u2028b\u2029c\nd'), record(2, '試験 💳')];
    const writer = new EvidenceWriter(file);
    for (const each of written) writer.write(each);
    await writer.finish();
    expect(await recordsIn(file)).toEqual(written);
  });

  test('two writers may append in turn', async () => {
    const [first, second] = [new EvidenceWriter(file), new EvidenceWriter(file)];
    for (const [index, writer] of [first, second, first].entries()) {
      writer.write(record(index));
      await writer.finish();
    }
    expect((await recordsIn(file)).map((each) => each.type === 'exercise' && each.index)).toEqual([0, 1, 2]);
  });

  test('a run that ends without finishing leaves a file that can be read', async () => {
    const writer = new EvidenceWriter(file);
    const long = 'x'.repeat(10_000);
    for (let index = 0; index < 100; index += 1) writer.write(record(index, long));
    const kept = await recordsIn(file);
    expect(kept.length).toBeGreaterThan(50);
    expect(kept).toEqual(Array.from({ length: kept.length }, (_, index) => record(index, long)));
    await writer.finish();
    expect(await recordsIn(file)).toHaveLength(100);
    expect(gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n')).toHaveLength(100);
  });

  test('nothing written, no file', async () => {
    await new EvidenceWriter(file).finish();
    await expect(recordsIn(file)).rejects.toMatchObject({ code: 'EVIDENCE_UNREADABLE' });
  });

  test('a file that cannot be written is reported when it is finished', async () => {
    const writer = new EvidenceWriter(path.join(folder, 'missing', 'evidence.ndjson.gz'));
    writer.write(record(0));
    await expect(writer.finish()).rejects.toThrow('ENOENT');
  });

  test('a file that is cut off is refused', async () => {
    const writer = new EvidenceWriter(file);
    writer.write(record(0));
    await writer.finish();
    writeFileSync(file, readFileSync(file).subarray(0, -12));
    await expect(recordsIn(file)).rejects.toMatchObject({ code: 'EVIDENCE_CUT_OFF' });
  });
});
