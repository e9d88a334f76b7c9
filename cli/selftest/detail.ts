import type { Failure, FaultOutcome, VariantOutcome } from './outcome.js';
import { explained } from './problem-words.js';

/** One fault in detail: what is wrong, what must fail, what did, and with what. */
export function faultLines(outcome: FaultOutcome): string[] {
  const { id, defect, area, layer, where, must, may, failures, hits, problems } = outcome;
  return [
    `fault ${id} (${area}, ${layer})`,
    defect,
    `Changed: ${where}`,
    ...Object.entries(hits).map(([name, times]) => `  ${name}: asked ${times} times`),
    `Must fail: ${must.join(', ') || 'nothing'}`,
    `May fail: ${may.join(', ') || 'nothing else'}`,
    failures.length === 0 ? 'Failed: nothing' : 'Failed:',
    ...failures.flatMap((failure) => [
      `  ${failure.requirement} (${roleOf(failure.requirement, outcome)}) ${placeOf(failure)}`,
      ...wordsOf(failure),
    ]),
    ...(problems.length === 0 ? ['CAUGHT'] : explained(outcome)),
  ];
}

/** One variant in detail: what it does otherwise, and what failed although it conforms. */
export function variantLines({ id, behaviour, clean, failures, message }: VariantOutcome): string[] {
  return [
    `variant ${id}`,
    behaviour,
    ...failures.flatMap((failure) => [`  ${failure.requirement} ${placeOf(failure)}`, ...wordsOf(failure)]),
    ...(message === null ? [] : [message]),
    clean ? 'CLEAN' : `NOT CLEAN: ${failures.length} requirements failed although the behaviour conforms`,
  ];
}

function roleOf(requirement: string, { must, may }: FaultOutcome): string {
  if (must.includes(requirement)) return 'must fail';
  return may.includes(requirement) ? 'may fail' : 'NOT LISTED';
}

function placeOf({ scenario, case: situation }: Failure): string {
  return `in ${scenario}${situation === null ? '' : ` [${situation}]`}`;
}

function wordsOf({ expected, received }: Failure): string[] {
  return [`    expected ${expected}`, `    received ${received}`];
}
