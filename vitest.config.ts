import { defineConfig } from 'vitest/config';

/** The project's own tests. `lesspay-conformance run` configures Vitest itself (harness/vitest/run.ts) and never reads this file. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    pool: 'threads',
    // One fewer than there are cores is the default, and leaves half of a machine with two idle.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: 'coverage/test-results.json' }]],
  },
});
