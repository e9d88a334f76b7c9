import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { localServer, proxyTo } from './local-server.js';
import { type Child, start } from './process.js';
import { evidenceIn, resultsIn, scratchFolder, textOf } from './scratch.js';
import { serve, targetEnvironment } from './serve-child.js';

/** A run that would last for minutes, once its first orders were created. */
async function longRun(more: readonly string[] = []): Promise<{ child: Child; out: string }> {
  const cwd = scratchFolder();
  const { url } = await serve();
  let underWay = (): void => {};
  const manyRequests = new Promise<void>((resolve) => {
    underWay = resolve;
  });
  let seen = 0;
  const proxy = await proxyTo(url, () => {
    seen += 1;
    // More than the preflight sends, so that scenarios are under way.
    if (seen === 60) underWay();
  });
  onTestFinished(() => proxy.close());
  const args = ['run', '--only', 'PAYOUT-BATCH', '--runs', '2000', ...more];
  const child = start(args, { cwd, env: targetEnvironment(proxy.url) });
  onTestFinished(() => child.signal('SIGKILL'));
  await manyRequests;
  return { child, out: path.join(cwd, 'conformance-report') };
}

describe('a run that is interrupted', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s: it writes what was found so far, marked incomplete',
    async (signal) => {
      const { child, out } = await longRun();
      child.signal(signal);
      const ended = await child.ended;
      expect(ended).toMatchObject({ code: 130, signal: null });
      expect(ended.err).toContain('Interrupted: ending the exercises under way and writing what was found so far.');
      expect(ended.out).toContain('INCOMPLETE: the run ended early: interrupted');

      const results = resultsIn(out);
      expect(results).toMatchObject({
        complete: false,
        incompleteReason: 'interrupted',
        conformant: false,
        exitCode: 130,
        errors: [],
      });
      expect(results.summary.exercises).toBeGreaterThan(0);
      // The reference platform fails nothing, and neither does an exercise that was cut off.
      expect(results.requirements.filter(({ verdict }) => verdict === 'fail' || verdict === 'error')).toEqual([]);
      expect(results.requirements.some(({ reason }) => reason?.code === 'interrupted')).toBe(true);

      const evidence = await evidenceIn(out);
      expect(evidence[0]).toMatchObject({ type: 'header', seed: results.seed });
      expect(evidence.at(-1)).toMatchObject({ type: 'footer', exercises: results.summary.exercises });
      expect(evidence.filter(({ type }) => type === 'exercise').length).toBeGreaterThanOrEqual(
        results.summary.exercises,
      );
      const judged = results.requirements.flatMap(({ scenarios }) => scenarios);
      const exercised = new Set(evidence.flatMap((record) => (record.type === 'exercise' ? [record.scenario] : [])));
      expect(judged.filter((scenario) => scenario !== 'observed' && !exercised.has(scenario))).toEqual([]);

      expect(await textOf(out, 'junit.xml')).toMatch(/<\/testsuites>\s*$/);
      expect(await textOf(out, 'report.html')).toMatch(/interrupted/);
      expect(await textOf(out, 'summary.md')).toMatch(/interrupted/);
      expect(JSON.parse(await textOf(out, 'manifest.json'))).toBeTypeOf('object');
    },
  );

  test('two signals in a row count as one', async () => {
    const { child, out } = await longRun(['--report', 'json']);
    child.signal('SIGINT');
    child.signal('SIGINT');
    const { code } = await child.ended;
    expect(code).toBe(130);
    expect(resultsIn(out)).toMatchObject({ complete: false, incompleteReason: 'interrupted' });
    expect((await evidenceIn(out)).at(-1)).toMatchObject({ type: 'footer' });
  });

  test('before anything was tested: it ends at once and writes no results', async () => {
    const cwd = scratchFolder();
    const silent = await localServer(() => {});
    onTestFinished(() => silent.close());
    const child = start(['run', '--timeout', '60000'], { cwd, env: targetEnvironment(silent.url) });
    await expect.poll(() => silent.requests(), { timeout: 20_000 }).toBeGreaterThan(0);
    const asked = performance.now();
    child.signal('SIGINT');
    const ended = await child.ended;
    expect(performance.now() - asked).toBeLessThan(5_000);
    expect(ended).toMatchObject({ code: 130, signal: null, out: '' });
    expect(ended.err).toBe('Interrupted before anything was tested; no report was written.\n');
    expect(existsSync(path.join(cwd, 'conformance-report', 'results.json'))).toBe(false);
  });
});
