import { expect, test } from 'vitest';
import { renderMarkdown } from '../../reports/markdown.js';
import type { RequirementResult } from '../../schemas/report/results.generated.js';
import {
  fullResult,
  hostileResult,
  sampleFinding,
  sampleRequirement,
  sampleResult,
  smallResult,
} from './sample-result.js';

test('the whole summary of a small result', () => {
  expect(renderMarkdown(smallResult())).toBe(`## Not conformant: 1 MUST requirement failed

- **Target:** \`http://127.0.0.1:8080\` (lesspay platform), fingerprint \`abababababababab\`
- **Suite:** lesspay-conformance 0.1.0, seed 7, 20 exercises per property
- **Evidence:** 60 exercises, 123 exchanges, started 2026-01-02T03:04:05.000Z, took 12.3 s

### Failed (1)

| Requirement | Level | Expected | Received |
|:--|:--|:--|:--|
| <code>PAYOUT-BATCH-010</code> | MUST | <code>HTTP 200 with code 30002</code> | <code>HTTP 200 with code 0</code> |

<details>
<summary>What was altered, and how to send it again</summary>

**PAYOUT-BATCH-010** (MUST) Statement of PAYOUT-BATCH-010 about \`code\`
- Altered: \`/total_amount\`: \`plus 0.01\`
- Expected: HTTP 200 with code 30002
- Received: \`HTTP 200 with code 0\`

\`\`\`sh
lesspay-conformance run --only PAYOUT-BATCH-010 --seed 7
\`\`\`

or, one request of it:

\`\`\`sh
body='{"n":1.00}'; curl -sS -i "$LESSPAY_BASE_URL/payout" -H "x-auth-appid: $LESSPAY_APP_ID" -H "x-auth-signature: $(printf '%s' "$body" | lesspay-conformance sign --plain)" --data-raw "$body"
\`\`\`

</details>

| Level | passed | failed | inconclusive | not tested | not applicable | error |
|:--|--:|--:|--:|--:|--:|--:|
| MUST | 1 | 1 | 0 | 0 | 0 | 0 |
| SHOULD | 0 | 0 | 0 | 1 | 0 | 0 |
| MAY | 0 | 0 | 0 | 0 | 0 | 0 |
| info | 0 | 0 | 0 | 0 | 0 | 0 |
| **all** | 1 | 1 | 0 | 1 | 0 | 0 |

<details>
<summary>Remarks (1)</summary>

Accepted, but worth knowing.

- PAYOUT-BATCH-011: \`answered 30001 instead of 30002\` (3 times)

</details>

<details>
<summary>Not tested (1)</summary>

- \`needsOrderMover\` (1): Nothing can move an order. TRANS-009

</details>
`);
});

test('waived failures come last and name the waiver', () => {
  const text = renderMarkdown(fullResult());
  expect(text).toContain(
    '**IDEM-002** (MUST) Statement of IDEM-002 about `code` (waived until 2026-03-01: `fixed in the next release`)',
  );
  expect(text.indexOf('**IDEM-002**')).toBeGreaterThan(text.indexOf('**IDEM-004**'));
  expect(text).toContain(
    '| <code>IDEM-002</code> | used | 2026-03-01 | <code>payments team</code> | <code>fixed in the next release</code> | <code>PAY-12</code> |',
  );
});

test('a result full of long hostile texts still fits into a comment and holds no markup but ours', () => {
  const text = renderMarkdown(hostileResult());
  expect(text.length).toBeLessThan(65_536);
  const withoutCode = text.replace(/(?<![`\\])(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '');
  const markup = /^<details>$|^<summary>[\w ,()-]+<\/summary>$|^<\/details>$|<\/?code>/gm;
  expect(withoutCode.replace(markup, '')).not.toMatch(/[<>]/);
  expect(withoutCode.match(/^<details>$/gm)?.length).toBe(withoutCode.match(/^<\/details>$/gm)?.length);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
  expect(text).not.toMatch(/[\u0000\u0007\u001b\u202e]/);
  const rows = text.split('\n').filter((line) => line.startsWith('| <code>'));
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect([5, 7]).toContain(row.match(/\|/g)?.length);
});

test('what does not fit is counted', () => {
  const text = renderMarkdown(hostileResult());
  const shown = text.match(/^\*\*FAIL-/gm)?.length ?? 0;
  expect(shown).toBeGreaterThan(3);
  expect(text).toContain(`… and ${14 - shown} failed requirements more in report.html.`);
});

test.each(['@', '&', '|', '<', '`', '\\'])(
  'a result full of %s, which grows when it is escaped, fits into a comment',
  (character) => {
    const text = character.repeat(2000);
    const requirement = (id: string, verdict: RequirementResult['verdict']): RequirementResult =>
      sampleRequirement(id, {
        verdict,
        statement: text,
        reason: { code: `code${id.replace(/[^a-zA-Z]/g, '')}`, message: text },
        remarks: [{ text, count: 2 }],
        findings:
          verdict === 'fail'
            ? [
                sampleFinding(id, {
                  violations: [{ expected: text, received: text }],
                  replay: text,
                  curl: text.slice(0, 1400),
                }),
              ]
            : [],
      });
    const verdicts = ['fail', 'inconclusive', 'notTested', 'pass'] as const;
    const all = verdicts.flatMap((verdict) =>
      Array.from({ length: 60 }, (_, index) =>
        requirement(`${verdict}${'abcdefghij'.charAt(index % 10).repeat(index)}-001`, verdict),
      ),
    );
    const markdown = renderMarkdown(
      sampleResult(all, {
        complete: false,
        incompleteReason: text,
        target: { ...sampleResult([]).target, url: text },
        selection: { only: [text], level: 'must' },
        errors: Array.from({ length: 40 }, () => ({ where: text, message: text })),
        waivers: Array.from({ length: 60 }, (_, entry) => ({
          requirement: text,
          reason: text,
          owner: text,
          expires: '2026-03-01',
          state: 'stale' as const,
          entry,
        })),
      }),
    );
    expect(markdown.length).toBeLessThan(65_536);
    expect(markdown).toContain('### Failed (60)');
  },
);
