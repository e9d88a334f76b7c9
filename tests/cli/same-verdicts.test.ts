import path from 'node:path';
import { expect, test } from 'vitest';
import { start } from './process.js';
import { resultsIn, scratchFolder, verdictsOf } from './scratch.js';
import { someRequirements } from './selection.js';
import { serve, targetEnvironment } from './serve-child.js';

const SELECTION = [...someRequirements, '--seed', '77', '--runs', '4'];

test('a platform that runs on its own gets the verdicts that the embedded one gets', async () => {
  const cwd = scratchFolder();
  const { url } = await serve();
  const embedded = await start(['run', ...SELECTION, '--out', 'embedded'], { cwd }).ended;
  const separate = await start(['run', ...SELECTION, '--out', 'separate'], { cwd, env: targetEnvironment(url) }).ended;

  expect({ code: separate.code, err: separate.err.split('\n')[0] }).toEqual({ code: 0, err: `Testing ${url}` });
  expect(embedded.code).toBe(0);
  const [first, second] = ['embedded', 'separate'].map((name) => resultsIn(path.join(cwd, name)));
  if (first === undefined || second === undefined) throw new Error('two runs, two results');
  expect(verdictsOf(second)).toEqual(verdictsOf(first));
  expect(Object.values(verdictsOf(first))).toContain('pass');
  expect(first.target).toMatchObject({ reference: true, webhooks: 'loopback', secondApplication: 'given' });
  expect(second.target).toMatchObject({
    url,
    reference: false,
    controlUrl: `${url}/__control`,
    webhooks: 'loopback',
    secondApplication: 'given',
  });
}, 60_000);
