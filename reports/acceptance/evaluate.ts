import type { Ics } from '../../schemas/config/config.generated.js';
import type {
  Acceptance,
  AcceptanceReason,
  RequirementResult,
  RunResult,
  Verdict,
} from '../../schemas/report/results.generated.js';
import { offendingWaivers } from '../conclusion.js';
import { counted } from '../words.js';
import { type FullProfile, PROFILE_LEVELS, type Tolerance } from './profile.js';

const DAY_MS = 86_400_000;

/** A clock that is a little ahead of another is no fraud. */
const CLOCK_SLACK_MS = 10 * 60_000;

/** Requirements that no test from outside can show. */
function needsReview({ coverage }: RequirementResult): boolean {
  return coverage === 'codeReview' || coverage === 'needsOperator';
}

function reason(
  code: AcceptanceReason['code'],
  message: string,
  requirements: readonly string[] = [],
): AcceptanceReason {
  return { code, message, requirements: [...requirements] };
}

/**
 * Evaluates a run by a profile. Nothing else is looked at: the same result, profile and time give the same acceptance.
 *
 * @param now milliseconds since the epoch
 */
export function evaluate(result: RunResult, profile: FullProfile, now: number): Acceptance {
  const { areas } = profile;
  const looked = result.requirements.filter(({ area }) => areas === 'all' || areas.includes(area));
  const reasons = [
    ...ofRun(result, profile),
    ...ofAge(result, profile, now),
    ...ofAreas(result, profile),
    ...PROFILE_LEVELS.flatMap((level) =>
      ofLevel(
        level,
        looked.filter((requirement) => requirement.level === level),
        profile.levels[level],
      ),
    ),
    ...ofWaivers(result, profile),
    ...ofBite(result, profile),
  ];
  const { url, fingerprint, reference } = result.target;
  const { seed, startedAt, finishedAt, complete, conformant } = result;
  return {
    schemaVersion: 1,
    verdict: reasons.length === 0 ? 'ACCEPTED' : 'REJECTED',
    evaluatedAt: new Date(now).toISOString(),
    product: productOf(result),
    target: { url, fingerprint, reference },
    suite: { name: result.suite.name, version: result.suite.version },
    run: { seed, startedAt, finishedAt, complete, conformant },
    reasons,
    leftToReview: looked
      .filter(
        (requirement) =>
          requirement.level !== 'info' && requirement.verdict === 'notTested' && needsReview(requirement),
      )
      .map(({ id }) => id),
    profile: { ...profile, areas: profile.areas === 'all' ? 'all' : [...profile.areas] },
  };
}

function productOf({ ics }: RunResult): Acceptance['product'] {
  const { product } = (ics ?? {}) as Partial<Ics>;
  if (product === undefined) return null;
  const { vendor, name, version, contactRole, environment } = product;
  return {
    vendor,
    name,
    version,
    ...(contactRole === undefined ? {} : { contactRole }),
    ...(environment === undefined ? {} : { environment }),
  };
}

function ofRun(result: RunResult, profile: FullProfile): AcceptanceReason[] {
  const reasons: AcceptanceReason[] = [];
  if (!result.complete) {
    reasons.push(
      reason(
        'INCOMPLETE',
        `The run ended early (${result.incompleteReason ?? 'no reason given'}). Expected a complete run.`,
      ),
    );
  }
  if (result.errors.length > 0) {
    reasons.push(
      reason('SUITE_ERRORS', `The suite itself failed ${counted(result.errors.length, 'time')}. Expected no error.`),
    );
  }
  const { shard } = result.selection;
  if (shard !== undefined) {
    reasons.push(
      reason('SHARD', `This is shard ${shard.index} of ${shard.count}. Expected a whole run, or merged shards.`),
    );
  }
  if (result.runs < profile.minRuns) {
    reasons.push(
      reason(
        'TOO_FEW_EXERCISES',
        `Each property was exercised ${counted(result.runs, 'time')} (--runs). Expected at least ${profile.minRuns}.`,
      ),
    );
  }
  if (result.target.reference && !profile.allowReference) {
    reasons.push(
      reason(
        'REFERENCE_PLATFORM',
        'The run tested the reference platform that it started itself. Expected a platform given with --url.',
      ),
    );
  }
  if (profile.requireProduct && productOf(result) === null) {
    reasons.push(
      reason(
        'PRODUCT_MISSING',
        'No product is named. Expected a statement (--ics) whose `product` has vendor, name and version.',
      ),
    );
  }
  return reasons;
}

function ofAge({ finishedAt }: RunResult, { maxAgeDays }: FullProfile, now: number): AcceptanceReason[] {
  if (maxAgeDays === null) return [];
  const ageMs = now - Date.parse(finishedAt);
  if (ageMs < -CLOCK_SLACK_MS) {
    return [
      reason(
        'FROM_THE_FUTURE',
        `The run ended at ${finishedAt}, after ${new Date(now).toISOString()}, when it was evaluated.`,
      ),
    ];
  }
  if (ageMs <= maxAgeDays * DAY_MS) return [];
  const days = Math.floor((ageMs / DAY_MS) * 10) / 10;
  return [reason('TOO_OLD', `The run ended ${days} days ago, at ${finishedAt}. Expected at most ${maxAgeDays} days.`)];
}

function ofAreas({ requirements, selection }: RunResult, { areas, levels }: FullProfile): AcceptanceReason[] {
  const there = [...new Set(requirements.map(({ area }) => area))];
  const asked = areas === 'all' ? there : areas;
  const reasons: AcceptanceReason[] = [];
  for (const area of asked) {
    const own = requirements.filter((requirement) => requirement.area === area);
    if (own.length === 0) {
      reasons.push(
        reason('AREA_UNKNOWN', `The profile asks for the area ${area}, and the results have: ${there.join(', ')}.`),
      );
    } else if (own.every(({ verdict }) => verdict !== 'pass' && verdict !== 'fail' && verdict !== 'notApplicable')) {
      const testable = own.some((requirement) => !needsReview(requirement));
      if (testable) {
        reasons.push(
          reason(
            'AREA_NOT_TESTED',
            `No requirement of the area ${area} was exercised with a verdict. Expected it to be tested.`,
            own.map(({ id }) => id),
          ),
        );
      }
    }
  }
  const left = requirements.filter(
    ({ area, level, reason: why }) =>
      asked.includes(area) && why?.code === 'notSelected' && tolerates(levels, level) === false,
  );
  if (left.length > 0) {
    const how = [
      ...(selection.only.length === 0 ? [] : [`--only ${selection.only.join(' ')}`]),
      ...(selection.level === null ? [] : [`--level ${selection.level}`]),
    ];
    reasons.push(
      reason(
        'RESTRICTED',
        `The run was restricted (${how.join(', ') || 'by its selection'}): it left out ${counted(left.length, 'requirement')} that the profile asks for.`,
        left.map(({ id }) => id),
      ),
    );
  }
  return reasons;
}

/** Whether any number of untested requirements of a level is tolerated. */
function tolerates(levels: FullProfile['levels'], level: RequirementResult['level']): boolean {
  return level === 'info' || levels[level].notTested === null;
}

const KINDS: readonly {
  readonly member: keyof Tolerance;
  readonly verdicts: readonly Verdict[];
  readonly code: AcceptanceReason['code'];
  readonly words: string;
}[] = [
  { member: 'failed', verdicts: ['fail'], code: 'FAILED', words: 'failed' },
  {
    member: 'inconclusive',
    verdicts: ['inconclusive', 'error'],
    code: 'INCONCLUSIVE',
    words: 'stayed without a verdict although it was tried',
  },
  { member: 'notTested', verdicts: ['notTested'], code: 'NOT_TESTED', words: 'was not tested' },
  { member: 'notApplicable', verdicts: ['notApplicable'], code: 'NOT_APPLICABLE', words: 'is not claimed' },
];

function ofLevel(level: string, requirements: readonly RequirementResult[], tolerance: Tolerance): AcceptanceReason[] {
  return KINDS.flatMap(({ member, verdicts, code, words }) => {
    const most = tolerance[member];
    // Waived failures are counted as waivers; what no test can show is left to a review, and named there.
    const found = requirements.filter(
      (requirement) =>
        verdicts.includes(requirement.verdict) &&
        requirement.waived !== true &&
        !(code === 'NOT_TESTED' && needsReview(requirement)),
    );
    if (most === null || found.length <= most) return [];
    const what = `${counted(found.length, `${level} requirement`)} ${found.length === 1 ? words : plural(words)}`;
    return [
      reason(
        code,
        `${what}. Expected ${most === 0 ? 'none' : `at most ${most}`}.`,
        found.map(({ id }) => id),
      ),
    ];
  });
}

function plural(words: string): string {
  return words.replace(/^was /, 'were ').replace(/^is /, 'are ').replace(' it was ', ' they were ');
}

function ofWaivers(result: RunResult, { waivers: { atMost } }: FullProfile): AcceptanceReason[] {
  const reasons: AcceptanceReason[] = [];
  const waived = result.requirements.filter((requirement) => requirement.waived === true);
  if (atMost !== null && waived.length > atMost) {
    reasons.push(
      reason(
        'TOO_MANY_WAIVERS',
        `${counted(waived.length, 'failure')} ${waived.length === 1 ? 'is' : 'are'} waived. Expected ${atMost === 0 ? 'none' : `at most ${atMost}`}.`,
        waived.map(({ id }) => id),
      ),
    );
  }
  const offending = offendingWaivers(result.waivers);
  if (offending.length > 0) {
    const states = offending.map(({ requirement, state }) => `${requirement} (${state})`);
    reasons.push(
      reason(
        'WAIVER_NOT_IN_FORCE',
        `Waivers that are expired, stale or unused: ${states.join(', ')}. Expected each to be needed and in force.`,
        offending.map(({ requirement }) => requirement),
      ),
    );
  }
  return reasons;
}

function ofBite({ bite }: RunResult, profile: FullProfile): AcceptanceReason[] {
  const { faultsCaught, variantsClean } = profile.bite;
  if (faultsCaught === 0 && variantsClean === 0) return [];
  if (bite === undefined || bite.outOfDate === true) {
    const what =
      bite === undefined ? 'has no score of its self-test' : 'has a score of its self-test that is out of date';
    return [reason('BITE_UNKNOWN', `The suite ${what}. Expected one with ${percent(faultsCaught)} of faults caught.`)];
  }
  const { faults, variants } = bite;
  const low = (done: number, total: number, least: number): boolean =>
    least > 0 && (total === 0 || done < least * total);
  return [
    ...(low(faults.caught, faults.total, faultsCaught)
      ? [
          reason(
            'BITE_TOO_LOW',
            `The suite caught ${faults.caught} of ${faults.total} planted faults. Expected at least ${percent(faultsCaught)}.`,
          ),
        ]
      : []),
    ...(low(variants.clean, variants.total, variantsClean)
      ? [
          reason(
            'BITE_TOO_LOW',
            `The suite left ${variants.clean} of ${variants.total} conforming platforms alone. Expected at least ${percent(variantsClean)}.`,
          ),
        ]
      : []),
  ];
}

function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100} %`;
}
