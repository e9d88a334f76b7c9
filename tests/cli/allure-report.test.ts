import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../protocols/package-root.js';
import { command } from './process.js';
import { scratchFolder } from './scratch.js';

const guide = readFileSync(path.join(packageRoot, 'docs/allure-report.md'), 'utf8');

/** The lines of the guide that a user types after the run. */
function documented(): string {
  const [block = ''] = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text = '']) => text).slice(1);
  return block.replaceAll('npx --yes allure@3', 'allure');
}

test('the commands of the guide make one page of Allure results, without the tag that counts its visitors', async () => {
  const cwd = scratchFolder();
  const { code } = await command(['run', '--only', 'TRANS-001', '--runs', '1', '--report', 'allure'], { cwd });
  expect(code).toBe(0);
  const env = { PATH: `${path.join(packageRoot, 'node_modules/.bin')}:${process.env.PATH ?? ''}`, HOME: cwd };
  expect(documented()).toContain('allure awesome --single-file');
  await new Promise<void>((resolve, reject) => {
    execFile('sh', ['-e', '-c', documented()], { cwd, env }, (error) => (error === null ? resolve() : reject(error)));
  });
  // So that the test notices when the tool leaves the tag out itself.
  expect(readFileSync(path.join(cwd, 'allure-report/index.html'), 'utf8')).toContain('googletagmanager.com');
  expect(existsSync(path.join(cwd, 'allure.html'))).toBe(true);
  const page = readFileSync(path.join(cwd, 'allure.html'), 'utf8');
  expect(page).toMatch(/<\/html>\s*$/);
  expect(page).toContain('allureReportOptions');
  expect(page).not.toMatch(/googletagmanager|gtag\(/);
}, 120_000);

test('each result links to its requirements in the page, where one is written', async () => {
  const linksOf = async (reports: string): Promise<readonly unknown[]> => {
    const cwd = scratchFolder();
    await command(['run', '--only', 'TRANS-001', '--runs', '1', '--report', reports, '--out', 'out'], { cwd });
    const folder = path.join(cwd, 'out/allure-results');
    return readdirSync(folder)
      .filter((name) => name.endsWith('-result.json'))
      .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as { name: string; links: unknown[] })
      .flatMap(({ links }) => links);
  };
  expect(await linksOf('html,allure')).toContainEqual({
    name: 'TRANS-001',
    url: 'out/report.html#TRANS-001',
    type: 'requirement',
  });
  expect(await linksOf('allure')).toEqual([]);
}, 60_000);
