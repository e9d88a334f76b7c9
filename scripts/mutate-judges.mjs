/**
 * Mutation testing of the judges: makes small mistakes in a copy of the checkout, one at a time, and asks the unit tests whether
 * they notice. A mutant is noticed when a test fails or runs out of time, survives when all tests pass, and is invalid, and not
 * counted, when the changed file cannot be read as TypeScript. Development tool; nothing in the checkout is changed.
 *
 *   node scripts/mutate-judges.mjs [--seed 1] [--sample 80] [--file <part of a path>] [--list] [--verbose]
 *
 * `--sample` mutants are drawn from all, by `--seed`. `--list` only shows them; `--verbose` also says which test noticed which.
 * The tests that are asked are those that start no platform (they import neither `reference/` nor `cli/`) and those in the
 * folder of the same name below `tests/`, from the nearest. The score is noticed / (noticed + survived); mutants that change
 * nothing that can be seen are listed with the reason in `equivalent-mutants.json` and not drawn.
 */
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { mutantsOf } from './mutants.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const ROUND_LIMIT_MS = 120_000;

const typescriptIn = (folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => `${folder}/${name}`);

const judges = [
  ...['check', 'answers', 'judging', 'exchange'].map((name) => `harness/${name}.ts`),
  ...typescriptIn('suites/lesspay/reading'),
  ...['refusal', 'sent-differently', 'acceptance', 'left-open'].map((name) => `suites/lesspay/steps/${name}.ts`),
  'suites/lesspay/idem/legal-order.ts',
  ...typescriptIn('suites/lesspay/observers'),
];

/** Numbers from 0 to 1 that follow from the seed (mulberry32). */
function numbersFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function sampleOf(items, count, seed) {
  const next = numbersFrom(seed);
  const left = [...items];
  const drawn = [];
  while (drawn.length < count && left.length > 0) drawn.push(...left.splice(Math.floor(next() * left.length), 1));
  return drawn;
}

/** What each TypeScript file below the folders imports, directly or not: the distance by path. */
function importDistances(start) {
  const distances = new Map([[start, 0]]);
  const queue = [start];
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    const source = readFileSync(join(root, file), 'utf8');
    for (const [, type, target] of source.matchAll(/\b(?:import|export)( type)?\b[^;'"]*?['"](\.[^'"]+)['"]/g)) {
      const path = relative(root, resolve(root, dirname(file), target.replace(/\.js$/, '.ts')));
      if (type !== undefined || !path.endsWith('.ts') || distances.has(path) || !existsSync(join(root, path))) continue;
      distances.set(path, (distances.get(file) ?? 0) + 1);
      queue.push(path);
    }
  }
  return distances;
}

const testFiles = () =>
  ['tests/harness', 'tests/suites', 'tests/protocols']
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((name) => `${folder}/${name}`))
    .filter((name) => name.endsWith('.test.ts'))
    .sort();

/** True for a test that starts a platform: it takes much longer than others. */
const startsPlatform = ({ imports }) => [...imports.keys()].some((path) => /^(?:reference|cli|reports)\//.test(path));

/** The tests that are asked about a file: those that start no platform, and those of the same folder, in rounds from the nearest. */
function roundsFor(file, tests) {
  const own = `tests/${dirname(file)}/`;
  const able = tests.filter((test) => test.imports.has(file) && (test.file.startsWith(own) || !startsPlatform(test)));
  const distanceIn = ({ imports }) => imports.get(file) ?? Number.POSITIVE_INFINITY;
  const nearest = Math.min(...able.map(distanceIn));
  const isNear = (test) => distanceIn(test) <= nearest + 1;
  const rounds = [
    able.filter((test) => isNear(test)),
    able.filter((test) => !isNear(test) && !startsPlatform(test)),
    able.filter((test) => !isNear(test) && startsPlatform(test)),
  ];
  return rounds.map((round) => round.map((test) => test.file)).filter((round) => round.length > 0);
}

const CONFIG = `import { defineConfig } from 'vitest/config';
export default defineConfig({ cacheDir: '.mutants-cache', test: { pool: 'threads', isolate: false, maxWorkers: 1, testTimeout: 20000, cache: false, reporters: ['default'] } });
`;

function copyCheckout() {
  const copy = mkdtempSync(join(tmpdir(), 'mutants-'));
  for (const name of [
    'harness',
    'suites',
    'protocols',
    'generators',
    'schemas',
    'reference',
    'reports',
    'tests',
    'package.json',
    'tsconfig.json',
  ])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  writeFileSync(join(copy, 'mutants.config.ts'), CONFIG);
  return copy;
}

/** Runs test files in the copy, up to the first failure. */
function run(copy, files, bail = true) {
  return new Promise((done) => {
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    const options = ['run', '--config', 'mutants.config.ts', '--no-color', ...(bail ? ['--bail=1'] : [])];
    const child = spawn(process.execPath, [vitest, ...options, ...files], {
      cwd: copy,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let late = false;
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => {
        output += data;
      });
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, ROUND_LIMIT_MS);
    child.on('close', (code) => {
      clearTimeout(timer);
      done({ passed: code === 0, late, output });
    });
  });
}

const UNREADABLE = /Transform failed|PARSE_ERROR|Parse failure|Failed to parse|RolldownError/;

async function fateOf(copy, { file, apply }, rounds) {
  const path = join(copy, file);
  const source = readFileSync(path, 'utf8');
  writeFileSync(path, apply());
  try {
    for (const round of rounds) {
      const { passed, late, output } = await run(copy, round);
      if (late) return { fate: 'timeout', by: round.join(' ') };
      if (passed) continue;
      if (UNREADABLE.test(output)) return { fate: 'invalid', by: '' };
      // A run that broke off without a failed test says nothing about the mutant.
      const [, by] = /^ *FAIL +(.+)$/m.exec(output) ?? [];
      if (by === undefined) throw new Error(`The tests ended without a result:\n${output}`);
      return { fate: 'noticed', by };
    }
    return { fate: 'survived', by: '' };
  } finally {
    writeFileSync(path, source);
  }
}

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    sample: { type: 'string', default: '80' },
    file: { type: 'string' },
    list: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const size = Number(values.sample);
if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(size) || size < 1) {
  console.error('--seed takes an integer, --sample a positive one');
  process.exit(2);
}
const equivalent = JSON.parse(readFileSync(join(root, 'scripts/equivalent-mutants.json'), 'utf8'));
const isEquivalent = (mutant) =>
  equivalent.some((known) => ['file', 'previous', 'original', 'mutant'].every((name) => known[name] === mutant[name]));
const all = judges
  .filter((file) => values.file === undefined || file.includes(values.file))
  .flatMap((file) => mutantsOf(readFileSync(join(root, file), 'utf8')).map((mutant) => ({ file, ...mutant })))
  .filter((mutant) => !isEquivalent(mutant));
const drawn = sampleOf(all, size, seed);
const inWords = ({ file, line, original, mutant }) => `${file}:${line}\n    ${original}\n  → ${mutant}`;

async function measure() {
  const tests = testFiles().map((file) => ({ file, imports: importDistances(file) }));
  const copy = copyCheckout();
  const counts = { noticed: 0, timeout: 0, survived: 0, invalid: 0 };
  try {
    const needed = [...new Set(drawn.flatMap(({ file }) => roundsFor(file, tests).flat()))].sort();
    const { passed, output } = await run(copy, needed, false);
    if (!passed) {
      console.error(`The unit tests must pass before they can notice anything:\n${output}`);
      process.exitCode = 2;
    } else {
      for (const [index, mutant] of drawn.entries()) {
        const { fate, by } = await fateOf(copy, mutant, roundsFor(mutant.file, tests));
        counts[fate] += 1;
        if (fate === 'survived' || values.verbose)
          console.log(`${fate} ${inWords(mutant)}${by === '' ? '' : `\n  by ${by}`}`);
        else if (process.stderr.isTTY) process.stderr.write(`\r${index + 1}/${drawn.length} `);
      }
      const noticed = counts.noticed + counts.timeout;
      const score = noticed / (noticed + counts.survived);
      console.log(
        `seed ${seed}: ${drawn.length} of ${all.length} mutants; noticed ${noticed} (${counts.timeout} by time), survived ${counts.survived}, invalid ${counts.invalid}; score ${(score * 100).toFixed(1)} %`,
      );
      if (score < 0.9) process.exitCode = 1;
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

if (values.list) for (const mutant of drawn) console.log(inWords(mutant));
else await measure();
