import { describe, expect, test } from 'vitest';
import { answeredAs, unchecked } from '../../../reference/lesspay/decisions/check.js';
import { amend, annexA, type Decisions } from '../../../reference/lesspay/decisions.js';
import { errScenarios } from '../../../suites/lesspay/err/index.js';
import { judgedOf, scenarioRequirementsOf } from './coverage.js';
import { failedOf, remarksOf, runInProcess, unexpected } from './in-process.js';

/** Limits of the statement are tried out in tests/cli/claims.test.ts; here nothing is claimed of them. */
const withoutClaims = errScenarios.filter(({ id }) => !id.includes('-claimed'));

describe('scenarios of errors', () => {
  test.each([1, 20_264])('pass on the reference platform, seed %i', async (seed) => {
    const run = await runInProcess(withoutClaims, { runs: 8, seed });
    expect(unexpected(run)).toEqual([]);
    expect(remarksOf(run)).toEqual([]);
  });

  test('judge every requirement of the area that is covered by a scenario', () => {
    const judged = judgedOf(errScenarios);
    expect(scenarioRequirementsOf('ERR').filter((id) => !judged.includes(id))).toEqual([]);
  });

  test('judge no limit that is not claimed', async () => {
    const run = await runInProcess(
      errScenarios.filter((each) => !withoutClaims.includes(each)),
      { runs: 1 },
    );
    expect(run.results).toHaveLength(5);
    expect(run.results.every(({ exercises }) => exercises === 0)).toBe(true);
  });

  test('are not exercised where nobody configures applications', async () => {
    const run = await runInProcess(withoutClaims, { runs: 1, without: ['control'] });
    const skipped = run.results.filter(({ exercises }) => exercises === 0).map(({ scenario }) => scenario);
    expect(skipped).toEqual([
      'ERR-015',
      'ERR-021',
      'ERR-016',
      'ERR-016-batch',
      'ERR-017',
      'ERR-018',
      'ERR-019',
      'ERR-019-batch',
      'ERR-020-payin',
      'ERR-020-payout',
      'ERR-020-batch',
    ]);
  });
});

let count = 0;

const { envelope, credentials } = annexA;

/** A platform that does one thing wrong, and the only requirement that it breaks. */
const lies: readonly (readonly [id: string, what: string, decisions: Decisions])[] = [
  [
    'ERR-003',
    'names no member',
    amend(annexA, 'envelope', {
      failure: (answer, msg) => envelope.failure(answer, answer.code === 11 ? 'Parameter error' : msg),
    }),
  ],
  [
    'ERR-014',
    'changes its codes',
    amend(annexA, 'envelope', {
      failure(answer, msg) {
        count += 1;
        return {
          ...(envelope.failure(answer, msg) as object),
          code: answer.code >= 30000 ? 30000 + (count % 2) * 9 : 11,
        };
      },
    }),
  ],
  [
    'ERR-015',
    'lets everybody pay out',
    amend(annexA, 'credentials', {
      hasProduct: (application, product) => product === 'payout' || credentials.hasProduct(application, product),
    }),
  ],
  ['ERR-016', 'ignores the single maximum', amend(annexA, 'createPayoutRules', { singleMaximumKept: unchecked })],
  ['ERR-017', 'ignores the number of details', amend(annexA, 'createBatchRules', { detailCount: unchecked })],
  [
    'ERR-018',
    'pays out what is not there',
    amend(amend(annexA, 'createPayoutRules', { balanceSuffices: unchecked }), 'lifecycle', {
      movedPayout: () => 'SUCCEED',
    }),
  ],
  [
    'ERR-019',
    'pays out what the channel did not take',
    amend(amend(annexA, 'createPayoutRules', { channelTakesIt: unchecked }), 'lifecycle', {
      movedPayout: () => 'SUCCEED',
    }),
  ],
  [
    'ERR-019',
    'does not say why a batch was refused',
    amend(annexA, 'createBatchRules', {
      channelTakesIt: answeredAs('orderNotFound', annexA.createBatchRules.channelTakesIt),
    }),
  ],
  ['ERR-020', 'reports success while it fails', amend(annexA, 'createPayinRules', { platformWorks: unchecked })],
  [
    'ERR-020',
    'reports success of a batch while it fails',
    amend(annexA, 'createBatchRules', { platformWorks: unchecked }),
  ],
  ['ERR-021', 'lets everybody take payments', amend(annexA, 'credentials', { hasProduct: () => true })],
];

describe('a platform that breaks one rule of errors', () => {
  test.each(lies)('%s: it %s', async (id, _what, decisions) => {
    const run = await runInProcess(
      errScenarios.filter(({ judge }) => id in judge),
      { runs: 12, decisions },
    );
    expect(failedOf(run).filter((failed) => failed.startsWith('ERR'))).toEqual([id]);
  });
});
