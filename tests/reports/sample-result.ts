import { summarise } from '../../reports/summary.js';
import type {
  Exchange,
  Finding,
  RequirementResult,
  RunResult,
  WaiverResult,
} from '../../schemas/report/results.generated.js';

/** Each breaks a format when it gets through unescaped. */
export const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  ']]><failure/>',
  '&nbsp; &#0; &#x0; &lt;b&gt; &amp; &unknown; & ampersands',
  'nul \u0000 escape \u001b[31m bell \u0007',
  'right to left \u202egnp.exe',
  'half a pair \ud800 non-character \uffff',
  '| a | b |\n|---|---|\n# heading\n</details>',
  '`` ` ``` [link](javascript:alert(1)) @everyone',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it looks like a template on purpose
  '${7*7} {{7*7}} </style></textarea> content=',
  'x'.repeat(100_000),
] as const;

export const HOSTILE_TEXT = HOSTILE.join(' ');

export function sampleExchange(id: string, over: Partial<Exchange> = {}): Exchange {
  return {
    id,
    kind: 'request',
    operation: 'createPayout',
    application: 'first',
    startedAt: '2026-01-02T03:04:05.000Z',
    durationMs: 12.5,
    method: 'POST',
    url: 'http://127.0.0.1:8080/payout?trace=1',
    request: {
      headers: { 'content-type': 'application/json', signature: 'ABC' },
      body: '{"total_amount":"1.00","n":1.00}',
      bytes: 32,
      truncated: false,
    },
    response: {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: '{"code":0,"data":{"id":"p1"}}',
      bytes: 29,
      truncated: false,
    },
    failure: null,
    facts: {},
    intent: null,
    ...over,
  };
}

export function sampleFinding(requirement: string, over: Partial<Finding> = {}): Finding {
  return {
    id: `${requirement}-1`,
    requirement,
    scenario: 'payout/total',
    title: 'a total that is not the sum was accepted',
    case: 'default',
    seed: 7,
    path: '3:0',
    failures: 4,
    exercises: 20,
    shrinks: 2,
    reproduced: true,
    violations: [{ expected: 'HTTP 200 with code 30002', received: 'HTTP 200 with code 0', exchange: 'x2' }],
    mutation: { element: '/total_amount', mutation: 'plus 0.01' },
    exchanges: [
      { label: 'control', exchange: sampleExchange('x1', { intent: { role: 'control' } }) },
      {
        label: 'altered',
        exchange: sampleExchange('x2', {
          startedAt: '2026-01-02T03:04:06.000Z',
          intent: { role: 'altered', element: '/total_amount', mutation: 'plus 0.01' },
          request: {
            headers: { 'content-type': 'application/json', signature: 'DEF' },
            body: '{"total_amount":"1.01","n":1.00}',
            bytes: 32,
            truncated: false,
          },
        }),
      },
    ],
    replay: `lesspay-conformance run --only ${requirement} --seed 7`,
    curl: `body='{"n":1.00}'; curl -sS -i "$LESSPAY_BASE_URL/payout" -H "x-auth-appid: $LESSPAY_APP_ID" -H "x-auth-signature: $(printf '%s' "$body" | lesspay-conformance sign --plain)" --data-raw "$body"`,
    curlNote: 'It is one of 2 requests of the case; the replay command sends all of them.',
    ...over,
  };
}

export function sampleRequirement(id: string, over: Partial<RequirementResult> = {}): RequirementResult {
  return {
    id,
    level: 'MUST',
    role: 'platform',
    area: id.replace(/-\d+$/, ''),
    statement: `Statement of ${id} about \`code\``,
    source: 'S003 1.3',
    coverage: 'scenario',
    verdict: 'pass',
    exercises: 20,
    scenarios: ['payout/total'],
    classes: { default: 20 },
    remarks: [],
    findings: [],
    ...over,
  };
}

/** A result around some requirements. Summary, conformance and exit code follow from them unless they are given. */
export function sampleResult(requirements: RequirementResult[], over: Partial<RunResult> = {}): RunResult {
  const failed = requirements.some(
    ({ level, verdict, waived }) => level === 'MUST' && verdict === 'fail' && waived !== true,
  );
  return {
    schemaVersion: 1,
    suite: { name: 'lesspay-conformance', version: '0.1.0' },
    protocol: 'lesspay',
    role: 'platform',
    target: {
      url: 'http://127.0.0.1:8080',
      fingerprint: 'ab'.repeat(32),
      reference: false,
      controlUrl: null,
      webhooks: 'loopback',
      secondApplication: 'none',
    },
    ics: null,
    seed: 7,
    runs: 20,
    startedAt: '2026-01-02T03:04:05.000Z',
    finishedAt: '2026-01-02T03:04:17.300Z',
    complete: true,
    conformant: !failed,
    exitCode: failed ? 1 : 0,
    selection: { only: [], level: null },
    preflight: {
      clockOffsetMs: -120,
      clockErrorMs: 500,
      latencyMs: { samples: 5, median: 2.5, p95: 4, max: 4 },
      eventLoopLagMs: 1,
    },
    summary: summarise(requirements, 60, 123),
    requirements,
    waivers: [],
    errors: [],
    ...over,
  };
}

const USED_WAIVER: WaiverResult = {
  requirement: 'IDEM-002',
  reason: 'fixed in the next release',
  owner: 'payments team',
  ticket: 'PAY-12',
  expires: '2026-03-01',
  state: 'used',
  entry: 0,
};

/** Three requirements, one failed: small enough to compare whole outputs. */
export function smallResult(): RunResult {
  return sampleResult([
    sampleRequirement('PAYOUT-BATCH-010', { verdict: 'fail', findings: [sampleFinding('PAYOUT-BATCH-010')] }),
    sampleRequirement('PAYOUT-BATCH-011', { remarks: [{ text: 'answered 30001 instead of 30002', count: 3 }] }),
    sampleRequirement('TRANS-009', {
      level: 'SHOULD',
      verdict: 'notTested',
      exercises: 0,
      classes: {},
      reason: { code: 'needsOrderMover', message: 'Nothing can move an order.' },
    }),
  ]);
}

/** Everything passed: what a clean run looks like. */
export function cleanResult(): RunResult {
  return sampleResult([sampleRequirement('TRANS-001'), sampleRequirement('TRANS-002', { level: 'SHOULD' })]);
}

/** Every verdict at least once, failures of every level, one waived, findings with several kinds of exchange. */
export function fullResult(): RunResult {
  return sampleResult(
    [
      sampleRequirement('PAYOUT-BATCH-010', { verdict: 'fail', findings: [sampleFinding('PAYOUT-BATCH-010')] }),
      sampleRequirement('IDEM-002', { verdict: 'fail', waived: true, findings: [sampleFinding('IDEM-002')] }),
      sampleRequirement('IDEM-003', { verdict: 'fail', level: 'SHOULD', findings: [sampleFinding('IDEM-003')] }),
      sampleRequirement('IDEM-004', {
        verdict: 'fail',
        level: 'MAY',
        reason: { code: 'observed', message: 'It was seen.' },
      }),
      sampleRequirement('IDEM-005', { verdict: 'inconclusive', reason: { code: 'timeout', message: 'No answer.' } }),
      sampleRequirement('TRANS-001', { remarks: [{ text: 'answered 400', count: 1, exchange: 'x9' }] }),
      sampleRequirement('TRANS-002', { level: 'info', remarks: [{ text: 'HTTP/1.1', count: 5 }] }),
      sampleRequirement('TRANS-003', {
        verdict: 'notApplicable',
        reason: { code: 'notClaimed', message: 'No cards.' },
      }),
      sampleRequirement('TRANS-004', { verdict: 'notTested', reason: { code: 'needsCard', message: 'No card.' } }),
      sampleRequirement('TRANS-005', { verdict: 'notTested', reason: { code: 'needsCard', message: 'No card.' } }),
      sampleRequirement('TRANS-006', { verdict: 'error', reason: { code: 'judgeThrew', message: 'TypeError.' } }),
    ],
    { waivers: [USED_WAIVER], exitCode: 4 },
  );
}

/** Hostile text in every field whose content a target, a waiver file or an interrupted run can influence. */
export function hostileResult(): RunResult {
  const message = {
    headers: { 'content-type': HOSTILE_TEXT, 'x-hostile': HOSTILE_TEXT },
    body: HOSTILE_TEXT,
    bytes: 9,
    truncated: true,
  };
  const exchange = sampleExchange('x1', {
    operation: HOSTILE_TEXT,
    application: HOSTILE_TEXT,
    method: 'POST',
    url: `http://127.0.0.1/${HOSTILE_TEXT}`,
    request: message,
    response: { status: 200, ...message },
    intent: { role: 'control' },
    facts: {
      clearMembers: [HOSTILE_TEXT],
      signature: {
        present: true,
        wellFormed: false,
        matches: [{ application: HOSTILE_TEXT, reading: HOSTILE_TEXT, operation: HOSTILE_TEXT }],
      },
    },
  });
  const silent = sampleExchange('x2', {
    response: null,
    failure: { code: HOSTILE_TEXT, message: HOSTILE_TEXT },
    intent: { role: 'altered' },
  });
  const violation = { expected: HOSTILE_TEXT, received: HOSTILE_TEXT, exchange: 'x1' };
  const over: Partial<RequirementResult> = {
    statement: HOSTILE_TEXT,
    source: HOSTILE_TEXT,
    reason: { code: 'hostile', message: HOSTILE_TEXT },
    remarks: [{ text: HOSTILE_TEXT, count: 2 }],
    classes: { [HOSTILE_TEXT]: 1 },
    scenarios: [HOSTILE_TEXT],
  };
  const finding = (id: string) =>
    sampleFinding(id, {
      title: HOSTILE_TEXT,
      case: HOSTILE_TEXT,
      violations: [violation, violation, violation],
      mutation: { element: HOSTILE_TEXT, mutation: HOSTILE_TEXT },
      curl: HOSTILE_TEXT,
      curlNote: HOSTILE_TEXT,
      exchanges: [
        { label: HOSTILE_TEXT, exchange },
        { label: HOSTILE_TEXT, exchange: silent },
      ],
    });
  const failed = Array.from({ length: 14 }, (_, index) => {
    const id = `FAIL-${String(index + 1).padStart(3, '0')}`;
    return sampleRequirement(id, { ...over, verdict: 'fail', waived: index === 1, findings: [finding(id)] });
  });
  const rest = (['inconclusive', 'notTested', 'notApplicable', 'error', 'pass'] as const).flatMap((verdict) =>
    Array.from({ length: 8 }, (_, index) =>
      sampleRequirement(`${verdict.toUpperCase()}-${String(index + 1).padStart(3, '0')}`, {
        ...over,
        verdict,
        reason: { code: `hostile${String.fromCharCode(65 + index)}`, message: HOSTILE_TEXT },
      }),
    ),
  );
  const base = sampleResult([...failed, ...rest]);
  return {
    ...base,
    target: { ...base.target, url: `http://127.0.0.1/${HOSTILE_TEXT}`, controlUrl: HOSTILE_TEXT },
    complete: false,
    incompleteReason: HOSTILE_TEXT,
    waivers: Array.from({ length: 30 }, (_, entry) => ({
      requirement: 'FAIL-002',
      operation: HOSTILE_TEXT,
      reason: HOSTILE_TEXT,
      owner: HOSTILE_TEXT,
      ticket: HOSTILE_TEXT,
      expires: '2026-03-01',
      state: entry === 0 ? 'used' : 'stale',
      entry,
    })),
    errors: Array.from({ length: 12 }, () => ({ where: HOSTILE_TEXT, message: HOSTILE_TEXT })),
  };
}
