import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { noVerdictFrom } from '../../../harness/answers.js';
import { runScenario, type ScenarioResult } from '../../../harness/engine.js';
import type { OrderLimits } from '../../../harness/governor.js';
import { readLedger } from '../../../harness/ledger.js';
import { startReferencePlatform } from '../../../reference/lesspay/start.js';
import { lesspayScenarios } from '../../../suites/lesspay/index.js';
import { scratchFolder } from '../../cli/scratch.js';
import { APPLICATION, act, openSession } from './one-session.js';

const NO_LIMITS: OrderLimits = { maxOrders: null, maxAmount: null, payouts: true };

interface Governed {
  readonly results: readonly ScenarioResult[];
  readonly operations: readonly string[];
}

/** Runs the scenarios of some areas within limits. Resolves with the results and the operations of the orders that were created. */
async function governed(areas: readonly string[], limits: Partial<OrderLimits>): Promise<Governed> {
  const platform = await startReferencePlatform({ applications: [APPLICATION] });
  onTestFinished(() => platform.close());
  const ledgerFile = path.join(scratchFolder(), 'ledger.ndjson');
  writeFileSync(ledgerFile, '');
  const session = await openSession(platform.url, { limits: { ...NO_LIMITS, ...limits }, ledgerFile });
  const scenarios = lesspayScenarios.filter(({ area }) => areas.includes(area));
  expect(scenarios.length).toBeGreaterThan(0);
  const results = await Promise.all(scenarios.map((scenario) => runScenario(scenario, session.world, session.options)));
  const ledger = readLedger(readFileSync(ledgerFile, 'utf8').split('\n'));
  return { results, operations: ledger.map(({ operation }) => operation) };
}

const reasonsOf = ({ results }: Governed): string[] =>
  results.flatMap(({ tallies }) => tallies.flatMap(({ reasons }) => reasons.map(({ code }) => code)));

test('without payouts none is created; what needs one is not run, and says why', async () => {
  const run = await governed(['PAYOUT-CREATE', 'PAYIN-CREATE', 'PAYOUT-BAL'], { payouts: false });
  expect(new Set(run.operations)).toEqual(new Set(['createPayin']));
  for (const { area, tallies, exercises, error } of run.results) {
    expect(error).toBeUndefined();
    for (const { passed, failed, inconclusive, reasons, scenarios } of tallies) {
      expect(failed).toBe(0);
      if (area === 'PAYOUT-CREATE') {
        expect({ passed, inconclusive, exercises, scenarios }).toEqual({
          passed: 0,
          inconclusive: 0,
          exercises: 0,
          scenarios: [],
        });
        expect(reasons).toMatchObject([{ code: 'payoutsNotAllowed', count: 0 }]);
      } else expect(reasons.map(({ code }) => code)).not.toContain('payoutsNotAllowed');
    }
  }
});

test('no more orders than the run may create', async () => {
  const run = await governed(['PAYIN-CREATE'], { maxOrders: 5 });
  expect(run.operations).toHaveLength(5);
  expect(run.results.flatMap(({ tallies }) => tallies).filter(({ failed }) => failed > 0)).toEqual([]);
  expect(reasonsOf(run)).toContain('capOrders');
});

test('no order above the largest amount, and no failure for it', async () => {
  const run = await governed(['PAYIN-CREATE', 'PAYOUT-BATCH'], { maxAmount: '0.01' });
  expect(run.operations).toEqual([]);
  expect(run.results.flatMap(({ tallies }) => tallies).filter(({ failed }) => failed > 0)).toEqual([]);
  expect(reasonsOf(run)).toContain('capAmount');
});

test('an exchange that a limit kept from being sent is recorded as such, and is no verdict', async () => {
  const platform = await startReferencePlatform({ applications: [APPLICATION] });
  onTestFinished(() => platform.close());
  const session = await openSession(platform.url, { limits: { ...NO_LIMITS, maxAmount: '10' } });
  const exchange = await act(session, ({ platform: client }) => client.createPayin({ target_amount: '10.01' }));
  expect(exchange).toMatchObject({
    response: null,
    failure: { code: 'CAP_AMOUNT', message: 'not sent: an order may amount to 10 (--max-amount)' },
  });
  expect(noVerdictFrom(exchange)).toMatchObject({ kind: 'unmet', code: 'capAmount' });
});
