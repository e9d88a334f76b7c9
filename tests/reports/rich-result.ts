import type { RunResult } from '../../schemas/report/results.generated.js';
import { fullResult, sampleExchange, sampleFinding, sampleRequirement } from './sample-result.js';

/** A result with every member that the schema knows: a statement, limits, areas, errata, findings with webhooks and moves. */
export function richResult(): RunResult {
  const base = fullResult();
  const webhook = sampleExchange('x5', {
    kind: 'delivery',
    operation: 'payoutWebhook',
    startedAt: '2026-01-02T03:04:06.250Z',
    durationMs: 1.5,
    url: '/hooks/m1',
    request: {
      headers: { 'content-type': 'application/json' },
      body: '{"order_status":"SUCCEED"}',
      bytes: 26,
      truncated: false,
    },
    response: { status: 200, headers: {}, body: 'SUCCESS', bytes: 7, truncated: false },
    facts: {
      path: 'own',
      signature: {
        present: true,
        wellFormed: true,
        matches: [{ application: 'first', reading: 'DEMO', operation: 'payoutWebhook' }],
      },
      attempts: 2,
      secretSeen: true,
      clearMembers: ['bank_account_no'],
    },
  });
  const move = sampleExchange('x4', {
    kind: 'control',
    operation: null,
    application: null,
    startedAt: '2026-01-02T03:04:06.100Z',
    url: 'http://127.0.0.1:8080/__control/orders/p1/transition',
    request: { headers: {}, body: '{"to":"SUCCEED"}', bytes: 16, truncated: false },
  });
  const lost = sampleExchange('x6', {
    startedAt: '2026-01-02T03:04:07.000Z',
    response: null,
    failure: { code: 'timeout', message: 'No answer within 10 s.' },
    intent: { role: 'probe', requirement: 'PAYOUT-BATCH-010', case: 'after' },
  });
  const finding = sampleFinding('PAYOUT-BATCH-010', {
    reproduced: false,
    timing: 'Measured before the run: answers take 3 ms.',
    curlNote: 'The account number is made up.',
    curl: 'curl -X POST "$LESSPAY_BASE_URL/payout"',
    besides: [move, webhook, lost],
  });
  const failed = sampleRequirement('PAYOUT-BATCH-010', {
    verdict: 'fail',
    reason: { code: 'violated', message: 'It was not as expected.' },
    remarks: [{ text: 'answered 400', count: 2, exchange: 'x9' }],
    classes: { default: 12, 'plus 0.01': 8 },
    findings: [finding],
    accepted: [
      {
        situations: ['default', 'by one cent'],
        strict: ['HTTP 200/400 with code 30002'],
        tolerant: ['HTTP 200/400 with code 30000'],
        besides: ['no order is created'],
      },
    ],
    errata: ['E-12'],
  });
  const holds = sampleRequirement('TRANS-001', {
    unproven: true,
    accepted: [{ situations: ['default'], strict: [], tolerant: [], besides: ['it comes back as it was'] }],
  });
  return {
    ...base,
    complete: false,
    incompleteReason: 'interrupted',
    target: { ...base.target, controlUrl: 'http://127.0.0.1:8080/__control' },
    ics: {
      schemaVersion: 1,
      protocol: 'lesspay',
      product: {
        vendor: 'Example Payments',
        name: 'Example Pay',
        version: '4.2.0',
        contactRole: 'payments platform team',
        environment: 'sandbox',
      },
      endpoints: { listBanks: false },
    },
    limits: {
      concurrency: 8,
      timeoutMs: 10_000,
      requestsPerSecond: 50,
      maxRequests: 100_000,
      maxDurationMs: 600_000,
      maxOrders: 2000,
      maxAmount: '10000',
      payouts: true,
    },
    areas: [
      { area: 'PAYOUT-BATCH', title: 'Payout: batch', stakes: 'One mistake becomes many payments.' },
      { area: 'IDEM', title: 'Idempotency', stakes: 'The same payment is made twice.' },
    ],
    errata: [{ id: 'E-12', issue: 'Two pages differ.', reading: 'The later one.', tolerance: 'Both.' }],
    requirements: [failed, ...base.requirements.filter(({ id }) => id !== failed.id && id !== holds.id), holds],
    errors: [{ where: 'TRANS-006', message: 'TypeError' }],
    bite: {
      version: '0.1.0',
      faults: { total: 10, caught: 9 },
      variants: { total: 5, clean: 5 },
      unproven: ['TRANS-001'],
      reasons: { 'TRANS-001': 'no fault reaches it' },
      matrix: [
        {
          id: 'total-not-checked',
          defect: 'The total is not checked.',
          area: 'PAYOUT-BATCH',
          layer: 'behaviour',
          caught: true,
          proves: ['PAYOUT-BATCH-010'],
        },
      ],
    },
  };
}
