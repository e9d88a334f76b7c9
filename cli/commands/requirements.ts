import { UsageError } from '../../harness/usage-error.js';
import { areas, lesspayRequirements } from '../../protocols/lesspay/requirements/index.js';
import type { Requirement } from '../../protocols/requirement.js';
import { lesspayObservers, lesspayScenarios } from '../../suites/lesspay/index.js';
import type { Io } from '../io.js';

/** The options of `requirements` as they stand on the command line. */
export interface RequirementsOptions {
  readonly json?: boolean;
  readonly area?: string;
  readonly role?: string;
  readonly level?: string;
}

/** Ids of the scenarios that exercise a requirement; `observed` when it is judged on all traffic. */
export function exercisedBy(id: string): string[] {
  return [
    ...lesspayScenarios.filter(({ judge }) => Object.hasOwn(judge, id)).map((scenario) => scenario.id),
    ...(lesspayObservers.some(({ requirement }) => requirement === id) ? ['observed'] : []),
  ];
}

function choose(value: string | undefined, option: string, allowed: readonly string[]): string | undefined {
  if (value === undefined) return undefined;
  const found = allowed.find((name) => name.toLowerCase() === value.toLowerCase());
  if (found === undefined)
    throw new UsageError(
      'BAD_CHOICE',
      `${option}: received ${JSON.stringify(value)}, expected one of ${allowed.join(', ')}.`,
    );
  return found;
}

/** Prints the catalogue: a line each, or all of it as JSON. */
export function listRequirements(options: RequirementsOptions, io: Io): number {
  const area = choose(options.area, '--area', areas);
  const role = choose(options.role, '--role', ['platform', 'merchant', 'receiver']);
  const level = choose(options.level, '--level', ['MUST', 'SHOULD', 'MAY', 'info', 'withdrawn']);
  const chosen = lesspayRequirements.filter(
    (requirement) =>
      (area === undefined || requirement.area === area) &&
      (role === undefined || requirement.role === role) &&
      (level === undefined || requirement.level === level),
  );
  if (options.json === true) {
    io.out(
      JSON.stringify({
        requirements: chosen.map((requirement) => ({ ...requirement, exercisedBy: exercisedBy(requirement.id) })),
      }),
    );
    return 0;
  }
  const width = Math.max(...chosen.map(({ id }) => id.length), 0);
  for (const requirement of chosen) io.out(line(requirement, width));
  io.note(`${chosen.length} of ${lesspayRequirements.length} requirements`);
  return 0;
}

function line({ id, level, role, statement }: Requirement, width: number): string {
  return `${id.padEnd(width)}  ${level.padEnd(9)}  ${role.padEnd(8)}  ${statement}`;
}
