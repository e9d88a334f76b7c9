import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { mutantsOf } from '../../scripts/mutants.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const changes = (source: string): string[] => mutantsOf(`${source}\n`).map(({ mutant }) => mutant);

describe('mutants', () => {
  test.each<[string, readonly string[]]>([
    ['const a = b === c;', ['const a = b !== c;']],
    ['const a = b && c;', ['const a = b || c;']],
    ['const a = !b;', ['const a = b;']],
    ['const a = b < c;', ['const a = b <= c;', 'const a = b >= c;']],
    ['const a = true;', ['const a = false;']],
    ['const a = b.some(c);', ['const a = b.every(c);']],
    ['const a = [b, c];', ['const a = [ c];', 'const a = [b];']],
    ['const a = b.slice(1);', ['const a = b.slice(0);', 'const a = b.slice(2);']],
    ["const a = b === 'c';", ["const a = b !== 'c';", "const a = b === 'no such text';"]],
    ['const a = /^x$/i;', ['const a = /^x$/;', 'const a = /^x/i;', 'const a = /x$/i;']],
    ['if (a) b();', ['if (false) b();', 'if (true) b();']],
    [
      "holds(a, 'b is 1', () => c === 1, d);",
      [
        "holds(!(a), 'b is 1', () => c === 1, d);",
        "holds(false && (a), 'b is 1', () => c === 1, d);",
        "holds(true || (a), 'b is 1', () => c === 1, d);",
      ],
    ],
    ["return violated('a === b', c);", ["return ({ kind: 'met' });"]],
    ['return met;', ["return ({ kind: 'violated', expected: '', received: '' });"]],
  ])('of %s', (source, expected) => {
    expect(changes(source)).toEqual(expected);
  });

  test.each([
    '// a === b',
    '/* a === b */',
    "const a = 'b === c && 1';",
    ['const a = `b === $', '{c === 1}`;'].join(''),
    "import { a, b } from './c.js';",
    'type A = readonly [1, 2];',
    'interface A { readonly b: true }',
    'const [a, b] = c;',
    'const f = ([a, b]: Pair) => a;',
    'const m = new Map<string, number>();',
  ])('none of %s', (source) => {
    expect(changes(source)).toEqual([]);
  });

  test('change one place of the whole text', () => {
    const source = 'const a = 1;\n\nconst b = a > 1\n  ? c : d;\n';
    const found = mutantsOf(source);
    expect(found.map(({ line }) => line)).toEqual([1, 1, 3, 3, 3, 3]);
    expect(found.map(({ previous }) => previous)).toEqual(['', '', ...Array(4).fill('const a = 1;')]);
    expect(found[0]?.apply()).toBe('const a = 0;\n\nconst b = a > 1\n  ? c : d;\n');
    expect(new Set([source, ...found.map((mutant) => mutant.apply())]).size).toBe(7);
  });
});

test('every mutant that is known to be equivalent is one of the present sources, and says why', () => {
  const known = JSON.parse(readFileSync(path.join(root, 'scripts/equivalent-mutants.json'), 'utf8')) as {
    readonly file: string;
    readonly previous: string;
    readonly original: string;
    readonly mutant: string;
    readonly reason: string;
  }[];
  for (const { file, previous, original, mutant, reason } of known) {
    const found = mutantsOf(readFileSync(path.join(root, file), 'utf8'));
    expect(
      found.some((one) => one.previous === previous && one.original === original && one.mutant === mutant),
      `${file}: ${mutant}`,
    ).toBe(true);
    expect(reason.length).toBeGreaterThan(20);
  }
});
