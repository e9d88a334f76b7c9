import type { FaultLayer } from '../../reference/lesspay/bite.js';
import { unreachable } from '../../reference/lesspay/faults/unreachable.js';
import type { FaultOutcome, Outcome } from './outcome.js';
import { explained } from './problem-words.js';
import { isFault, isVariant, type Score } from './score.js';

const LAYERS: readonly FaultLayer[] = ['behaviour', 'shape', 'time'];

/** The matrix for people, in Markdown: the score, counts by area and layer, then everything that is wrong. */
export function matrixMarkdown(matrix: readonly Outcome[], score: Score): string {
  const { faults, variants, unproven } = score;
  return [
    '# Self-test',
    '',
    `${faults.caught} of ${faults.total} faults caught: ${faults.survivors} survivors, ${faults.overKills} over-kills, ${faults.neverExecuted} never executed, ${faults.broken} broken.`,
    `${variants.clean} of ${variants.total} conforming platforms clean.`,
    `${unproven.length} requirements not proven to bite.`,
    '',
    ...table(matrix.filter(isFault)),
    ...faultProblems(matrix.filter(isFault)),
    ...falseAlarms(matrix),
    ...withoutBite(unproven),
  ].join('\n');
}

function cell(faults: readonly FaultOutcome[]): string {
  return faults.length === 0 ? '' : `${faults.filter(({ problems }) => problems.length === 0).length}/${faults.length}`;
}

function table(faults: readonly FaultOutcome[]): string[] {
  const areas = [...new Set(faults.map(({ area }) => area))].sort();
  const row = (name: string, own: readonly FaultOutcome[]): string =>
    `| ${[name, ...LAYERS.map((layer) => cell(own.filter((fault) => fault.layer === layer))), cell(own)].join(' | ')} |`;
  return [
    `| Area (caught/planted) | ${LAYERS.join(' | ')} | all |`,
    `|---|${'---:|'.repeat(LAYERS.length + 1)}`,
    ...areas.map((area) =>
      row(
        area,
        faults.filter((fault) => fault.area === area),
      ),
    ),
    row('all', faults),
    '',
  ];
}

function faultProblems(faults: readonly FaultOutcome[]): string[] {
  const wrong = faults.filter(({ problems }) => problems.length > 0);
  if (wrong.length === 0) return [];
  return [
    '## Faults that were not caught as listed',
    '',
    ...wrong.flatMap((outcome) => [
      `- \`${outcome.id}\` (${outcome.where}): ${outcome.defect}`,
      ...explained(outcome).map((sentence) => `  - ${sentence.replaceAll('\n', ' ')}`),
      ...outcome.failures
        .filter(({ requirement }) => outcome.overKills.includes(requirement))
        .map((failure) => `    - ${failed(failure)}`),
    ]),
    '',
  ];
}

function falseAlarms(matrix: readonly Outcome[]): string[] {
  const unclean = matrix.filter(isVariant).filter(({ clean }) => !clean);
  if (unclean.length === 0) return [];
  return [
    '## Conforming platforms that failed',
    '',
    ...unclean.flatMap(({ id, behaviour, failures, message }) => [
      `- \`${id}\`: ${behaviour}`,
      ...failures.map((failure) => `  - ${failed(failure)}`),
      ...(message === null ? [] : [`  - ${message.replaceAll('\n', ' ')}`]),
    ]),
    '',
  ];
}

function failed({
  requirement,
  scenario,
  case: situation,
  expected,
  received,
}: FaultOutcome['failures'][number]): string {
  return `${requirement} in ${scenario}${situation === null ? '' : ` [${situation}]`}: expected ${expected}; received ${received}`;
}

function withoutBite(unproven: readonly string[]): string[] {
  if (unproven.length === 0) return [];
  const reasons = new Map(unreachable.map(({ requirement, reason }) => [requirement, reason]));
  return [
    '## Requirements not proven to bite',
    '',
    ...unproven.map((id) => `- ${id}: ${reasons.get(id) ?? 'no fault that was caught lists it as one that must fail'}`),
    '',
  ];
}
