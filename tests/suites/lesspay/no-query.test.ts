import { expect, test } from 'vitest';
import { eachExchange } from '../../../harness/observer.js';
import { lesspayScenarios } from '../../../suites/lesspay/index.js';
import { runInProcess, unexpected } from './in-process.js';

test('a platform that claims no query is never asked, and its refusals are judged all the same', async () => {
  const refusals = lesspayScenarios.filter(({ id }) =>
    [
      'PAYIN-CREATE-004',
      'PAYOUT-BATCH-010',
      'PAYOUT-CREATE-004',
      'AUTH-005-payin',
      'AUTH-005-payout',
      'IDEM-002',
    ].includes(id),
  );
  const asked: (string | null)[] = [];
  const listener = eachExchange('ERR-001', ({ operation }) => {
    asked.push(operation);
    return null;
  });
  const run = await runInProcess(refusals, {
    runs: 2,
    observers: [listener],
    ics: { endpoints: { fetchPayin: false, fetchPayout: false } },
  });
  const judged = new Set(
    run.results.flatMap(({ tallies }) =>
      tallies.filter(({ passed }) => passed > 0).map(({ requirement }) => requirement),
    ),
  );
  expect([...judged].sort()).toEqual(
    expect.arrayContaining(['AUTH-005', 'PAYIN-CREATE-004', 'PAYOUT-BATCH-010', 'PAYOUT-CREATE-004']),
  );
  expect(asked.filter((operation) => operation?.startsWith('fetch'))).toEqual([]);
  expect(asked.length).toBeGreaterThan(10);
  expect(unexpected(run).filter((line) => line.includes('FAIL') || line.includes('error'))).toEqual([]);
});
