import { describe, expect, test } from 'vitest';
import { judgeFault } from '../../cli/selftest/judge-bite.js';
import { faultNamed } from '../../cli/selftest/registry.js';
import { scoreOf } from '../../cli/selftest/score.js';
import { met } from '../../harness/check.js';
import { lesspayObservers, lesspayScenarios } from '../../suites/lesspay/index.js';

type Replaceable = Record<string, unknown>;

/** Makes everything that judges the requirement say `met`, whatever it sees; the returned function undoes it. */
function withoutJudgement(requirement: string): { readonly planted: number; restore(): void } {
  const places = [
    ...lesspayScenarios
      .filter(({ judge }) => Object.hasOwn(judge, requirement))
      .map(({ judge }) => ({ holder: judge as unknown as Replaceable, name: requirement, blind: () => [met] })),
    ...lesspayObservers
      .filter((observer) => observer.requirement === requirement)
      .map((observer) => ({ holder: observer as unknown as Replaceable, name: 'watch', blind: () => met })),
  ];
  const before = places.map(({ holder, name }) => holder[name]);
  for (const { holder, name, blind } of places) holder[name] = blind;
  return {
    planted: places.length,
    restore() {
      for (const [index, { holder, name }] of places.entries()) holder[name] = before[index];
    },
  };
}

describe('a judge that always says met is flagged as without bite', () => {
  test.each([
    ['of a scenario', 'PAYOUT-BATCH-002', 'batch-count-off-by-one'],
    ['of all traffic', 'PAYOUT-QUERY-007', 'payout-decimal-places-are-text'],
  ])('%s', async (_where, requirement, id) => {
    const fault = faultNamed(id);
    expect(fault.must).toContain(requirement);

    const awake = await judgeFault(fault, 1);
    expect(awake.problems).toEqual([]);
    expect(scoreOf([awake]).unproven).not.toContain(requirement);

    const blind = withoutJudgement(requirement);
    try {
      expect(blind.planted).toBeGreaterThan(0);
      const asleep = await judgeFault(fault, 1);
      expect([asleep.problems, asleep.survivors]).toEqual([['survivor'], [requirement]]);
      expect(scoreOf([asleep])).toMatchObject({
        faults: { caught: 0, survivors: 1 },
        unproven: expect.arrayContaining([requirement]),
      });
    } finally {
      blind.restore();
    }
  });
});
