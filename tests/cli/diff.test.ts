import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { zipOf } from '../../cli/bundle/zip-writer.js';
import { validator } from '../../schemas/validator.js';
import { cleanResult, fullResult, sampleFinding, sampleRequirement, sampleResult } from '../reports/sample-result.js';
import { inProcess } from './memory-io.js';
import { scratchFolder } from './scratch.js';

const failing = sampleResult([
  sampleRequirement('TRANS-001', { verdict: 'fail', findings: [sampleFinding('TRANS-001')] }),
  sampleRequirement('TRANS-002', { level: 'SHOULD' }),
]);

function folderWith(results: Record<string, unknown>): string {
  const cwd = scratchFolder();
  for (const [name, value] of Object.entries(results)) {
    mkdirSync(path.join(cwd, name));
    writeFileSync(path.join(cwd, name, 'results.json'), typeof value === 'string' ? value : JSON.stringify(value));
  }
  return cwd;
}

describe('diff', () => {
  test('exit 1 when the later run is worse, 0 when it is better or the same; a folder or its results file', async () => {
    const cwd = folderWith({ clean: cleanResult(), failing });
    const worse = await inProcess(['diff', 'clean', 'failing/results.json'], { cwd });
    expect(worse).toMatchObject({ code: 1, err: '' });
    expect(worse.out).toMatch(/^Worse: 1 reason\n {2}TRANS-001 fails: expected /);
    const better = await inProcess(['diff', 'failing', 'clean'], { cwd });
    expect(better.code).toBe(0);
    expect(better.out).toContain('Newly passing (1)\n  TRANS-001 (MUST): failed -> passed\n');
    expect(await inProcess(['diff', 'clean', 'clean'], { cwd })).toMatchObject({ code: 0 });
  });

  test('a bundle is read as it is; one that is cut off, or holds no results, ends with 2', async () => {
    const cwd = folderWith({ clean: cleanResult() });
    const bundle = zipOf(new Map([['results.json', Buffer.from(JSON.stringify(failing))]]));
    writeFileSync(path.join(cwd, 'failing.zip'), bundle);
    writeFileSync(path.join(cwd, 'cut.zip'), bundle.subarray(0, bundle.length - 9));
    writeFileSync(path.join(cwd, 'other.zip'), zipOf(new Map([['other.json', Buffer.from('{}')]])));
    expect(await inProcess(['diff', 'clean', 'failing.zip'], { cwd })).toMatchObject({ code: 1, err: '' });
    const cut = await inProcess(['diff', 'clean', 'cut.zip'], { cwd });
    expect(cut.code).toBe(2);
    expect(cut.err).toMatch(/^error: diff: cannot read the bundle cut\.zip: the end of the zip file: /);
    const other = await inProcess(['diff', 'other.zip', 'clean'], { cwd });
    expect({ code: other.code, err: other.err }).toEqual({
      code: 2,
      err: 'error: diff: the bundle other.zip has no results.json.\n',
    });
  });

  test('--json follows its schema, --markdown begins with the conclusion; the exit code is the same', async () => {
    const cwd = folderWith({ clean: cleanResult(), failing, full: fullResult() });
    const json = await inProcess(['diff', 'clean', 'full', '--json'], { cwd });
    expect(json.code).toBe(1);
    expect(validator('report/diff')(JSON.parse(json.out))).toEqual([]);
    const markdown = await inProcess(['diff', 'clean', 'failing', '--markdown'], { cwd });
    expect(markdown.code).toBe(1);
    expect(markdown.out).toMatch(/^## Worse: 1 reason\n\n- `TRANS-001 fails: /);
  });

  test.each([
    ['a missing folder', ['clean', 'nowhere'], /cannot read the results file nowhere/],
    ['a folder without results', ['.', 'clean'], /cannot read the results file results\.json/],
    ['what is no JSON', ['clean', 'broken'], /cannot read the results file broken\/results\.json/],
    ['what is no result', ['clean', 'empty'], /empty\/results\.json is not a results file/],
    ['another role', ['clean', 'receiver'], /clean is about a lesspay platform, receiver about a lesspay receiver/],
    ['two formats', ['clean', 'clean', '--json', '--markdown'], /leave one of them out/],
    ['one input', ['clean'], /missing required argument 'after'/],
  ])('exit 2 for %s', async (_name, args, message) => {
    const cwd = folderWith({
      clean: cleanResult(),
      broken: '{',
      empty: {},
      receiver: { ...cleanResult(), role: 'receiver' },
    });
    const { code, out, err } = await inProcess(['diff', ...args], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });
});
