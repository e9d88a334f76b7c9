import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../protocols/package-root.js';
import { inProcess } from '../cli/memory-io.js';

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(path.join(packageRoot, 'docs')).map((name) => path.join('docs', name)),
].filter((name) => name.endsWith('.md'));

const read = (name: string): string => readFileSync(path.join(packageRoot, name), 'utf8');

/** Every line of a shell block that calls the command, without what stands before and after it in a pipe. */
function calls(document: string): string[] {
  const blocks = [...read(document).matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block);
  return blocks
    .flatMap((block) => block.split('\n'))
    .flatMap((line) => line.split('|'))
    .flatMap((part) => /(?:npx )?lesspay-conformance (.+)$/.exec(part.trim())?.[1] ?? []);
}

const all = documents.flatMap((document) => calls(document).map((call) => ({ document, call })));

test('the documents show commands', () => {
  expect(all.length).toBeGreaterThan(10);
});

describe('a command in the documents', () => {
  test.each(all)('$document: $call', async ({ call }) => {
    const [command = '', ...rest] = call.split(/\s+/);
    const { code, out: help } = await inProcess([command, '--help']);
    expect(code).toBe(0);
    for (const word of rest.filter((part) => part.startsWith('--'))) {
      expect(help, word).toContain(word.split('=')[0]);
    }
  });
});

describe('a link in the documents', () => {
  const links = documents.flatMap((document) =>
    [...read(document).matchAll(/\]\((?!https?:)([^)#\s]+)/g)].map(([, target = '']) => ({ document, target })),
  );

  test.each(links)('$document: $target', ({ document, target }) => {
    expect(() => read(path.join(path.dirname(document), target))).not.toThrow();
  });
});

test('npm scripts named in the documents exist', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = documents.flatMap((document) =>
    [...read(document).matchAll(/npm run ([a-z-]+)/g)].map(([, name = '']) => ({ document, name })),
  );
  expect(named.filter(({ name }) => scripts[name] === undefined)).toEqual([]);
});

test('the signature that the README shows is right', async () => {
  const block = read('README.md');
  const [, body = ''] = /echo '(\{.+\})' \| npx lesspay-conformance sign --app-secret demo/.exec(block) ?? [];
  const [, expected = ''] = /```\n(canonical .+\nsignature .+)\n```/.exec(block) ?? [];
  const { code, out } = await inProcess(['sign', '--app-secret', 'demo'], { input: `${body}\n` });
  expect(code).toBe(0);
  expect(out.trim()).toBe(expected);
});
