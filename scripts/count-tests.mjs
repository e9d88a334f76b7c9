#!/usr/bin/env node
// Prints "N passed, N failed" from the results that `npm test` left, as the last line of a CI log. The first argument is the
// exit code of `npm test`: when a step before the tests failed (build, lint, types), that counts as one failure.
import { readFileSync } from 'node:fs';

const status = Number(process.argv[2] ?? 0);
let passed = 0;
let failed = 0;
try {
  const results = JSON.parse(readFileSync(new URL('../coverage/test-results.json', import.meta.url), 'utf8'));
  passed = results.numPassedTests;
  if (results.numPendingTests > 0)
    console.log(`${results.numPendingTests} skipped: they count neither as passed nor as failed`);
  failed = results.numFailedTests;
  const brokenFiles = results.testResults.filter(
    ({ status: state, assertionResults }) => state === 'failed' && assertionResults.length === 0,
  );
  failed += brokenFiles.length;
} catch {
  // No results: the tests did not start.
}
if (status !== 0 && failed === 0) failed = 1;
console.log(`${passed} passed, ${failed} failed`);
