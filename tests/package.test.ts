import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { areas } from '../protocols/lesspay/requirements/index.js';
import { packageRoot } from '../protocols/package-root.js';
import { lesspayScenarios, lesspaySuites } from '../suites/lesspay/index.js';
import type { LesspayScenario } from '../suites/lesspay/scenario.js';

const read = (name: string): string => readFileSync(path.join(packageRoot, name), 'utf8');
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: packageRoot, encoding: 'utf8' })
  .split('\0')
  .filter(Boolean);

test('the lockfile names no download addresses', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { resolved?: string }> };
  expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});

test('every dependency is pinned to one version and explained in docs/dependencies.md', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
  const explained = read('docs/dependencies.md');
  const all = Object.entries({ ...dependencies, ...devDependencies });
  expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  expect(all.map(([name]) => name).filter((name) => !explained.includes(`\`${name}\``))).toEqual([]);
});

test('no file holds a path of one machine', () => {
  const wrong = tracked
    .filter((name) => /\.(ts|mjs|json|md|yml|sh)$|^\.ci\//.test(name))
    .filter((name) => /\/(home|root|Users)\/|[A-Z]:\\\\Users/.test(read(name)));
  expect(wrong.filter((name) => name !== path.join('tests', 'package.test.ts'))).toEqual([]);
});

test('each scenario has an id of its own and an area of the catalogue', () => {
  const ids = lesspayScenarios.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(lesspayScenarios.filter(({ area }) => !areas.includes(area)).map(({ id }) => id)).toEqual([]);
});

test('each suite file runs the scenarios of its area, so that `run` finds them there', async () => {
  for (const name of lesspaySuites.filter((suite) => suite !== 'observed')) {
    const folder = /from '\.\/(.+)\/index\.js'/.exec(read(path.join('suites', 'lesspay', `${name}.suite.ts`)))?.[1];
    const module: Record<string, unknown> = await import(`../suites/lesspay/${folder}/index.ts`);
    const scenarios = Object.values(module).filter(Array.isArray).flat() as readonly LesspayScenario[];
    expect(
      scenarios.filter(({ area }) => area !== name.toUpperCase()).map(({ id }) => id),
      name,
    ).toEqual([]);
  }
});
