import { expect, test } from 'vitest';
import { renderMarkdown } from '../../reports/markdown.js';
import { fullResult, hostileResult, smallResult } from './sample-result.js';

test('the whole summary of a small result', () => {
  expect(renderMarkdown(smallResult())).toBe(`## Not conformant: 1 MUST requirement failed

- **Target:** \`http://127.0.0.1:8080\` (lesspay platform), fingerprint \`abababababababab\`
- **Suite:** lesspay-conformance 0.1.0, seed 7, 20 exercises per property
- **Evidence:** 60 exercises, 123 exchanges, started 2026-01-02T03:04:05.000Z, took 12.3 s

| Level | passed | failed | inconclusive | not tested | not applicable | error |
|:--|--:|--:|--:|--:|--:|--:|
| MUST | 1 | 1 | 0 | 0 | 0 | 0 |
| SHOULD | 0 | 0 | 0 | 1 | 0 | 0 |
| MAY | 0 | 0 | 0 | 0 | 0 | 0 |
| info | 0 | 0 | 0 | 0 | 0 | 0 |
| **all** | 1 | 1 | 0 | 1 | 0 | 0 |

### Failed (1)

**PAYOUT-BATCH-010** (MUST) Statement of PAYOUT-BATCH-010 about \`code\`
- Altered: \`/total_amount\`: \`plus 0.01\`
- Expected: HTTP 200 with code 30002
- Received: \`HTTP 200 with code 0\`

\`\`\`sh
lesspay-conformance run --only PAYOUT-BATCH-010 --seed 7
\`\`\`

### Remarks (1)

Accepted, but worth knowing.

- PAYOUT-BATCH-011: \`answered 30001 instead of 30002\` (3 times)

### Not tested (1)

- \`needsOrderMover\` (1): Nothing can move an order. TRANS-009
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
  expect(withoutCode.replaceAll('<code>', '').replaceAll('</code>', '')).not.toMatch(/[<>]/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
  expect(text).not.toMatch(/[\u0000\u0007\u001b\u202e]/);
  const rows = text.split('\n').filter((line) => line.startsWith('| <code>'));
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row.match(/\|/g)).toHaveLength(7);
});

test('what does not fit is counted', () => {
  const text = renderMarkdown(hostileResult());
  const shown = text.match(/^\*\*FAIL-/gm)?.length ?? 0;
  expect(shown).toBeGreaterThan(3);
  expect(text).toContain(`… and ${14 - shown} failed requirements more in report.html.`);
});
