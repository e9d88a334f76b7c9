import { UsageError } from '../../harness/usage-error.js';
import { EXIT } from '../../harness/verdict.js';
import type { Io } from '../io.js';
import { faultLines, variantLines } from '../selftest/detail.js';
import { judgeFault, judgeVariants } from '../selftest/judge-bite.js';
import { faultNamed, variantNamed } from '../selftest/registry.js';
import { readInteger } from '../settings.js';

/** The options of `selftest` as they stand on the command line. */
export interface SelftestOptions {
  readonly json?: boolean;
  readonly fault?: string;
  readonly variant?: string;
  readonly seed?: string;
}

const DEFAULT_SEED = 1;

async function one(fault: string | undefined, variant: string | undefined, seed: number, io: Io): Promise<boolean> {
  if (fault !== undefined) {
    const outcome = await judgeFault(faultNamed(fault), seed);
    for (const text of faultLines(outcome)) io.out(text);
    return outcome.problems.length === 0;
  }
  const { id, behaviour, change } = variantNamed(variant ?? '');
  const outcome = await judgeVariants({ id, behaviour, changes: [change] }, seed);
  for (const text of variantLines(outcome)) io.out(text);
  return outcome.clean;
}

/** The test of the tests: every fault caught, every variant clean. Resolves with the exit code. */
export async function selftest(options: SelftestOptions, io: Io): Promise<number> {
  const seed =
    options.seed === undefined ? DEFAULT_SEED : readInteger(options.seed, '--seed', { min: 0, max: 2 ** 31 - 1 });
  const { fault, variant } = options;
  if (fault !== undefined && variant !== undefined) {
    throw new UsageError('FAULT_AND_VARIANT', '--fault and --variant were both given: look at one at a time.');
  }
  return (await one(fault, variant, seed, io)) ? EXIT.conformant : EXIT.notConformant;
}
