import type {
  ClaimChange,
  ComparedRequirement,
  ContextChange,
  RequirementChange,
  RequirementResult,
  ResultsDiff,
  RunResult,
  Worsening,
} from '../schemas/report/results.generated.js';
import { conclude, selectionWords } from './conclusion.js';
import { cut } from './hostile-text.js';
import { verdictWords } from './words.js';

/** Longest text of a reason, in characters. */
const REASON = 500;

/**
 * In what the results of two runs differ, and whether the later one is worse. Seeds, ids, times and evidence do not count: two
 * runs of one suite against one target that behaves the same do not differ.
 *
 * Worse is, and nothing else: a MUST fails without a waiver that did not; a MUST passed and now is inconclusive, not tested, not
 * applicable or an error; the run is incomplete and was not; the run is not conformant and was. A requirement that the other suite
 * version does not have is worse only if it is a MUST that fails.
 */
export function compareResults(before: RunResult, after: RunResult): ResultsDiff {
  const requirements = requirementChanges(before, after);
  const worsenings = worseningsOf(before, after, requirements);
  const known = new Set([...before.requirements, ...after.requirements].map(({ id }) => id));
  return {
    schemaVersion: 1,
    before: comparedRun(before),
    after: comparedRun(after),
    worse: worsenings.length > 0,
    worsenings,
    context: contextChanges(before, after),
    ics: claimChanges(before.ics, after.ics),
    requirements,
    unchanged: known.size - requirements.length,
  };
}

function comparedRun(run: RunResult): ResultsDiff['before'] {
  const { word, because } = conclude(run);
  return {
    suite: `${run.suite.name} ${run.suite.version}`,
    target: run.target.url,
    seed: run.seed,
    startedAt: run.startedAt,
    complete: run.complete,
    conformant: run.conformant,
    conclusion: `${word}: ${because}`,
  };
}

function requirementChanges(before: RunResult, after: RunResult): RequirementChange[] {
  const old = new Map(before.requirements.map((requirement) => [requirement.id, requirement]));
  const now = new Set(after.requirements.map(({ id }) => id));
  return [
    ...after.requirements.map((requirement) => requirementChange(old.get(requirement.id), requirement)),
    ...before.requirements
      .filter(({ id }) => !now.has(id))
      .map((requirement) => requirementChange(requirement, undefined)),
  ].filter((change) => change !== null);
}

function requirementChange(
  before: RequirementResult | undefined,
  after: RequirementResult | undefined,
): RequirementChange | null {
  const shown = after ?? before;
  const kind = kindOf(before, after);
  if (shown === undefined || kind === null) return null;
  const { id, area, level, statement } = shown;
  return {
    id,
    area,
    level,
    statement,
    kind,
    worse: failsNewly(before, after) || passedBefore(before, after),
    before: before === undefined ? null : comparedRequirement(before),
    after: after === undefined ? null : comparedRequirement(after),
  };
}

function kindOf(
  before: RequirementResult | undefined,
  after: RequirementResult | undefined,
): RequirementChange['kind'] | null {
  if (after === undefined) return 'gone';
  if (before === undefined) return 'new';
  if (before.verdict !== after.verdict) {
    if (after.verdict === 'fail') return 'newlyFailing';
    return after.verdict === 'pass' ? 'newlyPassing' : 'otherVerdict';
  }
  if ((before.waived === true) !== (after.waived === true)) return 'otherWaiver';
  // A SHOULD of the earlier suite version, and a MUST of the later one.
  if (failsNewly(before, after)) return 'newlyFailing';
  return causeOf(before) === causeOf(after) ? null : 'otherReason';
}

/** What must be the same for two verdicts to have the same reason. Texts that a target or a seed chooses are left out. */
function causeOf({ verdict, reason, findings }: RequirementResult): string {
  if (verdict !== 'fail') return verdict === 'pass' ? '' : (reason?.code ?? '');
  const ways = findings.map((finding) => {
    const [violation] = finding.violations;
    const answer = /^HTTP \d+(?:, code -?\d+)?/.exec(violation?.received ?? '')?.[0] ?? '';
    return JSON.stringify([finding.scenario, finding.case, answer]);
  });
  return JSON.stringify([...new Set(ways)].sort());
}

function comparedRequirement(requirement: RequirementResult): ComparedRequirement {
  return {
    verdict: requirement.verdict,
    waived: requirement.waived === true,
    reason: reasonOf(requirement),
  };
}

function reasonOf({ verdict, reason, findings }: RequirementResult): string | null {
  const violation = verdict === 'fail' ? findings[0]?.violations[0] : undefined;
  if (violation !== undefined) {
    return `expected ${cut(violation.expected, REASON)}; received ${cut(violation.received, REASON)}`;
  }
  return reason === undefined ? null : `${reason.code}: ${cut(reason.message, REASON)}`;
}

function fails(requirement: RequirementResult | undefined): boolean {
  return requirement?.verdict === 'fail' && requirement.waived !== true;
}

function failsNewly(before: RequirementResult | undefined, after: RequirementResult | undefined): boolean {
  return after?.level === 'MUST' && fails(after) && !(before?.level === 'MUST' && fails(before));
}

/** A failure is told by `failsNewly`; one that a waiver covers is accepted. */
function passedBefore(before: RequirementResult | undefined, after: RequirementResult | undefined): boolean {
  if (before?.verdict !== 'pass' || after === undefined || after.level !== 'MUST') return false;
  return after.verdict !== 'pass' && after.verdict !== 'fail';
}

function worseningsOf(before: RunResult, after: RunResult, requirements: readonly RequirementChange[]): Worsening[] {
  const incomplete = (run: RunResult): boolean => !run.complete || conclude(run).word === 'incomplete';
  const found: Worsening[] = requirements
    .filter(({ worse }) => worse)
    .map(({ id, before: old, after: now }) =>
      now?.verdict === 'fail'
        ? {
            code: 'mustNewlyFailing',
            requirement: id,
            message: `${id} fails${old?.waived === true ? ' and is not waived any more' : ''}: ${now.reason ?? 'no reason was recorded'}`,
          }
        : {
            code: 'mustNoLongerPassed',
            requirement: id,
            message: `${id} passed and now is ${verdictWords(now?.verdict ?? 'notTested')}${now?.reason == null ? '' : `: ${now.reason}`}`,
          },
    );
  if (incomplete(after) && !incomplete(before)) {
    found.push({ code: 'noLongerComplete', message: `The run is incomplete: ${conclude(after).because}` });
  }
  if (found.length === 0 && before.conformant && !after.conformant) {
    found.push({
      code: 'noLongerConformant',
      message: `The run is not conformant any more: ${conclude(after).because}`,
    });
  }
  return found;
}

function contextChanges(before: RunResult, after: RunResult): ContextChange[] {
  const facts = (run: RunResult): [ContextChange['what'], string][] => [
    ['targetUrl', run.target.url],
    ['targetFingerprint', run.target.fingerprint],
    ['controlUrl', run.target.controlUrl ?? 'none'],
    ['webhooks', run.target.webhooks],
    ['secondApplication', run.target.secondApplication],
    ['suiteVersion', run.suite.version],
    ['seed', String(run.seed)],
    ['runs', String(run.runs)],
    ['selection', selectionWords(run.selection) ?? 'everything'],
  ];
  const now = new Map(facts(after));
  return facts(before).flatMap(([what, old]) => {
    const value = now.get(what) ?? old;
    return value === old ? [] : [{ what, before: cut(old, REASON), after: cut(value, REASON) }];
  });
}

function claimChanges(before: RunResult['ics'], after: RunResult['ics']): ClaimChange[] {
  const old = claims(before);
  const now = claims(after);
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((member) => {
    const change = { member, before: old.get(member) ?? null, after: now.get(member) ?? null };
    return change.before === change.after ? [] : [change];
  });
}

/** Member to JSON text. The order of a list's elements means nothing in a statement. */
function claims(ics: RunResult['ics']): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value))
      found.set(
        path,
        cut(
          `[${value
            .map((item) => JSON.stringify(item))
            .sort()
            .join(',')}]`,
          REASON,
        ),
      );
    else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) walk(inner, path === '' ? name : `${path}.${name}`);
    } else found.set(path, cut(JSON.stringify(value) ?? 'null', REASON));
  };
  walk(ics ?? {}, '');
  return found;
}
