import { availableParallelism } from 'node:os';
import { UsageError } from '../../harness/usage-error.js';
import { EXIT } from '../../harness/verdict.js';
import { unreachable } from '../../reference/lesspay/faults/unreachable.js';
import type { Io } from '../io.js';
import { faultLines, variantLines } from '../selftest/detail.js';
import { judgeFault, judgeVariants } from '../selftest/judge-bite.js';
import { matrixMarkdown } from '../selftest/matrix.js';
import { planOf } from '../selftest/plan.js';
import { carryOutAll } from '../selftest/pool.js';
import { showSelftestProgress } from '../selftest/progress.js';
import { faultNamed, variantNamed } from '../selftest/registry.js';
import { selftestResult } from '../selftest/result.js';
import { type Score, scoreOf } from '../selftest/score.js';
import { writeScore } from '../selftest/stamp.js';
import { readInteger } from '../settings.js';

/** The options of `selftest` as they stand on the command line. */
export interface SelftestOptions {
  readonly json?: boolean;
  readonly fault?: string;
  readonly variant?: string;
  readonly seed?: string;
  readonly write?: boolean;
  readonly audit?: boolean;
}

const DEFAULT_SEED = 1;

/** More threads than this have nothing left to do. */
const MOST_WORKERS = 8;

/** The test of the tests: every fault caught, every variant clean. Resolves with the exit code. */
export async function selftest(options: SelftestOptions, io: Io): Promise<number> {
  const { fault, variant, json = false, write = false, audit = false } = options;
  const seed =
    options.seed === undefined ? DEFAULT_SEED : readInteger(options.seed, '--seed', { min: 0, max: 2 ** 31 - 1 });
  const single = fault !== undefined || variant !== undefined;
  if (fault !== undefined && variant !== undefined) {
    throw new UsageError('FAULT_AND_VARIANT', '--fault and --variant were both given: look at one at a time.');
  }
  if (single && (json || write || audit)) {
    throw new UsageError(
      'ONE_OR_ALL',
      '--json, --write and --audit are about all faults and variants: leave out --fault and --variant.',
    );
  }
  if (audit && (json || write)) {
    throw new UsageError('AUDIT_ALONE', '--audit prints its own report: leave out --json and --write.');
  }
  if (audit) {
    const { runAudit } = await import('../selftest/audit/audit.js');
    return (await runAudit(seed, io)) ? EXIT.conformant : EXIT.notConformant;
  }
  const good = single ? await one(fault, variant, seed, io) : await all(seed, { json, write }, io);
  return good ? EXIT.conformant : EXIT.notConformant;
}

async function one(fault: string | undefined, variant: string | undefined, seed: number, io: Io): Promise<boolean> {
  if (fault !== undefined) {
    const outcome = await judgeFault(faultNamed(fault), seed);
    for (const text of faultLines(outcome)) io.out(text);
    return outcome.problems.length === 0;
  }
  const chosen = variantNamed(variant ?? '');
  const outcome = await judgeVariants({ id: chosen.id, behaviour: chosen.behaviour, changes: [chosen] }, seed);
  for (const text of variantLines(outcome)) io.out(text);
  return outcome.clean;
}

async function all(
  seed: number,
  { json, write }: { readonly json: boolean; readonly write: boolean },
  io: Io,
): Promise<boolean> {
  const tasks = planOf(seed);
  const startedAt = io.now();
  const progress = showSelftestProgress(tasks.length, io);
  const matrix = await carryOutAll(tasks, {
    seed,
    workers: Math.min(MOST_WORKERS, availableParallelism()),
    onOutcome: (outcome) => progress.outcome(outcome),
  }).finally(() => progress.end());
  const score = scoreOf(matrix);
  if (json) io.out(JSON.stringify(selftestResult(seed, matrix, score)));
  else io.out(matrixMarkdown(matrix, score).trimEnd());
  io.note(`${tasks.length} platforms in ${Math.round((io.now() - startedAt) / 1000)} s`);
  if (write) io.note(`the score was written to ${writeScore(score)}; it takes effect with the next build`);
  return isGood(score);
}

/** Everything caught as listed, nothing conforming failed, and whatever has no bite has a reason. */
function isGood({ faults, variants, unproven }: Score): boolean {
  const excused = new Set(unreachable.map(({ requirement }) => requirement));
  return (
    faults.caught === faults.total &&
    variants.clean === variants.total &&
    unproven.every((requirement) => excused.has(requirement))
  );
}
