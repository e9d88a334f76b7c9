import type { Finding, RunResult } from '../../schemas/report/results.generated.js';
import { failuresOf } from '../selections.js';
import { findingSection, shortFinding } from './finding.js';
import type { Markup } from './markup.js';

/** Room for the findings, in bytes: keeps the page of any run below 2 MB. */
const ROOM = 1_000_000;
/** What of it findings without their exchanges may take. */
const SHORT_ROOM = 650_000;
/** After this many findings in turn that were too large, the search for smaller ones ends. */
const TOO_LARGE = 20;

/**
 * The findings of a run as sections. While there is room they show their exchanges: first the first finding of each failed
 * requirement, the most binding requirements first, then the others. What finds no room for that is shown without them, and
 * what finds none at all has no section: the requirement counts it.
 */
export function findingSections(result: RunResult): ReadonlyMap<Finding, Markup> {
  const failed = failuresOf(result).map(({ findings }) => findings);
  const depth = Math.max(0, ...failed.map(({ length }) => length));
  const inTurn = Array.from({ length: depth }, (_, turn) => failed.flatMap((findings) => findings[turn] ?? [])).flat();
  const sections = new Map<Finding, Markup>();
  const short = new Map<Finding, number>();
  let left = ROOM;
  for (const finding of inTurn) {
    const section = shortFinding(finding);
    const size = sizeOf(section);
    if (ROOM - left + size > SHORT_ROOM) break;
    left -= size;
    sections.set(finding, section);
    short.set(finding, size);
  }
  let tooLarge = 0;
  for (const [finding, size] of short) {
    if (tooLarge >= TOO_LARGE) break;
    const section = findingSection(finding);
    const more = sizeOf(section) - size;
    if (more > left) {
      tooLarge += 1;
      continue;
    }
    left -= more;
    sections.set(finding, section);
  }
  return sections;
}

function sizeOf(markup: Markup): number {
  return Buffer.byteLength(markup.toString(), 'utf8');
}
