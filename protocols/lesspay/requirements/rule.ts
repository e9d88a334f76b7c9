import type { AcceptedCase, Coverage, Level, Requirement, Role } from '../../requirement.js';
import { needsOf } from './needs.js';

/** What a row of the catalogue states; the rest follows from the id. */
export interface Rule {
  readonly statement: string;
  readonly source: string;
  readonly accepted: readonly AcceptedCase[];
  /** Default: `scenario`. */
  readonly coverage?: Coverage;
  readonly coverageNote?: string;
  readonly errata?: readonly string[];
}

/** Builds one requirement of the Lesspay catalogue. The area is the id without its number; the needs come from the table of needs. */
export function rule(id: string, level: Level, role: Role, row: Rule): Requirement {
  return {
    id,
    level,
    role,
    area: id.replace(/-\d+$/, ''),
    statement: row.statement,
    source: row.source,
    accepted: row.accepted,
    needs: needsOf(id),
    coverage: row.coverage ?? 'scenario',
    ...(row.coverageNote === undefined ? {} : { coverageNote: row.coverageNote }),
    errata: row.errata ?? [],
  };
}
