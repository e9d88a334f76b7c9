import { describe, expect, test } from 'vitest';
import type { FaultOutcome } from '../../cli/selftest/outcome.js';
import { registryDigest } from '../../cli/selftest/registry-digest.js';
import { stampedScore } from '../../cli/selftest/score.generated.js';
import { coveredRequirements, provenRequirements, scoreOf } from '../../cli/selftest/score.js';
import { biteOf } from '../../cli/selftest/stamp.js';
import { lesspayFaults } from '../../reference/lesspay/faults/index.js';
import { unreachable } from '../../reference/lesspay/faults/unreachable.js';
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
    const { faults, unproven, uncaught } = scoreOf([
      outcome({}),
      outcome({ problems: ['survivor', 'overKill'], survivors: ['AUTH-001'], overKills: ['ENV-001'] }),
    ]);
    expect(faults).toEqual({ total: 2, caught: 1, survivors: 1, overKills: 1, neverExecuted: 0, broken: 0 });
    expect(uncaught).toEqual([{ id: 'some-fault', proves: ['AUTH-002'] }]);
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
    const other = biteOf({ ...stampedScore, version: '99.0.0', unproven: [] });
    expect(other.outOfDate).toBe(true);
    expect(other.matrix).toBeUndefined();
  });

  test('says what each fault proves', () => {
    const { matrix = [] } = biteOf({ ...stampedScore, digest: registryDigest(), uncaught: [] });
    expect(matrix.map(({ id }) => id)).toEqual(lesspayFaults.map(({ id }) => id));
    expect(matrix.every(({ caught }) => caught)).toBe(true);
    const proven = new Set(matrix.flatMap(({ proves }) => proves));
    expect(coveredRequirements().filter((id) => !proven.has(id))).toEqual(
      unreachable.map(({ requirement }) => requirement),
    );
  });

  test('says of a fault that was not caught what it proves all the same', () => {
    const [first] = lesspayFaults;
    if (first === undefined) throw new Error('there are no faults');
    const { matrix = [] } = biteOf({
      ...stampedScore,
      digest: registryDigest(),
      uncaught: [{ id: first.id, proves: ['AUTH-001'] }],
    });
    expect(matrix[0]).toMatchObject({ id: first.id, caught: false, proves: ['AUTH-001'] });
    expect(matrix.filter(({ caught }) => !caught)).toHaveLength(1);
  });

  test('gives the reason for a requirement that no fault can reach', () => {
    expect(biteOf({ ...stampedScore, digest: registryDigest() }).reasons).toBeUndefined();
  });
});
