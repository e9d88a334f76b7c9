import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ReportError } from '../../reports/report-error.js';
import { parseReportKinds, REPORT_KINDS } from '../../reports/report-kinds.js';
import { writeReports } from '../../reports/write.js';
import type { Manifest } from '../../schemas/report/results.generated.js';
import { fullResult, smallResult } from './sample-result.js';
import { violationsOf } from './schemas.js';

let outDir: string;

beforeEach(async () => {
  outDir = await mkdtemp(path.join(tmpdir(), 'reports-'));
});

afterEach(async () => {
  await rm(outDir, { recursive: true, force: true });
});

const read = (name: string) => readFile(path.join(outDir, name), 'utf8');

async function errorOf(action: Promise<unknown>): Promise<ReportError> {
  const error = await action.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof ReportError)) throw error;
  return error;
}

describe('writeReports', () => {
  test('writes every kind, the results first and the manifest last, and leaves nothing else', async () => {
    const folder = path.join(outDir, 'new', 'folder');
    const files = await writeReports(fullResult(), {
      outDir: folder,
      kinds: ['badge', 'har', 'junit', 'sarif', 'html', 'markdown'],
    });
    expect(files.map(({ name }) => name)).toEqual([
      'results.json',
      'report.html',
      'summary.md',
      'junit.xml',
      'exchanges.har',
      'results.sarif',
      'badge.svg',
      'manifest.json',
    ]);
    expect((await readdir(folder)).sort()).toEqual(files.map(({ name }) => name).sort());
    for (const file of files) {
      const content = await readFile(file.path);
      expect(file).toMatchObject({
        bytes: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
      });
    }
  });

  test('results.json is the result', async () => {
    await writeReports(fullResult(), { outDir, kinds: [] });
    const results: unknown = JSON.parse(await read('results.json'));
    expect(results).toEqual(fullResult());
    expect(violationsOf('results', results)).toEqual([]);
  });

  test('the manifest names every file with its sum, extra files included', async () => {
    await mkdir(path.join(outDir, 'more'));
    await writeFile(path.join(outDir, 'evidence.ndjson.gz'), 'evidence');
    await writeFile(path.join(outDir, 'more', 'a.txt'), '');
    const files = await writeReports(smallResult(), {
      outDir,
      kinds: ['markdown'],
      extraFiles: ['evidence.ndjson.gz', './more/a.txt', 'results.json', 'evidence.ndjson.gz'],
    });
    const manifest: Manifest = JSON.parse(await read('manifest.json'));
    expect(violationsOf('manifest', manifest)).toEqual([]);
    const sums = Object.fromEntries(files.map(({ name, sha256, bytes }) => [name, { name, sha256, bytes }]));
    expect(manifest).toEqual({
      schemaVersion: 1,
      suite: { name: 'lesspay-conformance', version: '0.1.0' },
      protocol: 'lesspay',
      seed: 7,
      startedAt: '2026-01-02T03:04:05.000Z',
      finishedAt: '2026-01-02T03:04:17.300Z',
      files: [
        {
          name: 'evidence.ndjson.gz',
          sha256: 'ee8250fb76e094b34b471f13a73dbbe51d1ae142e9df59d7c0d31ec20f0a0a8e',
          bytes: 8,
        },
        { name: 'more/a.txt', sha256: createHash('sha256').digest('hex'), bytes: 0 },
        sums['results.json'],
        sums['summary.md'],
      ],
    });
  });

  test('a missing extra file leaves the results, but no manifest of an earlier run', async () => {
    await writeReports(smallResult(), { outDir, kinds: ['html'] });
    const error = await errorOf(writeReports(fullResult(), { outDir, kinds: [], extraFiles: ['evidence.ndjson.gz'] }));
    expect(error.code).toBe('fileNotReadable');
    expect(error.message).toContain(
      `${path.join(outDir, 'evidence.ndjson.gz')} belongs to the run but cannot be read (ENOENT)`,
    );
    expect(JSON.parse(await read('results.json'))).toEqual(fullResult());
    expect((await readdir(outDir)).sort()).toEqual(['report.html', 'results.json']);
  });

  test.each(['../outside.txt', '/etc/hostname', '.', 'a/../../b'])('refuses the extra file %s', async (name) => {
    const error = await errorOf(writeReports(smallResult(), { outDir, kinds: [], extraFiles: [name] }));
    expect(error.code).toBe('fileOutsideFolder');
    expect(await readdir(outDir)).toEqual([]);
  });

  test('a folder that cannot be made says where, why and what to do', async () => {
    const file = path.join(outDir, 'file');
    await writeFile(file, '');
    const folder = path.join(file, 'reports');
    const error = await errorOf(writeReports(smallResult(), { outDir: folder, kinds: ['html'] }));
    expect(error.code).toBe('folderNotWritable');
    expect(error.message).toBe(
      `Cannot write ${folder} (ENOTDIR): check that ${folder} is a folder that you may write to and that the disk has room, or choose another one with --out.`,
    );
  });

  test('a file that cannot be replaced leaves no half-written one', async () => {
    await mkdir(path.join(outDir, 'results.json', 'in the way'), { recursive: true });
    const error = await errorOf(writeReports(smallResult(), { outDir, kinds: [] }));
    expect(error.code).toBe('folderNotWritable');
    expect(error.message).toContain(path.join(outDir, 'results.json'));
    expect(await readdir(outDir)).toEqual(['results.json']);
  });
});

describe('parseReportKinds', () => {
  test('reads a list, once each', () => {
    expect(parseReportKinds('html, junit,html')).toEqual(['html', 'junit']);
    expect(parseReportKinds(REPORT_KINDS.join(','))).toEqual([...REPORT_KINDS]);
  });

  test.each([
    ['html,pdf', '"pdf" in "html,pdf"'],
    ['', '"" in ""'],
    ['html,', '"" in "html,"'],
    ['HTML', '"HTML" in "HTML"'],
  ])('refuses %j and names the kinds', (text, received) => {
    expect(() => parseReportKinds(text)).toThrowError(
      expect.objectContaining({
        code: 'unknownReportKind',
        message: `--report: received ${received}; expected a comma-separated list of json, html, markdown, junit, har, sarif, badge, for example --report html,junit.`,
      }),
    );
  });
});
