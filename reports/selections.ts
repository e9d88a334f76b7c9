import type { RequirementResult, RunResult, Verdict, WaiverResult } from '../schemas/report/results.generated.js';
import { LEVELS } from './words.js';

/** The failed requirements: those without a waiver first, then the most binding level, then in catalogue order. */
export function failuresOf(result: RunResult): RequirementResult[] {
  return result.requirements
    .filter(({ verdict }) => verdict === 'fail')
    .map((requirement, position) => ({ requirement, position }))
    .sort(
      (a, b) =>
        Number(a.requirement.waived === true) - Number(b.requirement.waived === true) ||
        LEVELS.indexOf(a.requirement.level) - LEVELS.indexOf(b.requirement.level) ||
        a.position - b.position,
    )
    .map(({ requirement }) => requirement);
}

/** Requirements that share a verdict and the code of its reason. */
export interface ReasonGroup {
  readonly code: string;
  /** The reason in words; of several messages the first, then `messages` is more than one. */
  readonly message: string;
  readonly messages: number;
  readonly ids: readonly string[];
}

/** Groups the requirements of one verdict by the code of their reason, the largest group first. */
export function groupByReason(requirements: readonly RequirementResult[], verdict: Verdict): ReasonGroup[] {
  const groups = new Map<string, { ids: string[]; messages: Set<string> }>();
  for (const requirement of requirements) {
    if (requirement.verdict !== verdict) continue;
    const { code, message } = requirement.reason ?? { code: 'unstated', message: 'no reason was recorded' };
    const group = groups.get(code) ?? { ids: [], messages: new Set() };
    group.ids.push(requirement.id);
    group.messages.add(message);
    groups.set(code, group);
  }
  return [...groups]
    .map(([code, { ids, messages }]) => ({ code, message: [...messages][0] ?? '', messages: messages.size, ids }))
    .sort((a, b) => b.ids.length - a.ids.length || (a.code < b.code ? -1 : 1));
}

/** The requirements of each area, in the order in which the areas first occur. */
export function groupByArea(requirements: readonly RequirementResult[]): Map<string, RequirementResult[]> {
  const areas = new Map<string, RequirementResult[]>();
  for (const requirement of requirements) {
    const area = areas.get(requirement.area);
    if (area === undefined) areas.set(requirement.area, [requirement]);
    else area.push(requirement);
  }
  return areas;
}

/** The waiver that covers a waived requirement; undefined when the requirement is not waived. */
export function waiverOf(result: RunResult, requirement: RequirementResult): WaiverResult | undefined {
  if (requirement.waived !== true) return undefined;
  const waivers = result.waivers.filter((waiver) => waiver.requirement === requirement.id);
  return waivers.find(({ state }) => state === 'used') ?? waivers[0];
}
