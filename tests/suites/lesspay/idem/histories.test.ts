import { describe, expect, test } from 'vitest';
import { amend, annexA, type Decisions } from '../../../../reference/lesspay/decisions.js';
import { histories } from '../../../../suites/lesspay/idem/history/index.js';
import type { ExecutedCommand } from '../../../../suites/lesspay/idem/history/run-history.js';
import type { LesspayScenario } from '../../../../suites/lesspay/scenario.js';
import { type HistoryRun, runHistories } from './history-run.js';

const history = (id: string): LesspayScenario => {
  const found = histories.find((scenario) => scenario.id === id);
  if (found === undefined) throw new Error(`There is no scenario ${id}.`);
  return found;
};

/** What was not a plain pass, a line each. */
const unexpected = ({ result }: HistoryRun): string[] => [
  ...(result.error === undefined ? [] : [result.error]),
  ...result.tallies.flatMap(({ requirement, passed, reasons, remarks, findings }) => [
    ...(passed === 0 ? [`${requirement} never passed`] : []),
    ...reasons.filter(({ count }) => count > 0).map(({ code, message }) => `${requirement} ${code}: ${message}`),
    ...remarks.map(({ text }) => `${requirement} ${text}`),
    ...findings.flatMap(({ violations }) => violations.map(({ expected }) => `${requirement} not ${expected}`)),
  ]),
];

const failed = ({ result }: HistoryRun): string[] =>
  result.tallies.flatMap((tally) => (tally.failed > 0 ? [tally.requirement] : []));

const kindsOf = (commands: readonly ExecutedCommand[] = []) => commands.map(({ kind }) => kind);

describe('histories against the reference platform', () => {
  test.each(histories.map(({ id }) => id))('%s passes with three seeds', async (id) => {
    for (const seed of [1, 2, 3]) {
      expect(unexpected(await runHistories(history(id), { seed, runs: 80 }))).toEqual([]);
    }
  });

  test('some histories are long, most are short, and every kind of command is carried out', async () => {
    const { lists } = await runHistories(history('IDEM-006-settled-history-payin'), { runs: 400 });
    expect(lists).toHaveLength(40);
    expect(Math.max(...lists.map(({ length }) => length))).toBeGreaterThan(20);
    expect(lists.filter(({ length }) => length <= 8).length).toBeGreaterThan(25);
    expect([...new Set(lists.flat().map(({ kind }) => kind))].sort()).toEqual([
      'conflict',
      'create',
      'list',
      'query',
      'repeat',
      'settle',
      'together',
    ]);
  });

  test('a platform that lists by time alone passes, too', async () => {
    const decisions = amend(annexA, 'fetchPayin', { identifierPresent: () => null });
    expect(unexpected(await runHistories(history('IDEM-006-history-payin'), { decisions, runs: 200 }))).toEqual([]);
  });

  test('a platform that answers a repeat with the first order has one order', async () => {
    const decisions = amend(annexA, 'requestIds', {
      repeatedPayout: (same) => (same ? { kind: 'first' } : annexA.requestIds.repeatedPayout(same)),
    });
    expect(unexpected(await runHistories(history('IDEM-006-history-batch'), { decisions, runs: 100 }))).toEqual([]);
    expect(unexpected(await runHistories(history('IDEM-003-history'), { decisions, runs: 100 }))).toEqual([]);
  });
});

const { requestIds, payinOrders, payoutOrders } = annexA;

/** Fresh decisions for each run: some of these platforms remember something. */
interface Lie {
  readonly says: string;
  readonly scenario: string;
  readonly decisions: () => Decisions;
  readonly failed: readonly string[];
  /** The smallest command lists, for the first requirement that failed. */
  readonly smallest: readonly (readonly ExecutedCommand['kind'][])[];
}

/** The last amount that was sent for each id, accepted or not. */
function lastOneWins(): Decisions {
  const last = new Map<unknown, unknown>();
  const remembering = amend(annexA, 'requestIds', {
    content: (body) => {
      last.set(body.request_id, body.target_amount);
      return requestIds.content(body);
    },
  });
  return amend(remembering, 'payinOrders', {
    record: (order) => ({
      ...(payinOrders.record(order) as object),
      target_amount: last.get(order.requestId) ?? order.amount,
    }),
  });
}

/** A repeat puts the order back to where it began, in what queries show. */
function repeatsStartOver(): Decisions {
  const repeated = new Set<unknown>();
  const remembering = amend(annexA, 'requestIds', {
    isTaken: (existing, application, kind) => {
      const taken = requestIds.isTaken(existing, application, kind);
      if (taken) repeated.add(existing.payOrderId);
      return taken;
    },
  });
  return amend(remembering, 'payinOrders', {
    record: (order) => ({
      ...(payinOrders.record(order) as object),
      ...(repeated.has(order.payOrderId) ? { order_status: 'PENDING_PAY' } : {}),
    }),
  });
}

/**
 * A create finds an order only after the event loop has gone round twice: between check and act others get in. One after the other
 * they do not, because the answer to the first has to get to the client and the second create back.
 */
function checkThenAct(): Decisions {
  const visible = new Set<string>();
  const publishing = amend(annexA, 'payinOrders', {
    created: (order, url) => {
      setImmediate(() => setImmediate(() => visible.add(order.payOrderId)));
      return payinOrders.created(order, url);
    },
  });
  return amend(publishing, 'requestIds', {
    isTaken: (existing, application, kind) =>
      visible.has(existing.payOrderId) && requestIds.isTaken(existing, application, kind),
  });
}

const lies: readonly Lie[] = [
  {
    says: 'a repeated pay-in makes another order',
    scenario: 'IDEM-006-history-payin',
    decisions: () =>
      amend(annexA, 'requestIds', {
        repeatedPayin: (same) => (same ? { kind: 'create' } : requestIds.repeatedPayin(same)),
      }),
    failed: ['IDEM-006'],
    smallest: [['create', 'repeat']],
  },
  {
    says: 'a batch with other content makes another order',
    scenario: 'IDEM-006-history-batch',
    decisions: () =>
      amend(annexA, 'requestIds', {
        repeatedPayout: (same) => (same ? requestIds.repeatedPayout(same) : { kind: 'create' }),
      }),
    failed: ['IDEM-006'],
    smallest: [['create', 'conflict']],
  },
  {
    says: 'the content of the last create wins',
    scenario: 'IDEM-006-history-payin',
    decisions: lastOneWins,
    failed: ['IDEM-006'],
    // The second where the contents of the first id have the same amount.
    smallest: [
      ['create', 'conflict'],
      ['create', 'create', 'conflict'],
    ],
  },
  {
    says: 'a pay-in is shown with another amount',
    scenario: 'IDEM-006-history-payin',
    decisions: () =>
      amend(annexA, 'payinOrders', {
        record: (order) => ({
          ...(payinOrders.record(order) as object),
          target_amount: `${order.amount.replace(/\..*$/, '')}.99999`,
        }),
      }),
    failed: ['AMT-007'],
    smallest: [['create']],
  },
  {
    says: 'the details of a batch are shown with its total',
    scenario: 'IDEM-006-history-batch',
    decisions: () =>
      amend(annexA, 'payoutOrders', {
        detailView: (detail, place) => ({
          ...(payoutOrders.detailView(detail, place) as object),
          amount: `1${detail.amount}`,
        }),
      }),
    failed: ['AMT-007'],
    smallest: [['create']],
  },
  {
    says: 'a repeat puts a paid order back to pending',
    scenario: 'IDEM-006-settled-history-payin',
    decisions: repeatsStartOver,
    failed: ['STATE-012'],
    smallest: [
      ['create', 'settle', 'repeat'],
      ['create', 'settle', 'conflict'],
      ['create', 'repeat', 'settle'],
    ],
  },
  {
    says: 'the id of a settled order is free again',
    scenario: 'IDEM-006-settled-history-payin',
    decisions: () =>
      amend(annexA, 'requestIds', {
        isTaken: (existing, application, kind) =>
          requestIds.isTaken(existing, application, kind) && existing.status === 'PENDING_PAY',
      }),
    failed: ['IDEM-006'],
    smallest: [['create', 'settle', 'repeat']],
  },
];

describe('histories against platforms that do otherwise', () => {
  test.each(lies)('$says', async (lie) => {
    const scenario = history(lie.scenario);
    const run = await runHistories(scenario, { decisions: lie.decisions(), runs: 300 });
    expect(run.result.error).toBeUndefined();
    expect(failed(run)).toEqual(lie.failed);
    const finding = run.result.tallies.flatMap(({ findings }) => findings)[0];
    expect(finding).toMatchObject({ reproduced: true, requirement: lie.failed[0] });

    const path = finding?.path ?? '';
    const again = await runHistories(scenario, { decisions: lie.decisions(), replay: { situation: 'default', path } });
    expect(again.result.exercises).toBe(1);
    expect(failed(again)).toEqual(lie.failed);
    expect(lie.smallest).toContainEqual(kindsOf(again.lists[0]));
  });

  test('two creates at the same moment that both find the id unused are the smallest history', async () => {
    const run = await runHistories(history('IDEM-006-history-payin'), { decisions: checkThenAct(), runs: 300 });
    expect(failed(run)).toEqual(['IDEM-006']);
    const [finding] = run.result.tallies.flatMap(({ findings }) => findings);
    expect(finding?.reproduced).toBe(true);
    const sent = finding?.exchanges.filter(({ label }) => label.startsWith('steps')) ?? [];
    expect(sent.map(({ exchange }) => exchange.intent?.case)).toEqual([
      'together id 0 with content 0, id 0 with content 0',
      'together id 0 with content 0, id 0 with content 0',
    ]);
  });

  test('a repeat that is answered as it should not be fails wherever in the history it stands', async () => {
    const decisions = amend(annexA, 'payoutAnswers', { duplicateRequestId: { status: 200, code: 30030 } });
    const run = await runHistories(history('IDEM-003-history'), { decisions });
    expect(failed(run)).toEqual(['IDEM-003']);
    expect(failed(await runHistories(history('IDEM-005-history'), { decisions }))).toEqual(['IDEM-005']);
  });

  test('one order for all ids is not one for each', async () => {
    const decisions = amend(annexA, 'payinOrders', {
      created: (order, url) => ({ ...(payinOrders.created(order, url) as object), pay_order_id: 'P1' }),
    });
    const run = await runHistories(history('IDEM-001-history'), { decisions, runs: 40 });
    expect(failed(run)).toEqual(['PAYIN-CREATE-033', 'FMT-014']);
  });

  test('a platform that refuses every create is not judged', async () => {
    const decisions = amend(annexA, 'createPayinRules', {
      wayCodeKnown: () => ({ name: 'businessRule', msg: 'closed' }),
    });
    const { result } = await runHistories(history('IDEM-006-history-payin'), { decisions, runs: 40 });
    expect(result.tallies.map(({ passed, failed: fails }) => [passed, fails])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(result.tallies.flatMap(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
      'nothingAccepted',
      'noAmounts',
    ]);
  });
});
