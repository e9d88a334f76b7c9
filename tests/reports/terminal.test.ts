import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { renderTerminal } from '../../reports/terminal.js';
import { cleanResult, fullResult, hostileResult, smallResult } from './sample-result.js';

const written = { outDir: 'conformance-report', names: ['results.json', 'report.html', 'manifest.json'] };

const COUNTS = `        passed  failed  inconclusive  not tested  not applicable  error
MUST         1       0             0           0               0      0
SHOULD       1       0             0           0               0      0
MAY          0       0             0           0               0      0
info         0       0             0           0               0      0
all          2       0             0           0               0      0`;

test('a clean run, whole', () => {
  expect(
    renderTerminal(cleanResult(), { color: false, written }),
  ).toBe(`CONFORMANT: no MUST requirement failed, 1 MUST requirement passed
lesspay platform at http://127.0.0.1:8080
lesspay-conformance 0.1.0, seed 7, 20 exercises per property; 60 exercises, 123 exchanges in 12.3 s

${COUNTS}

written to conformance-report: results.json, report.html, manifest.json
`);
});

test('a failed run, whole', () => {
  expect(renderTerminal(smallResult(), { color: false, written })).toBe(`NOT CONFORMANT: 1 MUST requirement failed
lesspay platform at http://127.0.0.1:8080
lesspay-conformance 0.1.0, seed 7, 20 exercises per property; 60 exercises, 123 exchanges in 12.3 s

        passed  failed  inconclusive  not tested  not applicable  error
MUST         1       1             0           0               0      0
SHOULD       0       0             0           1               0      0
MAY          0       0             0           0               0      0
info         0       0             0           0               0      0
all          1       1             0           1               0      0

failed PAYOUT-BATCH-010 (MUST) Statement of PAYOUT-BATCH-010 about \`code\`
  expected HTTP 200 with code 30002
  received HTTP 200 with code 0
  lesspay-conformance run --only PAYOUT-BATCH-010 --seed 7

not tested: 1 (needsOrderMover) Nothing can move an order.

1 requirement passed with a remark
written to conformance-report: results.json, report.html, manifest.json
`);
});

test('colours change nothing but colours', () => {
  const coloured = renderTerminal(fullResult(), { color: true, written });
  expect(coloured).toContain('\u001b[31m');
  expect(stripVTControlCharacters(coloured)).toBe(renderTerminal(fullResult(), { color: false, written }));
});

test('at most ten failures, then how many more', () => {
  const lines = renderTerminal(hostileResult(), { color: false }).split('\n');
  expect(lines.filter((line) => line.startsWith('failed '))).toHaveLength(10);
  expect(lines).toContain('and 4 more failed requirements: see the report');
});

test('a target cannot send control characters to the terminal', () => {
  const text = renderTerminal(hostileResult(), { color: false, written });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(600);
});
