import type { ScenarioResult } from '../harness/engine.js';
import { UsageError } from '../harness/usage-error.js';
import type { Requirement, Role } from '../protocols/requirement.js';

/** How far down `--level` goes: each includes those before it. */
export type LevelLimit = 'must' | 'should' | 'may';

const LEVELS: Readonly<Record<LevelLimit, readonly string[]>> = {
  must: ['MUST'],
  should: ['MUST', 'SHOULD'],
  may: ['MUST', 'SHOULD', 'MAY', 'info'],
};

/**
 * The ids of the requirements that a run is asked for.
 *
 * @param only requirement ids and areas; empty: all
 * @throws UsageError for an id or area that the role does not have, or when nothing remains
 */
export function selectRequirements(
  catalogue: readonly Requirement[],
  role: Role,
  only: readonly string[],
  level: LevelLimit | null,
): ReadonlySet<string> {
  const inForce = catalogue.filter((requirement) => requirement.role === role && requirement.level !== 'withdrawn');
  const wanted = new Set<string>();
  for (const name of only) {
    const matching = inForce.filter(({ id, area }) => id === name.toUpperCase() || area === name.toUpperCase());
    if (matching.length === 0) throw unknown(name, catalogue, inForce);
    for (const { id } of matching) wanted.add(id);
  }
  const levels = LEVELS[level ?? 'may'];
  const selected = inForce.filter(
    ({ id, level: own }) => (only.length === 0 || wanted.has(id)) && levels.includes(own),
  );
  if (selected.length === 0) {
    throw new UsageError(
      'NOTHING_SELECTED',
      `--level ${level ?? ''}: none of ${only.join(', ')} has that level. Leave --level out, or name other requirements.`,
    );
  }
  return new Set(selected.map(({ id }) => id));
}

function unknown(name: string, catalogue: readonly Requirement[], inForce: readonly Requirement[]): UsageError {
  const other = catalogue.find(({ id }) => id === name.toUpperCase());
  const list = 'List the ids with: lesspay-conformance requirements';
  if (other !== undefined) {
    const why =
      other.level === 'withdrawn' ? 'is withdrawn and not tested' : `binds the ${other.role}, not the platform`;
    return new UsageError('UNKNOWN_REQUIREMENT', `--only: ${other.id} ${why}. ${list}`);
  }
  const areas = [...new Set(inForce.map(({ area }) => area))];
  return new UsageError(
    'UNKNOWN_REQUIREMENT',
    `--only: there is no requirement or area ${JSON.stringify(name)}. Areas: ${areas.join(', ')}. ${list}`,
  );
}

/** What selecting scenarios needs to know of them. */
type Selectable = Pick<ScenarioResult, 'area'> & {
  readonly id: string;
  readonly judge: Readonly<Record<string, unknown>>;
};

/**
 * The scenarios that exercise the selected requirements. A requirement that is judged on all traffic needs traffic: when no
 * scenario of its own remains, all scenarios run.
 */
export function selectScenarios<S extends Selectable>(
  scenarios: readonly S[],
  observed: ReadonlySet<string>,
  selected: ReadonlySet<string>,
): readonly S[] {
  if ([...selected].some((id) => observed.has(id))) return scenarios;
  return scenarios.filter(({ judge }) => Object.keys(judge).some((id) => selected.has(id)));
}
