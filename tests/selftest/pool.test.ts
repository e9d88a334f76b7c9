import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../cli/selftest/outcome.js';
import type { PoolOptions } from '../../cli/selftest/pool.js';
import type { Task } from '../../cli/selftest/task.js';
import { packageRoot } from '../../protocols/package-root.js';
import { lesspayFaults } from '../../reference/lesspay/faults/index.js';

interface Pool {
  carryOutAll(tasks: readonly Task[], options: PoolOptions): Promise<Outcome[]>;
}

/** Threads load compiled code; `npm test` builds it first. */
const pool = (await import(pathToFileURL(path.join(packageRoot, 'dist/cli/selftest/pool.js')).href)) as Pool;

const tasks: readonly Task[] = [
  ...lesspayFaults.slice(0, 2).map(({ id }): Task => ({ kind: 'fault', id })),
  { kind: 'variant', ids: [] },
];

describe('the pool', () => {
  test('gives the outcomes in the order of the tasks, however many threads there are', async () => {
    const seen: string[] = [];
    const options = { seed: 1, onOutcome: ({ id }: Outcome) => seen.push(id) };
    const two = await pool.carryOutAll(tasks, { ...options, workers: 2 });
    expect(two.map(({ id }) => id)).toEqual([...lesspayFaults.slice(0, 2).map(({ id }) => id), 'annex-a']);
    expect([...seen].sort()).toEqual(two.map(({ id }) => id).sort());
    expect(await pool.carryOutAll(tasks, { ...options, workers: 1 })).toEqual(two);
  }, 240_000);

  test('notes a platform that takes too long as broken, and goes on', async () => {
    const outcomes = await pool.carryOutAll(tasks.slice(0, 2), {
      seed: 1,
      workers: 1,
      taskLimitMs: 1,
      onOutcome: () => {},
    });
    expect(outcomes).toMatchObject([{ problems: ['broken'] }, { problems: ['broken'] }]);
  });
});
