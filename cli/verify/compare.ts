import { isDeepStrictEqual } from 'node:util';
import type { Finding, RequirementResult, RunResult } from '../../schemas/report/results.generated.js';
import { RESULTS } from './files.js';
import type { Problems } from './problems.js';

const inWords = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));

/** What of a requirement's result is compared, and what a difference is called. */
const ASPECTS: readonly (readonly [code: string, what: string, of: (result: RequirementResult) => unknown])[] = [
  ['VERDICT_DIFFERS', 'verdict', ({ verdict }) => verdict],
  ['REASON_DIFFERS', 'reason', ({ reason }) => reason],
  ['EXERCISES_DIFFER', 'number of exercises', ({ exercises }) => exercises],
  ['EXERCISES_DIFFER', 'cases', ({ classes }) => classes],
  ['EXERCISES_DIFFER', 'scenarios', ({ scenarios }) => scenarios],
  ['REMARKS_DIFFER', 'remarks', ({ remarks }) => remarks],
  ['WAIVER_DIFFERS', 'waiver', ({ waived }) => waived === true],
];

/** What belongs to the catalogue or follows from it. */
const SEPARATE = ['verdict', 'reason', 'exercises', 'classes', 'scenarios', 'remarks', 'waived', 'findings'] as const;

/** The path to the smallest case is the generator's, which evidence does not hold: its beginning and its length are known. */
function pathFits(stored: Finding, again: Finding): boolean {
  if (stored.path === null || again.path === null) return stored.path === again.path;
  const [index, ...steps] = stored.path.split(':');
  return index === again.path && steps.length === stored.shrinks && steps.every((step) => /^\d+$/.test(step));
}

function findingDifference(stored: Finding, again: Finding | undefined): string | null {
  if (again === undefined) return `${stored.id} is not there when the evidence is judged again`;
  if (!pathFits(stored, again)) return `${stored.id} differs in path`;
  const names = new Set([...Object.keys(stored), ...Object.keys(again)]);
  names.delete('path');
  const other = [...names].find(
    (name) => !isDeepStrictEqual(stored[name as keyof Finding], again[name as keyof Finding]),
  );
  return other === undefined ? null : `${stored.id} differs in ${other}`;
}

function compareFindings(stored: RequirementResult, again: RequirementResult): string | null {
  if (stored.findings.length !== again.findings.length) {
    return `it has ${stored.findings.length} findings, and ${again.findings.length} when the evidence is judged again`;
  }
  for (const [place, finding] of stored.findings.entries()) {
    const difference = findingDifference(finding, again.findings[place]);
    if (difference !== null) return difference;
  }
  return null;
}

function rest(result: RequirementResult): Record<string, unknown> {
  const separate: readonly string[] = SEPARATE;
  return Object.fromEntries(Object.entries(result).filter(([name]) => !separate.includes(name)));
}

/**
 * Compares the stored results with those that the evidence gives when it is judged again.
 *
 * @returns how many requirements were compared
 */
export function compareResults(
  stored: RunResult,
  again: RunResult,
  kind: 'judgement' | 'version',
  problems: Problems,
): number {
  const differs = (code: string, where: string, message: string, expected?: unknown, received?: unknown): void =>
    problems.add({
      kind,
      code,
      where,
      message,
      ...(expected === undefined && received === undefined
        ? {}
        : { expected: inWords(expected), received: inWords(received) }),
    });
  const ours = new Map(again.requirements.map((requirement) => [requirement.id, requirement]));
  const seen = new Set<string>();
  for (const requirement of stored.requirements) {
    const { id } = requirement;
    const other = ours.get(id);
    if (seen.has(id)) differs('REQUIREMENT_REPEATED', id, `${id} is in ${RESULTS} twice.`);
    seen.add(id);
    if (other === undefined) {
      differs('REQUIREMENT_UNKNOWN', id, `This suite has no requirement ${id} of that role in force.`);
      continue;
    }
    for (const [code, what, of] of ASPECTS) {
      if (isDeepStrictEqual(of(requirement), of(other))) continue;
      differs(
        code,
        id,
        `${RESULTS} states another ${what} of ${id} than its evidence gives.`,
        of(other),
        of(requirement),
      );
    }
    const findings = compareFindings(requirement, other);
    if (findings !== null) differs('FINDINGS_DIFFER', id, `${id}: ${findings}.`);
    const [text, otherText] = [rest(requirement), rest(other)];
    for (const name of new Set([...Object.keys(text), ...Object.keys(otherText)])) {
      if (isDeepStrictEqual(text[name], otherText[name])) continue;
      differs(
        'CATALOGUE_DIFFERS',
        id,
        `${RESULTS} has another ${name} of ${id} than the catalogue.`,
        otherText[name],
        text[name],
      );
    }
  }
  for (const id of ours.keys()) {
    if (!seen.has(id)) differs('REQUIREMENT_MISSING', id, `${RESULTS} does not have ${id}.`);
  }
  const separate = new Set(['requirements', 'suite']);
  for (const name of new Set([...Object.keys(stored), ...Object.keys(again)])) {
    const [own, other] = [stored[name as keyof RunResult], again[name as keyof RunResult]];
    if (separate.has(name) || isDeepStrictEqual(own, other)) continue;
    differs('CONCLUSION_DIFFERS', RESULTS, `${RESULTS} states another ${name} than its evidence gives.`, other, own);
  }
  return seen.size;
}
