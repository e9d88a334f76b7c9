import { appendFileSync, copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeReports } from '../../reports/write.js';
import type { Manifest } from '../../schemas/report/results.generated.js';
import { smallResult } from '../reports/sample-result.js';
import { inProcess } from './memory-io.js';
import { scratchFolder } from './scratch.js';

/** A folder as a run leaves it, with a file that is no report. */
async function runFolder(cwd: string, name = 'run'): Promise<string> {
  const outDir = path.join(cwd, name);
  mkdirSync(outDir);
  writeFileSync(path.join(outDir, 'evidence.ndjson.gz'), 'evidence');
  await writeReports(smallResult(), { outDir, kinds: ['json'], extraFiles: ['evidence.ndjson.gz'] });
  return outDir;
}

const namesIn = (folder: string): string[] => {
  const { files } = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as Manifest;
  return files.map(({ name }) => name);
};

describe('report', () => {
  test('writes the reports that were asked for beside the result; the manifest keeps what the run wrote', async () => {
    const cwd = scratchFolder();
    const folder = await runFolder(cwd);
    const { code, out, err } = await inProcess(['report', 'run', '--report', 'junit,html'], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe('run holds: results.json, report.html, junit.xml, evidence.ndjson.gz, manifest.json\n');
    expect(namesIn(folder)).toEqual(['evidence.ndjson.gz', 'junit.xml', 'report.html', 'results.json']);
    expect(readFileSync(path.join(folder, 'junit.xml'), 'utf8')).toContain('PAYOUT-BATCH-010');
  });

  test('writes all of them into another folder, from a file of any name', async () => {
    const cwd = scratchFolder();
    const folder = await runFolder(cwd);
    copyFileSync(path.join(folder, 'results.json'), path.join(cwd, 'yesterday.json'));
    const { code } = await inProcess(['report', 'yesterday.json', '--out', 'there'], { cwd });
    expect({ code, files: readdirSync(path.join(cwd, 'there')).sort() }).toEqual({
      code: 0,
      files: ['exchanges.har', 'junit.xml', 'manifest.json', 'report.html', 'results.json', 'summary.md'],
    });
    const { code: refused, err } = await inProcess(['report', 'yesterday.json'], { cwd });
    expect({ refused, err }).toEqual({
      refused: 2,
      err: 'error: report: a report folder holds its result as results.json, and yesterday.json has another name. Give a folder with --out.\n',
    });
  });

  test('several results: each beside itself, but not all into one folder', async () => {
    const cwd = scratchFolder();
    await runFolder(cwd, 'a');
    await runFolder(cwd, 'b');
    const { code, out } = await inProcess(['report', 'a', path.join('b', 'results.json'), '--report', 'markdown'], {
      cwd,
    });
    expect({ code, lines: out.trimEnd().split('\n').length }).toEqual({ code: 0, lines: 2 });
    for (const name of ['a', 'b']) expect(readdirSync(path.join(cwd, name))).toContain('summary.md');
    const together = await inProcess(['report', 'a', 'b', '--out', 'c'], { cwd });
    expect(together).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^error: --out: 2 results cannot go into one/),
    });
  });

  test('does not vouch for a file that was changed since', async () => {
    const cwd = scratchFolder();
    const folder = await runFolder(cwd);
    const before = readFileSync(path.join(folder, 'manifest.json'), 'utf8');
    appendFileSync(path.join(folder, 'evidence.ndjson.gz'), '!');
    const { code, err } = await inProcess(['report', 'run'], { cwd });
    expect(err).toMatch(/^error: report: run\/evidence\.ndjson\.gz is not as the run wrote it/);
    expect({ code, manifest: readFileSync(path.join(folder, 'manifest.json'), 'utf8') }).toEqual({
      code: 2,
      manifest: before,
    });
  });

  test.each([
    ['no such file', ['nowhere.json'], /^error: report: cannot read the results file nowhere\.json: /],
    ['a folder without a result', ['.'], /^error: report: cannot read the results file results\.json: /],
    [
      'another file',
      ['other.json'],
      /^error: report: other\.json is not a results file of this suite: at \/.*, expected /,
    ],
    ['an unknown kind', ['other.json', '--report', 'pdf'], /^error: --report: received "pdf"/],
    ['nothing', [], /missing required argument 'results'/],
  ])('%s ends with 2', async (_name, args, says) => {
    const cwd = scratchFolder();
    writeFileSync(path.join(cwd, 'other.json'), '{"schemaVersion":1}');
    const { code, out, err } = await inProcess(['report', ...args], { cwd });
    expect(err).toMatch(says);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});
