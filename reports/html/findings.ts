import type { Finding, RunResult } from '../../schemas/report/results.generated.js';
import { failuresOf } from '../selections.js';
import { findingSection, shortFinding } from './finding.js';
import type { Markup } from './markup.js';

/** Room for the findings with their exchanges, in characters of markup: keeps the page of any run below 2 MB. */
const ROOM = 800_000;

/**
 * The findings of a run as sections. While there is room they show their exchanges: first the first finding of each failed
 * requirement, the most binding requirements first, then the others. What finds no room is shown without them.
 */
export function findingSections(result: RunResult): ReadonlyMap<Finding, Markup> {
  const failed = failuresOf(result).map(({ findings }) => findings);
  const depth = Math.max(0, ...failed.map(({ length }) => length));
  const inTurn = Array.from({ length: depth }, (_, turn) => failed.flatMap((findings) => findings[turn] ?? [])).flat();
  const sections = new Map<Finding, Markup>();
  let left = ROOM;
  for (const finding of inTurn) {
    const whole = left > 0 ? findingSection(finding) : undefined;
    const size = whole?.toString().length ?? 0;
    if (whole !== undefined && size <= left) {
      left -= size;
      sections.set(finding, whole);
    } else {
      sections.set(finding, shortFinding(finding));
    }
  }
  return sections;
}
