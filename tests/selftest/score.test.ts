import { describe, expect, test } from 'vitest';
import type { FaultOutcome } from '../../cli/selftest/outcome.js';
import { registryDigest } from '../../cli/selftest/registry-digest.js';
import { stampedScore } from '../../cli/selftest/score.generated.js';
import { coveredRequirements, provenRequirements, scoreOf } from '../../cli/selftest/score.js';
import { biteOf } from '../../cli/selftest/stamp.js';
import { lesspayFaults } from '../../reference/lesspay/faults/index.js';
import { lesspayVariants } from '../../reference/lesspay/variants/index.js';

function outcome(changes: Partial<FaultOutcome>): FaultOutcome {
  return {
    kind: 'fault',
    id: 'some-fault',
    defect: 'Something is wrong.',
    area: 'AUTH',
    layer: 'behaviour',
    where: 'credentials.isFresh',
    must: ['AUTH-001', 'AUTH-002'],
    may: ['AUTH-003'],
    problems: [],
    survivors: [],
    overKills: [],
    failures: [],
    hits: {},
    message: null,
    ...changes,
  };
}

describe('what a matrix proves', () => {
  test('that the requirements which must fail can', () => {
    expect([...provenRequirements([outcome({})])]).toEqual(['AUTH-001', 'AUTH-002']);
  });

  test('nothing about a requirement that survived', () => {
    const survived = outcome({ problems: ['survivor'], survivors: ['AUTH-001'] });
    expect([...provenRequirements([survived])]).toEqual(['AUTH-002']);
  });

  test('nothing where the platform was broken or the decision never asked', () => {
    expect(provenRequirements([outcome({ problems: ['broken'] }), outcome({ problems: ['neverExecuted'] })])).toEqual(
      new Set(),
    );
  });

  test('a fault may count under several problems', () => {
    const { faults, unproven } = scoreOf([
      outcome({}),
      outcome({ problems: ['survivor', 'overKill'], survivors: ['AUTH-001'], overKills: ['ENV-001'] }),
    ]);
    expect(faults).toEqual({ total: 2, caught: 1, survivors: 1, overKills: 1, neverExecuted: 0, broken: 0 });
    expect(unproven.length).toBe(coveredRequirements().filter((id) => !['AUTH-001', 'AUTH-002'].includes(id)).length);
  });
});

describe('the score that runs show', () => {
  test('is of these faults, variants and scenarios: otherwise refresh it with `selftest --write`', () => {
    expect(stampedScore.digest).toBe(registryDigest());
    expect(stampedScore.faults.total).toBe(lesspayFaults.length);
    expect(stampedScore.variants.total).toBeGreaterThan(lesspayVariants.length);
  });

  test('proves nothing when it was computed from something else', () => {
    const other = biteOf({ ...stampedScore, digest: 'of something else', unproven: [] });
    expect(other.outOfDate).toBe(true);
    expect(other.unproven).toEqual(coveredRequirements());
  });

  test('proves nothing for another version', () => {
    expect(biteOf({ ...stampedScore, version: '99.0.0', unproven: [] }).outOfDate).toBe(true);
  });
});
