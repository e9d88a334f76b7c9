import { describe, expect, test } from 'vitest';
import { judgeFault, judgeVariants } from '../../cli/selftest/judge-bite.js';
import type { Fault } from '../../reference/lesspay/bite.js';
import { unchecked } from '../../reference/lesspay/decisions/check.js';
import { amend } from '../../reference/lesspay/decisions.js';

const SEED = 1;

/** The sum of a batch is not compared. */
const noSum: Fault = {
  id: 'no-sum',
  defect: 'The total of a batch may be anything.',
  area: 'PAYOUT-BATCH',
  layer: 'behaviour',
  where: 'createBatchRules.totalIsTheSum',
  must: ['PAYOUT-BATCH-010'],
  may: [],
  change: (decisions) => amend(decisions, 'createBatchRules', { totalIsTheSum: unchecked }),
};

async function failedBy(fault: Fault): Promise<string[]> {
  return (await judgeFault(fault, SEED)).failures.map(({ requirement }) => requirement);
}

describe('a fault', () => {
  test('is caught where exactly the listed requirements fail', async () => {
    const failed = await failedBy(noSum);
    expect(failed.length).toBeGreaterThan(0);
    const [first = '', ...others] = failed;
    const outcome = await judgeFault({ ...noSum, must: [first], may: others }, SEED);
    expect(outcome).toMatchObject({ problems: [], survivors: [], overKills: [], message: null });
    expect(outcome.hits['createBatchRules.totalIsTheSum']).toBeGreaterThan(0);
  });

  test('survives where a requirement that must fail does not', async () => {
    const failed = await failedBy(noSum);
    const outcome = await judgeFault({ ...noSum, must: ['AUTH-001'], may: failed }, SEED);
    expect(outcome).toMatchObject({ problems: ['survivor'], survivors: ['AUTH-001'], overKills: [] });
  });

  test('survives where it lists nothing that must fail', async () => {
    expect((await judgeFault({ ...noSum, must: [], may: await failedBy(noSum) }, SEED)).problems).toEqual(['survivor']);
  });

  test('kills too much where a requirement fails that is not listed', async () => {
    const failed = await failedBy(noSum);
    const outcome = await judgeFault({ ...noSum, must: ['AUTH-001'], may: [] }, SEED);
    expect(outcome.problems).toEqual(['survivor', 'overKill']);
    expect(outcome.overKills).toEqual(failed);
  });

  test('is never executed where nothing asks the changed decision', async () => {
    const outcome = await judgeFault(
      { ...noSum, must: ['PAYOUT-BATCH-010'], change: (decisions) => ({ ...decisions }) },
      SEED,
    );
    expect(outcome.problems).toEqual(['survivor', 'neverExecuted']);
  });

  test('is broken where the change itself throws', async () => {
    const outcome = await judgeFault(
      {
        ...noSum,
        change: () => {
          throw new Error('cannot be planted');
        },
      },
      SEED,
    );
    expect(outcome.problems).toEqual(['broken']);
    expect(outcome.message).toContain('cannot be planted');
  });

  test('has the same outcome when all scenarios are run', async () => {
    const [selected, exhaustive] = [await judgeFault(noSum, SEED), await judgeFault(noSum, SEED, true)];
    const place = ({ requirement }: { readonly requirement: string }): string => requirement;
    expect(selected.failures.map(place)).toEqual(exhaustive.failures.map(place));
    expect(selected.problems).toEqual(exhaustive.problems);
  });
});

describe('variants', () => {
  test('the platform of Annex A is clean', async () => {
    expect(await judgeVariants({ id: 'annex-a', behaviour: 'none', changes: [] }, SEED)).toMatchObject({
      clean: true,
      failures: [],
      message: null,
    });
  });

  test('a platform that does not conform is a false alarm for each requirement', async () => {
    const outcome = await judgeVariants({ id: 'no-sum', behaviour: 'wrong', changes: [noSum] }, SEED);
    expect(outcome.clean).toBe(false);
    expect(outcome.failures.map(({ requirement }) => requirement)).toEqual(await failedBy(noSum));
  });
});
