import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { suiteIdentity } from '../../cli/package-identity.js';
import { packageRoot } from '../../protocols/package-root.js';
import { resultsIn } from '../cli/scratch.js';

/** Installing fetches the dependencies from the registry or its cache. */
const INSTALL_MS = 180_000;

const run = promisify(execFile);
let folder: string;
let packed: readonly string[];

/** The environment of a user: without what npm and Vitest set for this test. */
const env: NodeJS.ProcessEnv = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(npm_(?!config_registry)|VITEST|LESSPAY_|NODE_ENV$|NODE_OPTIONS$|TEST$)/i.test(name),
  ),
);

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'lesspay-package-'));
  // Without scripts: prepack would build dist/ anew under the tests that run it at the same time; `npm test` has built it.
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: packageRoot,
    env,
  });
  const [{ filename, files }] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
  packed = files.map((file) => file.path);
  mkdirSync(path.join(folder, 'project'));
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefix', '.', path.join(folder, filename)], {
    cwd: path.join(folder, 'project'),
    env,
  });
}, INSTALL_MS);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the packed and installed package', () => {
  test('holds what it needs and nothing of the workshop', () => {
    for (const needed of ['dist/cli/main.js', 'schemas/report/results.schema.json', 'package.json', 'LICENSE']) {
      expect(packed).toContain(needed);
    }
    expect(
      packed.filter((name) => /^(tests|bench|scripts|conformance-report|coverage)\/|\.test\.|\.env$/.test(name)),
    ).toEqual([]);
  });

  test('runs in an empty folder: the reference platform conforms', async () => {
    const project = path.join(folder, 'project');
    const before = readdirSync(project);
    const { stdout } = await run('npx', ['--no-install', 'lesspay-conformance', 'run', '--only', 'IDEM'], {
      cwd: project,
      env,
    });
    expect(stdout).toMatch(/^CONFORMANT: /);
    const results = resultsIn(path.join(project, 'conformance-report'));
    expect(results).toMatchObject({ suite: suiteIdentity, complete: true, conformant: true, exitCode: 0, errors: [] });
    expect(results.requirements.filter(({ area, verdict }) => area === 'IDEM' && verdict === 'pass')).not.toEqual([]);
    // Nothing is written but the report.
    expect(readdirSync(project).sort()).toEqual([...before, 'conformance-report'].sort());
    expect(existsSync(path.join(project, 'node_modules', '.vite'))).toBe(false);
  }, 60_000);

  test('needs no development dependency', async () => {
    const { stdout } = await run('npx', ['--no-install', 'lesspay-conformance', '--version'], {
      cwd: path.join(folder, 'project'),
      env,
    });
    expect(stdout).toBe(`${suiteIdentity.version}\n`);
    const installed = readdirSync(path.join(folder, 'project', 'node_modules'));
    expect(installed.filter((name) => ['typescript', '@biomejs', 'publint'].includes(name))).toEqual([]);
  }, 60_000);
});
