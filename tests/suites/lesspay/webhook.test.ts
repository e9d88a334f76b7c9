import { describe, expect, test } from 'vitest';
import { sign } from '../../../protocols/lesspay/signature/sign.js';
import { amend, annexA, type Decisions } from '../../../reference/lesspay/decisions.js';
import { webhookScenarios } from '../../../suites/lesspay/webhook/index.js';
import { judgedOf, scenarioRequirementsOf } from './coverage.js';
import { failedOf, remarksOf, runInProcess, unexpected } from './in-process.js';

/** The reference platform names the version in every webhook; see the variant that does not. */
const versionNamed = /^WEBHOOK-018 WEBHOOK-018: inconclusive \d+x versionNamed: /;

describe('WEBHOOK against the reference platform', () => {
  test.each([1, 20_26])('everything passes with seed %i', async (seed) => {
    const run = await runInProcess(webhookScenarios, { runs: 5, seed });
    expect(unexpected(run).filter((line) => !versionNamed.test(line))).toEqual([]);
    expect(remarksOf(run)).toEqual([]);
  });

  test('every requirement of the area is judged', () => {
    expect(judgedOf(webhookScenarios)).toEqual(scenarioRequirementsOf('WEBHOOK'));
  });
});

/** What was told in vain is waited for, so the wait is short. */
const quickly = { runs: 1, maxShrinkExercises: 0, patienceMs: 300 };

const { notifications, lifecycle } = annexA;
const told = (changes: Partial<Decisions['notifications']>): Decisions => amend(annexA, 'notifications', changes);

type Body = { readonly [name: string]: unknown };
const withoutVersion = (body: unknown): Body => {
  const { api_version: version, ...others } = body as Body;
  return version === 'v1' ? others : { ...others, api_version: version };
};

describe('where nobody moves the clock', () => {
  const repeats = webhookScenarios.filter(({ needs }) => needs.includes('passingTime'));
  const capabilities = ['transition'] as const;
  const inRealTime = { ...quickly, patienceMs: 1_500, patient: true, capabilities };
  const soon = told({ retryDelaysMs: [100, 100, 100] });

  test('repeats are waited for in real time, once the user has chosen a patience', async () => {
    expect(repeats.map(({ id }) => id)).toEqual(['WEBHOOK-036', 'WEBHOOK-037']);
    expect(unexpected(await runInProcess(repeats, { ...inRealTime, decisions: soon }))).toEqual([]);
  });

  test('else they are not tested, and the reason says what would help', async () => {
    const { results } = await runInProcess(repeats, { ...quickly, capabilities });
    const reasons = results.flatMap(({ tallies }) => tallies.flatMap((tally) => tally.reasons));
    expect(reasons.map(({ code }) => code)).toEqual(['needsPassingTime', 'needsPassingTime', 'needsPassingTime']);
    expect(reasons[0]?.message).toContain('--patience 300');
  });

  test.each([
    ['WEBHOOK-036', told({ retryDelaysMs: [] })],
    ['WEBHOOK-037', told({ retryDelaysMs: [100, 100, 100], acknowledged: () => false })],
  ])('%s fails on a platform that does not keep to it', async (id, decisions) => {
    expect(failedOf(await runInProcess(repeats, { ...inRealTime, decisions }))).toEqual([id]);
  });
});

const lies: readonly { says: string; decisions: Decisions; failed: readonly string[] }[] = [
  {
    says: 'the default address wins',
    decisions: told({ target: (order, application) => application.defaultNotifyUrl ?? order.notifyUrl }),
    failed: ['WEBHOOK-005', 'WEBHOOK-007'],
  },
  {
    says: 'there is no default address',
    decisions: told({ target: (order) => order.notifyUrl }),
    failed: ['WEBHOOK-006', 'WEBHOOK-007'],
  },
  {
    says: 'a success is not notified',
    decisions: told({ notifiesPayin: (_from, to) => to !== 'SUCCEED' }),
    failed: ['WEBHOOK-006', 'WEBHOOK-008'],
  },
  {
    says: 'a failure is not notified',
    decisions: told({ notifiesPayin: (_from, to) => to !== 'FAILED' }),
    failed: ['WEBHOOK-009'],
  },
  {
    says: 'a failure has no error',
    decisions: amend(annexA, 'lifecycle', {
      movedPayin: (order, to, now) => ({ ...lifecycle.movedPayin(order, to, now), errorCode: null }),
    }),
    failed: ['WEBHOOK-043'],
  },
  {
    says: 'every result has event data',
    decisions: told({
      payinBody: (order, notice) => ({ ...(notifications.payinBody(order, notice) as object), event_data: {} }),
    }),
    failed: ['WEBHOOK-041'],
  },
  {
    says: 'a rejection is not notified',
    decisions: told({
      notifiesPayout: (from, to) => from !== 'PENDING_CONFIRM' && notifications.notifiesPayout(from, to),
    }),
    failed: ['WEBHOOK-007', 'WEBHOOK-012'],
  },
  {
    says: 'a processed batch is not notified',
    decisions: told({
      notifiesPayout: (from, to) => from === 'PENDING_CONFIRM' && notifications.notifiesPayout(from, to),
    }),
    failed: ['WEBHOOK-010'],
  },
  {
    says: 'a batch is notified as final with each of its details',
    decisions: told({
      notifiesPayout: (_from, to) => to !== 'PENDING_CONFIRM',
      payoutBody: (view) => notifications.payoutBody({ ...view, order_status: 'PARTIAL_SUCCESS' }),
    }),
    failed: ['WEBHOOK-010', 'WEBHOOK-011', 'WEBHOOK-012'],
  },
  {
    says: 'the signature of v1 covers everything',
    decisions: told({ payinSignature: (text, _order, application) => sign(text, application.appSecret) }),
    failed: ['WEBHOOK-017'],
  },
  {
    says: 'the signature of a body without a version covers everything',
    decisions: told({
      payinBody: (order, notice) => withoutVersion(notifications.payinBody(order, notice)),
      payinSignature: (text, _order, application) => sign(text, application.appSecret),
    }),
    failed: ['WEBHOOK-018'],
  },
  {
    says: 'every webhook says v1',
    decisions: told({
      payinBody: (order, notice) => notifications.payinBody({ ...order, apiVersion: 'v1' }, notice),
    }),
    failed: ['WEBHOOK-019'],
  },
  {
    says: 'FAIL counts as an acknowledgement',
    decisions: told({ acknowledged: (status) => status === 200 }),
    failed: ['WEBHOOK-036'],
  },
  {
    says: 'nothing counts as an acknowledgement',
    decisions: told({ acknowledged: () => false }),
    failed: ['WEBHOOK-037'],
  },
  {
    says: 'a repeat says something else',
    decisions: told({
      attemptText: (text, attempt) => (attempt === 1 ? text : text.replace(/"request_id":"./, '"request_id":"-')),
    }),
    failed: ['WEBHOOK-038'],
  },
];

describe('WEBHOOK against platforms that do otherwise', () => {
  test.each(lies)('$says', async ({ decisions, failed }) => {
    expect(
      failedOf(await runInProcess(webhookScenarios, { ...quickly, decisions })).filter((id) => judged.has(id)),
    ).toEqual(failed);
  });

  test('one application is told with the secret of the other', async () => {
    const secrets = ['first-test-secret', 'second-test-secret'];
    const decisions = told({ payoutSignature: (text) => sign(text, secrets[0] ?? '') });
    expect(
      failedOf(await runInProcess(webhookScenarios, { ...quickly, decisions })).filter((id) => judged.has(id)),
    ).toEqual(['WEBHOOK-052']);
  });

  test('a body without a version, signed like v1, passes', async () => {
    const decisions = told({ payinBody: (order, notice) => withoutVersion(notifications.payinBody(order, notice)) });
    const run = await runInProcess(webhookScenarios, { runs: 2, decisions });
    const lines = unexpected(run).filter((line) => line.includes('WEBHOOK-018'));
    expect(lines).toEqual([]);
  });
});

const judged = new Set(judgedOf(webhookScenarios));
