import { describe, expect, test } from 'vitest';
import { unchecked } from '../../../reference/lesspay/decisions/check.js';
import { amend, annexA, type Decisions } from '../../../reference/lesspay/decisions.js';
import { amtScenarios } from '../../../suites/lesspay/amt/index.js';
import { amtObservers } from '../../../suites/lesspay/observers/amt.js';
import { failing } from './failing.js';
import { runInProcess } from './in-process.js';

type Shape = Record<string, unknown>;

const { view } = annexA.payoutOrders;

const shownWith = (change: (shown: Shape, place: string) => Shape): Decisions =>
  amend(annexA, 'payoutOrders', {
    view: (order, details, place) => change(view(order, details, place) as Shape, place),
  });

const noMinimum = amend(amend(annexA, 'createPayoutRules', { minimumKept: unchecked }), 'createBatchRules', {
  minimumKept: unchecked,
});

const faults: readonly (readonly [string, Decisions, readonly string[]])[] = [
  [
    'amounts need two decimals',
    amend(annexA, 'syntax', { isAmount: (value) => annexA.syntax.isAmount(value) && /\.\d\d/.test(String(value)) }),
    ['AMT-001'],
  ],
  [
    'ill-formed amounts have another code',
    amend(annexA, 'payoutAnswers', { amountFormat: { status: 200, code: 30_043 } }),
    ['AMT-002'],
  ],
  ['tiny payouts are accepted', noMinimum, ['AMT-003']],
  [
    'huge payouts are a failure of the platform',
    amend(annexA, 'payoutAnswers', { overSingleMaximum: { status: 500, code: 30_000 } }),
    ['AMT-005'],
  ],
  [
    'the query loses the last digit',
    shownWith((shown, place) =>
      place === 'query' ? { ...shown, total_amount: `${String(shown.total_amount).slice(0, -1)}9` } : shown,
    ),
    ['AMT-007'],
  ],
  [
    'the webhook has another amount',
    shownWith((shown, place) => (place === 'webhook' ? { ...shown, total_amount: '1.00' } : shown)),
    ['AMT-007'],
  ],
  [
    'totals are JSON numbers',
    shownWith((shown) => ({ ...shown, total_amount: Number(shown.total_amount) })),
    ['AMT-009'],
  ],
];

describe('a platform with one fault', () => {
  test.each(faults)('%s', async (_title, decisions, requirements) => {
    const run = await runInProcess(amtScenarios, {
      runs: 6,
      decisions,
      observers: amtObservers,
      maxShrinkExercises: 0,
    });
    expect(failing(run)).toEqual(requirements);
  });

  test('a single payout may be shown in minor units', async () => {
    const decisions = amend(annexA, 'payoutOrders', {
      view: (order, details, place) => {
        const shown = view(order, details, place) as Shape;
        if (order.details[0]?.mchOrderId !== order.requestId || order.currency === 'IDR') return shown;
        return { ...shown, total_amount: `${String(shown.total_amount).replace('.', '')}` };
      },
    });
    const scenarios = amtScenarios.filter(({ id }) => id === 'AMT-007-payout');
    const run = await runInProcess(scenarios, { runs: 10, decisions, observers: [], maxShrinkExercises: 0 });
    expect(failing(run)).toEqual([]);
  });
});
