import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../protocols/package-root.js';

const FOLDERS = ['protocols', 'schemas', 'generators', 'harness', 'suites', 'reference', 'reports', 'cli'] as const;
type Folder = (typeof FOLDERS)[number];

/** docs/architecture.md: what each folder may import besides itself. */
const MAY_IMPORT: Readonly<Record<Folder, readonly Folder[]>> = {
  protocols: [],
  schemas: ['protocols'],
  generators: ['schemas', 'protocols'],
  harness: ['generators', 'schemas', 'protocols'],
  suites: ['harness', 'generators', 'schemas', 'protocols'],
  reference: ['schemas', 'protocols'],
  reports: ['schemas', 'protocols'],
  cli: ['protocols', 'schemas', 'generators', 'harness', 'suites', 'reference', 'reports'],
};

function sources(folder: string): string[] {
  return readdirSync(path.join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(folder, name));
}

function imports(file: string): string[] {
  const text = readFileSync(path.join(packageRoot, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, target = '']) =>
    path.normalize(path.join(path.dirname(file), target)).replace(/\.js$/, '.ts'),
  );
}

const files = FOLDERS.flatMap((folder) => sources(folder));

test('there are sources in every folder', () => {
  for (const folder of FOLDERS)
    expect(files.filter((file) => file.startsWith(`${folder}${path.sep}`)).length).toBeGreaterThan(0);
});

test('dependencies point down only', () => {
  const wrong = files.flatMap((file) => {
    const own = file.split(path.sep)[0] as Folder;
    return imports(file)
      .map((target) => ({ target, folder: target.split(path.sep)[0] as Folder }))
      .filter(({ folder }) => folder !== own && !MAY_IMPORT[own].includes(folder))
      .map(({ target }) => `${file} imports ${target}`);
  });
  expect(wrong).toEqual([]);
});

test('there are no import cycles', () => {
  const graph = new Map(files.map((file) => [file, imports(file)]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) {
      cycles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
      return;
    }
    if (done.has(file)) return;
    for (const target of graph.get(file) ?? []) visit(target, [...trail, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(cycles).toEqual([]);
});

test('the harness and the suites leave clock and chance to their composition roots', () => {
  const roots = new Set([path.join('cli', 'main.ts'), path.join('suites', 'lesspay', 'open.ts')]);
  const wrong = files
    .filter((file) => !roots.has(file) && !file.startsWith(`reference${path.sep}`))
    .filter((file) => /Date\.now|Math\.random/.test(readFileSync(path.join(packageRoot, file), 'utf8')));
  expect(wrong).toEqual([]);
});
