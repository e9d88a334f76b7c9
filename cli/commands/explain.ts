import { describeOutcome } from '../../harness/answers.js';
import { UsageError } from '../../harness/usage-error.js';
import { findErratum } from '../../protocols/lesspay/errata.js';
import { areas, findRequirement } from '../../protocols/lesspay/requirements/index.js';
import type { AcceptedCase, Requirement } from '../../protocols/requirement.js';
import { lesspayFaults } from '../../reference/lesspay/faults/index.js';
import { unreachable } from '../../reference/lesspay/faults/unreachable.js';
import { lesspayScenarios } from '../../suites/lesspay/index.js';
import type { Io } from '../io.js';
import { exercisedBy } from './requirements.js';

function caseLines({ when, outcome, holds }: AcceptedCase): string[] {
  const name = when === 'default' ? '' : `${when}: `;
  return [
    ...(outcome === undefined ? [] : [`  ${name}${describeOutcome(outcome)}`]),
    ...(holds === undefined ? [] : [`  ${outcome === undefined ? name : '  and '}${holds}`]),
  ];
}

function exerciseLines({ id, coverage, coverageNote }: Requirement): string[] {
  const by = exercisedBy(id);
  if (by.length === 0) {
    const why = coverageNote ?? (coverage === 'scenario' ? 'no scenario of this version exercises it' : coverage);
    return [`Not exercised: ${why}`];
  }
  return by.map((name) => {
    const scenario = lesspayScenarios.find((candidate) => candidate.id === name);
    return scenario === undefined ? 'Judged on all traffic of a run' : `Exercised by ${name}: ${scenario.title}`;
  });
}

function biteLines(id: string): string[] {
  const proofs = lesspayFaults.filter(({ must }) => must.includes(id));
  if (proofs.length > 0) return proofs.map((fault) => `Proven to bite by fault ${fault.id}: ${fault.defect}`);
  const excuse = unreachable.find(({ requirement }) => requirement === id);
  if (excuse !== undefined) return [`Not proven to bite: ${excuse.reason}`];
  return exercisedBy(id).length === 0 ? [] : ['Not proven to bite: no fault is listed that must break it'];
}

/** Prints one requirement: sentence, source, what is accepted, how it is exercised, which faults prove it, which errata soften it. */
export function explain(id: string, io: Io): number {
  const requirement = findRequirement(id.toUpperCase());
  if (requirement === undefined) {
    throw new UsageError(
      'UNKNOWN_REQUIREMENT',
      `There is no requirement ${JSON.stringify(id)}. Areas: ${areas.join(', ')}. List the ids with: lesspay-conformance requirements`,
    );
  }
  const { level, role, statement, source, accepted, needs, errata } = requirement;
  io.out(`${requirement.id}  ${level}  ${role}`);
  io.out(statement);
  io.out(`Source: ${source}`);
  if (accepted.length > 0) io.out('Accepted:');
  for (const text of accepted.flatMap(caseLines)) io.out(text);
  if (needs.length > 0) io.out(`Needs: ${needs.join(', ')}`);
  for (const text of [...exerciseLines(requirement), ...biteLines(requirement.id)]) io.out(text);
  for (const name of errata) {
    const erratum = findErratum(name);
    if (erratum !== undefined) io.out(`${erratum.id}: ${erratum.issue} Read as: ${erratum.reading}`);
  }
  return 0;
}
