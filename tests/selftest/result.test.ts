import { describe, expect, test } from 'vitest';
import { brokenFault, brokenVariant, judgeFault, judgeVariants } from '../../cli/selftest/judge-bite.js';
import { measureReach } from '../../cli/selftest/reach.js';
import { faultNamed, variantNamed } from '../../cli/selftest/registry.js';
import { selftestResult } from '../../cli/selftest/result.js';
import { scoreOf } from '../../cli/selftest/score.js';
import { validator } from '../../schemas/validator.js';

const SEED = 1;

describe('what selftest --json prints', () => {
  test('is what the schema describes: caught, wrong and broken faults, clean and unclean variants', async () => {
    const sum = faultNamed('batch-sum-not-compared');
    const late = variantNamed('webhooks-come-late');
    await measureReach([sum, late], SEED);
    const matrix = [
      await judgeFault(sum, SEED),
      await judgeFault({ ...sum, must: ['AUTH-001'], may: [] }, SEED),
      brokenFault(sum, 'it did not start'),
      await judgeVariants({ id: late.id, behaviour: late.behaviour, changes: [late] }, SEED),
      await judgeVariants({ id: 'faulty', behaviour: 'It does not conform.', changes: [sum] }, SEED),
      brokenVariant({ id: 'none', behaviour: 'Nothing.', changes: [] }, 'it did not start'),
    ];
    const result: unknown = JSON.parse(JSON.stringify(selftestResult(SEED, matrix, scoreOf(matrix))));
    expect(validator('report/selftest')(result)).toEqual([]);
    expect(result).toMatchObject({
      faults: { total: 3, caught: 1, survivors: 1, overKills: 1, neverExecuted: 0, broken: 1 },
      variants: { total: 3, clean: 1 },
    });
  });

  test('has nothing that the schema does not name', () => {
    const result = selftestResult(SEED, [], scoreOf([]));
    expect(validator('report/selftest')(JSON.parse(JSON.stringify(result)))).toEqual([]);
    expect(validator('report/selftest')({ ...result, note: 'x' }).length).toBeGreaterThan(0);
  });
});
